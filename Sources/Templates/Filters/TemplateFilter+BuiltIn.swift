import Text

extension TemplateFilter {
  /// The filters of the language.
  static let builtIn: [TemplateFilter] =
    escapingFilters + valueFilters + textFilters + formattingFilters + markupFilters + listFilters
    + selectionFilters + numberFilters + dateFilters

  typealias Signature = TemplateSignature
}

extension TemplateValue {
  /// The text of a filter's subject; what is no text as it is printed.
  func filterText(_ filter: String) throws(TemplateFailure) -> String {
    switch self {
    case .text(let text): return text
    case .markup(let bytes): return bytes.text
    case .integer, .number, .bool, .date, .list, .tuple, .sequence, .dictionary:
      return try printed()
    case .undefined(.noElse): return ""
    case .undefined, .none, .object, .function, .reference:
      guard let text = asWrittenText else { throw .wrongSubject(filter, "a text", self) }
      return text
    }
  }

  /// The text of a filter's subject that makes no sense for anything else.
  func onlyText(_ filter: String) throws(TemplateFailure) -> String {
    if case .undefined(.noElse) = self { return "" }
    guard let text = asText else { throw .wrongSubject(filter, "a text", self) }
    return text
  }

  /// The elements of a filter's subject; those of a dictionary are its keys.
  func filterItems(_ filter: String) throws(TemplateFailure) -> TemplateItems {
    if let items { return items }
    if case .undefined(.noElse) = self { return .list([]) }
    throw .wrongSubject(filter, "a list", self)
  }

  /// A text made from this one: safe if this one is.
  func replacingText(_ text: String) -> TemplateValue {
    if case .markup = self { return .markup(Array(text.utf8)) }
    return .text(text)
  }
}
