internal import CivilTime
internal import Text

extension FeedDocument {
  /// The feed as JSON Feed 1.1 (jsonfeed.org).
  func json(at address: WebAddress) -> Bytes {
    var json = Bytes()
    json.reserveCapacity(byteCount)
    json.append("{\n  \"version\": \"https://jsonfeed.org/version/1.1\"")
    json.append(member: "title", .text(title.feedLine), level: 1)
    json.append(member: "home_page_url", .text(link.text), level: 1)
    json.append(member: "feed_url", .text(address.text), level: 1)
    if !description.isEmpty {
      json.append(member: "description", .text(description.feedLine), level: 1)
    }
    if let picture { json.append(member: "icon", .text(picture.address.text), level: 1) }
    json.append(member: "language", .text(language), level: 1)
    json.append(authors: authors.isEmpty ? [title] : authors, level: 1)
    json.append(",\n  \"items\": [")
    for (index, item) in itemsNewestFirst.enumerated() {
      json.append(index == 0 ? "\n" : ",\n")
      json.append(contentsOf: item.jsonBeginning)
      json.append(contentsOf: item.text.json)
      json.append(contentsOf: item.jsonEnd)
    }
    json.append(items.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
    return json
  }
}

extension FeedItem {
  /// What stands in a JSON Feed's item before its text.
  var jsonBeginning: Bytes {
    var json = Bytes()
    json.append("    {\n      \"id\": ")
    json.append(jsonString: id.text.feedLine)
    json.append(member: "url", .text(link.text), level: 3)
    json.append(member: "title", .text(title.feedLine), level: 3)
    json.append(",\n      \"content_html\": ")
    return json
  }

  /// What stands in a JSON Feed's item after its text.
  var jsonEnd: Bytes {
    var json = Bytes()
    if !summary.isEmpty {
      json.append(member: "summary", .text(summary.feedLine), level: 3)
    }
    if let picture { json.append(member: "image", .text(picture.address.text), level: 3) }
    json.append(member: "date_published", .text(published.rfc3339), level: 3)
    if let updated, updated > published {
      json.append(member: "date_modified", .text(updated.rfc3339), level: 3)
    }
    if !authors.isEmpty { json.append(authors: authors, level: 3) }
    if !categories.isEmpty {
      json.append(member: "tags", .list(categories.map { .text($0.name.feedLine) }), level: 3)
    }
    if !attachments.isEmpty {
      json.append(member: "attachments", .list(attachments.map(\.json)), level: 3)
    }
    json.append("\n    }")
    return json
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(authors: [String], level: Int) {
    append(
      member: "authors", .list(authors.map { .object([("name", .text($0.feedLine))]) }),
      level: level)
  }

  /// Appends a member that is not its object's first.
  fileprivate mutating func append(member name: String, _ value: JSONValue, level: Int) {
    append(",\n")
    append(indentation: level)
    append(jsonString: name)
    append(": ")
    append(json: value)
  }
}

extension FeedAttachment {
  /// The attachment as JSON Feed has it.
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("url", .text(address.text)), ("mime_type", .text(mediaType)),
      ("title", .text(title.feedLine)),
    ]
    if byteCount > 0 { members.append(("size_in_bytes", .number(byteCount))) }
    return .object(members)
  }
}
