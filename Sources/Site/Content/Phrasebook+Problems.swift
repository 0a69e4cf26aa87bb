internal import Diagnostics

extension Phrasebook {
  /// The texts that one language has and another lacks.
  var problems: [Diagnostic] {
    languages.indices.compactMap(withoutTheme) + languages.indices.dropFirst().flatMap(site)
  }

  private func site(_ language: Int) -> [Diagnostic] {
    guard phrases.contains(where: { !$0.isEmpty }) else { return [] }
    let missing = untranslated(language)
    if phrases[language].isEmpty {
      return missing.isEmpty ? [] : [missingFile(language)]
    }
    return missing + withoutOriginal(language)
  }

  private func missingFile(_ language: Int) -> Diagnostic {
    .warning(
      "missing-translation",
      "'\(languages[language])' has no texts of its own, and shows those of '\(languages[0])'",
      at: .file("i18n/\(languages[language]).yaml"),
      help: ["translate 'i18n/\(languages[0]).yaml' under this name"])
  }

  private func untranslated(_ language: Int) -> [Diagnostic] {
    phrases[0].filter { phrases[language][$0.key] == nil && theme.phrases[language][$0.key] == nil }
      .sorted { $0.key < $1.key }.map { key, phrase in
        .warning(
          "missing-translation", "'\(key)' is not translated into '\(languages[language])'",
          at: phrase.location,
          help: [
            "add it to 'i18n/\(languages[language]).yaml'; until then its pages show this text"
          ])
      }
  }

  private func withoutOriginal(_ language: Int) -> [Diagnostic] {
    phrases[language].filter { phrases[0][$0.key] == nil && theme.original[$0.key] == nil }
      .sorted { $0.key < $1.key }.map { key, phrase in
        .warning(
          "missing-translation", "'\(languages[0])', the default language, has no text '\(key)'",
          at: phrase.location,
          help: [suggestion(for: key, among: phrases[0].keys.sorted(), called: "its texts")]
            .compactMap { $0 })
      }
  }

  /// The theme's texts that a language has neither in the theme nor on the site, told once.
  private func withoutTheme(_ language: Int) -> Diagnostic? {
    let missing = theme.original.keys.filter {
      theme.phrases[language][$0] == nil && phrases[language][$0] == nil
    }.sorted()
    guard !missing.isEmpty else { return nil }
    let shown = missing.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let rest = missing.count > 3 ? " and \(missing.count - 3) more" : ""
    let stand = phrases[0].isEmpty && theme.phrases[0].isEmpty ? "en" : languages[0]
    return .note(
      "untranslated-theme",
      "the theme's texts \(shown)\(rest) are not translated into '\(languages[language])'",
      at: .file("i18n/\(languages[language]).yaml"),
      help: [
        "translate them in 'i18n/\(languages[language]).yaml'; until then, they are shown in "
          + "'\(language == 0 ? "en" : stand)'"
      ])
  }
}
