internal import CivilTime
internal import Diagnostics
internal import FrontMatter
internal import Text

// What the items are: their addresses, and the lists that they stand in.
extension PlanBuilder {
  /// Where an item is, or would be if it were published; nil where that cannot be said.
  mutating func address(of index: Int) -> SiteAddress? {
    let item = items[index]
    let kind = configuration.kinds[item.kind]
    switch item.name.role {
    case .homeText: return localized(.home, item.language)
    case .listText: return localized(kind.listAddress ?? .home, item.language)
    case .item: break
    }
    if let field = item.record[.permalink], let written = field.text {
      if let address = SiteAddress(written) { return address }
      diagnostics.append(.invalidAddress(written, at: location(index, field.range)))
    }
    let date = (item.date ?? item.start)?.date
    let values = PermalinkPattern.Values(
      date: date, slug: item.slug, folders: folders(of: item))
    let path = kind.permalink.expanded(values)
    guard let address = SiteAddress(path) else {
      diagnostics.append(.invalidAddress(path, at: .file(item.path)))
      return nil
    }
    return localized(address, item.language)
  }

  /// The folders of a page include the one that would be a kind's.
  func folders(of item: ContentItem) -> [String] {
    guard let folder = item.name.kindFolder, configuration.kindIndex(named: folder) == nil
    else { return item.name.folders }
    return [slug(folder)] + item.name.folders
  }

  func localized(_ address: SiteAddress, _ language: Int) -> SiteAddress {
    configuration.localized(address, language)
  }

  /// Adds the published items; the texts for the home page and the lists are returned by their
  /// addresses.
  mutating func addItems() -> [String: Int] {
    var introductions: [String: Int] = [:]
    for index in items.indices where items[index].state == .published {
      guard !itemsWithoutAddress.contains(index) else { continue }
      guard items[index].name.role == .item else {
        introductions[addresses[index].path] = index
        continue
      }
      add(.item(index), at: addresses[index], .item(index))
    }
    return introductions
  }

  /// The published items of each kind and language in the kind's order.
  func lists() -> [[[Int]]] {
    var lists = configuration.kinds.map { _ in configuration.languages.map { _ in [Int]() } }
    for index in items.indices {
      let item = items[index]
      guard item.state == .published, item.name.role == .item, item.isListed else { continue }
      lists[item.kind][item.language].append(index)
    }
    for kind in lists.indices {
      let order = configuration.kinds[kind].order
      for language in lists[kind].indices {
        lists[kind][language] = order.sorted(lists[kind][language], of: items)
      }
    }
    return lists
  }
}

extension Diagnostic {
  static func invalidAddress(_ text: String, at location: TextLocation) -> Diagnostic {
    .error(
      "invalid-address",
      "'\(text.count > 60 ? text.prefix(59) + "…" : text[...])' cannot be an address of the site",
      at: location,
      help: [
        "write a path such as /about/team/, without '..', '\\', '%', '?' or '#'",
        "a part has up to 200 bytes and begins and ends with another sign than a dot",
      ])
  }
}
