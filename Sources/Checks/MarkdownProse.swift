internal import Text

/// The parts of a Markdown text that people read: without code, addresses and tags.
struct MarkdownProse {
  private let bytes: Bytes
  private let end: Int
  private var position: Int
  private var start: Int
  /// The last `>`: a tag that begins behind it ends nowhere.
  private let lastTagEnd: Int
  /// The pieces of prose, in order.
  private(set) var ranges: [Range<Int>] = []

  /// Looks through the Markdown in a range of a file.
  ///
  /// - Complexity: O(*n*), times the number of different runs of backquotes that nothing ends.
  init(_ bytes: Bytes, _ body: Range<Int>) {
    self.bytes = bytes
    end = min(body.upperBound, bytes.count)
    position = min(body.lowerBound, end)
    start = position
    lastTagEnd = bytes[position..<end].lastIndex(of: UInt8(ascii: ">")) ?? 0
    while position < end {
      if isAtLineStart, let fence = fenceLength() {
        skip(to: endOfFence(fence))
      } else if isAtLineStart, isDefinition {
        skip(to: endOfLine(from: position))
      } else {
        step()
      }
    }
    skip(to: end)
  }

  private mutating func step() {
    switch bytes[position] {
    case UInt8(ascii: "`"): skipCode()
    case UInt8(ascii: "\\"): position = min(position + 2, end)
    case UInt8(ascii: "]") where next(1) == UInt8(ascii: "("):
      position += 1
      skip(to: endOfDestination)
    case UInt8(ascii: "<") where isTagStart(next(1)) && position < lastTagEnd:
      skip(to: (bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? lastTagEnd) + 1)
    case UInt8(ascii: ":") where next(1) == UInt8(ascii: "/") && next(2) == UInt8(ascii: "/"):
      skipBareAddress()
    default: position += 1
    }
  }

  /// Ends a piece of prose here; the next begins at `place`.
  private mutating func skip(to place: Int) {
    if start < position { ranges.append(start..<position) }
    position = place
    start = place
  }

  private func next(_ distance: Int) -> UInt8 {
    position + distance < end ? bytes[position + distance] : 0
  }

  private func isTagStart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
  }

  private var isAtLineStart: Bool {
    position == 0 || bytes[position - 1] == 0x0A || bytes[position - 1] == 0x0D
  }

  private func endOfLine(from place: Int) -> Int {
    bytes[place..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
  }

  // MARK: Code

  /// The byte and the length of a fence that begins in this line, after up to three spaces.
  private func fenceLength() -> (byte: UInt8, count: Int)? {
    fence(at: position)
  }

  private func fence(at place: Int) -> (byte: UInt8, count: Int)? {
    var index = place
    while index < end, index < place + 3, bytes[index] == 0x20 { index += 1 }
    guard index < end else { return nil }
    let byte = bytes[index]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let count = bytes[index..<end].prefix { $0 == byte }.count
    return count >= 3 ? (byte, count) : nil
  }

  private func endOfFence(_ open: (byte: UInt8, count: Int)) -> Int {
    var line = endOfLine(from: position)
    while line < end {
      if let close = fence(at: line), close.byte == open.byte, close.count >= open.count {
        return endOfLine(from: line)
      }
      line = endOfLine(from: line)
    }
    return end
  }

  /// A run of backquotes opens code that as long a run ends; otherwise it is text.
  private mutating func skipCode() {
    let length = bytes[position..<end].prefix { $0 == UInt8(ascii: "`") }.count
    var index = position + length
    while index < end {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = bytes[index..<end].prefix { $0 == UInt8(ascii: "`") }.count
      if run == length {
        skip(to: index + run)
        return
      }
      index += run
    }
    position += length
  }

  // MARK: Addresses

  /// `[label]: address` at the beginning of a line.
  private var isDefinition: Bool {
    guard bytes[position] == UInt8(ascii: "["), next(1) != UInt8(ascii: "^") else { return false }
    let line = bytes[position..<endOfLine(from: position)]
    guard let close = line.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return close + 1 < line.endIndex && bytes[close + 1] == UInt8(ascii: ":")
  }

  /// Behind the `)` of a link's destination and title.
  private var endOfDestination: Int {
    var depth = 0
    for index in position..<end {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case 0x0A where index + 1 < end && bytes[index + 1] == 0x0A: return index
      default: break
      }
    }
    return end
  }

  /// `https://…` up to the next white space; its scheme is prose already, and harmless.
  private mutating func skipBareAddress() {
    skip(to: bytes[position..<end].firstIndex { $0.isSpace || $0 == UInt8(ascii: ">") } ?? end)
  }
}
