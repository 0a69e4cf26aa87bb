internal import FrontMatter
private import Text

/// Groups items by the terms that they have.
struct TaxonomyBuilder {
  let items: [ContentItem]
  let languageCount: Int

  /// A term while its items are collected.
  private struct Collected {
    var spellings: [String: Int] = [:]
    var items: [[Int]]

    mutating func add(_ item: Int, called name: String, in language: Int) {
      spellings[name, default: 0] += 1
      if items[language].last != item { items[language].append(item) }
    }
  }

  /// A taxonomy over items in the order in which its lists show them.
  ///
  /// Spellings with one slug (`ADC`, `adc`) are one term, under the most frequent spelling.
  func taxonomy(_ settings: SiteConfiguration.TaxonomySettings, _ ordered: [Int]) -> Taxonomy {
    var collected: [String: Collected] = [:]
    var slugs: [String: String] = [:]
    for index in ordered {
      for value in items[index].terms(settings.field) {
        guard let name = value.text, !name.isEmpty else { continue }
        let key = slugs[name] ?? slug(name)
        slugs[name] = key
        let none = Collected(items: [[Int]](repeating: [], count: languageCount))
        collected[key, default: none].add(index, called: name, in: items[index].language)
      }
    }
    let terms = collected.map { key, term in
      Taxonomy.Term(name: spelling(term.spellings), slug: key, items: term.items)
    }.sorted { ($0.name.lowercased(), $0.slug) < ($1.name.lowercased(), $1.slug) }
    var byName: [String: Int] = [:]
    for (index, term) in terms.enumerated() {
      for name in collected[term.slug]?.spellings.keys ?? [:].keys { byName[name] = index }
    }
    return Taxonomy(
      settings: settings, address: SiteAddress(settings.permalink.folder) ?? .home, terms: terms,
      usedTerms: (0..<languageCount).map { language in
        terms.indices.filter { !terms[$0].items[language].isEmpty }
      },
      termsByName: byName,
      termsBySlug: Dictionary(
        terms.enumerated().map { ($1.slug, $0) }, uniquingKeysWith: { first, _ in first }),
      termAddresses: terms.map { term in
        let path = settings.permalink.expanded(.init(date: nil, slug: term.slug, folders: []))
        return SiteAddress(path) ?? .home
      })
  }

  private func spelling(_ spellings: [String: Int]) -> String {
    spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }
}
