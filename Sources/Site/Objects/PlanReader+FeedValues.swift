internal import Feeds
internal import FrontMatter
internal import Templates

// What templates see of the feeds.
extension PlanReader {
  /// The formats that pages and readers are pointed to: the full-text one is for importers alone.
  private var readerFormats: [FeedFormat] {
    configuration.feeds.formats.filter { $0 != .fullTextRSS }
  }

  /// The address of a feed in the format that comes first; nil where there is no such feed.
  func feedURL(_ feed: SiteFeed) -> String? {
    guard let format = readerFormats.first else { return nil }
    let address = address(of: feed, format)
    return route(atPath: address.path).map { configuration.baseURL.relative($0.address) }
  }

  /// The feeds for a page's `<link rel="alternate">`, without those that do not exist.
  func alternates(_ feeds: [SiteFeed]) -> TemplateValue {
    .list(feeds.flatMap { feed in feedLinks(feed) { $0.links(to: feed) } })
  }

  private func links(to feed: SiteFeed) -> [TemplateValue] {
    readerFormats.compactMap { format in
      let address = address(of: feed, format)
      guard route(atPath: address.path) != nil else { return nil }
      return description(of: feed, format, at: address)
    }
  }

  /// The feeds that the page of an item is about: the site's, its kind's, and its partner's.
  func feeds(forPageOf index: Int) -> [SiteFeed] {
    let item = self.item(index)
    var topics: [SiteFeed.Topic] = [.site]
    if configuration.kinds[item.kind].listAddress != nil { topics.append(.kind(item.kind)) }
    if configuration.kinds[item.kind].name == "partners" {
      topics.append(.partner(index))
    } else if let slot = item.record.schema.slot(of: "partner"),
      let partner = reference(index, slot)
    {
      topics.append(.partner(partner))
    }
    return topics.map { SiteFeed($0, item.language) }
  }

  /// All feeds of the site, for a page that tells partners which one to take.
  var feedDescriptions: TemplateValue {
    .list(wholeSite.feeds.all.map(description))
  }

  private func description(of feed: SiteFeed) -> TemplateValue {
    .dictionary([
      "title": .text(title(of: feed)),
      "topic": .text(topicTitle(of: feed) ?? configuration.title),
      "about": .text(about(feed)),
      "url": .text(configuration.baseURL.relative(page(of: feed))),
      "language": .text(configuration.languages[feed.language]),
      "formats": .list(
        feed.formats(configuration.feeds.formats).map {
          description(of: feed, $0, at: address(of: feed, $0))
        }),
      "items": .sequence(ItemSequence(reader: self, items: items(of: feed))),
    ])
  }

  /// What a feed is about, in a word: `site`, `kind`, `partner` or the taxonomy's name.
  private func about(_ feed: SiteFeed) -> String {
    switch feed.topic {
    case .site: "site"
    case .kind: "kind"
    case .partner: "partner"
    case .term(let taxonomy, _): taxonomySettings(taxonomy).name
    }
  }

  private func description(
    of feed: SiteFeed, _ format: FeedFormat, at address: SiteAddress
  ) -> TemplateValue {
    .dictionary([
      "title": .text("\(title(of: feed)) (\(format.label))"), "format": .text(format.rawValue),
      "label": .text(format.label), "type": .text(format.mediaType),
      "url": .text(configuration.baseURL.relative(address)),
      "absolute_url": .text(configuration.baseURL.absolute(address)),
    ])
  }

  /// The list of all feeds that readers import.
  var feedList: FeedList {
    let feeds = wholeSite.feeds.all
    // One format of each: readers would subscribe to all. JSON Feed is known to the fewest.
    guard let format = readerFormats.first(where: { $0 != .json }) ?? readerFormats.first else {
      return FeedList(title: configuration.title, groups: [])
    }
    let groups = feeds.reduce(into: [FeedList.Group]()) { groups, feed in
      let title = groupTitle(feed)
      if groups.last?.title != title { groups.append(FeedList.Group(title: title, entries: [])) }
      groups[groups.count - 1].entries.append(
        FeedList.Entry(
          title: self.title(of: feed), address: feedAddress(address(of: feed, format)),
          page: feedAddress(page(of: feed)), format: format,
          language: configuration.languages[feed.language]))
    }
    return FeedList(title: configuration.title, groups: groups)
  }

  private func groupTitle(_ feed: SiteFeed) -> String {
    switch feed.topic {
    case .site, .kind: return ""
    case .partner:
      return configuration.kindIndex(named: "partners").map { configuration.kinds[$0].title } ?? ""
    case .term(let taxonomy, _): return taxonomySettings(taxonomy).title
    }
  }
}
