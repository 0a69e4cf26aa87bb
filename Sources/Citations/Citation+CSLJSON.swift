internal import Text

extension Citation {
  /// Appends the work as an object of CSL-JSON, as citeproc reads it.
  func append(cslJSONTo json: inout Bytes) {
    json.append("{\"id\": ")
    json.append(jsonString: key.description)
    json.append(", \"type\": \"\(cslType)\"")
    json.append(cslMember: "title", title)
    append(cslAuthorsTo: &json)
    if let date {
      let parts = [date.year, date.month, date.day].compactMap { $0 }.map(String.init)
      json.append(",\n  \"issued\": {\"date-parts\": [[\(parts.joined(separator: ", "))]]}")
    }
    json.append(cslMember: kind == .article ? "container-title" : "publisher", publisher)
    json.append(cslMember: "genre", kind == .article ? nil : kind.name)
    json.append(cslMember: "number", number)
    switch extent {
    case .pages(let first, let last):
      json.append(cslMember: "page", first == last ? first : "\(first)-\(last)")
    case .count(let count): json.append(cslMember: "number-of-pages", String(count))
    case nil: break
    }
    json.append(cslMember: "DOI", doi)
    json.append(cslMember: "URL", address)
    json.append(cslMember: "language", language)
    json.append(cslMember: "keyword", keywordLine)
    json.append(cslMember: "abstract", abstract)
    json.append("}")
  }

  private var cslType: String {
    switch kind {
    case .report, .deliverable: "report"
    case .article: "article-journal"
    case .dataset: "dataset"
    case .presentation, .poster: "speech"
    case .newsletter: "article"
    case .brochure: "pamphlet"
    case .book: "book"
    case .thesis: "thesis"
    // `software` came with CSL 1.0.2; programs that are older refuse the whole list over it.
    case .software, .other: "article"
    case .video: "motion_picture"
    }
  }

  private func append(cslAuthorsTo json: inout Bytes) {
    guard !authors.isEmpty else { return }
    json.append(",\n  \"author\": [")
    for (index, author) in authors.enumerated() {
      if index > 0 { json.append(", ") }
      switch author {
      case .person(let family, let given, let particle):
        json.append("{\"family\": ")
        json.append(jsonString: family)
        if !given.isEmpty {
          json.append(", \"given\": ")
          json.append(jsonString: given)
        }
        if !particle.isEmpty {
          json.append(", \"non-dropping-particle\": ")
          json.append(jsonString: particle)
        }
      case .organisation(let name):
        json.append("{\"literal\": ")
        json.append(jsonString: name)
      }
      json.append("}")
    }
    json.append("]")
  }
}

extension Array where Element == UInt8 {
  /// Appends a member and the comma before it; nothing where it is empty.
  fileprivate mutating func append(cslMember name: String, _ value: String?) {
    guard let value = value.filledLine else { return }
    append(",\n  \"\(name)\": ")
    append(jsonString: value)
  }
}
