internal import Diagnostics
internal import FrontMatter

// The pages and files that no source stands for: lists, tags, feeds, the sitemap.
extension PlanBuilder {
  mutating func addLists(_ lists: [[[Int]]]) {
    for language in configuration.languages.indices {
      let isUsed = language == 0 || lists.contains { !$0[language].isEmpty }
      guard isUsed else { continue }
      add(
        .home(language: language), at: localized(.home, language),
        .generated(description: "the home page"))
      for (index, kind) in configuration.kinds.enumerated() {
        guard let list = kind.listAddress,
          configuration.hasEmptyList(kind, language) || !lists[index][language].isEmpty
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
      checkTerms(of: taxonomy)
      for language in configuration.languages.indices {
        let used = taxonomy.usedTerms[language]
        guard language == 0 || !used.isEmpty else { continue }
        let name = taxonomy.settings.name
        add(
          .taxonomy(index, language: language), at: localized(taxonomy.address, language),
          .generated(description: "the index of \(name)"))
        for term in used where taxonomy.hasAddress(term) {
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

  /// Terms that cannot have a page are wrong where items have them.
  private mutating func checkTerms(of taxonomy: Taxonomy) {
    for (index, term) in taxonomy.terms.enumerated() where !taxonomy.hasAddress(index) {
      for item in term.items.joined() {
        for value in items[item].terms(taxonomy.settings.field) {
          guard let name = value.text, taxonomy.termsByName[name] == index else { continue }
          diagnostics.append(
            .invalidTerm(
              name, slug: term.slug, taxonomy.settings.field, at: location(item, value.range)))
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
      (.emblem, "eu-emblem.svg"), (.headers, "_headers"),
    ]
    // Where one file cannot hold all pages, sitemap.xml becomes the index of several.
    let sitemapFileCount = Self.sitemapFileCount(
      routes.map { configuration.baseURL.absolute($0.address).utf8.count },
      languageCount: configuration.languages.count)
    if sitemapFileCount > 1 {
      for file in 1...sitemapFileCount {
        files.append((.sitemap(file: file), "sitemap-\(file).xml"))
      }
    }
    for (content, name) in files {
      // A file of the site's own in `static/` takes the place of a generated one.
      if parsed.source.staticFiles.contains(where: { $0.name == name && isPublished($0) }) {
        continue
      }
      add(
        content, at: SiteAddress.home.appending(name),
        .generated(description: "the generated '\(name)'"))
    }
  }

  /// Whether a file of `static/` is published: what it says to search engines is meant for the
  /// public site, and would let them into a preview.
  func isPublished(_ file: SiteSource.StaticFile) -> Bool {
    !configuration.isPreview || file.name != "robots.txt"
  }

  /// How many files the sitemap needs at most, by the bytes of the pages' addresses: a page names
  /// all its translations.
  static func sitemapFileCount(_ addressByteCounts: [Int], languageCount: Int) -> Int {
    let mentions = languageCount == 1 ? 1 : languageCount + 2
    let byteCount = addressByteCounts.reduce(0) { $0 + mentions * ($1 + 100) }
    return max(
      pageCount(addressByteCounts.count, PlanReader.sitemapEntryCountMax),
      pageCount(byteCount, PlanReader.sitemapByteCountMax))
  }
}

extension Taxonomy {
  /// Whether a term can have pages: no address is the home page's otherwise.
  func hasAddress(_ term: Int) -> Bool { termAddresses[term] != .home }
}

extension Diagnostic {
  fileprivate static func invalidTerm(
    _ name: String, slug: String, _ field: String, at location: TextLocation
  ) -> Diagnostic {
    let isLong = slug.utf8.count > 200
    let shown = name.count > 60 ? name.prefix(59) + "…" : name[...]
    return .error(
      "invalid-term",
      isLong
        ? "'\(shown)' is too long for '\(field)': its page would have an address of "
          + "\(slug.utf8.count) bytes"
        : "'\(shown)' cannot stand in '\(field)': no file can be called '\(slug)' on every system",
      at: location,
      help: [
        isLong
          ? "write a few words, up to 200 bytes; a comma in a list begins the next one: [one, two]"
          : "write it in other words"
      ])
  }
}
