internal import Text

extension Citation {
  /// Appends the work as a record of RIS, the format of EndNote and other reference managers.
  ///
  /// Lines end in CR LF and never hold a line break of their own, since a line is a tag's whole
  /// value.
  func append(risTo text: inout Bytes) {
    text.append(risTag: "TY", risType)
    text.append(risTag: "ID", key.description)
    text.append(risTag: "TI", title)
    for author in authors { text.append(risTag: "AU", author.familyFirst) }
    if let date {
      text.append(risTag: "PY", date.yearDigits)
      text.append(risTag: "DA", date.numbers(separator: "/"))
    }
    text.append(risTag: kind == .article ? "JO" : "PB", publisher)
    text.append(risTag: "M3", kind == .article ? nil : kind.name)
    text.append(risTag: kind.isReport ? "SN" : "M1", number)
    switch extent {
    case .pages(let first, let last):
      text.append(risTag: "SP", first)
      text.append(risTag: "EP", last)
    case .count(let count): text.append(risTag: "SP", String(count))
    case nil: break
    }
    text.append(risTag: "DO", doi)
    text.append(risTag: "UR", address)
    text.append(risTag: "L1", documentAddress)
    text.append(risTag: "LA", language)
    for keyword in keywords { text.append(risTag: "KW", keyword) }
    text.append(risTag: "AB", abstract)
    text.append("ER  - \r\n\r\n")
  }

  private var risType: String {
    switch kind {
    case .report, .deliverable: "RPRT"
    case .article: "JOUR"
    case .dataset: "DATA"
    case .presentation: "SLIDE"
    case .brochure: "PAMP"
    case .book: "BOOK"
    case .thesis: "THES"
    case .software: "COMP"
    case .video: "VIDEO"
    case .newsletter, .poster, .other: "GEN"
    }
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(risTag tag: String, _ value: String?) {
    guard let value = value.filledLine else { return }
    append("\(tag)  - \(value)\r\n")
  }
}
