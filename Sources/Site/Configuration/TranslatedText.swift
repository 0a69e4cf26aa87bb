internal import FrontMatter

/// A text of `site.yaml` in the languages of the site.
struct TranslatedText: Sendable, Hashable {
  /// The text in the default language, and in every other one that has none.
  let text: String
  /// The texts that were written for a language.
  let byLanguage: [String: String]

  /// One text for all languages.
  init(_ text: String) {
    self.text = text
    byLanguage = [:]
  }

  private init(text: String, byLanguage: [String: String]) {
    self.text = text
    self.byLanguage = byLanguage
  }

  /// A value of the type `translatedText`: a text, or a table of texts by language.
  init?(_ value: LocatedValue?, languages: [String]) {
    if let text = value?.text {
      self.init(text)
      return
    }
    guard let entries = value?.table else { return nil }
    var byLanguage: [String: String] = [:]
    for entry in entries { byLanguage[entry.key] = entry.value.text }
    self.init(
      text: languages.lazy.compactMap { byLanguage[$0] }.first ?? entries.first?.value.text ?? "",
      byLanguage: byLanguage)
  }

  /// The text in a language.
  subscript(language: String) -> String { byLanguage[language] ?? text }
}

/// What becomes of an item in a language that it is not translated into.
enum MissingTranslations: String, Sendable, CaseIterable {
  /// It has a page in that language all the same, in the default language and marked so.
  case show
  /// It is not there.
  case hide
}
