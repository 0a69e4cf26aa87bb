internal import FrontMatter
private import Text

/// Groups items by the terms that they have.
struct TaxonomyBuilder {
  let items: [ContentItem]
  let languageCount: Int

  /// A term while its items are collected.
  private struct Collected {
    let slug: String
    var spellings: [String: Int] = [:]
    var items: [[Int]]

    init(slug: String, languageCount: Int) {
      self.slug = slug
      items = Array(repeating: [], count: languageCount)
    }

    /// The most frequent spelling, and of equally frequent ones the first.
    var name: String {
      spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }

    mutating func add(_ item: Int, called name: String, in language: Int) {
      spellings[name, default: 0] += 1
      if items[language].last != item { items[language].append(item) }
    }
  }

  /// A taxonomy over items in the order in which its lists show them.
  ///
  /// Spellings with one slug (`ADC`, `adc`) are one term, under the most frequent spelling.
  func taxonomy(_ settings: SiteConfiguration.TaxonomySettings, _ ordered: [Int]) -> Taxonomy {
    var collected: [Collected] = []
    var places: [String: Int] = [:]
    var placesBySlug: [String: Int] = [:]
    for index in ordered {
      for value in items[index].terms(settings.field) {
        guard let name = value.text, !name.isEmpty else { continue }
        let place: Int
        if let known = places[name] {
          place = known
        } else {
          let slug = slug(name)
          place = placesBySlug[slug] ?? collected.count
          if place == collected.count {
            collected.append(Collected(slug: slug, languageCount: languageCount))
            placesBySlug[slug] = place
          }
          places[name] = place
        }
        collected[place].add(index, called: name, in: items[index].language)
      }
    }
    let named = collected.map { (term: $0, name: $0.name, key: $0.name.lowercased()) }
      .sorted { ($0.key, $0.term.slug) < ($1.key, $1.term.slug) }
    let terms = named.map { Taxonomy.Term(name: $0.name, slug: $0.term.slug, items: $0.term.items) }
    var byName: [String: Int] = [:]
    for (index, found) in named.enumerated() {
      for name in found.term.spellings.keys { byName[name] = index }
    }
    return Taxonomy(
      settings, terms: terms, termsByName: byName,
      termAddresses: terms.map { term in
        let path = settings.permalink.expanded(.init(date: nil, slug: term.slug, folders: []))
        return SiteAddress(path) ?? .home
      }, languageCount: languageCount)
  }
}
