internal import Text

/// Bytes of a file that others take the place of.
struct ByteEdit {
  let range: Range<Int>
  let replacement: String

  init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension Array where Element == UInt8 {
  /// The bytes with edits made, whose ranges do not overlap; those at one place in their order.
  func applying(_ edits: [ByteEdit]) -> Bytes {
    var result = Bytes()
    var position = 0
    let inOrder = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in inOrder {
      result.append(contentsOf: self[position..<edit.range.lowerBound])
      result.append(edit.replacement)
      position = edit.range.upperBound
    }
    result.append(contentsOf: self[position...])
    return result
  }
}
