internal import Text

/// All that a reference to a work says, in no format yet.
public struct Citation: Sendable, Hashable {
  /// The name by which documents refer to it; see `CitationKey`.
  public var key: CitationKey
  /// What sort of work it is.
  public var kind: CitationKind
  /// Its title, plain text.
  public var title: String
  /// Who wrote it, in the order of the title page.
  public var authors: [CitationAuthor] = []
  /// When it was published.
  public var date: CitationDate?
  /// Who published it; an article's journal.
  public var publisher: String?
  /// A report's number, such as `D2.1`.
  public var number: String?
  /// Its Digital Object Identifier without an address before it: `10.5281/zenodo.1234`.
  public var doi: String?
  /// Its page, absolute and in ASCII.
  public var address: String?
  /// The document itself, absolute and in ASCII.
  public var documentAddress: String?
  /// What the document is (IANA media type).
  public var documentType: String?
  /// What it says, in a paragraph, plain text.
  public var abstract: String?
  /// The language it is written in (BCP 47), such as `en`.
  public var language: String?
  /// Under which terms it may be used: a name or an address.
  public var licence: String?
  /// Where it stands, or how long it is.
  public var extent: CitationExtent?
  /// What it is about.
  public var keywords: [String] = []

  /// A work with what every work has; the rest is set afterwards.
  public init(key: CitationKey, kind: CitationKind, title: String) {
    self.key = key
    self.kind = kind
    self.title = title.inOneLine
  }

  /// The address that a reader should follow: the DOI's, or the page's.
  public var link: String? { doi.map(Citation.address(ofDOI:)) ?? address }

  /// The work in a line, in no language: `Arvidsson, Björn (2023). Title [Report]. Publisher.
  /// https://doi.org/…`, as Zenodo writes it.
  public var text: String {
    var text = authors.map(\.familyFirst).joined(separator: "; ")
    if let date { text += (text.isEmpty ? "" : " ") + "(\(date.yearDigits))" }
    var parts = text.isEmpty ? [] : [text]
    let form = kind == .article ? nil : kind.name
    parts.append(title + (form.map { " [\($0)]" } ?? ""))
    if let publisher = publisher.filledLine { parts.append(publisher) }
    return parts.map(sentence).joined(separator: " ") + (link.map { " \($0)" } ?? "")
  }
}

extension Citation {
  /// The keywords with commas between them, for formats that have one field for all.
  var keywordLine: String { keywords.map(\.inOneLine).joined(separator: ", ") }

  /// The address that leads to a DOI's work: what would end the path or break a markup is
  /// percent-encoded.
  public static func address(ofDOI doi: String) -> String { "https://doi.org/\(doiPath(doi))" }

  /// A DOI as people write it (`doi:10.…`, `https://doi.org/10.…`) without what is before it; nil
  /// where the text is none.
  public static func doi(written text: String) -> String? {
    let trimmed = text.inOneLine
    guard let start = trimmed.firstRange(of: "10.")?.lowerBound else { return nil }
    let before = trimmed[..<start].lowercased()
    let prefixes = [
      "", "doi:", "doi: ", "doi.org/", "https://doi.org/", "http://doi.org/",
      "https://dx.doi.org/", "http://dx.doi.org/",
    ]
    let doi = trimmed[start...]
    guard prefixes.contains(before), let slash = doi.firstIndex(of: "/"),
      doi.distance(from: doi.startIndex, to: slash) >= 7, doi.index(after: slash) < doi.endIndex,
      doi[..<slash].dropFirst(3).allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      !doi.contains(" ")
    else { return nil }
    return String(doi)
  }
}

/// A DOI as the path of an address.
private func doiPath(_ doi: String) -> String {
  let digits = Array("0123456789ABCDEF")
  return doi.utf8.reduce(into: "") { path, byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: path.unicodeScalars.append(Unicode.Scalar(byte))
    case _ where "/.-_~:;()!$*+,=@".utf8.contains(byte):
      path.unicodeScalars.append(Unicode.Scalar(byte))
    default: path += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
}

extension Optional where Wrapped == String {
  /// The text in one line; nil where there is none, or nothing but spaces.
  var filledLine: String? {
    guard let line = self?.inOneLine, !line.isEmpty else { return nil }
    return line
  }
}

/// A part of a citation with a full stop at its end.
private func sentence(_ text: String) -> String {
  text.last.map { ".?!…".contains($0) } ?? true ? text : text + "."
}
