import Text

/// Collects the plain text that a summary is made of: the text of paragraphs, in order.
struct SummaryCollector {
  private let limit: Int
  /// Whether the text may have `<!-- more -->`: then a summary may be longer than the limit.
  private let mayHaveMarker: Bool
  private var text = Bytes()
  private var isComplete = false
  /// Whether what comes is text of a paragraph, and not of a heading, a table or a footnote.
  var isInParagraph = false
  /// Whether `<!-- more -->` was met.
  private(set) var foundMarker = false

  init(limit: Int, mayHaveMarker: Bool) {
    self.limit = max(limit, 0)
    self.mayHaveMarker = mayHaveMarker
  }

  @inline(__always)
  mutating func add(_ piece: Span<UInt8>) {
    if isInParagraph && !isComplete { text.append(piece) }
  }

  @inline(__always)
  mutating func addSpace() {
    if isInParagraph && !isComplete { text.append(0x20) }
  }

  mutating func endParagraph() {
    addSpace()
    isInParagraph = false
    if !isComplete && !mayHaveMarker { isComplete = text.hasMoreCharacters(than: limit) }
  }

  /// Ends the summary where the author wrote `<!-- more -->`.
  mutating func endAtMarker() {
    foundMarker = true
    isComplete = true
  }

  /// The summary: white space as single spaces, cut between two words where no marker ends it.
  func finished() -> String {
    foundMarker ? text[...].withSingleSpaces.text : text.shortened(toCharacters: limit)
  }
}

extension Array where Element == UInt8 {
  /// Whether the text has more characters than `limit`, with some left for white space.
  fileprivate func hasMoreCharacters(than limit: Int) -> Bool {
    // A character has at least one byte, and in most texts exactly one.
    guard count > 2 * limit else { return false }
    return span.endOfPlainCharacters(2 * limit) != nil || text.count > 2 * limit
  }

  /// The text with single spaces, cut between two words, at most `limit` characters long.
  fileprivate func shortened(toCharacters limit: Int) -> String {
    // Twice as many characters as wanted are enough, unless half of them are white space.
    guard let enough = span.endOfPlainCharacters(2 * limit) else {
      return self[...].withSingleSpaces.truncated(toCharacters: limit)
    }
    let head = self[..<enough].withSingleSpaces
    let isEnough = head.count > limit && head.span.endOfPlainCharacters(limit + 1) != nil
    return (isEnough ? head : self[...].withSingleSpaces).truncated(toCharacters: limit)
  }
}

extension ArraySlice where Element == UInt8 {
  /// The words with single spaces between them, and none at the ends.
  fileprivate var withSingleSpaces: Bytes {
    let trimmed = self.trimmed
    guard !trimmed.hasSingleSpaces else { return Bytes(trimmed) }
    var joined = Bytes()
    joined.reserveCapacity(trimmed.count)
    var isBetweenWords = false
    for byte in trimmed {
      if byte.isSpace {
        isBetweenWords = true
        continue
      }
      if isBetweenWords { joined.append(0x20) }
      isBetweenWords = false
      joined.append(byte)
    }
    return joined
  }

  /// Whether all white space is single spaces, as it nearly always is.
  private var hasSingleSpaces: Bool {
    let text = span
    let control = text.firstIndex(
      in: text.indices, group: { $0.matches(below: 0x20) }, byte: { $0 < 0x20 })
    guard control == text.count else { return false }
    var position = 0
    while text.count - position > ByteGroup.count {
      let spaces = text.group(at: position).matches(0x20)
      let followed = text.group(at: position + 1).matches(0x20)
      guard (spaces & followed).isEmpty else { return false }
      position += ByteGroup.count
    }
    while position + 1 < text.count {
      if text[position] == 0x20 && text[position + 1] == 0x20 { return false }
      position += 1
    }
    return true
  }
}
