import Diagnostics
import Text

extension MarkdownSource {
  /// The bytes of a reference's address in the file, or of its line where they cannot be told.
  ///
  /// cmark does not record where an address stands, so it is looked for from the reference's own
  /// place on, first behind a bracket, then among the definitions (`[label]: address`). Ask only
  /// where there is a problem to report.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func range(of reference: MarkdownReference) -> Range<Int> {
    range(of: reference, in: LineIndex(of: self))
  }

  /// The same, with the lines known already.
  func range(of reference: MarkdownReference, in lines: LineIndex) -> Range<Int> {
    let line = lines.range(ofLine: reference.line)
    let block = lines.range(ofLines: reference.line...max(reference.line, reference.lastLine))
    let start = min(line.lowerBound + max(reference.column - 1, 0), line.upperBound)
    if let inline = inlineDestination(of: reference, from: start, in: block) { return inline }
    for written in spellings(of: reference) {
      let found =
        occurrence(of: written, in: start..<block.upperBound, as: reference.kind)
        ?? occurrence(of: written, in: block, as: reference.kind)
        ?? definition(of: written)
      if let found { return found }
    }
    return withoutWhiteSpace(line)
  }

  /// The address behind `](` of the link or image that begins at a position, if one does.
  private func inlineDestination(
    of reference: MarkdownReference, from start: Int, in block: Range<Int>
  ) -> Range<Int>? {
    let bytes = text.bytes
    guard reference.column > 0, start < block.upperBound else { return nil }
    let isImage = bytes.has("![", at: start)
    guard isImage == (reference.kind == .image), isImage || bytes[start] == UInt8(ascii: "[") else {
      return nil
    }
    guard let textEnd = closingBracket(from: start, before: block.upperBound),
      bytes.has("](", at: textEnd)
    else { return nil }
    var first = textEnd + 2
    while first < block.upperBound, bytes[first] <= 0x20 { first += 1 }
    let isInBrackets = first < block.upperBound && bytes[first] == UInt8(ascii: "<")
    if isInBrackets { first += 1 }
    var end = first
    var depth = 0
    while end < block.upperBound {
      let byte = bytes[end]
      if isInBrackets ? byte == UInt8(ascii: ">") : byte <= 0x20 { break }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")"), !isInBrackets {
        if depth == 0 { break }
        depth -= 1
      }
      end += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    let written = bytes[first..<min(end, block.upperBound)]
    // A position that was off leads to another link: its address must be the one, or be encoded.
    let isEncoded = written.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\\") }
    guard isEncoded || written.elementsEqual(reference.destination.utf8) else { return nil }
    return first..<written.endIndex
  }

  /// The `]` that belongs to the first `[` from a position on.
  private func closingBracket(from start: Int, before end: Int) -> Int? {
    var depth = 0
    var position = start
    while position < end {
      switch text.bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// How the author may have written what cmark decoded.
  private func spellings(of reference: MarkdownReference) -> [Bytes] {
    let decoded = Bytes(reference.destination.utf8)
    guard !decoded.isEmpty else { return [] }
    var spellings = [decoded]
    for added in ["http://", "mailto:"] where reference.destination.hasPrefix(added) {
      spellings.append(Bytes(decoded.dropFirst(added.utf8.count)))
    }
    if decoded.contains(UInt8(ascii: "&")) {
      var escaped = Bytes()
      for byte in decoded {
        escaped.append(byte)
        if byte == UInt8(ascii: "&") { escaped.append("amp;") }
      }
      spellings.append(escaped)
    }
    return spellings
  }

  /// The first place of an address in a range, preferably behind `(` or `<`: a link's text may
  /// repeat its address.
  private func occurrence(
    of address: Bytes, in range: Range<Int>, as kind: MarkdownReference.Kind
  ) -> Range<Int>? {
    var first: Range<Int>?
    var rest = range
    while let found = text.bytes.firstRange(of: address, in: rest) {
      let before = found.lowerBound > 0 ? text.bytes[found.lowerBound - 1] : 0x20
      if kind == .autolink || before == UInt8(ascii: "(") || before == UInt8(ascii: "<") {
        return found
      }
      if first == nil { first = found }
      rest = found.upperBound..<range.upperBound
    }
    return first
  }

  /// The first place of an address behind `]:`, as in a reference definition.
  private func definition(of address: Bytes) -> Range<Int>? {
    var rest = body
    while let found = text.bytes.firstRange(of: address, in: rest) {
      var before = found.lowerBound
      while before > body.lowerBound,
        [0x20, 0x09, 0x0A, 0x0D, 0x3C].contains(text.bytes[before - 1])
      {
        before -= 1
      }
      if text.bytes.has("]:", at: before - 2) { return found }
      rest = found.upperBound..<body.upperBound
    }
    return nil
  }

  private func withoutWhiteSpace(_ range: Range<Int>) -> Range<Int> {
    let content = text.bytes[range].trimmed
    return content.startIndex..<content.endIndex
  }
}
