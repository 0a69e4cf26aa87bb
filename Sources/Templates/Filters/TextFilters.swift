import Diagnostics
import Text

extension TemplateFilter {
  static let textFilters: [TemplateFilter] = [
    TemplateFilter("upper", Signature(), upper),
    TemplateFilter("lower", Signature(), lower),
    TemplateFilter("title", Signature(), title),
    TemplateFilter("capitalize", Signature(), capitalize),
    TemplateFilter("trim", Signature(["chars"]), trim),
    TemplateFilter("replace", Signature(["old", "new", "count"], required: 2), replace),
    TemplateFilter(
      "truncate", Signature(["length", "killwords", "end", "leeway"]), truncate),
    TemplateFilter("truncatewords", Signature(["count", "end"]), truncateWords),
    TemplateFilter("indent", Signature(["width", "first", "blank"]), indent),
    TemplateFilter("wordcount", Signature(), wordCount),
    TemplateFilter("center", Signature(["width"]), center),
    TemplateFilter("slug", Signature(), slugFilter),
    TemplateFilter("split", Signature(["separator"]), splitFilter),
    TemplateFilter("lines", Signature(), linesFilter),
    TemplateFilter("plural", Signature(["one", "other"], required: 2), plural),
    TemplateFilter("reading_time", Signature(["words_per_minute"]), readingTime),
  ]

  private static func upper(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    subject.replacingText(try subject.filterText("upper").uppercased())
  }

  private static func lower(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    subject.replacingText(try subject.filterText("lower").lowercased())
  }

  private static func title(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    .text(try subject.filterText("title").titleCased())
  }

  private static func capitalize(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    subject.replacingText(try subject.filterText("capitalize").capitalizedFirst())
  }

  private static func trim(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    subject.replacingText(
      try subject.filterText("trim").trimmed(.both, of: try arguments.text(0, "chars")))
  }

  private static func replace(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var subject = subject
    var parts: [TemplateValue] = []
    for (position, name) in ["old", "new"].enumerated() {
      guard let value = arguments.value(position, name) else { throw .missingArgument(name) }
      parts.append(value)
    }
    let isMarkup = parts.contains { if case .markup = $0 { true } else { false } }
    if isMarkup, context.kind != .plain { subject = try subject.escaped(context) }
    let text = try subject.filterText("replace")
    var texts: [String] = []
    for part in parts {
      texts.append(
        context.kind == .plain
          ? try part.printed() : try part.escapedText(ifNeededFor: subject, context))
    }
    let count = try arguments.integer(2, "count")
    let result = try text.replacing(
      texts[0], with: texts[1], maximum: count, limit: context.limits.outputBytes)
    return subject.replacingText(result)
  }

  /// Cuts a text to a length, as Jinja does: the end counts, and a few characters more are left
  /// alone.
  private static func truncate(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let text = try subject.onlyText("truncate")
    let length = try arguments.integer(0, "length") ?? 255
    let end = try arguments.text(2, "end") ?? "..."
    let leeway = try arguments.integer(3, "leeway") ?? 5
    guard length >= end.count, leeway >= 0 else {
      throw TemplateFailure(
        "wrong-argument", "'truncate' needs a length of at least \(end.count), not \(length)")
    }
    if text.count <= length + leeway { return subject }
    var kept = String(text.prefix(length - end.count))
    if !arguments.isTrue(1, "killwords"), let space = kept.lastIndex(of: " ") {
      kept = String(kept[..<space])
    }
    return subject.replacingText(kept + end)
  }

  /// The first words of a text.
  private static func truncateWords(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let words = try subject.filterText("truncatewords").split(whereSeparator: \.isWhitespace)
    let count = try arguments.integer(0, "count") ?? 30
    guard count >= 0, words.count > count else { return subject }
    let end = try arguments.text(1, "end") ?? "…"
    return subject.replacingText(words.prefix(count).joined(separator: " ") + end)
  }

  private static func indent(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let text = try subject.onlyText("indent")
    let width = arguments.value(0, "width") ?? .integer(4)
    let prefix: String
    if let text = width.asText {
      prefix = text
    } else if let count = width.asInteger, (0...1000).contains(count) {
      prefix = String(repeating: " ", count: count)
    } else {
      throw .wrongArgument("width", "a text or a number of spaces up to 1000", width)
    }
    let indentsFirst = arguments.isTrue(1, "first")
    let indentsBlank = arguments.isTrue(2, "blank")
    let parts = text.split(separatedBy: "\n", maximum: -1)
    guard parts.count * prefix.utf8.count <= context.limits.outputBytes else {
      throw .limit("the text is larger than \(context.limits.outputBytes) bytes")
    }
    let lines = parts.enumerated().map { index, line in
      let isIndented = index == 0 ? indentsFirst : indentsBlank || !line.isEmpty
      return isIndented ? prefix + line : line
    }
    return subject.replacingText(lines.joined(separator: "\n"))
  }

  private static func wordCount(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let text = try subject.filterText("wordcount")
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return .integer(words.count)
  }

  /// The form of a word that follows a number, in the language of the output.
  private static func plural(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    guard let category = PluralCategory(of: subject, in: context.textLanguage) else {
      throw .wrongSubject("plural", "a number", subject)
    }
    let name = category == .one ? "one" : "other"
    guard let form = arguments.value(category == .one ? 0 : 1, name) else {
      throw .missingArgument(name)
    }
    return form
  }

  /// The minutes that it takes to read a text, at least one.
  private static func readingTime(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var text = try subject.filterText("reading_time")
    if case .markup(let html) = subject { text = TagStripper.text(of: html) }
    let speed = try arguments.integer(0, "words_per_minute") ?? 200
    guard speed > 0 else {
      throw TemplateFailure("wrong-argument", "nobody reads \(speed) words a minute")
    }
    let words = text.split(whereSeparator: \.isWhitespace).count
    return .integer(max(1, words / speed + (words % speed == 0 ? 0 : 1)))
  }

  private static func center(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let text = try subject.filterText("center")
    let width = try arguments.integer(0, "width") ?? 80
    let missing = min(width, 10_000) - text.count
    guard missing > 0 else { return subject }
    let left = missing / 2 + (missing & width & 1)
    return subject.replacingText(
      String(repeating: " ", count: left) + text + String(repeating: " ", count: missing - left))
  }

  private static func slugFilter(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    .text(slug(try subject.filterText("slug")))
  }

  private static func splitFilter(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let text = try subject.onlyText("split")
    guard let separator = try arguments.text(0, "separator"), !separator.isEmpty else {
      return .list(text.split(whereSeparator: \.isWhitespace).map { .text(String($0)) })
    }
    return .list(text.split(separatedBy: separator, maximum: -1).map { .text($0) })
  }

  private static func linesFilter(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    .list(try subject.onlyText("lines").lines.map { .text($0) })
  }
}

extension TemplateValue {
  /// The value as safe text: escaped where it is not safe yet.
  func escaped(_ context: FilterContext) throws(TemplateFailure) -> TemplateValue {
    if case .markup = self { return self }
    return .markup(Bytes(try escapedText(ifNeededFor: .markup([]), context).utf8))
  }

  /// The text as it stands in `subject`: escaped where `subject` is safe and this is not.
  func escapedText(ifNeededFor subject: TemplateValue, _ context: FilterContext)
    throws(TemplateFailure) -> String
  {
    guard case .markup = subject else { return try printed() }
    var bytes = Bytes()
    try append(to: &bytes, escapedFor: context.kind == .plain ? .html : context.kind)
    return bytes.text
  }
}
