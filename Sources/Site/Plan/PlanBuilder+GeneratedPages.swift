internal import Diagnostics

// The pages and files that no source stands for: lists, tags, feeds, the sitemap.
extension PlanBuilder {
  mutating func addLists(_ lists: [[[Int]]]) {
    for language in configuration.languages.indices {
      let isUsed = language == 0 || lists.contains { !$0[language].isEmpty }
      guard isUsed else { continue }
      add(
        .home(language: language), at: localized(.home, language),
        .generated(description: "the home page"))
      add(
        .feed(language: language), at: localized(.home, language).appending("feed.xml"),
        .generated(description: "the RSS feed"))
      for (index, kind) in configuration.kinds.enumerated() {
        guard let list = kind.listAddress,
          (language == 0 && kind.hasEmptyList) || !lists[index][language].isEmpty
        else { continue }
        let pages = Self.pageCount(lists[index][language].count, kind.itemsPerPage)
        for page in 1...pages {
          add(
            .list(kind: index, language: language, page: page),
            at: Self.pageAddress(localized(list, language), page),
            .generated(description: "the list of \(kind.name)"))
        }
      }
    }
  }

  mutating func addTaxonomies(_ taxonomies: [Taxonomy]) {
    for (index, taxonomy) in taxonomies.enumerated() {
      for language in configuration.languages.indices {
        let used = taxonomy.usedTerms[language]
        guard language == 0 || !used.isEmpty else { continue }
        let name = taxonomy.settings.name
        add(
          .taxonomy(index, language: language), at: localized(taxonomy.address, language),
          .generated(description: "the index of \(name)"))
        for term in used {
          let pages = Self.pageCount(
            taxonomy.terms[term].items[language].count, configuration.termItemsPerPage)
          for page in 1...pages {
            add(
              .term(taxonomy: index, term: term, language: language, page: page),
              at: Self.pageAddress(localized(taxonomy.termAddresses[term], language), page),
              .generated(description: "the list of '\(taxonomy.terms[term].name)' (\(name))"))
          }
        }
      }
    }
  }

  func taxonomies(_ lists: [[[Int]]]) -> [Taxonomy] {
    let ordered = lists.indices.flatMap { kind in lists[kind].flatMap { $0 } }
    return configuration.taxonomies.map { settings in
      TaxonomyBuilder(items: items, languageCount: configuration.languages.count)
        .taxonomy(settings, ordered)
    }
  }

  mutating func addGeneratedFiles() {
    var files: [(Route.Content, String)] = [
      (.notFound, "404.html"), (.sitemap(file: 0), "sitemap.xml"), (.robots, "robots.txt"),
      (.emblem, "eu-emblem.svg"),
    ]
    // Where one file cannot hold all pages, sitemap.xml becomes the index of several.
    let sitemapFileCount = Self.pageCount(routes.count, PlanReader.sitemapEntryCountMax)
    if sitemapFileCount > 1 {
      for file in 1...sitemapFileCount {
        files.append((.sitemap(file: file), "sitemap-\(file).xml"))
      }
    }
    for (content, name) in files {
      // A file of the site's own in `static/` takes the place of a generated one.
      if parsed.source.staticFiles.contains(where: { $0.name == name }) { continue }
      add(
        content, at: SiteAddress.home.appending(name),
        .generated(description: "the generated '\(name)'"))
    }
  }
}
