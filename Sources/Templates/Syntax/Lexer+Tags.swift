import Text

extension Lexer {
  /// Reads the inside of `{{ … }}` or `{% … %}` up to its end.
  mutating func readInside(isOutput: Bool, opener: Int, end: Int) {
    tokens.append(
      Token(
        kind: isOutput ? .outputStart : .tagStart, span: ByteSpan(opener, position)))
    openBrackets.removeAll()
    while true {
      while position < end, bytes[position].isTemplateSpace { position += 1 }
      guard position < end else {
        reportUnclosed(opener: opener, isOutput: isOutput)
        return
      }
      if let length = closerLength(isOutput: isOutput, end: end) {
        closeTag(isOutput: isOutput, length: length)
        return
      }
      if startsAnotherTag(end: end) {
        reportUnclosed(opener: opener, isOutput: isOutput)
        return
      }
      readToken(end: end)
    }
  }

  private mutating func closeTag(isOutput: Bool, length: Int) {
    noteTagEnd(modifier: length == 3 ? bytes[position] : nil, isOutput: isOutput)
    let span = ByteSpan(position, position + length)
    let isRight = bytes[position + length - 2] == UInt8(ascii: isOutput ? "}" : "%")
    if !isRight {
      report(
        isOutput ? "'{{' is closed by '%}'" : "'{%' is closed by '}}'", position,
        position + length, help: ["write `\(isOutput ? "}}" : "%}")`"])
      tokens.append(Token(kind: .invalid, span: span))
    }
    tokens.append(Token(kind: isOutput ? .outputEnd : .tagEnd, span: span))
    position += length
  }

  /// How long the end of a tag is that stands here: `}}`, `-}}`, `%}` or `-%}`; nil for none.
  ///
  /// A `}` that closes a dictionary is no end; the wrong kind of end is one, and reported.
  private func closerLength(isOutput: Bool, end: Int) -> Int? {
    let hasModifier =
      bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
    let start = hasModifier ? position + 1 : position
    guard start + 1 < end, bytes[start + 1] == UInt8(ascii: "}") else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "%"): return start + 2 - position
    case UInt8(ascii: "}"):
      return openBrackets.last == .openBrace ? nil : start + 2 - position
    default: return nil
    }
  }

  /// `{%` or `{{` of the next tag, which no expression can hold.
  private func startsAnotherTag(end: Int) -> Bool {
    guard bytes[position] == UInt8(ascii: "{"), let next = byte(at: position + 1, before: end)
    else { return false }
    return next == UInt8(ascii: "%") || next == UInt8(ascii: "{") || next == UInt8(ascii: "#")
  }

  private mutating func reportUnclosed(opener: Int, isOutput: Bool) {
    report(
      "'\(isOutput ? "{{" : "{%")' is never closed", opener, opener + 2,
      help: ["end it with `\(isOutput ? "}}" : "%}")`"])
    let span = ByteSpan(position, position)
    tokens.append(Token(kind: .invalid, span: span))
    tokens.append(Token(kind: isOutput ? .outputEnd : .tagEnd, span: span))
  }

  private mutating func readToken(end: Int) {
    let start = position
    let first = bytes[start]
    if first.isNameStart {
      while position < end, bytes[position].isNameStart || bytes[position].isASCIIDigit {
        position += 1
      }
      append(.name, from: start)
    } else if first.isASCIIDigit {
      readNumber(end: end)
    } else if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      readString(end: end)
    } else if let symbol = Punctuation(first, byte(at: start + 1, before: end)) {
      position += symbol.rawValue.utf8.count
      append(.symbol(symbol), from: start)
      noteBracket(symbol)
    } else {
      while position < end, bytes[position] == first { position += 1 }
      let shown = String(repeating: Character(Unicode.Scalar(first)), count: position - start)
      let isPrintable = first > 0x20 && first < 0x7F
      report(
        "unexpected \(isPrintable ? "'\(shown)'" : "character")", start, position,
        help: operatorHelp(first))
      append(.invalid, from: start)
    }
  }

  private func operatorHelp(_ byte: UInt8) -> [String] {
    switch byte {
    case UInt8(ascii: "&"): ["write `and`"]
    case UInt8(ascii: "!"): ["write `not`"]
    case UInt8(ascii: "?"): ["write `a if condition else b`, or `?.` before an attribute"]
    default: []
    }
  }

  private mutating func noteBracket(_ symbol: Punctuation) {
    if symbol.closing != nil {
      openBrackets.append(symbol)
    } else if let open = openBrackets.last, open.closing == symbol {
      openBrackets.removeLast()
    }
  }

  private mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, span: ByteSpan(start, position)))
  }

  /// `42`, `1_000`, `0xff`, `4.2`, `1e3`; the dot of `1.upper` is none of a number.
  private mutating func readNumber(end: Int) {
    let start = position
    var kind = Token.Kind.integer
    if readRadix(end: end) { return append(.integer, from: start) }
    skipDigits(end)
    if byte(at: position, before: end) == UInt8(ascii: "."),
      byte(at: position + 1, before: end)?.isASCIIDigit == true,
      tokens.last?.kind != .symbol(.dot)
    {
      kind = .float
      position += 1
      skipDigits(end)
    }
    if let exponent = byte(at: position, before: end), exponent | 0x20 == UInt8(ascii: "e") {
      var digits = position + 1
      if let sign = byte(at: digits, before: end), sign == UInt8(ascii: "-") || sign == 0x2B {
        digits += 1
      }
      if byte(at: digits, before: end)?.isASCIIDigit == true {
        kind = .float
        position = digits
        skipDigits(end)
      }
    }
    append(kind, from: start)
  }

  /// A number with another base than ten: `0xff`, `0o17`, `0b101`.
  private mutating func readRadix(end: Int) -> Bool {
    guard bytes[position] == UInt8(ascii: "0"), let letter = byte(at: position + 1, before: end),
      radix(ofNumberWith: letter) != nil,
      let first = byte(at: position + 2, before: end), first.isASCIIDigit || first.isNameStart
    else { return false }
    position += 2
    while position < end, bytes[position].isASCIIDigit || bytes[position].isNameStart {
      position += 1
    }
    return true
  }

  private mutating func skipDigits(_ end: Int) {
    while position < end, bytes[position].isASCIIDigit || bytes[position] == UInt8(ascii: "_") {
      position += 1
    }
  }

  private mutating func readString(end: Int) {
    let start = position
    let quote = bytes[start]
    position += 1
    while position < end, bytes[position] != quote {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    let leavesLine = bytes[start..<min(position, end)].contains { $0 == 0x0A || $0 == 0x0D }
    let swallowed = position >= end || leavesLine ? tagCloser(inLineFrom: start, end) : nil
    if let swallowed, position >= end || swallowed.isFound {
      // The text swallowed the end of its tag: only the rest of the tag is lost.
      position = swallowed.position
      report(
        "the text is never closed", start, start + 1,
        help: ["end it with \(quote == 0x22 ? "`\"`" : "`'`")"])
      append(.invalid, from: start)
      openBrackets.removeAll()
      return
    }
    position += 1
    append(.string, from: start)
  }

  /// The first end of a tag in the line, or the end of the line where it has none.
  private func tagCloser(inLineFrom start: Int, _ end: Int) -> (position: Int, isFound: Bool) {
    let lineEnd = bytes[start..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
    for index in start..<lineEnd where index + 1 < lineEnd && bytes[index + 1] == 0x7D {
      if bytes[index] == UInt8(ascii: "%") || bytes[index] == 0x7D { return (index, true) }
    }
    return (lineEnd, false)
  }
}

/// The base of a number by the letter after its first zero; nil for none.
func radix(ofNumberWith letter: UInt8) -> Int? {
  switch letter | 0x20 {
  case UInt8(ascii: "x"): 16
  case UInt8(ascii: "o"): 8
  case UInt8(ascii: "b"): 2
  default: nil
  }
}
