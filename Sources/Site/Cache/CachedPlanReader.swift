internal import Citations
internal import Feeds

/// Reads a plan for a site: what it counts is what the plan's numbers must stay below.
struct CachedPlanReader {
  private var decoder: CacheDecoder
  private let site: ParsedSite
  private var configuration: SiteConfiguration { site.configuration }

  init(_ decoder: CacheDecoder, for site: ParsedSite) {
    self.decoder = decoder
    self.site = site
  }

  /// The plan.
  ///
  /// - Throws: `CacheDamage` where the bytes are no plan of this site.
  mutating func plan() throws(CacheDamage) -> CachedPlan {
    let problems = PlanProblems(
      diagnostics: try decoder.diagnostics(), identities: try decoder.diagnostics())
    let addresses = try list { reader throws(CacheDamage) in try reader.address() }
    let lists = try list { reader throws(CacheDamage) in
      try reader.list { reader throws(CacheDamage) in try reader.items() }
    }
    guard addresses.count == site.items.count, lists.count == configuration.kinds.count else {
      throw CacheDamage()
    }
    return CachedPlan(
      contents: PlanContents(
        addresses: addresses, lists: lists, taxonomies: try taxonomies(),
        assets: try table { reader throws(CacheDamage) in try reader.address() },
        staticAssets: try table { reader throws(CacheDamage) in
          StaticAsset(address: try reader.address(), integrity: try reader.decoder.optionalText())
        },
        translations: try table { reader throws(CacheDamage) in try reader.items() },
        standIns: try list { reader throws(CacheDamage) in
          Dictionary(
            try reader.list { reader throws(CacheDamage) in
              (try reader.item(), try reader.address())
            }, uniquingKeysWith: { first, _ in first })
        },
        references: try references(),
        introductions: try table { reader throws(CacheDamage) in try reader.item() },
        feeds: try feeds(),
        routes: try list { reader throws(CacheDamage) in try reader.route(addresses) }),
      problems: problems)
  }

  private mutating func taxonomies() throws(CacheDamage) -> [Taxonomy] {
    guard try decoder.count() == configuration.taxonomies.count else { throw CacheDamage() }
    var taxonomies: [Taxonomy] = []
    for settings in configuration.taxonomies {
      let terms = try list { reader throws(CacheDamage) in
        let term = Taxonomy.Term(
          name: try reader.decoder.text(), slug: try reader.decoder.text(),
          items: try reader.list { reader throws(CacheDamage) in try reader.items() })
        return (term: term, address: try reader.address())
      }
      guard terms.allSatisfy({ $0.term.items.count == configuration.languages.count }) else {
        throw CacheDamage()
      }
      taxonomies.append(
        Taxonomy(
          settings, terms: terms.map(\.term),
          termsByName: try table { reader throws(CacheDamage) in
            try reader.number(below: terms.count)
          },
          termAddresses: terms.map(\.address), languageCount: configuration.languages.count))
    }
    return taxonomies
  }

  private mutating func references() throws(CacheDamage) -> [SitePlan.ItemField: Int] {
    let references = try list { reader throws(CacheDamage) in
      (
        SitePlan.ItemField(item: try reader.item(), slot: try reader.number(below: .max)),
        try reader.item()
      )
    }
    return Dictionary(references, uniquingKeysWith: { first, _ in first })
  }

  private mutating func feeds() throws(CacheDamage) -> SiteFeeds {
    let feeds = try list { reader throws(CacheDamage) in
      (feed: try reader.feed(), items: try reader.items())
    }
    guard Set(feeds.map(\.feed)).count == feeds.count else { throw CacheDamage() }
    return SiteFeeds(feeds)
  }

  private mutating func feed() throws(CacheDamage) -> SiteFeed {
    let language = try language()
    switch try decoder.byte() {
    case 0: return SiteFeed(.site, language)
    case 1: return SiteFeed(.kind(try kind()), language)
    case 2:
      return SiteFeed(.term(taxonomy: try taxonomy(), term: try number(below: .max)), language)
    case 3: return SiteFeed(.partner(try item()), language)
    default: throw CacheDamage()
    }
  }

  private mutating func route(_ addresses: [SiteAddress]) throws(CacheDamage) -> Route {
    let content = try content()
    if case .item(let item) = content { return Route(address: addresses[item], content: content) }
    return Route(address: try address(), content: content)
  }

  private mutating func content() throws(CacheDamage) -> Route.Content {
    switch try decoder.byte() {
    case 0: return .item(try item())
    case 1: return .standIn(item: try item(), language: try language())
    case 2: return .home(language: try language())
    case 3:
      return .list(kind: try kind(), language: try language(), page: try number(below: .max))
    case 4: return .taxonomy(try taxonomy(), language: try language())
    case 5:
      return .term(
        taxonomy: try taxonomy(), term: try number(below: .max), language: try language(),
        page: try number(below: .max))
    case 6: return .notFound
    case 7: return .redirect(to: try item())
    case 8: return .calendar(language: try language())
    case 9: return .eventCalendar(try item())
    case 10: return .bibliography(language: try language(), try citationFormat())
    case 11: return .citation(try item(), try citationFormat())
    case 12: return .feed(try feed(), try feedFormat())
    case 13: return .feedList
    case 14: return .feedStylesheet
    case 15: return .sitemap(file: try number(below: .max))
    case 16: return .robots
    case 17: return .headers
    case 18: return .emblem
    case 19: return .asset(try decoder.text())
    case 20: return .staticFile(try number(below: site.source.staticFiles.count))
    default: throw CacheDamage()
    }
  }

  private mutating func citationFormat() throws(CacheDamage) -> CitationFormat {
    guard let format = CitationFormat(rawValue: try decoder.text()) else { throw CacheDamage() }
    return format
  }

  private mutating func feedFormat() throws(CacheDamage) -> FeedFormat {
    guard let format = FeedFormat(rawValue: try decoder.text()) else { throw CacheDamage() }
    return format
  }

  // MARK: Parts

  private mutating func number(below limit: Int) throws(CacheDamage) -> Int {
    let number = try decoder.unsigned()
    guard number < UInt64(limit) else { throw CacheDamage() }
    return Int(number)
  }

  private mutating func item() throws(CacheDamage) -> Int {
    try number(below: site.items.count)
  }

  private mutating func items() throws(CacheDamage) -> [Int] {
    try list { reader throws(CacheDamage) in try reader.item() }
  }

  private mutating func kind() throws(CacheDamage) -> Int {
    try number(below: configuration.kinds.count)
  }

  private mutating func language() throws(CacheDamage) -> Int {
    try number(below: configuration.languages.count)
  }

  private mutating func taxonomy() throws(CacheDamage) -> Int {
    try number(below: configuration.taxonomies.count)
  }

  private mutating func address() throws(CacheDamage) -> SiteAddress {
    SiteAddress.home.appending(String(try decoder.text().dropFirst()))
  }

  private mutating func list<Element>(
    _ element: (inout CachedPlanReader) throws(CacheDamage) -> Element
  ) throws(CacheDamage) -> [Element] {
    let count = try decoder.count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  private mutating func table<Value>(
    _ value: (inout CachedPlanReader) throws(CacheDamage) -> Value
  ) throws(CacheDamage) -> [String: Value] {
    var table: [String: Value] = [:]
    for _ in 0..<(try decoder.count()) {
      let key = try decoder.text()
      table[key] = try value(&self)
    }
    return table
  }
}
