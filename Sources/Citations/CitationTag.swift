internal import Text

/// A `meta` element of a page's head: its name and its content.
public struct CitationTag: Sendable, Hashable {
  /// The element's `name`, such as `citation_author`.
  public let name: String
  /// Its `content`, plain text.
  public let content: String

  init?(_ name: String, _ content: String?) {
    guard let content = content.filledLine else { return nil }
    self.name = name
    self.content = content
  }
}

extension Citation {
  /// The tags by which Google Scholar, Zotero and Mendeley know a work (Highwire Press).
  ///
  /// One author a tag, in order; the date is `YYYY/MM/DD`; the document lies on the page's own
  /// site, and is named only where it is a PDF, which is all that the indexers read.
  public var highwireTags: [CitationTag] {
    var tags = [CitationTag("citation_title", title)]
    tags += authors.map { CitationTag("citation_author", $0.familyFirst) }
    tags.append(CitationTag("citation_publication_date", date?.numbers(separator: "/")))
    switch kind {
    case .report, .deliverable:
      tags.append(CitationTag("citation_technical_report_institution", publisher))
      tags.append(CitationTag("citation_technical_report_number", number))
    case .article: tags.append(CitationTag("citation_journal_title", publisher))
    case .thesis: tags.append(CitationTag("citation_dissertation_institution", publisher))
    case .dataset, .presentation, .newsletter, .poster, .brochure, .book, .software, .video, .other:
      tags.append(CitationTag("citation_publisher", publisher))
    }
    if case .pages(let first, let last) = extent {
      tags.append(CitationTag("citation_firstpage", first))
      tags.append(CitationTag("citation_lastpage", last))
    }
    tags.append(CitationTag("citation_doi", doi))
    tags.append(CitationTag("citation_language", language))
    tags += keywords.map { CitationTag("citation_keywords", $0) }
    tags.append(CitationTag("citation_abstract_html_url", address))
    if documentType == "application/pdf" {
      tags.append(CitationTag("citation_pdf_url", documentAddress))
    }
    return tags.compactMap { $0 }
  }

  /// The same in the Dublin Core element set (ISO 15836), as library catalogues read it.
  public var dublinCoreTags: [CitationTag] {
    var tags = [CitationTag("DC.title", title)]
    tags += authors.map { CitationTag("DC.creator", $0.familyFirst) }
    tags.append(CitationTag("DC.date", date?.numbers(separator: "-")))
    tags.append(CitationTag("DC.publisher", publisher))
    tags.append(CitationTag("DC.type", dublinCoreType))
    tags.append(CitationTag("DC.format", documentType))
    tags.append(CitationTag("DC.identifier", doi.map(Citation.address(ofDOI:))))
    tags.append(CitationTag("DC.identifier", address))
    tags.append(CitationTag("DC.language", language))
    tags += keywords.map { CitationTag("DC.subject", $0) }
    tags.append(CitationTag("DC.description", abstract))
    tags.append(CitationTag("DC.rights", licence))
    return tags.compactMap { $0 }
  }

  /// The term of the DCMI Type Vocabulary.
  private var dublinCoreType: String {
    switch kind {
    case .dataset: "Dataset"
    case .software: "Software"
    case .video: "MovingImage"
    case .poster: "StillImage"
    case .report, .deliverable, .article, .presentation, .newsletter, .brochure, .book, .thesis,
      .other:
      "Text"
    }
  }
}
