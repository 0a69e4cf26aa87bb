import Diagnostics
import Text

extension TemplateFilter {
  /// Filters that make or take apart HTML.
  static let markupFilters: [TemplateFilter] = [
    TemplateFilter("striptags", Signature(), stripTags),
    TemplateFilter("nl2br", Signature(), lineBreaks),
    TemplateFilter("xmlattr", Signature(["autospace"]), xmlAttributes),
  ]

  /// The text of HTML: without tags and comments, white space collapsed, references read.
  private static func stripTags(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    .text(TagStripper.text(of: Bytes(try subject.filterText("striptags").utf8)))
  }

  /// A text with `<br>` at the end of each line.
  private static func lineBreaks(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var escaped = Bytes()
    if case .markup(let bytes) = subject {
      escaped = bytes
    } else {
      escaped.append(escapingHTML: try subject.filterText("nl2br"))
    }
    var result = Bytes()
    for byte in escaped {
      if byte == UInt8(ascii: "\n") { result.append(context.kind == .xml ? "<br/>" : "<br>") }
      result.append(byte)
    }
    return .markup(result)
  }

  /// A dictionary as the attributes of an element; those that are none or undefined are left out.
  private static func xmlAttributes(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    guard case .dictionary(let dictionary) = subject else {
      throw .wrongSubject("xmlattr", "a dictionary", subject)
    }
    var parts: [String] = []
    for (key, value) in zip(dictionary.keys, dictionary.values) where value.isPresent {
      guard !key.isEmpty, !key.contains(where: { " \t\n\r/>=\"'".contains($0) }) else {
        throw TemplateFailure("wrong-argument", "'\(key)' cannot be the name of an attribute")
      }
      parts.append(key + "=\"" + (try value.escapedText(ifNeededFor: .markup([]), context)) + "\"")
    }
    let text = parts.joined(separator: " ")
    let needsSpace = arguments.isTrue(0, "autospace", default: true) && !text.isEmpty
    return .markup(Bytes(((needsSpace ? " " : "") + text).utf8))
  }
}
