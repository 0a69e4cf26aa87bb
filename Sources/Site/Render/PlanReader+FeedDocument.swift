internal import CivilTime
internal import Feeds
internal import FrontMatter
internal import Funding
internal import Pictures
internal import Text

extension PlanReader {
  static let feedListAddress = SiteAddress.home.appending("feeds.opml")
  static let feedStylesheetAddress = SiteAddress.home.appending("feed.css")

  /// An address of the site in the form that feeds and sitemaps demand.
  func webAddress(_ address: SiteAddress) -> WebAddress? {
    origin?.replacingPath(by: configuration.baseURL.relative(address))
  }

  /// The same, for an address that is known to be the site's.
  func feedAddress(_ address: SiteAddress) -> WebAddress {
    guard let address = webAddress(address) else {
      preconditionFailure("a checked base URL makes an absolute address")
    }
    return address
  }

  /// A feed as it is written, whatever the format.
  func document(of feed: SiteFeed) -> FeedDocument {
    // RSS wants a description; a site that has none is described by its name.
    let description = siteDescription(feed.language)
    var document = FeedDocument(
      id: FeedIdentity(naming: feedKey(feed), authority: configuration.feeds.authority),
      title: title(of: feed),
      description: description.isEmpty ? siteTitle(feed.language) : description,
      link: feedAddress(page(of: feed)), language: configuration.languages[feed.language])
    document.timeToLiveMinutes = 60
    document.generator = "Brightpress"
    document.authors = [siteTitle(feed.language)]
    document.picture = picture(of: feed)
    document.stylesheet = configuration.baseURL.relative(Self.feedStylesheetAddress)
    document.items = items(of: feed).compactMap { index in
      feedItem(index) { $0.preparedItem(index) }
    }
    return document
  }

  /// What a feed is called: by its site, and by what it holds of it.
  func title(of feed: SiteFeed) -> String {
    topicTitle(of: feed).map { "\(siteTitle(feed.language)) – \($0)" } ?? siteTitle(feed.language)
  }

  /// What a feed holds of the site; nil where that is everything.
  func topicTitle(of feed: SiteFeed) -> String? {
    switch feed.topic {
    case .site: nil
    case .kind(let kind): title(ofKind: kind, language: feed.language)
    case .term(let taxonomy, let term): termName(taxonomy: taxonomy, term: term)
    case .partner(let item): self.item(item).title
    }
  }

  /// The page that a feed belongs to.
  func page(of feed: SiteFeed) -> SiteAddress {
    switch feed.topic {
    case .site: localized(.home, feed.language)
    case .kind(let kind):
      listAddress(kind: kind, language: feed.language) ?? localized(.home, feed.language)
    case .term(let taxonomy, let term):
      localized(termAddress(taxonomy: taxonomy, term: term), feed.language)
    case .partner(let item): address(of: item)
    }
  }

  /// Where a feed is, whether there is such a feed or not.
  func address(of feed: SiteFeed, _ format: FeedFormat) -> SiteAddress {
    var folder = page(of: feed).feedFolder
    // A partner's page is in one language; the others' feeds stand beside it.
    if case .partner(let item) = feed.topic, self.item(item).language != feed.language {
      folder = folder.appending("\(configuration.languages[feed.language])/")
    }
    return folder.appending(format.fileName)
  }

  /// What a feed is known by for ever: what it is about, and never where that is.
  private func feedKey(_ feed: SiteFeed) -> String {
    let language = configuration.languages[feed.language]
    switch feed.topic {
    case .site: return "feed/\(language)"
    case .kind(let kind): return "feed/\(language)/kinds/\(configuration.kinds[kind].name)"
    case .term(let taxonomy, let term):
      let slug = termSlug(taxonomy: taxonomy, term: term)
      return "feed/\(language)/\(taxonomySettings(taxonomy).name)/\(slug)"
    case .partner(let item): return "feed/\(language)/\(identityName(of: item))"
    }
  }

  /// The picture of a feed: a partner's logo, or that of the site.
  private func picture(of feed: SiteFeed) -> FeedPicture? {
    if case .partner(let item) = feed.topic,
      let logo = self.item(item).record.record("logo"), let picture = picture(logo, of: item)
    {
      return picture
    }
    guard let image = configuration.feeds.image,
      let route = route(atPath: image.path), let file = sourceFile(of: route),
      let header = self.picture(file)
    else { return nil }
    return FeedPicture(
      address: feedAddress(route.address), mediaType: header.mediaType,
      byteCount: size(of: file) ?? 0,
      size: FeedPictureSize(width: header.width, height: header.height),
      alternativeText: siteTitle(feed.language))
  }

  /// The file that is published at a route as it is.
  func sourceFile(of route: Route) -> String? {
    switch route.content {
    case .asset(let path): path
    case .staticFile(let index): staticFile(index).path
    case .item, .standIn, .home, .list, .taxonomy, .term, .notFound, .redirect, .feed, .feedList,
      .feedStylesheet, .calendar, .eventCalendar, .bibliography, .citation, .sitemap, .robots,
      .headers, .emblem:
      nil
    }
  }
}
