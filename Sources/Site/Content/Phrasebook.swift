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
  /// By language: what each key stands for.
  private let found: [[String: FoundPhrase]]

  /// The texts of the site, for each of its languages, and those of its theme.
  init(languages: [String], phrases: [[String: Phrase]], theme: Theme) {
    self.languages = languages
    self.phrases = phrases
    self.theme = theme
    // The first of these that has a key: the language itself, the default one, English; and in
    // each, the site's own text, then the theme's.
    let original = theme.original.mapValues {
      FoundPhrase(phrase: $0, language: Theme.originalCode)
    }
    func over(_ others: [String: FoundPhrase], _ language: Int) -> [String: FoundPhrase] {
      let code = languages[language]
      return [theme.phrases[language], phrases[language]].reduce(into: others) { found, phrases in
        for (key, phrase) in phrases { found[key] = FoundPhrase(phrase: phrase, language: code) }
      }
    }
    let inDefault = over(original, 0)
    found = languages.indices.map { $0 == 0 ? inDefault : over(inDefault, $0) }
  }

  /// A text with the language that it is in, whose plural forms it follows.
  private struct FoundPhrase: Sendable {
    let phrase: Phrase
    let language: String
  }

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
    guard let found = found[language][key] else {
      guard let fallback = arguments.value("default") else { throw unknown(key, language) }
      return fallback
    }
    let phrase = found.phrase
    guard phrase.isPlural else { return try phrase.other.filled(arguments, key: key) }
    guard let count = arguments.value("count") else { throw .missingArgument("count") }
    guard let category = PluralCategory(of: count, in: found.language) else {
      throw .wrongArgument("count", "a number", count)
    }
    return try (phrase.forms[category] ?? phrase.other).filled(arguments, key: key)
  }

  /// A text without gaps and forms, for what the program itself writes; nil where there is none.
  func plainText(_ key: String, language: Int) -> String? {
    found[language][key]?.phrase.other.pieces.compactMap { piece in
      if case .text(let text) = piece { text } else { nil }
    }.joined()
  }

  /// A text of a language itself, not of one that stands in for it; nil where there is none.
  func ownText(_ key: String, language: Int) -> String? {
    guard phrases[language][key] != nil || theme.phrases[language][key] != nil else { return nil }
    return plainText(key, language: language)
  }

  private func unknown(_ key: String, _ language: Int) -> TemplateFailure {
    let known = found[language].keys
    return TemplateFailure(
      "unknown-translation", "'i18n/\(languages[0]).yaml' has no text '\(key)'",
      help: [suggestion(for: key, among: known.sorted(), called: "texts")].compactMap { $0 }
        + ["add it: \(key): …"])
  }
}
