import Text

extension TemplateFilter {
  /// The filters of the language.
  static let builtIn: [TemplateFilter] =
    escapingFilters + valueFilters + textFilters + markupFilters + listFilters + selectionFilters
    + numberFilters + dateFilters

  typealias Signature = TemplateSignature
}

extension TemplateValue {
  /// The text of a filter's subject; numbers, truth values and dates as they are printed.
  func filterText(_ filter: String) throws(TemplateFailure) -> String {
    switch self {
    case .text(let text): return text
    case .markup(let bytes): return bytes.text
    case .integer, .number, .bool, .date: return try printed()
    case .undefined(.noElse): return ""
    case .undefined, .none, .list, .sequence, .dictionary, .object, .function, .reference:
      throw .wrongSubject(filter, "a text", self)
    }
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
