private import Text

extension SourceText {
  /// A warning of the control characters in a part of the file, at the first one; nil where there is
  /// none, which is nearly always.
  public func controlCharacterProblem(in range: Range<Int>) -> Diagnostic? {
    guard let first = bytes.span.firstControlCharacter(in: range) else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    let found = text.unicodeScalars.filter(\.isControlCharacter)
    return .controlCharacters(Array(found), at: location(of: first))
  }
}

extension Diagnostic {
  /// A warning of characters that no page can hold and that are left out of what is published.
  ///
  /// - Parameters:
  ///   - characters: the characters, the first of which is named.
  ///   - location: where the first one stands.
  /// - Returns: the warning.
  public static func controlCharacters(
    _ characters: [Unicode.Scalar], at location: TextLocation
  ) -> Diagnostic {
    let name = characters.first?.nameForMessage ?? "a control character"
    let others =
      switch characters.count {
      case ...1: ""
      case 2: ", and one more in the same text"
      default: ", and \(characters.count - 1) more in the same text"
      }
    return .warning(
      "control-character", "\(name) is left out: pages cannot hold it\(others)", at: location,
      help: ["delete it; it usually comes from pasting out of a PDF or a word processor"])
  }
}

extension Unicode.Scalar {
  /// What people may know the character by: `U+0008 (backspace)`.
  fileprivate var nameForMessage: String {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(code) (\(name))"
  }

  /// Those that programs and keyboards do leave in texts have names here.
  private var name: String {
    switch value {
    case 0x00: "null"
    case 0x03: "end of text"
    case 0x08: "backspace"
    case 0x0B: "vertical tab"
    case 0x0C: "form feed"
    case 0x1B: "escape"
    case 0x7F: "delete"
    case 0x85: "next line"
    default: value < 0xA0 ? "a control character" : "no character"
    }
  }
}
