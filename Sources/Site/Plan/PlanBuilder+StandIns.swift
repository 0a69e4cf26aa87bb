// What stands in for translations that do not exist, where the site wants that.
extension PlanBuilder {
  /// Adds a page for each published item of the default language in every language that it is not
  /// translated into; where they are, by language.
  mutating func addStandIns(_ translations: [String: [Int]]) -> [[Int: SiteAddress]] {
    var standIns = configuration.languages.map { _ in [Int: SiteAddress]() }
    guard configuration.missingTranslations == .show else { return standIns }
    for index in items.indices {
      let item = items[index]
      guard item.language == 0, item.state == .published, item.name.role == .item,
        !itemsWithoutAddress.contains(index)
      else { continue }
      let group = translations[item.translationKey] ?? []
      for language in configuration.languages.indices.dropFirst() {
        let address = localized(addresses[index], language)
        if let translation = group.first(where: { items[$0].language == language }) {
          // Where the original stood in for it until it was translated.
          if addresses[translation] != address {
            _ = addIfFree(.redirect(to: translation), at: address, "the former place of a stand-in")
          }
          continue
        }
        let isAdded = addIfFree(
          .standIn(item: index, language: language), at: address,
          "'\(item.path)' in '\(configuration.languages[language])'")
        if isAdded { standIns[language][index] = address }
      }
    }
    return standIns
  }

  /// The lists of each kind and language with the items that stand in for translations.
  func lists(_ own: [[[Int]]], with standIns: [[Int: SiteAddress]]) -> [[[Int]]] {
    guard standIns.contains(where: { !$0.isEmpty }) else { return own }
    var lists = own
    for kind in lists.indices {
      let originals = own[kind][0]
      for language in configuration.languages.indices.dropFirst() {
        lists[kind][language] += originals.filter { standIns[language][$0] != nil }
        lists[kind][language].sort {
          configuration.kinds[kind].order.precedes(items[$0], items[$1])
        }
      }
    }
    return lists
  }
}
