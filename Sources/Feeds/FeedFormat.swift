/// A format in which feeds are written.
public enum FeedFormat: String, Sendable, Hashable, CaseIterable {
  /// RSS 2.0: what WordPress, Drupal and newsletters read.
  case rss
  /// RSS 2.0 with the whole text in `description`, for importers that read nothing else.
  case fullTextRSS = "rss_full"
  /// Atom 1.0 (RFC 4287).
  case atom
  /// JSON Feed 1.1.
  case json

  /// The file's name; the feeds of a page lie in the page's folder.
  public var fileName: String {
    switch self {
    case .rss: "feed.xml"
    case .fullTextRSS: "feed-full.xml"
    case .atom: "atom.xml"
    case .json: "feed.json"
    }
  }

  /// What the file is, as links name it.
  public var mediaType: String {
    switch self {
    case .rss, .fullTextRSS: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }

  /// What people call the format.
  public var label: String {
    switch self {
    case .rss: "RSS"
    case .fullTextRSS: "RSS, full text"
    case .atom: "Atom"
    case .json: "JSON Feed"
    }
  }

  /// In which form the format needs texts.
  public var textForm: SyndicatedText.Forms { self == .json ? .json : .xml }
}
