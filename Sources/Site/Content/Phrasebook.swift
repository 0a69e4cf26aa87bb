internal import Diagnostics
internal import Templates

/// The texts of `i18n/`, for `t("key")`.
struct Phrasebook: Sendable {
  /// The site's languages, the default first.
  let languages: [String]
  /// By language: the texts under their keys, those of nested tables joined by dots.
  let phrases: [[String: Phrase]]

  /// The text that a template asks for, in a language or else in the default one.
  func text(_ arguments: TemplateArguments, language: Int) throws(TemplateFailure)
    -> TemplateValue
  {
    let key = try arguments.requiredText(0, "key")
    let own = phrases[language][key]
    guard let phrase = own ?? phrases[0][key] else { throw unknown(key, language) }
    // What is not translated follows the rules of the language that it is in.
    let code = languages[own == nil ? 0 : language]
    var category = PluralCategory.other
    if phrase.isPlural {
      guard let count = arguments.value("count") else { throw .missingArgument("count") }
      guard let found = PluralCategory(of: count, in: code) else {
        throw .wrongArgument("count", "a number", count)
      }
      category = found
    }
    guard let wording = phrase.wordings[category] ?? phrase.wordings[.other] else {
      throw unknown(key, language)
    }
    return try wording.filled(arguments, key: key)
  }

  /// A text without gaps that the program itself needs; nil where the site has none.
  func plainText(_ key: String, language: Int) -> String? {
    let phrase = phrases[language][key] ?? phrases[0][key]
    guard let wording = phrase?.wordings[.other] else { return nil }
    return wording.pieces.reduce(into: "") { text, piece in
      if case .text(let part) = piece { text += part }
    }
  }

  private func unknown(_ key: String, _ language: Int) -> TemplateFailure {
    let known = Set(phrases[language].keys).union(phrases[0].keys).sorted()
    return TemplateFailure(
      "unknown-translation", "'i18n/\(languages[0]).yaml' has no text '\(key)'",
      help: [suggestion(for: key, among: known, called: "texts")].compactMap { $0 }
        + ["add it: \(key): …"])
  }

  /// The texts that one language has and another lacks.
  var problems: [Diagnostic] {
    guard phrases.contains(where: { !$0.isEmpty }) else { return [] }
    return languages.indices.dropFirst().flatMap { language in
      phrases[language].isEmpty
        ? [missingFile(language)] : untranslated(language) + withoutOriginal(language)
    }
  }

  private func missingFile(_ language: Int) -> Diagnostic {
    .warning(
      "missing-translation",
      "'\(languages[language])' has no texts of its own, and shows those of '\(languages[0])'",
      at: .file("i18n/\(languages[language]).yaml"),
      help: ["translate 'i18n/\(languages[0]).yaml' under this name"])
  }

  private func untranslated(_ language: Int) -> [Diagnostic] {
    phrases[0].filter { phrases[language][$0.key] == nil }.sorted { $0.key < $1.key }.map {
      key, phrase in
      .warning(
        "missing-translation", "'\(key)' is not translated into '\(languages[language])'",
        at: phrase.location,
        help: [
          "add it to 'i18n/\(languages[language]).yaml'; until then its pages show this text"
        ])
    }
  }

  private func withoutOriginal(_ language: Int) -> [Diagnostic] {
    phrases[language].filter { phrases[0][$0.key] == nil }.sorted { $0.key < $1.key }.map {
      key, phrase in
      .warning(
        "missing-translation", "'\(languages[0])', the default language, has no text '\(key)'",
        at: phrase.location,
        help: [suggestion(for: key, among: phrases[0].keys.sorted(), called: "its texts")]
          .compactMap { $0 })
    }
  }
}
