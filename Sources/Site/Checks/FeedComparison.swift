internal import CivilTime
package import Diagnostics
package import Feeds
internal import FrontMatter

extension SiteReading {
  /// What would surprise those who have subscribed to a feed: what differs between the feed as it
  /// was published and what the site would publish now.
  ///
  /// What has no place on the site is told of at `path`, the feed's own file.
  package func surprises(since feed: PublishedFeed, at path: String) -> [Diagnostic] {
    let comparison = FeedComparison(plan: plan, feed: feed, path: path)
    return feed.items.flatMap(comparison.surprises) + comparison.missedItems()
  }
}

/// A published feed beside the site as it is now.
private struct FeedComparison {
  let plan: SitePlan
  let feed: PublishedFeed
  let path: String
  /// The items by each form of their identity.
  private let byIdentity: [String: Int]
  /// The items by where they are.
  private let byAddress: [String: Int]
  /// The items by their titles, where a title is no other item's.
  private let byTitle: [String: Int]

  init(plan: SitePlan, feed: PublishedFeed, path: String) {
    self.plan = plan
    self.feed = feed
    self.path = path
    let reader = PlanReader(plan)
    var (byIdentity, byAddress) = ([String: Int](), [String: Int]())
    var titles: [String: [Int]] = [:]
    for index in plan.items.indices where plan.items[index].canStandInFeeds(plan.configuration) {
      let identity = reader.identity(of: index)
      byIdentity[identity.text] = index
      byIdentity[identity.uri] = index
      byAddress[plan.addresses[index].encoded] = index
      titles[plan.items[index].title, default: []].append(index)
    }
    self.byIdentity = byIdentity
    self.byAddress = byAddress
    byTitle = titles.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  // MARK: Items that were published

  func surprises(_ item: PublishedFeed.Item) -> [Diagnostic] {
    guard let index = byIdentity[item.id] else { return [changedIdentity(item)] }
    guard plan.items[index].state == .published, plan.items[index].isListed else {
      return [.vanishedItem(item.title, at: .file(plan.items[index].path))]
    }
    return [changedAddress(item, index), changedDate(item, index)].compactMap { $0 }
  }

  private func changedIdentity(_ item: PublishedFeed.Item) -> Diagnostic {
    let address = path(ofAddress: item.link)
    guard let index = byAddress[address] ?? redirected(address) ?? byTitle[item.title] else {
      return .vanishedItem(item.title.isEmpty ? item.id : item.title, at: .file(path))
    }
    return .changedIdentity(
      from: item.id, to: PlanReader(plan).identity(of: index).text,
      at: place(of: plan.items[index].record[.id], index))
  }

  private func changedAddress(_ item: PublishedFeed.Item, _ index: Int) -> Diagnostic? {
    let old = path(ofAddress: item.link)
    guard !old.isEmpty, old != plan.addresses[index].encoded, redirected(old) == nil else {
      return nil
    }
    let field = plan.items[index].record[.permalink] ?? plan.items[index].record[.slug]
    return .changedAddress(
      from: percentDecoded(old) ?? old, to: plan.addresses[index].path, at: place(of: field, index))
  }

  private func changedDate(_ item: PublishedFeed.Item, _ index: Int) -> Diagnostic? {
    guard let old = Timestamp(feedDate: item.published),
      let new = plan.items[index].feedDate(in: plan.configuration),
      old.secondsSinceEpoch != new.secondsSinceEpoch
    else { return nil }
    let record = plan.items[index].record
    return .changedDate(
      from: old, to: new, at: place(of: record[.date] ?? record[.publishDate], index))
  }

  /// The item to which a former address leads.
  private func redirected(_ path: String) -> Int? {
    guard let decoded = percentDecoded(path),
      case .redirect(let index)? =
        plan.route(atPath: decoded)?.content
    else { return nil }
    return index
  }

  /// The path on the site that an address of the published feed means, on whatever domain.
  private func path(ofAddress address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return "" }
    let path = String(address[scheme.upperBound...].drop { $0 != "/" }.prefix { $0 != "#" })
    let base = plan.configuration.baseURL.path
    return !base.isEmpty && path.hasPrefix(base + "/") ? String(path.dropFirst(base.count)) : path
  }

  // MARK: Items that are new

  /// Items that are new in the feed and older than what subscribers have: programs that look only
  /// at what is newer never see them.
  func missedItems() -> [Diagnostic] {
    guard let newest = feed.items.compactMap({ Timestamp(feedDate: $0.published) }).max() else {
      return []
    }
    let published = Set(feed.items.compactMap { byIdentity[$0.id] })
    let known = Set(
      feed.items.compactMap { byAddress[path(ofAddress: $0.link)] ?? byTitle[$0.title] })
    return current.compactMap { index in
      guard !published.contains(index), !known.contains(index),
        let date = plan.items[index].feedDate(in: plan.configuration), date < newest
      else { return nil }
      return .backDated(date, newest, at: place(of: plan.items[index].record[.date], index))
    }
  }

  /// The items of the feed as it is now: that of the same page, or else the site's.
  private var current: [Int] {
    let reader = PlanReader(plan)
    let page = path(ofAddress: feed.page)
    let same = plan.feeds.all.first { reader.page(of: $0).encoded == page }
    return plan.feeds.items[same ?? SiteFeed(.site, 0)] ?? []
  }

  private func place(of field: LocatedValue?, _ index: Int) -> TextLocation {
    field.map { plan.location(index, $0.range) } ?? .file(plan.items[index].path)
  }
}

extension Diagnostic {
  fileprivate static func changedIdentity(
    from old: String, to new: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "changed-identity",
      "subscribers know this as '\(old)', and would get it again as '\(new)'", at: location,
      help: ["write its identity into the front matter: id: \"\(old)\""])
  }

  fileprivate static func changedAddress(
    from old: String, to new: String, at location: TextLocation
  ) -> Diagnostic {
    .warning(
      "changed-address", "subscribers have the address '\(old)', which would lead nowhere",
      at: location, help: ["let it lead to '\(new)': aliases: [\(old)]"])
  }

  fileprivate static func changedDate(
    from old: Timestamp, to new: Timestamp, at location: TextLocation
  ) -> Diagnostic {
    .warning(
      "changed-date", "subscribers have the date \(old.rfc3339), and would get \(new.rfc3339)",
      at: location,
      help: [
        new > old
          ? "keep the date, and write the day of the change as 'updated'"
          : "keep the date: what is dated back is passed over by programs that look for news"
      ])
  }

  fileprivate static func vanishedItem(_ title: String, at location: TextLocation) -> Diagnostic {
    .warning(
      "vanished-item", "'\(title)' was in the feed, and is not published any more", at: location,
      help: ["subscribers keep what they have got; let its address lead on with 'aliases'"])
  }

  fileprivate static func backDated(
    _ date: Timestamp, _ newest: Timestamp, at location: TextLocation
  ) -> Diagnostic {
    .note(
      "back-dated-item",
      "this is new in the feed and older than the newest that subscribers have: \(date.isoDate)",
      at: location,
      help: ["programs that look only for what is newer than \(newest.isoDate) never see it"])
  }
}
