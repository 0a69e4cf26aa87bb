public import CivilTime

/// A page or a work, described in the words of schema.org.
public struct LinkedWork: Sendable, Hashable {
  /// The types that pages and works have.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case website = "WebSite"
    case page = "WebPage"
    case collection = "CollectionPage"
    case newsArticle = "NewsArticle"
    case report = "Report"
    case scholarlyArticle = "ScholarlyArticle"
    case dataset = "Dataset"
    case presentation = "PresentationDigitalDocument"
    case document = "DigitalDocument"
    case poster = "Poster"
    case book = "Book"
    case thesis = "Thesis"
    case software = "SoftwareSourceCode"
    case video = "VideoObject"
    case creativeWork = "CreativeWork"
  }

  /// What it is.
  public var kind: Kind
  /// Its title, plain text.
  public var title: String
  /// Its page, absolute.
  public var address: String
  /// What it is about, plain text.
  public var description: String?
  /// What a publication says, in a paragraph.
  public var abstract: String?
  /// The language it is written in (BCP 47).
  public var language: String?
  /// When it was published.
  public var published: Timestamp?
  /// When it last changed in substance.
  public var modified: Timestamp?
  /// Who wrote it.
  public var authors: [LinkedAgent] = []
  /// Who published it.
  public var publisher: LinkedAgent?
  /// The picture that stands for it.
  public var picture: LinkedPicture?
  /// What it is about, in a few words each.
  public var keywords: [String] = []
  /// Its Digital Object Identifier, as an address.
  public var doi: String?
  /// A report's number.
  public var number: String?
  /// Under which terms it may be used.
  public var licence: String?
  /// The document itself.
  public var document: LinkedDocument?
  /// The grant that paid for it.
  public var grant: LinkedGrant?

  /// A page or a work; the rest is set afterwards.
  public init(_ kind: Kind, title: String, address: String) {
    self.kind = kind
    self.title = title
    self.address = address
  }
}

/// A file that a work can be had as.
public struct LinkedDocument: Sendable, Hashable {
  /// Where it is, absolute.
  public var address: String
  /// What it is (IANA media type).
  public var mediaType: String
  /// How many bytes it has.
  public var byteCount: Int?

  /// A document.
  public init(address: String, mediaType: String, byteCount: Int? = nil) {
    self.address = address
    self.mediaType = mediaType
    self.byteCount = byteCount
  }
}

extension LinkedWork {
  func write(to writer: inout LinkedDataWriter) {
    writer.open(kind.rawValue)
    writer.member("@id", address)
    writer.member(hasHeadline ? "headline" : "name", title)
    writer.member("url", address)
    if hasHeadline { writer.member("mainEntityOfPage", address) }
    writer.member("description", description)
    writer.member("abstract", abstract)
    writer.member("inLanguage", language)
    writer.member("datePublished", published?.iso8601)
    writer.member("dateModified", (modified ?? published)?.iso8601)
    if !authors.isEmpty {
      writer.openList("author")
      for author in authors { author.write(to: &writer) }
      writer.closeList()
    }
    publisher?.write(to: &writer, as: "publisher")
    picture?.write(to: &writer, as: "image")
    writer.member("keywords", keywords)
    writeIdentity(to: &writer)
    grant?.write(to: &writer)
    writer.close()
  }

  private func writeIdentity(to writer: inout LinkedDataWriter) {
    if let doi {
      writer.open("PropertyValue", as: "identifier")
      writer.member("propertyID", "DOI")
      writer.member("value", doi)
      writer.close()
      writer.member("sameAs", doi)
    }
    if kind == .report { writer.member("reportNumber", number) }
    writer.member("license", licence)
    if let document {
      writer.open("MediaObject", as: "encoding")
      writer.member("contentUrl", document.address)
      writer.member("encodingFormat", document.mediaType)
      writer.member("contentSize", document.byteCount.map { "\($0) B" })
      writer.close()
    }
  }

  /// Articles have headlines; everything else has a name.
  private var hasHeadline: Bool {
    switch kind {
    case .newsArticle, .scholarlyArticle, .report: true
    case .website, .page, .collection, .dataset, .presentation, .document, .poster, .book, .thesis,
      .software, .video, .creativeWork:
      false
    }
  }
}
