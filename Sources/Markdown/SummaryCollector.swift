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
    foundMarker ? text.withSingleSpaces.text : text.shortened(toCharacters: limit)
  }
}

extension Array where Element == UInt8 {
  /// The words with single spaces between them, and none at the ends.
  fileprivate var withSingleSpaces: Bytes {
    var joined = Bytes()
    joined.reserveCapacity(count)
    var isBetweenWords = false
    for byte in self {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isBetweenWords = !joined.isEmpty
        continue
      }
      if isBetweenWords { joined.append(0x20) }
      isBetweenWords = false
      joined.append(byte)
    }
    return joined
  }

  /// Whether the text has more characters than `limit`, with some left for white space.
  fileprivate func hasMoreCharacters(than limit: Int) -> Bool {
    // A character has at least one byte, and in most texts exactly one.
    guard count > 2 * limit else { return false }
    return endOfPlainCharacters(2 * limit) != nil || text.count > 2 * limit
  }

  /// Where `limit` characters from the beginning end; nil where there are no more, or one of them is
  /// not plain.
  private func endOfPlainCharacters(_ limit: Int) -> Int? {
    var scalars = 0
    var position = 0
    while position < count {
      let byte = self[position]
      if byte < 0x80 {
        position += 1
      } else {
        let scalar = Unicode.Scalar(span.scalar(at: &position))
        guard let scalar, scalar.isPlain else { return nil }
      }
      scalars += 1
      if scalars == limit { return position < count ? position : nil }
    }
    return nil
  }

  /// The text with single spaces, cut between two words, at most `limit` characters long.
  fileprivate func shortened(toCharacters limit: Int) -> String {
    // Twice as many characters as wanted are enough, unless half of them are white space.
    guard let enough = endOfPlainCharacters(2 * limit) else {
      return withSingleSpaces.text.truncated(toCharacters: limit)
    }
    let head = Bytes(self[..<enough]).withSingleSpaces
    let isEnough = head.count { $0 & 0xC0 != 0x80 } > limit + 16
    return (isEnough ? head : withSingleSpaces).text.truncated(toCharacters: limit)
  }
}
