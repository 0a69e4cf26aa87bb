import Diagnostics
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
    self.limit = limit
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
    // A character has at least one byte: only then can there be enough.
    if !isComplete && !mayHaveMarker && text.count > limit { isComplete = text.text.count > limit + 1 }
  }

  /// Ends the summary where the author wrote `<!-- more -->`.
  mutating func endAtMarker() {
    foundMarker = true
    isComplete = true
  }

  /// The summary: white space as single spaces, cut between two words where no marker ends it.
  func finished() -> String {
    var joined = Bytes()
    joined.reserveCapacity(text.count)
    for word in text.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      if !joined.isEmpty { joined.append(0x20) }
      joined.append(contentsOf: word)
    }
    return foundMarker ? joined.text : joined.text.truncated(toCharacters: limit)
  }
}

extension MarkdownSource {
  /// Whether `<!-- more -->` may stand in the text: whether any comment does.
  var mentionsMoreMarker: Bool {
    text.bytes.firstRange(of: Bytes("<!--".utf8), in: body) != nil
  }
}
