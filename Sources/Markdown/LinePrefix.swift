/// The quotes and list items that a line begins with.
struct LinePrefix {
  /// How many they are; two columns of white space among them count as one more, since a line that
  /// is indented may stand in as many lists of the lines above.
  private(set) var depth = 0
  /// Where what is no marker and no white space begins, at the latest at the line's end.
  private(set) var contentStart: Int
  /// Whether the line has nothing but white space and `>`.
  private(set) var isBlank = true

  private let start: Int

  /// Reads a line's beginning.
  init(of bytes: Span<UInt8>, at start: Int) {
    self.start = start
    contentStart = start
    var columns = 0
    var columnsBeforeMarker = 0
    var markerCount = 0
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case 0x20:
        columns += 1
        position += 1
      case 0x09:
        columns += 4
        position += 1
      case UInt8(ascii: ">"):
        // Indented further, it may be text that continues a paragraph.
        if columns - columnsBeforeMarker >= 4 { isBlank = false }
        columnsBeforeMarker = columns
        markerCount += 1
        position += 1
      default:
        guard let length = bytes.listMarkerLength(at: position) else {
          isBlank = isBlank && bytes[position] < 0x20
          finish(at: position, markerCount, columns)
          return
        }
        isBlank = false
        markerCount += 1
        position += length
      }
    }
    finish(at: position, markerCount, columns)
  }

  private mutating func finish(at position: Int, _ markerCount: Int, _ columns: Int) {
    contentStart = position
    // White space in front of other text opens no list.
    depth = markerCount == 0 ? 0 : markerCount + columns / 2
  }

  /// Whether the line is a rule like `* * *`, possibly in a quote, and not that many lists.
  func endsInThematicBreak(in bytes: Span<UInt8>) -> Bool {
    var marker: UInt8?
    for position in start..<contentStart where bytes[position] != 0x20 && bytes[position] != 0x09 {
      switch bytes[position] {
      case UInt8(ascii: ">") where marker == nil: continue
      case UInt8(ascii: "-"), UInt8(ascii: "*"):
        if let marker, marker != bytes[position] { return false }
        marker = bytes[position]
      default: return false
      }
    }
    return marker != nil && (contentStart == bytes.count || bytes[contentStart] < 0x20)
  }
}

extension Span where Element == UInt8 {
  /// The length of a list's marker (`-`, `+`, `*`, `1.`, `1)`) that white space follows.
  fileprivate func listMarkerLength(at start: Int) -> Int? {
    var position = start
    switch self[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while position < count, position - start < 10, (0x30...0x39).contains(self[position]) {
        position += 1
      }
      guard position < count,
        self[position] == UInt8(ascii: ".") || self[position] == UInt8(ascii: ")")
      else { return nil }
    default: return nil
    }
    let end = position + 1
    return end == count || self[end] <= 0x20 ? end - start : nil
  }
}
