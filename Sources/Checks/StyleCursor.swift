internal import Text

/// A forward pass over a style sheet.
struct StyleCursor {
  /// What stands before a block or a semicolon.
  struct Prelude {
    /// How it ends.
    enum End {
      case block
      case statement
      case blockEnd
    }

    let text: String
    let end: End
  }

  private let bytes: Bytes
  private var position = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// What stands before the next `{`, `;` or `}`, without comments; nil at the end.
  mutating func prelude() -> Prelude? {
    var text = Bytes()
    var depth = 0
    while position < bytes.count {
      if skipComment() { continue }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        copyString(byte, into: &text)
        continue
      }
      position += 1
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "{") where depth <= 0: return Prelude(text: trimmed(text), end: .block)
      case UInt8(ascii: ";") where depth <= 0: return Prelude(text: trimmed(text), end: .statement)
      case UInt8(ascii: "}"): return Prelude(text: trimmed(text), end: .blockEnd)
      default: break
      }
      text.append(byte)
    }
    return text.allSatisfy(\.isSpace) ? nil : Prelude(text: trimmed(text), end: .statement)
  }

  /// The declarations up to the end of the block; nested rules are passed over.
  mutating func declarations() -> [StyleDeclaration] {
    var declarations: [StyleDeclaration] = []
    while let part = prelude() {
      if part.end == .block {
        skipBlock()
        continue
      }
      if let declaration = declaration(part.text) { declarations.append(declaration) }
      if part.end == .blockEnd { break }
    }
    return declarations
  }

  /// Passes over a block whose `{` was read, with all blocks in it.
  mutating func skipBlock() {
    var depth = 1
    while depth > 0, let part = prelude() {
      switch part.end {
      case .block: depth += 1
      case .blockEnd: depth -= 1
      case .statement: break
      }
    }
  }

  private func declaration(_ text: String) -> StyleDeclaration? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = trimmed(Bytes(text[..<colon].utf8))
    var value = trimmed(Bytes(text[text.index(after: colon)...].utf8))
    let isImportant = value.lowercased().hasSuffix("!important")
    if isImportant { value = trimmed(Bytes(value.dropLast(10).utf8)) }
    guard !name.isEmpty, !value.isEmpty else { return nil }
    return StyleDeclaration(
      name: name.hasPrefix("--") ? name : name.lowercased(), value: value, isImportant: isImportant)
  }

  private mutating func skipComment() -> Bool {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "/"),
      bytes[position + 1] == UInt8(ascii: "*")
    else { return false }
    position += 2
    while position + 1 < bytes.count,
      bytes[position] != UInt8(ascii: "*") || bytes[position + 1] != UInt8(ascii: "/")
    { position += 1 }
    position = min(position + 2, bytes.count)
    return true
  }

  private mutating func copyString(_ quote: UInt8, into text: inout Bytes) {
    repeat {
      text.append(bytes[position])
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        position += 1
        text.append(bytes[position])
      }
      position += 1
    } while position < bytes.count && bytes[position] != quote
    if position < bytes.count {
      text.append(quote)
      position += 1
    }
  }

  private func trimmed(_ text: Bytes) -> String {
    let start = text.drop(while: \.isSpace)
    let end = start.lastIndex { !$0.isSpace } ?? start.startIndex
    return start.isEmpty ? "" : start[...end].text
  }
}
