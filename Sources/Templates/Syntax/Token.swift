internal import Text

/// A piece of a template, with its place.
struct Token: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// Output as it stands.
    case text
    /// `{{`
    case outputStart
    /// `}}`
    case outputEnd
    /// `{%`
    case tagStart
    /// `%}`
    case tagEnd
    /// A word: a variable, a filter, a keyword.
    case name
    /// `42`
    case integer
    /// `4.2`
    case float
    /// A text in quotation marks, which belong to the span.
    case string
    /// An operator or a bracket.
    case symbol(Punctuation)
    /// Something whose problem has been reported; the rest of the tag is skipped.
    case invalid
    /// The end of the file.
    case end
  }

  let kind: Kind
  let span: ByteSpan
}

/// An operator or a bracket.
enum Punctuation: String, Sendable, CaseIterable {
  case floorDivide = "//"
  case power = "**"
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case optionalDot = "?."
  case optionalBracket = "?["
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case modulo = "%"
  case tilde = "~"
  case less = "<"
  case greater = ">"
  case assign = "="
  case dot = "."
  case comma = ","
  case colon = ":"
  case pipe = "|"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"

  /// The operators of one byte, by that byte.
  private static let ofOneByte: [Punctuation?] = {
    var table = [Punctuation?](repeating: nil, count: 256)
    for operation in allCases where operation.rawValue.utf8.count == 1 {
      for byte in operation.rawValue.utf8 { table[Int(byte)] = operation }
    }
    return table
  }()
  private static let ofTwoBytes = allCases.filter { $0.rawValue.utf8.count == 2 }.map {
    (bytes: Bytes($0.rawValue.utf8), operation: $0)
  }

  /// The longest operator at the beginning of two bytes.
  init?(_ first: UInt8, _ second: UInt8?) {
    guard let operation = Self.pair(first, second) ?? Self.ofOneByte[Int(first)] else {
      return nil
    }
    self = operation
  }

  private static func pair(_ first: UInt8, _ second: UInt8?) -> Punctuation? {
    ofTwoBytes.first { $0.bytes[0] == first && $0.bytes[1] == second }?.operation
  }

  /// The bracket that closes this one.
  var closing: Punctuation? {
    switch self {
    case .openParenthesis: .closeParenthesis
    case .openBracket, .optionalBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }
}
