// What things are called in each language: as `site.yaml` says, or the theme, or the program.
extension PlanReader {
  /// The site's name.
  func siteTitle(_ language: Int) -> String {
    configuration.titles[configuration.languages[language]]
  }

  /// The site in one sentence.
  func siteDescription(_ language: Int) -> String {
    configuration.descriptions[configuration.languages[language]]
  }

  /// What a kind's items are called.
  func title(ofKind kind: Int, language: Int) -> String {
    let settings = configuration.kinds[kind]
    return settings.titles?[configuration.languages[language]]
      ?? phrasebook(language: language).plainText("kind." + settings.name, language: language)
      ?? settings.title
  }

  /// What a taxonomy is called.
  func title(ofTaxonomy taxonomy: Int, language: Int) -> String {
    let settings = taxonomySettings(taxonomy)
    return settings.titles?[configuration.languages[language]]
      ?? phrasebook(language: language).plainText("taxonomy." + settings.name, language: language)
      ?? settings.title
  }

  /// A path of the site in a language, where something is there; as it is otherwise.
  func localizedPath(_ path: String, language: Int) -> String {
    guard language > 0, path.hasPrefix("/"), !path.hasPrefix("//") else { return path }
    let parts = AddressParts(path)
    let localized = "/" + configuration.languages[language] + parts.path
    return route(atPath: localized) == nil ? path : localized + parts.rest
  }
}
