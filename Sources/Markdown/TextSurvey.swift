import Diagnostics
import Text

/// What a look at the bytes of a text tells before it is parsed: whether it would cost too much,
/// and which rare constructs it may have.
///
/// Blocks are told apart by empty lines only, so the estimates are never too low; a real text is
/// thousands of times below the limits.
struct TextSurvey {
  /// Whether `<!-- more -->` may stand in the text.
  private(set) var mentionsMore = false
  /// Whether a heading may end with `{#id}`.
  private(set) var mentionsIdentifier = false
  /// Whether the text may have `[^`, with which footnotes begin.
  private(set) var mentionsFootnote = false
  /// Why the text is refused, if it is.
  private(set) var refusal: Refusal?

  /// A cost beyond a limit.
  struct Refusal {
    /// What there is too much of.
    var message: String
    /// Where.
    var place: Range<Int>
  }

  private let limits: MarkdownLimits
  private var line: LineCount
  private var block: BlockCount
  private var steps = 0
  private var cellCount = 0
  private var bracketCount = 0
  private var definitionStart: Int?
  private var longestDefinition = 0..<0

  /// Looks at a text.
  ///
  /// - Complexity: O(*n*), about a nanosecond a byte.
  init(of source: MarkdownSource, limits: MarkdownLimits) {
    self.limits = limits
    line = LineCount(start: source.body.lowerBound)
    block = BlockCount(start: source.body.lowerBound)
    guard source.body.count <= limits.byteCount else {
      refuse(
        "the text has \(source.body.count) bytes: more than \(limits.byteCount)",
        at: source.body.lowerBound..<source.body.lowerBound)
      return
    }
    survey(
      source.text.bytes.span.extracting(0..<source.body.upperBound), from: source.body.lowerBound)
  }

  private mutating func survey(_ bytes: Span<UInt8>, from start: Int) {
    let noticed = noticedBytes
    func nextNoticed(from position: Int) -> Int {
      bytes.firstIndex(
        in: position..<bytes.count, group: { $0.noticedBytes }, byte: { noticed.contains($0) })
    }
    var position = start
    beginLine(at: position, in: bytes)
    while true {
      position = nextNoticed(from: position)
      guard position < bytes.count, refusal == nil else { break }
      let byte = bytes[position]
      notice(byte, at: position, in: bytes)
      position += 1
      if byte == 0x0A || (byte == 0x0D && !(position < bytes.count && bytes[position] == 0x0A)) {
        endLine(at: position, in: bytes)
        beginLine(at: position, in: bytes)
      }
    }
    endLine(at: bytes.count, in: bytes)
    endBlock(at: bytes.count, in: bytes)
    mentionsFootnote =
      bracketCount > 0
      && bytes.firstIndex(of: UInt8(ascii: "^"), in: start..<bytes.count) != nil
    let copied = longestDefinition.count.multipliedOrMax(by: bracketCount)
    if copied.multipliedOrMax(by: Cost.copiedByte) > limits.parserStepCount {
      refuse(
        "a link definition of \(longestDefinition.count) bytes in a text with \(bracketCount) ']'",
        at: longestDefinition)
    }
  }

  @inline(__always)
  private mutating func notice(_ byte: UInt8, at position: Int, in bytes: Span<UInt8>) {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    switch byte {
    case UInt8(ascii: "|"): line.pipeCount += 1
    case UInt8(ascii: "@"): block.atCount += 1
    case UInt8(ascii: "!"): if next == UInt8(ascii: "[") { block.imageCount += 1 }
    case UInt8(ascii: "{"): if next == UInt8(ascii: "#") { mentionsIdentifier = true }
    case UInt8(ascii: "<"):
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        block.declarationCount += 1
        if !mentionsMore { mentionsMore = bytes.hasMoreMarker(at: position) }
      }
    case UInt8(ascii: "]"):
      bracketCount += 1
      block.bracketCount += 1
      if next == UInt8(ascii: ":") {
        endDefinition(at: position)
        definitionStart = position
      }
    default: break
    }
  }

  private mutating func beginLine(at start: Int, in bytes: Span<UInt8>) {
    line = LineCount(start: start)
    let prefix = LinePrefix(of: bytes, at: start)
    line.contentStart = prefix.contentStart
    line.isBlank = prefix.isBlank
    if prefix.depth > limits.nestingDepth, !prefix.endsInThematicBreak(in: bytes) {
      refuse(
        "quotes and lists nest \(prefix.depth) deep: more than \(limits.nestingDepth)",
        at: start..<prefix.contentStart)
    }
  }

  private mutating func endLine(at end: Int, in bytes: Span<UInt8>) {
    if line.isBlank {
      endBlock(at: line.start, in: bytes)
      block = BlockCount(start: end)
      return
    }
    block.lineCount += 1
    let line = line
    spend(line.pipeCount.multipliedOrMax(by: line.pipeCount), Cost.cell) {
      ("a table row with \(line.pipeCount) cells", line.start..<end)
    }
    if end - line.start > Cost.suspiciousLength { surveyWords(line.start..<end, of: bytes) }
    if block.columnCount > 0 {
      cellCount += block.columnCount
      if cellCount > limits.tableCellCount {
        refuse("tables with more than \(limits.tableCellCount) cells", at: block.start..<end)
      }
    }
    if bytes.isTableMarker(line.contentStart..<end) {
      block.columnCount = max(block.columnCount, line.pipeCount + 1)
      // The whole paragraph so far is read as a table's first row.
      let block = block
      spend(end - block.start + block.lineCount.multipliedOrMax(by: 200), Cost.copiedByte) {
        (
          "a paragraph with many lines like '| - |' is read again for each of them",
          block.start..<end
        )
      }
    }
  }

  private mutating func endBlock(at end: Int, in bytes: Span<UInt8>) {
    endDefinition(at: end)
    let block = block
    let length = end - block.start
    spend(block.imageCount.multipliedOrMax(by: block.imageCount), Cost.image) {
      ("a paragraph with \(block.imageCount) '!['", block.start..<end)
    }
    spend(block.imageCount.multipliedOrMax(by: block.bracketCount), Cost.image) {
      ("a paragraph with \(block.imageCount) '![' and \(block.bracketCount) ']'", block.start..<end)
    }
    if block.bracketCount.multipliedOrMax(by: length) > Cost.suspiciousBlock {
      let markCount = bytes.emphasisMarkCount(in: block.start..<end)
      spend(markCount.multipliedOrMax(by: block.bracketCount), 1) {
        (
          "a paragraph with \(markCount) '*', '_' or '~' and \(block.bracketCount) ']'",
          block.start..<end
        )
      }
    }
    spend(block.declarationCount.multipliedOrMax(by: length), 1) {
      (
        "a paragraph of \(length) bytes with \(block.declarationCount) '<!' or '<?'",
        block.start..<end
      )
    }
    spend(block.atCount.multipliedOrMax(by: length), 1) {
      ("a paragraph of \(length) bytes with \(block.atCount) '@'", block.start..<end)
    }
  }

  private mutating func endDefinition(at end: Int) {
    guard let start = definitionStart else { return }
    definitionStart = nil
    if end - start > longestDefinition.count { longestDefinition = start..<end }
  }

  /// Adds up what the long words of a line cost if they look like addresses: each is read to its
  /// end for each `www.`, and from its beginning for each `)` at its end.
  private mutating func surveyWords(_ range: Range<Int>, of bytes: Span<UInt8>) {
    var wordStart = range.lowerBound
    while range.upperBound - wordStart > Cost.suspiciousLength {
      // A long word has no white space in its first bytes: look for some from behind.
      var last = wordStart + Cost.suspiciousLength
      while last >= wordStart, bytes[last] > 0x20 { last -= 1 }
      if last >= wordStart {
        wordStart = last + 1
        continue
      }
      var end = wordStart
      var addressCount = 0
      var closingCount = 0
      while end < range.upperBound, bytes[end] > 0x20 {
        if bytes[end] == UInt8(ascii: ")") { closingCount += 1 }
        if bytes.hasAddress(at: end) { addressCount += 1 }
        end += 1
      }
      let word = wordStart..<end
      let count = addressCount == 0 ? 0 : addressCount + closingCount
      spend(count.multipliedOrMax(by: word.count), Cost.addressByte) {
        ("a word of \(word.count) bytes with \(count) 'www.', '://' or ')'", word)
      }
      wordStart = end
    }
  }

  /// Adds steps to what the parser will spend, and refuses the text where they become too many.
  @inline(__always)
  private mutating func spend(
    _ count: Int, _ cost: Int, because reason: () -> (message: String, place: Range<Int>)
  ) {
    steps += min(count.multipliedOrMax(by: cost), .max / 2)
    guard steps > limits.parserStepCount else { return }
    let (message, place) = reason()
    refuse(message + " takes too long to parse", at: place)
  }

  private mutating func refuse(_ message: String, at place: Range<Int>) {
    if refusal == nil { refusal = Refusal(message: message, place: place) }
  }
}

/// What the repeated work of libcmark-gfm 0.29.0.gfm.6 was measured to cost, in nanoseconds.
private enum Cost {
  /// For each pair of cells in one row.
  static let cell = 2
  /// For each pair of `![` in one paragraph.
  static let image = 10
  /// For each byte that is copied again; more than its time, since the copies stay in memory.
  static let copiedByte = 5
  /// For each byte of a word that is looked at again for each `)` or `www.`.
  static let addressByte = 4
  /// From which product of bytes and brackets on a paragraph's emphasis is counted.
  static let suspiciousBlock = 5_000_000
  /// From how many bytes on a word is looked at: shorter ones cannot add up to much.
  static let suspiciousLength = 256
}

private let noticedBytes = ASCIISet("\n\r|!<]@{")

extension ByteGroup {
  /// The bytes that are among `noticedBytes`.
  @inline(__always)
  fileprivate var noticedBytes: ByteMatches {
    matches(0x0A) | matches(0x0D) | matches(UInt8(ascii: "|")) | matches(UInt8(ascii: "!"))
      | matches(UInt8(ascii: "<")) | matches(UInt8(ascii: "]")) | matches(UInt8(ascii: "@"))
      | matches(UInt8(ascii: "{"))
  }
}

extension Span where Element == UInt8 {
  /// Whether a comment begins with the word `more`, which ends the summary.
  fileprivate func hasMoreMarker(at start: Int) -> Bool {
    var position = start + 4
    while position < count, self[position] <= 0x20 { position += 1 }
    return position + 4 <= count && self[position].lowercased == UInt8(ascii: "m")
      && self[position + 3].lowercased == UInt8(ascii: "e")
  }

  /// Whether `www.` or `://` stands at a position, which begins an address or has one around it.
  fileprivate func hasAddress(at position: Int) -> Bool {
    switch self[position] {
    case UInt8(ascii: "w"):
      position + 3 < count && self[position + 1] == self[position]
        && self[position + 2] == self[position] && self[position + 3] == UInt8(ascii: ".")
    case UInt8(ascii: ":"):
      position + 2 < count && self[position + 1] == UInt8(ascii: "/")
        && self[position + 2] == UInt8(ascii: "/")
    default: false
    }
  }

  /// How many runs of `*`, `_` and `~` there are in a range.
  fileprivate func emphasisMarkCount(in range: Range<Int>) -> Int {
    var markCount = 0
    var last: UInt8 = 0
    for position in range {
      let byte = self[position]
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        if byte != last { markCount += 1 }
      default: break
      }
      last = byte
    }
    return markCount
  }

  /// Whether a line has what the second line of a table has, and nothing else.
  fileprivate func isTableMarker(_ range: Range<Int>) -> Bool {
    var hasDash = false
    for position in range {
      switch self[position] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x09...0x0D, 0x20: break
      default: return false
      }
    }
    return hasDash
  }
}

extension Int {
  /// The product, or the largest number where that is too small to hold it.
  fileprivate func multipliedOrMax(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
