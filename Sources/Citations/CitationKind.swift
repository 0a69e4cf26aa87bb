/// What sort of work is cited.
public enum CitationKind: String, Sendable, Hashable, CaseIterable {
  case report, deliverable, article, dataset, presentation, newsletter, poster, brochure, book
  case thesis, software, video, other

  /// What the sort is called in a citation, in English as the formats are; nil for `other`.
  public var name: String? {
    switch self {
    case .report: "Report"
    case .deliverable: "Deliverable"
    case .article: "Article"
    case .dataset: "Dataset"
    case .presentation: "Presentation"
    case .newsletter: "Newsletter"
    case .poster: "Poster"
    case .brochure: "Brochure"
    case .book: "Book"
    case .thesis: "Thesis"
    case .software: "Software"
    case .video: "Video"
    case .other: nil
    }
  }

  /// Whether an institution has published it under a number.
  var isReport: Bool { self == .report || self == .deliverable }
}
