import CivilTime
import Diagnostics
import Text

/// Writes values as JSON that can stand inside `<script>` and in attributes.
///
/// `<`, `>`, `&` and `'` are written as `\u003c` and so on, as Jinja does, so that no text can end
/// the element; U+2028 and U+2029 as well, which end a line in old JavaScript.
struct JSONWriter {
  private(set) var bytes = Bytes()
  private let indent: Int
  private let limits: TemplateLimits

  init(indent: Int?, limits: TemplateLimits) {
    self.indent = min(max(indent ?? 0, 0), 16)
    self.limits = limits
  }

  mutating func write(_ value: TemplateValue, depth: Int) throws(TemplateFailure) {
    guard depth < deepestValue, bytes.count <= limits.outputBytes else {
      throw .limit("the value is too large for JSON")
    }
    switch value {
    case .none: bytes.append("null")
    case .bool(let value): bytes.append(value ? "true" : "false")
    case .integer(let integer): bytes.append(decimal: integer)
    case .number(let number):
      guard number.isFinite else {
        throw TemplateFailure("wrong-kind", "JSON has no number '\(number)'")
      }
      bytes.append(number.description)
    case .text(let text): write(text)
    case .markup(let markup): write(markup.text)
    case .date(let date): write(date.iso8601)
    case .list, .tuple, .sequence: try writeList(value.items ?? .list([]), depth)
    case .dictionary(let dictionary): try write(dictionary, depth)
    case .undefined, .object, .function, .reference:
      if let text = value.asWrittenText { return write(text) }
      throw TemplateFailure(
        "wrong-kind", "\(value.kindName) cannot be written as JSON",
        help: ["write a dictionary of what is needed: `{\"title\": page.title} | tojson`"])
    }
  }

  private mutating func write(_ text: String) {
    var quoted = Bytes()
    quoted.append(jsonString: text)
    for (index, byte) in quoted.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): bytes.append("\\u003c")
      case UInt8(ascii: ">"): bytes.append("\\u003e")
      case UInt8(ascii: "&"): bytes.append("\\u0026")
      case UInt8(ascii: "'"): bytes.append("\\u0027")
      case 0xA8, 0xA9:
        guard index > 1, quoted[index - 1] == 0x80, quoted[index - 2] == 0xE2 else {
          bytes.append(byte)
          continue
        }
        bytes.removeLast(2)
        bytes.append(byte == 0xA8 ? "\\u2028" : "\\u2029")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func writeList(_ items: TemplateItems, _ depth: Int) throws(TemplateFailure) {
    bytes.append("[")
    for index in 0..<items.count {
      separate(index, depth + 1)
      try write(items[index], depth: depth + 1)
    }
    end(items.count, depth)
    bytes.append("]")
  }

  private mutating func write(_ dictionary: TemplateDictionary, _ depth: Int)
    throws(TemplateFailure)
  {
    bytes.append("{")
    for (index, key) in dictionary.keys.enumerated() {
      separate(index, depth + 1)
      write(key)
      bytes.append(": ")
      try write(dictionary.values[index], depth: depth + 1)
    }
    end(dictionary.count, depth)
    bytes.append("}")
  }

  private mutating func separate(_ index: Int, _ depth: Int) {
    if index > 0 { bytes.append(indent > 0 ? "," : ", ") }
    if indent > 0 { breakLine(depth) }
  }

  private mutating func end(_ count: Int, _ depth: Int) {
    if indent > 0, count > 0 { breakLine(depth) }
  }

  private mutating func breakLine(_ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indent))
  }
}
