internal import Text

extension Citation {
  /// Appends the work as a BibTeX entry.
  func append(bibTeXTo text: inout Bytes) {
    text.append("@\(bibTeXType){\(key),\n")
    text.append("  title = {")
    text.append(title: title, isEnglish: language?.hasPrefix("en") ?? true)
    text.append("},\n")
    append(bibTeXAuthorsTo: &text)
    if let date {
      text.append("  year = {\(date.yearDigits)},\n")
      // A macro without braces: each style has its own word for the month.
      if let month = date.month { text.append("  month = \(months[month - 1]),\n") }
    }
    text.append(bibTeXField: publisherField, publisher)
    append(bibTeXFormTo: &text)
    text.append(bibTeXField: "number", number)
    switch extent {
    case .pages(let first, let last):
      // Letters and digits, between them the dash of a range.
      text.append("  pages = {\(first == last ? first : "\(first)--\(last)")},\n")
    case .count(let count): text.append(bibTeXField: "pagetotal", String(count))
    case nil: break
    }
    text.append(bibTeXVerbatim: "doi", doi)
    text.append(bibTeXVerbatim: "url", address)
    text.append(bibTeXField: "language", language)
    text.append(bibTeXField: "keywords", keywordLine)
    text.append(bibTeXField: "copyright", licence)
    text.append(bibTeXField: "abstract", abstract)
    text.append("}\n\n")
  }

  /// The entry types are BibTeX's own: programs of today read those of biblatex too, those of
  /// yesterday do not.
  private var bibTeXType: String {
    switch kind {
    case .report, .deliverable: publisher == nil ? "misc" : "techreport"
    case .article: publisher == nil ? "misc" : "article"
    case .book: publisher == nil ? "misc" : "book"
    case .brochure: "booklet"
    case .dataset, .presentation, .newsletter, .poster, .thesis, .software, .video, .other: "misc"
    }
  }

  private var publisherField: String {
    switch bibTeXType {
    case "techreport": "institution"
    case "article": "journal"
    default: "publisher"
    }
  }

  private func append(bibTeXFormTo text: inout Bytes) {
    switch bibTeXType {
    case "techreport": text.append(bibTeXField: "type", kind == .report ? nil : kind.name)
    case "misc", "booklet": text.append(bibTeXField: "howpublished", kind.name)
    default: break
    }
  }

  private func append(bibTeXAuthorsTo text: inout Bytes) {
    guard !authors.isEmpty else { return }
    text.append("  author = {")
    for (index, author) in authors.enumerated() {
      if index > 0 { text.append(" and ") }
      switch author {
      case .person(let family, let given, let particle):
        if !particle.isEmpty {
          text.append(laTeX: particle)
          text.append(" ")
        }
        text.append(namePart: family)
        if !given.isEmpty {
          text.append(", ")
          text.append(namePart: given)
        }
      case .organisation(let name):
        text.append("{")
        text.append(laTeX: name)
        text.append("}")
      }
    }
    text.append("},\n")
  }
}

private let months = [
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]

extension Array where Element == UInt8 {
  /// Appends a part of a name; one that BibTeX would take apart gets braces.
  fileprivate mutating func append(namePart text: String) {
    let words = text.split(separator: " ")
    let isAmbiguous =
      text.contains(",") || words.contains { $0.lowercased() == "and" }
      || words.contains { $0.first?.isLowercase == true }
    if isAmbiguous { append("{") }
    append(laTeX: text)
    if isAmbiguous { append("}") }
  }
}
