extension String {
  /// The text as a YAML scalar in one line: plain where every reader of YAML 1.1 and 1.2 reads a
  /// plain one as this text, otherwise in quotation marks.
  ///
  /// Single ones serve a text with `"` or `\` in it, and double ones with escapes what cannot stand
  /// in a line as it is (YAML 1.2, sections 5.7 and 7.3).
  var yamlScalar: String {
    if isPlainYAML { return self }
    let needsEscapes = unicodeScalars.contains { !$0.isPrintableInYAMLLine }
    guard needsEscapes || !contains(where: { $0 == "\"" || $0 == "\\" }) else {
      return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'"
    }
    return "\"" + unicodeScalars.map(\.escapedForYAML).joined() + "\""
  }

  private var isPlainYAML: Bool {
    let scalars = Array(unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ",
      last != ":", !"-?:,[]{}#&*!|>'\"%@`=<~".unicodeScalars.contains(first)
    else { return false }
    guard scalars.allSatisfy(\.isPrintableInYAMLLine) else { return false }
    for (mark, next) in zip(scalars, scalars.dropFirst())
    where mark == ":" && next == " " || mark == " " && next == "#" {
      return false
    }
    return !isReadAsTypeInYAML(first)
  }

  /// Whether some version of YAML reads the plain text as a truth value, nothing, a number or a time.
  private func isReadAsTypeInYAML(_ first: Unicode.Scalar) -> Bool {
    if "+.0123456789".unicodeScalars.contains(first) {
      return unicodeScalars.allSatisfy {
        "+-.:_0123456789abcdefoxABCDEFOX TtZzinINF"
          .unicodeScalars.contains($0)
      }
    }
    return ["true", "false", "yes", "no", "on", "off", "y", "n", "null"].contains(lowercased())
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a line of YAML as it is: printable, and no end of a line, tab or mark
  /// of byte order.
  fileprivate var isPrintableInYAMLLine: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  /// The character within double quotation marks.
  fileprivate var escapedForYAML: String {
    switch self {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      guard !isPrintableInYAMLLine else { return String(Character(self)) }
      let digits = String(value, radix: 16, uppercase: true)
      let width = value <= 0xFF ? 2 : value <= 0xFFFF ? 4 : 8
      let mark = width == 2 ? "x" : width == 4 ? "u" : "U"
      return "\\" + mark + String(repeating: "0", count: width - digits.count) + digits
    }
  }
}
