internal import CivilTime
internal import Diagnostics
internal import FrontMatter
internal import Templates

/// Decides every address and finds what pages say about each other.
struct PlanBuilder {
  let parsed: ParsedSite
  let templates: TemplateSet
  let types: ObjectTypes
  var diagnostics: [Diagnostic] = []
  var routes: [Route] = []
  private var owners: [String: RouteOwner] = [:]
  private var addresses: [SiteAddress] = []
  private var itemsByPath: [String: Int] = [:]
  private var bundles: [String: Int] = [:]
  private var assets: [String: SiteAddress] = [:]

  /// Who has an address, for the message to the next one that wants it.
  private struct RouteOwner {
    let description: String
    let location: TextLocation
  }

  var configuration: SiteConfiguration { parsed.configuration }
  var items: [ContentItem] { parsed.items }

  init(_ parsed: ParsedSite, templates: TemplateSet, types: ObjectTypes) {
    self.parsed = parsed
    self.types = types
    self.templates = templates
  }

  /// The plan, with every collision and every reference that leads nowhere.
  mutating func plan() -> Checked<SitePlan> {
    for index in items.indices {
      itemsByPath[items[index].path] = index
      if items[index].name.isBundle, let folder = parentFolder(of: items[index].path) {
        // The default language's text decides where a bundle's files go.
        if bundles[folder] == nil || items[index].language == 0 { bundles[folder] = index }
      }
      addresses.append(address(of: index))
    }
    let lists = lists()
    let introductions = addItems()
    let taxonomies = taxonomies(lists)
    addLists(lists)
    addTaxonomies(taxonomies)
    addAliases()
    addAssets()
    addGeneratedFiles()
    checkFolders()
    let references = references()
    checkTemplates()
    let plan = SitePlan(
      parsed, addresses: addresses, lists: lists, taxonomies: taxonomies, routes: routes,
      itemsByPath: itemsByPath, assets: assets, translations: translations(),
      references: references, introductions: introductions, templates: templates, types: types)
    diagnostics += plan.menuProblems()
    diagnostics += plan.missingFiles()
    return Checked(plan, diagnostics)
  }

  // MARK: Items

  /// Where an item is, or would be if it were published.
  private mutating func address(of index: Int) -> SiteAddress {
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
    let values = PermalinkPattern.Values(
      date: item.date?.date, slug: item.slug, folders: folders(of: item))
    let path = kind.permalink.expanded(values).replacing("//", with: "/")
    guard let address = SiteAddress(path) else {
      diagnostics.append(.invalidAddress(path, at: location(index, item.record.range)))
      return .home
    }
    return localized(address, item.language)
  }

  /// The folders of a page include the one that would be a kind's.
  private func folders(of item: ContentItem) -> [String] {
    guard let folder = item.name.kindFolder, configuration.kindIndex(named: folder) == nil,
      !(item.name.isBundle && item.name.folders.isEmpty && folder == item.slug)
    else { return item.name.folders }
    return [folder] + item.name.folders
  }

  private func localized(_ address: SiteAddress, _ language: Int) -> SiteAddress {
    language == 0 ? address : .prefixed(address, by: configuration.languages[language])
  }

  /// Adds the published items; the texts for the home page and the lists are returned by their
  /// addresses.
  private mutating func addItems() -> [String: Int] {
    var introductions: [String: Int] = [:]
    for index in items.indices where items[index].state == .published {
      guard items[index].name.role == .item else {
        introductions[addresses[index].path] = index
        continue
      }
      let field = items[index].record[.permalink] ?? items[index].record[.slug]
      let place = field.map { location(index, $0.range) } ?? .file(items[index].path)
      add(.item(index), at: addresses[index], "'\(items[index].path)'", place)
    }
    return introductions
  }

  /// The published items of each kind and language in the kind's order.
  private func lists() -> [[[Int]]] {
    var lists = configuration.kinds.map { _ in configuration.languages.map { _ in [Int]() } }
    for index in items.indices {
      let item = items[index]
      guard item.state == .published, item.name.role == .item, item.isListed else { continue }
      lists[item.kind][item.language].append(index)
    }
    for kind in lists.indices {
      let order = ItemSorting(items: items, order: configuration.kinds[kind].order)
      for language in lists[kind].indices { lists[kind][language].sort(by: order.precedes) }
    }
    return lists
  }

  // MARK: Generated pages

  private mutating func addLists(_ lists: [[[Int]]]) {
    let site = TextLocation.file("site.yaml")
    for language in configuration.languages.indices {
      let isUsed = language == 0 || lists.contains { !$0[language].isEmpty }
      guard isUsed else { continue }
      add(.home(language: language), at: localized(.home, language), "the home page", site)
      add(
        .feed(language: language), at: localized(.home, language).appending("feed.xml"),
        "the RSS feed", site)
      for (index, kind) in configuration.kinds.enumerated() {
        guard let list = kind.listAddress, language == 0 || !lists[index][language].isEmpty
        else { continue }
        let pages = Self.pageCount(lists[index][language].count, kind.itemsPerPage)
        for page in 1...pages {
          add(
            .list(kind: index, language: language, page: page),
            at: Self.pageAddress(localized(list, language), page), "the list of \(kind.name)", site)
        }
      }
    }
  }

  private mutating func addTaxonomies(_ taxonomies: [Taxonomy]) {
    let site = TextLocation.file("site.yaml")
    for (index, taxonomy) in taxonomies.enumerated() {
      for language in configuration.languages.indices {
        let used = taxonomy.usedTerms[language]
        guard language == 0 || !used.isEmpty else { continue }
        let name = taxonomy.settings.name
        add(
          .taxonomy(index, language: language), at: localized(taxonomy.address, language),
          "the index of \(name)", site)
        for term in used {
          let pages = Self.pageCount(taxonomy.terms[term].items[language].count, termItemsPerPage)
          for page in 1...pages {
            add(
              .term(taxonomy: index, term: term, language: language, page: page),
              at: Self.pageAddress(localized(taxonomy.termAddresses[term], language), page),
              "the list of '\(taxonomy.terms[term].name)' (\(name))", site)
          }
        }
      }
    }
  }

  private var termItemsPerPage: Int { configuration.kinds.first?.itemsPerPage ?? 20 }

  private func taxonomies(_ lists: [[[Int]]]) -> [Taxonomy] {
    let ordered = lists.indices.flatMap { kind in lists[kind].flatMap { $0 } }
    return configuration.taxonomies.map { settings in
      TaxonomyBuilder(items: items, languageCount: configuration.languages.count)
        .taxonomy(settings, ordered)
    }
  }

  private mutating func addGeneratedFiles() {
    let site = TextLocation.file("site.yaml")
    var files: [(Route.Content, String)] = [
      (.notFound, "404.html"), (.sitemap(file: 0), "sitemap.xml"), (.robots, "robots.txt"),
      (.emblem, "eu-emblem.svg"),
    ]
    // Where one file cannot hold all pages, sitemap.xml becomes the index of several.
    let sitemapFileCount = Self.pageCount(routes.count, SitePlan.sitemapEntryCountMax)
    if sitemapFileCount > 1 {
      for file in 1...sitemapFileCount {
        files.append((.sitemap(file: file), "sitemap-\(file).xml"))
      }
    }
    for (content, name) in files {
      // A file of the site's own in `static/` takes the place of a generated one.
      if parsed.source.staticFiles.contains(where: { $0.name == name }) { continue }
      add(content, at: SiteAddress.home.appending(name), "the generated '\(name)'", site)
    }
  }

  // MARK: Other files

  private mutating func addAliases() {
    for index in items.indices where items[index].state == .published {
      for alias in items[index].record[.aliases]?.list ?? [] {
        guard let written = alias.text else { continue }
        let place = location(index, alias.range)
        guard let address = SiteAddress(written) else {
          diagnostics.append(.invalidAddress(written, at: place))
          continue
        }
        // A former address without a file's ending was a folder's.
        let isFile = fileName(of: address.path).contains(".") || address.isFolder
        add(
          .redirect(to: index), at: isFile ? address : address.appending(""),
          "the alias of '\(items[index].path)'", place)
      }
    }
  }

  private mutating func addAssets() {
    for path in parsed.source.assetFiles {
      guard let address = assetAddress(path) else { continue }
      assets[path] = address
      add(.asset(path), at: address, "'\(path)'", .file(path))
    }
    for (index, file) in parsed.source.staticFiles.enumerated() {
      guard let address = SiteAddress(file.name) else {
        diagnostics.append(.invalidFileName(file.path))
        continue
      }
      add(.staticFile(index), at: address, "'\(file.path)'", .file(file.path))
    }
  }

  /// Where a file beside the content goes: into its bundle's folder, or its kind's; nil where it
  /// belongs to a bundle that is not published.
  private mutating func assetAddress(_ path: String) -> SiteAddress? {
    var base = ""
    var rest = ""
    var folder = parentFolder(of: path)
    while let current = folder, current != "content" {
      if let bundle = bundles[current] {
        guard items[bundle].state == .published else { return nil }
        base = addresses[bundle].path
        rest = String(path.dropFirst(current.count + 1))
        break
      }
      folder = parentFolder(of: current)
    }
    if rest.isEmpty {
      let parts = path.split(separator: "/", maxSplits: 2).dropFirst()
      let kind = parts.first.flatMap { configuration.kindIndex(named: String($0)) }
      if let kind, parts.count == 2, let list = configuration.kinds[kind].listAddress {
        (base, rest) = (list.path, String(parts.last ?? ""))
      } else {
        (base, rest) = ("/", parts.joined(separator: "/"))
      }
    }
    let parent =
      base.hasSuffix("/") ? base : String(base[...(base.lastIndex(of: "/") ?? base.startIndex)])
    guard let address = SiteAddress(parent + rest) else {
      diagnostics.append(.invalidFileName(path))
      return nil
    }
    return address
  }

  // MARK: Addresses

  private mutating func add(
    _ content: Route.Content, at address: SiteAddress, _ description: String,
    _ location: TextLocation
  ) {
    let key = address.collisionKey
    if let owner = owners[key] {
      // What the site generates has no place of its own: the other one can be moved.
      diagnostics.append(
        location.path == "site.yaml"
          ? .duplicateAddress(
            address, owner.description, description, at: owner.location, first: nil)
          : .duplicateAddress(
            address, description, owner.description, at: location,
            first: owner.location.path == "site.yaml" ? nil : owner.location))
      return
    }
    owners[key] = RouteOwner(description: description, location: location)
    routes.append(Route(address: address, content: content))
  }

  /// One name cannot be a file and a folder.
  private mutating func checkFolders() {
    var files = Set<String>()
    for route in routes { files.insert(route.address.collisionKey) }
    for route in routes {
      var folder = parentFolder(of: route.address.collisionKey)
      while let path = folder {
        if files.contains(path), let file = owners[path],
          let inside = owners[route.address.collisionKey]
        {
          diagnostics.append(
            .fileAndFolder(
              path, file.description, inside.description, at: inside.location,
              first: file.location))
        }
        folder = parentFolder(of: path)
      }
    }
  }

  /// How many pages a list of some items has; an empty list has one.
  static func pageCount(_ count: Int, _ perPage: Int) -> Int {
    max(1, (count + perPage - 1) / perPage)
  }

  /// The address of a page of a list: the first is the list's own.
  static func pageAddress(_ first: SiteAddress, _ page: Int) -> SiteAddress {
    page == 1 ? first : first.appending("page/\(page)/")
  }

  private func translations() -> [String: [Int]] {
    var groups: [String: [Int]] = [:]
    guard configuration.languages.count > 1 else { return groups }
    for index in items.indices where items[index].state == .published {
      groups[items[index].translationKey, default: []].append(index)
    }
    return groups.filter { $0.value.count > 1 }
      .mapValues { $0.sorted { (items[$0].language, $0) < (items[$1].language, $1) } }
  }

  /// A place in a content file, which is read again for it.
  func location(_ index: Int, _ range: Range<Int>) -> TextLocation {
    do throws(FileSystemError) {
      return try parsed.source.text(of: items[index].path).location(of: range)
    } catch {
      return .file(items[index].path)  // The file vanished since it was read.
    }
  }
}

extension Diagnostic {
  fileprivate static func invalidAddress(_ text: String, at location: TextLocation) -> Diagnostic {
    .error(
      "invalid-address",
      "'\(text.count > 60 ? text.prefix(59) + "…" : text[...])' cannot be an address of the site",
      at: location,
      help: [
        "write a path such as /about/team/, without '..', '\\', '%', '?' or '#'",
        "a part has up to 200 bytes and begins and ends with another sign than a dot",
      ])
  }

  fileprivate static func invalidFileName(_ path: String) -> Diagnostic {
    .error(
      "invalid-file-name", "'\(fileName(of: path))' cannot be part of an address",
      at: .file(path), help: ["rename the file without '\\', '%', '?', '#', ':' or quotation marks"]
    )
  }

  fileprivate static func duplicateAddress(
    _ address: SiteAddress, _ description: String, _ first: String, at location: TextLocation,
    first firstLocation: TextLocation?
  ) -> Diagnostic {
    .error(
      "duplicate-address",
      "\(description) and \(first) would both be at '\(address.path)'", at: location,
      help: ["give one of them another 'slug' or 'permalink', or another file name"],
      related: firstLocation.map { [.init("the first at this address", at: $0)] } ?? [])
  }

  fileprivate static func fileAndFolder(
    _ path: String, _ file: String, _ inside: String, at location: TextLocation,
    first firstLocation: TextLocation
  ) -> Diagnostic {
    .error(
      "duplicate-address",
      "\(inside) needs '/\(path)' as a folder, and \(file) is a file there", at: location,
      help: ["give one of them another 'slug' or 'permalink'"],
      related: [.init("the file", at: firstLocation)])
  }
}
