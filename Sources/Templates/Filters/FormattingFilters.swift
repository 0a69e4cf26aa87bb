import Diagnostics
import Text

extension TemplateFilter {
  /// Filters that lay out values as text.
  static let formattingFilters: [TemplateFilter] = [
    TemplateFilter("format", Signature(acceptsMore: true), format),
    TemplateFilter(
      "wordwrap",
      Signature(["width", "break_long_words", "wrapstring", "break_on_hyphens"]), wordWrap),
    TemplateFilter("pprint", Signature(), literal),
  ]

  /// A text with `%s` and the like filled in; what is filled into safe text is escaped.
  private static func format(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let text = try subject.filterText("format")
    guard arguments.positional.isEmpty || arguments.named.isEmpty else {
      throw TemplateFailure(
        "wrong-argument", "'format' takes arguments by position or by name, not both")
    }
    let isSafe = if case .markup = subject { true } else { false }
    let filled = try PercentFormat.filled(text, with: arguments, context.limits) {
      (value, specification) throws(TemplateFailure) in
      switch specification.kind {
      case "s" where isSafe:
        var specification = specification
        specification.kind = nil
        let escaped = try value.escapedText(ifNeededFor: subject, context)
        return try specification.written(.text(escaped))
      case "s":
        return try specification.written(.text(try value.printed()))
      case "r", "a":
        var specification = specification
        specification.kind = "s"
        return try specification.written(.text(try value.literal()))
      case "c":
        guard let text = value.asText else { return try specification.written(value) }
        guard text.unicodeScalars.count == 1 else {
          throw TemplateFailure("wrong-kind", "'%c' needs a single character")
        }
        return text
      case "d", "i", "u":
        guard let number = value.asNumber else {
          throw TemplateFailure("wrong-kind", "'%d' needs a number, and got \(value.kindName)")
        }
        let whole = value.asInteger ?? Int(exactly: number.rounded(.towardZero))
        return try specification.written(whole.map { .integer($0) } ?? value)
      default: return try specification.written(value)
      }
    }
    return subject.replacingText(filled)
  }

  /// A text with line breaks where its lines are longer than a width.
  private static func wordWrap(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let text = try subject.onlyText("wordwrap")
    let width = try arguments.integer(0, "width") ?? 79
    let separator = try arguments.text(2, "wrapstring") ?? "\n"
    guard width > 0 else {
      throw TemplateFailure("wrong-argument", "the width must be positive, and is \(width)")
    }
    let wrap = WordWrap(
      width: width, breaksWords: arguments.isTrue(1, "break_long_words", default: true),
      breaksHyphens: arguments.isTrue(3, "break_on_hyphens", default: true))
    let (size, overflow) = text.utf8.count.multipliedReportingOverflow(
      by: separator.utf8.count + 1)
    guard !overflow, size <= context.limits.outputBytes else {
      throw .limit("the text is larger than \(context.limits.outputBytes) bytes")
    }
    let lines = text.lines.map { wrap.lines(of: $0).joined(separator: separator) }
    return subject.replacingText(lines.joined(separator: separator))
  }

  /// A value as it would be written in a template, to look at while working on one.
  private static func literal(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    .text(try subject.literal())
  }
}

extension TemplateValue {
  /// The value as Python writes it inside a list: a text with its quotation marks.
  fileprivate func literal() throws(TemplateFailure) -> String {
    var bytes = Bytes()
    try appendLiteral(to: &bytes, depth: 0)
    return bytes.text
  }
}
