import Text

extension Lexer {
  /// What ends a run of text: the tag after it decides about the white space before it.
  struct OpenerKind {
    let isOutput: Bool
    let modifier: UInt8?
  }

  /// Appends the text between two tags, without the white space that they take away.
  mutating func appendText(_ start: Int, _ end: Int, before opener: OpenerKind?) {
    var start = start
    var end = end
    switch pendingTrim {
    case .none: break
    case .lineBreak:
      if start < end, bytes[start] == 0x0D, start + 1 < end, bytes[start + 1] == 0x0A { start += 1 }
      if start < end, bytes[start] == 0x0A { start += 1 }
    case .whiteSpace: while start < end, bytes[start].isTemplateSpace { start += 1 }
    }
    pendingTrim = .none
    if let opener {
      if opener.modifier == UInt8(ascii: "-") {
        while end > start, bytes[end - 1].isTemplateSpace { end -= 1 }
      } else if options.stripsBlockIndents, !opener.isOutput, opener.modifier != UInt8(ascii: "+") {
        end = indentStart(start, end)
      }
    }
    if start < end { tokens.append(Token(kind: .text, span: ByteSpan(start, end))) }
  }

  /// Where the spaces before a tag begin, if nothing else stands before it in its line.
  private func indentStart(_ start: Int, _ end: Int) -> Int {
    var index = end
    while index > start, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    let isLineStart = index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
    return isLineStart ? index : end
  }

  /// Notes what the end of a tag does to the text after it, given the byte before its delimiter.
  mutating func noteTagEnd(modifier: UInt8?, isOutput: Bool) {
    if modifier == UInt8(ascii: "-") {
      pendingTrim = .whiteSpace
    } else if options.trimsBlocks, !isOutput, modifier != UInt8(ascii: "+") {
      pendingTrim = .lineBreak
    }
  }

  mutating func skipComment(from opener: Int, end: Int) {
    // `{#-#}` is a comment too: its hyphen may serve both ends.
    var index = opener + 2
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "}") {
        noteTagEnd(modifier: index > opener + 2 ? bytes[index - 1] : nil, isOutput: false)
        position = index + 2
        return
      }
      index += 1
    }
    report(
      "the comment is never closed", opener, opener + 2, help: ["end it with `#}`"])
    position = end
  }

  /// Where the text of `{% raw %}` begins, if this tag is one.
  func rawStart(end: Int) -> Int? {
    var index = position
    guard skip("raw", &index, end) else { return nil }
    return index
  }

  mutating func readRaw(from opener: Int, bodyStart: Int, end: Int) {
    noteTagEnd(modifier: bytes[bodyStart - 3], isOutput: false)
    var index = bodyStart
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "%") {
        var after = index + 2
        let modifier = byte(at: after, before: end)
        if modifier == UInt8(ascii: "-") || modifier == UInt8(ascii: "+") { after += 1 }
        if skip("endraw", &after, end) {
          appendText(
            bodyStart, index, before: OpenerKind(isOutput: false, modifier: modifier))
          noteTagEnd(modifier: bytes[after - 3], isOutput: false)
          position = after
          return
        }
      }
      index += 1
    }
    report(
      "'raw' is never closed", opener, bodyStart, help: ["end it with `{% endraw %}`"])
    position = end
  }

  /// Moves past a keyword that is all there is in a tag, and past the end of the tag.
  private func skip(_ keyword: String, _ index: inout Int, _ end: Int) -> Bool {
    var position = index
    while position < end, bytes[position].isTemplateSpace { position += 1 }
    for character in keyword.utf8 {
      guard position < end, bytes[position] == character else { return false }
      position += 1
    }
    while position < end, bytes[position].isTemplateSpace { position += 1 }
    if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
    {
      position += 1
    }
    guard position + 1 < end, bytes[position] == UInt8(ascii: "%"),
      bytes[position + 1] == UInt8(ascii: "}")
    else { return false }
    index = position + 2
    return true
  }
}

extension UInt8 {
  /// White space as templates see it: space, tab, line feed, vertical tab, form feed, return.
  var isTemplateSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// A letter, an underscore or a byte of a letter outside ASCII.
  var isNameStart: Bool {
    isASCIILetter || self == UInt8(ascii: "_") || self >= 0x80
  }
}
