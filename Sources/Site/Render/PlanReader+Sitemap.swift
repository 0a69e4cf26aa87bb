internal import CivilTime
internal import Feeds
internal import FrontMatter
internal import Funding
internal import Pictures
internal import Text

extension PlanReader {
  /// How many pages a file of a sitemap may list (sitemaps.org).
  static let sitemapEntryCountMax = 50_000

  /// How many bytes of it are planned with: a little less than the 50 MiB that it may have.
  static let sitemapByteCountMax = 48_000_000

  /// A file of the list of all pages for search engines, with the dates of their contents.
  func sitemap(file: Int) -> Bytes {
    guard let folder = webAddress(.home) else { return [] }
    let plan = wholeSite
    let entries = plan.routes.compactMap { route -> Sitemap.Entry? in
      guard let address = webAddress(route.address) else { return nil }
      switch route.content {
      case .item(let index):
        guard plan.items[index].isCanonicalHere else { return nil }
        return Sitemap.Entry(
          address: address, modified: plan.modified(index),
          alternates: sitemapAlternates(alternates(of: index)))
      case .home(let language):
        return Sitemap.Entry(
          address: address, modified: plan.newest(plan.lists.flatMap { $0[language] }),
          alternates: sitemapAlternates(alternates(ofGenerated: .home)))
      case .list(let kind, let language, let page):
        let list = page == 1 ? configuration.kinds[kind].listAddress : nil
        return Sitemap.Entry(
          address: address, modified: page == 1 ? plan.newest(plan.lists[kind][language]) : nil,
          alternates: sitemapAlternates(list.map(alternates(ofGenerated:)) ?? []))
      case .taxonomy(let taxonomy, _):
        return Sitemap.Entry(
          address: address,
          alternates: sitemapAlternates(
            alternates(ofGenerated: plan.taxonomies[taxonomy].address)))
      case .term(let taxonomy, let term, let language, let page):
        guard page == 1 else { return Sitemap.Entry(address: address) }
        let items = plan.taxonomies[taxonomy].terms[term].items[language]
        return Sitemap.Entry(
          address: address, modified: plan.newest(items),
          alternates: sitemapAlternates(
            alternates(ofGenerated: plan.taxonomies[taxonomy].termAddresses[term])))
      case .standIn, .notFound, .redirect, .feed, .feedList, .feedStylesheet, .calendar,
        .eventCalendar, .bibliography, .citation, .sitemap, .robots, .headers, .emblem, .asset,
        .staticFile:
        return nil
      }
    }
    let files = Sitemap(entries: entries, folder: folder).files()
    // Pages that are kept out of search engines may leave the last file without entries.
    return file < files.count
      ? files[file].bytes : Sitemap(entries: [], folder: folder).files()[0].bytes
  }

  private func sitemapAlternates(_ alternates: [Alternate]) -> [Sitemap.Alternate] {
    alternates.compactMap { alternate in
      webAddress(alternate.address).map {
        Sitemap.Alternate(language: alternate.language, address: $0)
      }
    }
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
