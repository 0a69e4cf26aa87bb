internal import CivilTime
internal import Feeds
internal import FrontMatter
internal import Funding
internal import Pictures
internal import Text

extension PlanReader {
  /// An address of the site in the form that feeds and sitemaps demand.
  func webAddress(_ address: SiteAddress) -> WebAddress? {
    WebAddress(configuration.baseURL.absolute(address))
  }

  /// The feed of a language: the newest items of all kinds that are listed by date.
  func feed(_ language: Int) -> FeedDocument {
    let home = localized(.home, language)
    guard let link = webAddress(home), let selfAddress = webAddress(feedAddress(language)) else {
      preconditionFailure("a checked base URL makes an absolute address")
    }
    // RSS wants a description; a site that has none is described by its name.
    let description = configuration.description
    var feed = FeedDocument(
      title: configuration.title,
      description: description.isEmpty ? configuration.title : description, link: link,
      selfAddress: selfAddress, language: configuration.languages[language])
    feed.timeToLiveMinutes = 60
    feed.generator = "Brightpress"
    feed.originLabel = "Originally published at"
    feed.notices = fundingNotices(configuration.languages[language])
    feed.items = feedItems(language).compactMap(feedItem)
    return feed
  }

  /// The funding statement in words, which every copy of a text has to carry.
  private func fundingNotices(_ language: String) -> [String] {
    guard let funding = configuration.funding else { return [] }
    let acknowledgement =
      funding.acknowledgement(in: language) ?? funding.statement(in: language)
    return [acknowledgement, funding.disclaimer(in: language)].compactMap { $0 }
  }

  /// The newest items with a date, as many as the feed has room for.
  private func feedItems(_ language: Int) -> [Int] {
    let dated = configuration.kinds.indices
      .filter { configuration.kinds[$0].order == .newestFirst }
      .flatMap {
        list(kind: $0, language: language).filter { item($0).date != nil }.prefix(
          configuration.feeds.limit)
      }
    let newestFirst = dated.sorted { ItemOrder.newestFirst.precedes(item($0), item($1)) }
    return Array(newestFirst.prefix(configuration.feeds.limit))
  }

  private func feedItem(_ index: Int) -> FeedItem? {
    let item = self.item(index)
    guard let date = item.date, let link = webAddress(address(of: index)) else { return nil }
    var entry = FeedItem(
      id: item.record[.id]?.text ?? tagURI(of: index, date), title: item.title, link: link,
      published: date)
    entry.summary = summary(of: index)
    if configuration.feeds.isFullText { entry.contentHTML = body(of: index).html }
    entry.updated = item.updated
    entry.authors = item.record[.authors]?.texts ?? []
    entry.categories = categories(of: index)
    entry.picture = picture(of: index)
    entry.attachments = attachments(of: index)
    return entry
  }

  /// An identity that a new title, slug or scheme does not change (RFC 4151): the host, the day
  /// and the file.
  private func tagURI(of index: Int, _ date: Timestamp) -> String {
    let path = self.path(of: index).dropFirst("content/".count)
    let name = path.hasSuffix(".md") ? path.dropLast(3) : path
    return "tag:\(configuration.baseURL.host),\(date.isoDate):\(percentEncoded(String(name)))"
  }

  private func categories(of index: Int) -> [FeedCategory] {
    let language = item(index).language
    return taxonomyIndices.flatMap { taxonomy in
      let domain = webAddress(localized(taxonomyAddress(taxonomy), language))
      return terms(of: index, in: taxonomy).map {
        FeedCategory(name: term(taxonomy: taxonomy, term: $0).name, domain: domain)
      }
    }
  }

  private func picture(of index: Int) -> FeedPicture? {
    let record = item(index).record
    guard let image = record[.image]?.record, let written = image.text("src") else { return nil }
    let file = file(written, from: index)
    guard let address = WebAddress(file.absoluteURL), let asset = file.asset,
      let header = self.picture(asset)
    else { return nil }
    return FeedPicture(
      address: address, mediaType: header.mediaType, byteCount: byteCount(asset),
      size: FeedPictureSize(width: header.width, height: header.height),
      alternativeText: image.text("alt") ?? record[.imageAlt]?.text ?? "",
      credit: image.text("credit"))
  }

  private func attachments(of index: Int) -> [FeedAttachment] {
    (item(index).record[.attachments]?.list ?? []).compactMap { value in
      guard let record = value.record, let written = record.text("file") else { return nil }
      let file = file(written, from: index)
      guard let address = WebAddress(file.absoluteURL), let asset = file.asset else { return nil }
      return FeedAttachment(
        address: address, title: record.text("title") ?? fileName(of: written),
        mediaType: mediaType(of: written), byteCount: byteCount(asset))
    }
  }

  /// A file's size in bytes; 0 is RSS's own word for an unknown one.
  private func byteCount(_ asset: String) -> Int { size(of: asset) ?? 0 }

  /// How many pages a file of a sitemap may list (sitemaps.org).
  static let sitemapEntryCountMax = 50_000

  /// A file of the list of all pages for search engines, with the dates of their contents.
  func sitemap(file: Int) -> Bytes {
    guard let folder = webAddress(.home) else { return [] }
    let plan = wholeSite
    let entries = plan.routes.compactMap { route -> Sitemap.Entry? in
      guard let address = webAddress(route.address) else { return nil }
      switch route.content {
      case .item(let index):
        guard plan.items[index].record[.search]?.boolean ?? true else { return nil }
        return Sitemap.Entry(address: address, modified: plan.modified(index))
      case .home(let language):
        return Sitemap.Entry(address: address, modified: plan.newest(feedItems(language)))
      case .list(let kind, let language, let page):
        return Sitemap.Entry(
          address: address, modified: page == 1 ? plan.newest(plan.lists[kind][language]) : nil)
      case .taxonomy: return Sitemap.Entry(address: address)
      case .term(let taxonomy, let term, let language, let page):
        let items = plan.taxonomies[taxonomy].terms[term].items[language]
        return Sitemap.Entry(address: address, modified: page == 1 ? plan.newest(items) : nil)
      case .notFound, .redirect, .feed, .sitemap, .robots, .emblem, .asset, .staticFile:
        return nil
      }
    }
    let files = Sitemap(entries: entries, folder: folder).files()
    // Pages that are kept out of search engines may leave the last file without entries.
    return file < files.count
      ? files[file].bytes : Sitemap(entries: [], folder: folder).files()[0].bytes
  }
}

extension SitePlan {
  /// When an item last changed.
  ///
  /// An event's date is when it takes place, not when its page changed.
  fileprivate func modified(_ index: Int) -> Timestamp? {
    let item = items[index]
    if let updated = item.updated { return updated }
    return configuration.kinds[item.kind].order == .newestFirst ? item.date : nil
  }

  fileprivate func newest(_ indices: [Int]) -> Timestamp? {
    indices.compactMap(modified).max()
  }
}

/// The media type that a file's ending stands for (IANA).
func mediaType(of path: String) -> String {
  let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  switch ending {
  case "pdf": return "application/pdf"
  case "doc": return "application/msword"
  case "docx": return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  case "xlsx": return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  case "pptx": return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
  case "odt": return "application/vnd.oasis.opendocument.text"
  case "zip": return "application/zip"
  case "csv": return "text/csv"
  case "txt": return "text/plain"
  case "html": return "text/html"
  case "mp3": return "audio/mpeg"
  case "mp4": return "video/mp4"
  case "jpg", "jpeg": return "image/jpeg"
  case "png": return "image/png"
  case "webp": return "image/webp"
  case "gif": return "image/gif"
  case "svg": return "image/svg+xml"
  default: return "application/octet-stream"
  }
}
