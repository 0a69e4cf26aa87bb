import CivilTime
import Diagnostics
import Text

extension TemplateValue {
  /// Appends the value as `{{ … }}` prints it.
  ///
  /// Printing `none` is a failure, since it is a forgotten case far more often than a wish.
  func append(to output: inout Bytes, escapedFor kind: OutputKind) throws(TemplateFailure) {
    switch self {
    case .text(let text): output.append(text, escapedFor: kind)
    case .markup(let bytes): output.append(contentsOf: bytes)
    case .integer(let integer): output.append(decimal: integer)
    case .number(let number): output.append(number.description)
    case .bool(let value): output.append(value ? "True" : "False")
    case .date(let date): output.append(date.iso8601)
    case .undefined(.noElse): break
    case .undefined: throw TemplateFailure("undefined-name", "the value is not defined")
    case .none:
      throw TemplateFailure(
        "printed-none", "the value is none",
        help: ["give it another value with `| default('…')`, or test it with `if`"])
    case .list, .tuple, .sequence, .dictionary:
      var text = Bytes()
      try appendLiteral(to: &text, depth: 0)
      output.append(text.text, escapedFor: kind)
    case .object(let box):
      if let text = box.object.printedText { return output.append(text, escapedFor: kind) }
      if box.type === TemplateGroup.type, let parts = box.object.elements {
        return try TemplateValue.tuple(parts).append(to: &output, escapedFor: kind)
      }
      throw TemplateFailure(
        "printed-object", "\(box.type.nameWithArticle) cannot be printed",
        help: [
          "print one of its attributes: "
            + box.type.attributes.prefix(24).joined(separator: ", ")
        ])
    case .function(let function):
      throw TemplateFailure(
        "printed-function", "the function '\(function.name)' cannot be printed",
        help: ["call it: `\(function.name)()`"])
    case .reference: throw TemplateFailure("printed-object", "\(kindName) cannot be printed")
    }
  }

  /// The value as text, unescaped; as `append(to:escapedFor:)` prints it.
  public func printed() throws(TemplateFailure) -> String {
    if let text = asText { return text }
    var bytes = Bytes()
    try append(to: &bytes, escapedFor: .plain)
    return bytes.text
  }

  /// Appends a value as it is written inside a printed list, as Python writes it.
  func appendLiteral(to output: inout Bytes, depth: Int) throws(TemplateFailure) {
    guard depth < deepestValue else {
      throw TemplateFailure("limit-reached", "the value is nested too deeply to be printed")
    }
    switch self {
    case .text(let text): output.append(literal: text)
    case .markup(let bytes): output.append(literal: bytes.text)
    case .none: output.append("None")
    case .undefined: output.append("undefined")
    case .list, .sequence:
      output.append("[")
      try appendLiterals(to: &output, depth: depth)
      output.append("]")
    case .tuple(let values):
      output.append("(")
      try appendLiterals(to: &output, depth: depth)
      output.append(values.count == 1 ? ",)" : ")")
    case .dictionary(let dictionary):
      output.append("{")
      for (index, key) in dictionary.keys.enumerated() {
        if index > 0 { output.append(", ") }
        output.append(literal: key)
        output.append(": ")
        try dictionary.values[index].appendLiteral(to: &output, depth: depth + 1)
      }
      output.append("}")
    default: try append(to: &output, escapedFor: .plain)
    }
  }

  private func appendLiterals(to output: inout Bytes, depth: Int) throws(TemplateFailure) {
    guard let items else { return }
    for index in 0..<items.count {
      if index > 0 { output.append(", ") }
      try items[index].appendLiteral(to: &output, depth: depth + 1)
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends a text in single quotation marks, or in double ones where it has only single ones.
  fileprivate mutating func append(literal text: String) {
    let hasSingle = text.utf8.contains(UInt8(ascii: "'"))
    let quote = UInt8(ascii: hasSingle && !text.utf8.contains(UInt8(ascii: "\"")) ? "\"" : "'")
    append(quote)
    for byte in text.utf8 {
      switch byte {
      case quote, UInt8(ascii: "\\"): append(contentsOf: [UInt8(ascii: "\\"), byte])
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F: append("\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: append(byte)
      }
    }
    append(quote)
  }
}
