internal import Templates
internal import Text

// Facts in a cache: items, terms and templates by their names, which outlive their numbers.
extension CacheEncoder {
  mutating func write(_ fact: PlanFact, in plan: SitePlan) {
    bytes.append(fact.kind.rawValue)
    switch fact {
    case .item(let item), .address(let item), .text(let item), .body(let item),
      .neighbours(let item), .translations(let item), .referrers(let item), .related(let item):
      write(item)
    case .reference(let item, let slot):
      write(item)
      write(slot)
    case .list(let kind, let language):
      write(kind)
      write(language)
    case .listPage(let kind, let language, let page):
      write(kind)
      write(language)
      write(page)
    case .terms(let taxonomy, let language):
      write(taxonomy)
      write(language)
    case .term(let taxonomy, let term): write(taxonomy: taxonomy, term: term, in: plan)
    case .termItems(let taxonomy, let term, let language):
      write(taxonomy: taxonomy, term: term, in: plan)
      write(language)
    case .termPage(let taxonomy, let term, let language, let page):
      write(taxonomy: taxonomy, term: term, in: plan)
      write(language)
      write(page)
    case .introduction(let text), .route(let text), .contentFile(let text), .file(let text),
      .fileSize(let text), .staticAsset(let text), .noTemplate(let text):
      write(text)
    case .template(let place): write(plan.templates.names[place])
    case .phrases(let language): write(language)
    case .feed(let feed): write(feed, in: plan)
    case .names, .today, .wholeSite: break
    }
  }

  private mutating func write(_ feed: SiteFeed, in plan: SitePlan) {
    write(feed.language)
    switch feed.topic {
    case .site: bytes.append(0)
    case .kind(let kind):
      bytes.append(1)
      write(kind)
    case .term(let taxonomy, let term):
      bytes.append(2)
      write(taxonomy: taxonomy, term: term, in: plan)
    case .partner(let item):
      bytes.append(3)
      write(item)
    }
  }

  private mutating func write(taxonomy: Int, term: Int, in plan: SitePlan) {
    write(taxonomy)
    write(plan.taxonomies[taxonomy].terms[term].slug)
  }
}

extension CacheDecoder {
  /// A fact in the terms of a plan.
  ///
  /// - Parameters:
  ///   - plan: the plan of this build, with the same configuration as the cached one.
  ///   - items: the plan's items by their places in the cache.
  /// - Returns: the fact; nil where what it is about is gone.
  /// - Throws: `CacheDamage` where the bytes are no fact.
  mutating func fact(
    in plan: SitePlan, items: [Int?]
  ) throws(CacheDamage) -> PlanFact? {
    guard let kind = PlanFactKind(rawValue: try byte()) else { throw CacheDamage() }
    switch kind {
    case .item: return try item(items).map { .item($0) }
    case .reference: return try reference(items)
    case .address: return try item(items).map { .address($0) }
    case .text: return try item(items).map { .text($0) }
    case .body: return try item(items).map { .body($0) }
    case .neighbours: return try item(items).map { .neighbours($0) }
    case .translations: return try item(items).map { .translations($0) }
    case .referrers: return try item(items).map { .referrers($0) }
    case .list: return .list(kind: try integer(), language: try integer())
    case .listPage:
      return .listPage(kind: try integer(), language: try integer(), page: try integer())
    case .terms: return .terms(taxonomy: try integer(), language: try integer())
    case .term: return try term(plan).map { .term(taxonomy: $0.taxonomy, term: $0.term) }
    case .termItems: return try termItems(plan)
    case .termPage: return try termPage(plan)
    case .introduction: return .introduction(try text())
    case .route: return .route(try text())
    case .contentFile: return .contentFile(try text())
    case .file: return .file(try text())
    case .fileSize: return .fileSize(try text())
    case .staticAsset: return .staticAsset(try text())
    case .template: return plan.templates.place(of: try text()).map { .template($0) }
    case .noTemplate: return .noTemplate(try text())
    case .phrases: return .phrases(language: try integer())
    case .names: return .names
    case .today: return .today
    case .wholeSite: return .wholeSite
    case .related: return try item(items).map { .related($0) }
    case .feed: return try feed(plan, items)
    }
  }

  private mutating func item(_ items: [Int?]) throws(CacheDamage) -> Int? {
    let place = try integer()
    guard items.indices.contains(place) else { throw CacheDamage() }
    return items[place]
  }

  private mutating func reference(_ items: [Int?]) throws(CacheDamage) -> PlanFact? {
    let item = try item(items)
    let slot = try integer()
    return item.map { .reference($0, slot: slot) }
  }

  private mutating func term(
    _ plan: SitePlan
  ) throws(CacheDamage) -> (taxonomy: Int, term: Int)? {
    let taxonomy = try integer()
    let slug = try text()
    guard plan.taxonomies.indices.contains(taxonomy) else { throw CacheDamage() }
    return plan.taxonomies[taxonomy].termsBySlug[slug].map { (taxonomy, $0) }
  }

  private mutating func feed(
    _ plan: SitePlan, _ items: [Int?]
  ) throws(CacheDamage) -> PlanFact? {
    let language = try integer()
    switch try byte() {
    case 0: return .feed(SiteFeed(.site, language))
    case 1: return .feed(SiteFeed(.kind(try integer()), language))
    case 2:
      return try term(plan).map {
        .feed(SiteFeed(.term(taxonomy: $0.taxonomy, term: $0.term), language))
      }
    case 3: return try item(items).map { .feed(SiteFeed(.partner($0), language)) }
    default: throw CacheDamage()
    }
  }

  private mutating func termItems(_ plan: SitePlan) throws(CacheDamage) -> PlanFact? {
    let found = try term(plan)
    let language = try integer()
    return found.map { .termItems(taxonomy: $0.taxonomy, term: $0.term, language: language) }
  }

  private mutating func termPage(_ plan: SitePlan) throws(CacheDamage) -> PlanFact? {
    let found = try term(plan)
    let language = try integer()
    let page = try integer()
    return found.map {
      .termPage(taxonomy: $0.taxonomy, term: $0.term, language: language, page: page)
    }
  }
}
