internal import CivilTime
internal import Feeds
internal import FrontMatter

// Which feeds there are, and what stands in them.
extension PlanBuilder {
  /// The feeds of the site with their items; their addresses become routes.
  mutating func addFeeds(
    _ lists: [[[Int]]], _ taxonomies: [Taxonomy], _ references: [SitePlan.ItemField: Int]
  ) -> SiteFeeds {
    let settings = configuration.feeds
    guard !settings.formats.isEmpty else { return SiteFeeds([]) }
    var feeds: [(feed: SiteFeed, items: [Int])] = []
    for language in configuration.languages.indices {
      let isUsed = language == 0 || lists.contains { !$0[language].isEmpty }
      guard isUsed else { continue }
      if settings.areWritten(of: .site) {
        let items = newest(lists.flatMap { dated($0[language]) })
        feeds.append((SiteFeed(.site, language), items))
      }
      if settings.areWritten(of: .kinds) { feeds += kindFeeds(lists, language) }
      if settings.areWritten(of: .partners) { feeds += partnerFeeds(lists, references, language) }
      feeds += termFeeds(taxonomies, language)
    }
    guard !feeds.isEmpty else { return SiteFeeds([]) }
    for (feed, _) in feeds { addRoutes(of: feed, taxonomies) }
    addFeedFiles()
    return SiteFeeds(feeds)
  }

  private func kindFeeds(
    _ lists: [[[Int]]], _ language: Int
  ) -> [(feed: SiteFeed, items: [Int])] {
    lists.indices.filter(hasFeed).compactMap { kind in
      let items = newest(dated(lists[kind][language]))
      guard !items.isEmpty || isPermanent(kind, language) else { return nil }
      return (SiteFeed(.kind(kind), language), items)
    }
  }

  /// A list that is the home page has the feed of the site.
  private func hasFeed(_ kind: Int) -> Bool {
    configuration.kinds[kind].listAddress.map { $0 != .home && $0.isFolder } ?? false
  }

  /// Whether a kind has a feed before its first item: who subscribes today waits for what comes.
  private func isPermanent(_ kind: Int, _ language: Int) -> Bool {
    language == 0 && configuration.kinds[kind].order == .newestFirst
  }

  private func termFeeds(
    _ taxonomies: [Taxonomy], _ language: Int
  ) -> [(feed: SiteFeed, items: [Int])] {
    let subscribed = taxonomies.indices.filter {
      configuration.feeds.areWritten(of: .terms(ofTaxonomy: taxonomies[$0].settings.name))
    }
    return subscribed.flatMap { taxonomy in
      taxonomies[taxonomy].usedTerms[language].compactMap { term in
        let items = newest(dated(taxonomies[taxonomy].terms[term].items[language]))
        guard !items.isEmpty, taxonomies[taxonomy].hasAddress(term) else { return nil }
        return (SiteFeed(.term(taxonomy: taxonomy, term: term), language), items)
      }
    }
  }

  /// The feeds of the partners, in their order: in the language of a partner's page always, in
  /// another one where items name the partner.
  private func partnerFeeds(
    _ lists: [[[Int]]], _ references: [SitePlan.ItemField: Int], _ language: Int
  ) -> [(feed: SiteFeed, items: [Int])] {
    guard let partners = configuration.kindIndex(named: "partners") else { return [] }
    let listed = Set(lists.flatMap { dated($0[language]) })
    var items: [Int: [Int]] = [:]
    for (field, target) in references
    where self.items[target].kind == partners && listed.contains(field.item) {
      items[target, default: []].append(field.item)
    }
    return lists[partners].joined().compactMap { partner in
      // One item may name a partner in several fields.
      let found = Set(items[partner] ?? [])
      guard !found.isEmpty || self.items[partner].language == language else { return nil }
      return (SiteFeed(.partner(partner), language), newest(Array(found)))
    }
  }

  /// The items that have a date of publication, and not one that is still to come: readers hide
  /// those, or show them first for as long as they lie ahead.
  private func dated(_ indices: [Int]) -> [Int] {
    indices.filter { index in feedDate(index).map { $0 <= parsed.now } ?? false }
  }

  /// When an item was published, in its feeds.
  private func feedDate(_ index: Int) -> Timestamp? { items[index].feedDate(in: configuration) }

  /// The newest of some items, as many as a feed has room for.
  private func newest(_ indices: [Int]) -> [Int] {
    let dates = indices.map { feedDate($0)?.secondsSinceEpoch ?? .min }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      if dates[left] != dates[right] { return dates[left] > dates[right] }
      return ItemOrder.newestFirst.precedes(items[indices[left]], items[indices[right]])
    }
    // The lists of most kinds are in this order already.
    let isSorted = indices.indices.dropFirst().allSatisfy { !precedes($0, $0 - 1) }
    let sorted = isSorted ? Array(indices.indices) : indices.indices.sorted(by: precedes)
    return sorted.prefix(configuration.feeds.limit).map { indices[$0] }
  }

  private mutating func addRoutes(of feed: SiteFeed, _ taxonomies: [Taxonomy]) {
    guard let page = pageAddress(of: feed, taxonomies) else { return }
    for format in feed.formats(configuration.feeds.formats) {
      let address = page.feedAddress(format)
      guard !isReplaced(address) else { continue }
      add(
        .feed(feed, format), at: address,
        .generated(
          description: format == .rss
            ? "the RSS feed" : "the generated '\(address.outputPath)'"))
    }
  }

  private func pageAddress(of feed: SiteFeed, _ taxonomies: [Taxonomy]) -> SiteAddress? {
    switch feed.topic {
    case .site: localized(.home, feed.language)
    case .kind(let kind):
      configuration.kinds[kind].listAddress.map { localized($0, feed.language) }
    case .term(let taxonomy, let term):
      localized(taxonomies[taxonomy].termAddresses[term], feed.language)
    // A partner's page is in one language; the others' feeds stand beside it.
    case .partner(let partner):
      items[partner].language == feed.language
        ? addresses[partner]
        : addresses[partner].feedFolder.appending("\(configuration.languages[feed.language])/")
    }
  }

  /// The list of all feeds, and the style sheet that shows feeds to a person.
  private mutating func addFeedFiles() {
    for (content, address) in [
      (Route.Content.feedList, PlanReader.feedListAddress),
      (.feedStylesheet, PlanReader.feedStylesheetAddress),
    ] where !isReplaced(address) {
      add(
        content, at: address,
        .generated(description: "the generated '\(address.outputPath)'"))
    }
  }

  /// Whether a file of the site's own in `static/` takes the place of a generated one.
  private func isReplaced(_ address: SiteAddress) -> Bool {
    parsed.source.staticFiles.contains { $0.name == address.outputPath }
  }
}

extension ContentItem {
  /// When the item was published, where feeds can say so.
  ///
  /// An event's date is when it takes place: a feed has it only where it says when it was announced.
  /// What waits for a day is published on that day, whatever date it bears: programs that look for
  /// what is newer than last time would pass over it.
  func feedDate(in configuration: SiteConfiguration) -> Timestamp? {
    guard configuration.kinds[kind].listAddress != nil else { return nil }
    let announced = record[.publishDate]?.date?.timestamp(in: configuration.timeZone)
    guard configuration.kinds[kind].order == .newestFirst else { return announced }
    return date.map { max($0, announced ?? $0) }
  }
}

extension SiteAddress {
  /// The address of a feed that belongs to the page at this address.
  func feedAddress(_ format: FeedFormat) -> SiteAddress { feedFolder.appending(format.fileName) }

  /// The folder of a page, or for a page that is a file (`/about.html`), one of its name.
  var feedFolder: SiteAddress {
    guard !isFolder else { return self }
    let folder = parentFolder(of: path) ?? ""
    let name = path.dropFirst(folder.count).drop { $0 == "/" }
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    return SiteAddress(folder + "/" + stem + "/") ?? appending("")
  }
}
