internal import Diagnostics
internal import Templates

/// The texts of `i18n/` and of the theme, for `t("key")`.
struct Phrasebook: Sendable {
  /// The site's languages, the default first.
  let languages: [String]
  /// By language: the texts under their keys, those of nested tables joined by dots.
  let phrases: [[String: Phrase]]
  /// What the theme itself says.
  let theme: Theme

  /// The texts that come with a theme.
  struct Theme: Sendable {
    /// The language that every theme has all of its texts in.
    static let originalCode = "en"

    /// By language of the site.
    let phrases: [[String: Phrase]]
    /// All of them, in English.
    let original: [String: Phrase]
  }

  /// The first part of a language's code: `pt` of `pt-BR`.
  static func primarySubtag(_ code: String) -> String { String(code.prefix { $0 != "-" }) }

  /// The text that a template asks for, in a language or else in the default one.
  ///
  /// The site's own texts come before the theme's; where nobody has one, it is the argument
  /// `default`, if there is one.
  func text(_ arguments: TemplateArguments, language: Int) throws(TemplateFailure)
    -> TemplateValue
  {
    let key = try arguments.requiredText(0, "key")
    guard let (phrase, code) = phrase(key, language) else {
      guard let fallback = arguments.value("default") else { throw unknown(key, language) }
      return fallback
    }
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

  /// A text without gaps and forms, for what the program itself writes; nil where there is none.
  func plainText(_ key: String, language: Int) -> String? {
    phrase(key, language)?.phrase.wordings[.other]?.pieces.compactMap { piece in
      if case .text(let text) = piece { text } else { nil }
    }.joined()
  }

  /// A text of a language itself, not of one that stands in for it; nil where there is none.
  func ownText(_ key: String, language: Int) -> String? {
    guard phrases[language][key] != nil || theme.phrases[language][key] != nil else { return nil }
    return plainText(key, language: language)
  }

  /// A text with the language that it is in, whose plural forms it follows.
  private func phrase(_ key: String, _ language: Int) -> (phrase: Phrase, code: String)? {
    if let found = phrases[language][key] ?? theme.phrases[language][key] {
      return (found, languages[language])
    }
    if language > 0, let found = phrases[0][key] ?? theme.phrases[0][key] {
      return (found, languages[0])
    }
    return theme.original[key].map { ($0, Theme.originalCode) }
  }

  private func unknown(_ key: String, _ language: Int) -> TemplateFailure {
    let known = Set(phrases[language].keys).union(phrases[0].keys).union(theme.original.keys)
    return TemplateFailure(
      "unknown-translation", "'i18n/\(languages[0]).yaml' has no text '\(key)'",
      help: [suggestion(for: key, among: known.sorted(), called: "texts")].compactMap { $0 }
        + ["add it: \(key): …"])
  }
}
