import Text

/// A piece of HTML in a Markdown text.
struct RawHTML {
  /// The piece as it was written.
  let bytes: Bytes
  /// Whether it has a comment `<!-- more -->`, which ends the summary.
  private(set) var containsMoreMarker = false
  /// Where, outside of comments, something begins that is no white space; nil in mere comments.
  private let contentStart: Int?

  init(_ bytes: Bytes) {
    self.bytes = bytes
    var position = 0
    var contentStart: Int?
    while position < bytes.count {
      if bytes.has("<!--", at: position) {
        let end = bytes.firstRange(of: Bytes("-->".utf8), in: position + 4..<bytes.count)
        let comment = bytes[position + 4..<(end?.lowerBound ?? bytes.count)].trimmed
        if comment.map(\.lowercased).elementsEqual("more".utf8) { containsMoreMarker = true }
        position = end?.upperBound ?? bytes.count
      } else {
        if bytes[position] > 0x20, contentStart == nil { contentStart = position }
        position += 1
      }
    }
    self.contentStart = contentStart
  }

  /// Whether a reader would see nothing of it anyway.
  var isOnlyComments: Bool { contentStart == nil }

  /// Whether it is `</…>`, reported already with the tag that it closes.
  var isClosingTag: Bool { bytes.has("</", at: 0) }

  /// Its first tag, or the beginning of its text where there is none.
  var firstTag: Bytes {
    let content = bytes[(contentStart ?? 0)...]
    let line = content.prefix { $0 != 0x0A && $0 != 0x0D }
    let end = line.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? line.endIndex
    return Bytes(line[..<end])
  }

  /// The values of its `id` attributes and of the `name` attributes of its links, in quotes.
  var identifiers: [String] {
    ["id=", "name="].flatMap { values(of: Bytes($0.utf8)) }
  }

  private func values(of attribute: Bytes) -> [String] {
    var found: [String] = []
    var rest = 0..<bytes.count
    while let name = bytes.firstRange(of: attribute, in: rest) {
      rest = name.upperBound..<bytes.count
      guard name.lowerBound > 0, bytes[name.lowerBound - 1] <= 0x20, let quote = bytes[rest].first,
        quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = bytes[(rest.lowerBound + 1)...].firstIndex(of: quote)
      else { continue }
      found.append(bytes[(rest.lowerBound + 1)..<end].text)
      rest = end..<bytes.count
    }
    return found
  }
}
