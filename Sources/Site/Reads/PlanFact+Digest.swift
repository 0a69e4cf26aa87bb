internal import Citations
internal import Diagnostics
internal import Feeds
internal import Pictures
internal import Templates
internal import Text

extension SitePlan {
  /// What a fact says in this plan; equal digests in two plans mean that no page can tell them
  /// apart by it.
  ///
  /// Items are named by their paths, since an index means another item where one was added.
  func digest(of fact: PlanFact) -> Digest {
    var encoder = CacheEncoder()
    return digest(of: fact, using: &encoder)
  }

  /// What a fact says in this plan, with room that is used again for the next one.
  func digest(of fact: PlanFact, using encoder: inout CacheEncoder) -> Digest {
    encoder.bytes.removeAll(keepingCapacity: true)
    encoder.write(fact, of: self)
    return Digest(of: encoder.bytes)
  }
}

extension CacheEncoder {
  /// Writes all that a page can learn from a fact.
  fileprivate mutating func write(_ fact: PlanFact, of plan: SitePlan) {
    switch fact {
    case .item(let item): write(plan.items[item])
    case .reference(let item, let slot): write(plan.reference(item, slot).map { [$0] }, of: plan)
    case .address(let item):
      write(plan.addresses[item].path)
      write(plan.items[item].state)
      for standIns in plan.standIns { write(standIns[item]?.path) }
    case .text(let item): write(plan.bodyFacts(of: item))
    case .body(let item): write(plan.items[item].bodyDigest)
    case .neighbours(let item):
      let (earlier, later) = plan.neighbours(of: item)
      write(earlier.map { [$0] }, of: plan)
      write(later.map { [$0] }, of: plan)
    case .translations(let item):
      write(plan.translations[plan.items[item].translationKey], of: plan)
    case .referrers(let item):
      write(plan.referrers[item], of: plan)
      for language in plan.configuration.languages.indices {
        write(plan.referrers(of: item, shownIn: language), of: plan)
      }
    case .related(let item): write(plan.related(to: item), of: plan)
    case .feed(let feed): write(plan.feeds.items[feed], of: plan)
    case .list(let kind, let language): write(plan.lists[kind][language], of: plan)
    case .listPage(let kind, let language, let page):
      write(plan.listPage(kind: kind, language: language, page: page), of: plan)
    case .terms(let taxonomy, let language):
      for term in plan.taxonomies[taxonomy].usedTerms[language] {
        write(plan.taxonomies[taxonomy].terms[term].slug)
      }
    case .term(let taxonomy, let term):
      write(plan.taxonomies[taxonomy].terms[term].name)
      write(plan.taxonomies[taxonomy].termAddresses[term].path)
    case .termItems(let taxonomy, let term, let language):
      write(plan.taxonomies[taxonomy].terms[term].items[language], of: plan)
    case .termPage(let taxonomy, let term, let language, let page):
      let slice = plan.termPage(taxonomy: taxonomy, term: term, language: language, page: page)
      write(slice, of: plan)
    case .introduction(let path): write(plan.introductions[path].map { [$0] }, of: plan)
    case .route(let path):
      write(plan.route(atPath: path)) { encoder, route in
        encoder.write(route.address.path)
        encoder.write(plan.identity(of: route))
      }
    case .contentFile(let path):
      write(plan.itemsByPath[path] != nil)
      write(plan.assets[path]?.path)
    case .file(let path): write(plan.source.digest(of: path)) { $0.write($1) }
    case .fileSize(let path): writeSize(of: path, plan)
    case .staticAsset(let name):
      write(plan.staticAssets[name]) { encoder, asset in
        encoder.write(asset.address.path)
        encoder.write(asset.integrity)
      }
    case .template(let place): write(Digest(of: plan.source.templates[place].bytes))
    case .noTemplate(let name): write(plan.templates.contains(name))
    case .phrases:
      for file in plan.source.phraseFiles + plan.source.themePhraseFiles {
        write(file.path)
        write(Digest(of: file.bytes))
      }
    case .names: writeNames(of: plan)
    case .today: write(plan.today)
    case .wholeSite: writeWholeSite(plan)
    }
  }

  private mutating func write(_ item: ContentItem) {
    write(item.frontMatterDigest)
    write(item.title)
    // A date of the future in the front matter counts from its day on.
    write(item.updated) { $0.write($1) }
  }

  private mutating func write(_ items: [Int]?, of plan: SitePlan) {
    write(items ?? []) { $0.write(plan.items[$1].path) }
  }

  private mutating func write(_ slice: ListSlice, of plan: SitePlan) {
    write(slice.items, of: plan)
    write(slice.total)
    write(slice.page)
    write(slice.pageCount)
  }

  private mutating func writeSize(of path: String, _ plan: SitePlan) {
    write(plan.source.size(of: path)) { $0.write($1) }
    write(plan.pictures.size(of: path)) { encoder, header in
      encoder.write(header.width)
      encoder.write(header.height)
      encoder.write(header.mediaType)
    }
  }

  private mutating func writeNames(of plan: SitePlan) {
    for index in plan.items.indices {
      write(plan.items[index].path)
      write(plan.items[index].state)
      write(plan.addresses[index].path)
    }
    write(plan.source.assetFiles)
    write(plan.source.staticFiles.map(\.name))
  }

  private mutating func writeWholeSite(_ plan: SitePlan) {
    for route in plan.routes {
      write(route.address.path)
      write(plan.identity(of: route))
    }
    for item in plan.items {
      write(item.path)
      write(item)
      write(item.state)
    }
  }
}

extension SitePlan {
  /// What stands at a route, whatever its number in this plan is.
  func identity(of route: Route) -> Digest {
    var encoder = CacheEncoder()
    switch route.content {
    case .item(let item):
      encoder.bytes.append(0)
      encoder.write(items[item].path)
    case .home(let language):
      encoder.bytes.append(1)
      encoder.write(language)
    case .list(let kind, let language, let page):
      encoder.bytes.append(2)
      encoder.write(kind)
      encoder.write(language)
      encoder.write(page)
    case .taxonomy(let taxonomy, let language):
      encoder.bytes.append(3)
      encoder.write(taxonomy)
      encoder.write(language)
    case .term(let taxonomy, let term, let language, let page):
      encoder.bytes.append(4)
      encoder.write(taxonomy)
      encoder.write(taxonomies[taxonomy].terms[term].slug)
      encoder.write(language)
      encoder.write(page)
    case .notFound: encoder.bytes.append(5)
    case .redirect(let item):
      encoder.bytes.append(6)
      encoder.write(items[item].path)
    case .feed(let feed, let format):
      encoder.bytes.append(7)
      encoder.write(identity(of: feed))
      encoder.write(format.rawValue)
    case .sitemap(let file):
      encoder.bytes.append(8)
      encoder.write(file)
    case .robots: encoder.bytes.append(9)
    case .emblem: encoder.bytes.append(10)
    case .asset(let path):
      encoder.bytes.append(11)
      encoder.write(path)
    case .staticFile(let index):
      encoder.bytes.append(12)
      encoder.write(source.staticFiles[index].path)
      encoder.write(source.staticFiles[index].isOnDisk)
    case .standIn(let item, let language):
      encoder.bytes.append(13)
      encoder.write(items[item].path)
      encoder.write(language)
    case .headers: encoder.bytes.append(14)
    case .feedList: encoder.bytes.append(15)
    case .feedStylesheet: encoder.bytes.append(16)
    case .calendar(let language):
      encoder.bytes.append(17)
      encoder.write(language)
    case .eventCalendar(let item):
      encoder.bytes.append(18)
      encoder.write(items[item].path)
    case .bibliography(let language, let format):
      encoder.bytes.append(19)
      encoder.write(language)
      encoder.write(format.rawValue)
    case .citation(let item, let format):
      encoder.bytes.append(20)
      encoder.write(items[item].path)
      encoder.write(format.rawValue)
    }
    return Digest(of: encoder.bytes)
  }
}

extension SitePlan {
  /// What a feed is about, whatever the numbers of items and terms in this plan are.
  private func identity(of feed: SiteFeed) -> Digest {
    var encoder = CacheEncoder()
    encoder.write(feed.language)
    switch feed.topic {
    case .site: encoder.bytes.append(0)
    case .kind(let kind):
      encoder.bytes.append(1)
      encoder.write(kind)
    case .term(let taxonomy, let term):
      encoder.bytes.append(2)
      encoder.write(taxonomy)
      encoder.write(taxonomies[taxonomy].terms[term].slug)
    case .partner(let item):
      encoder.bytes.append(3)
      encoder.write(items[item].path)
    }
    return Digest(of: encoder.bytes)
  }
}

extension CacheEncoder {
  mutating func write(_ facts: BodyFacts) {
    write(facts.summary)
    write(facts.joinedAnchors)
    write(facts.wordCount)
  }
}

extension CacheDecoder {
  mutating func bodyFacts() throws(CacheDamage) -> BodyFacts {
    BodyFacts(summary: try text(), joinedAnchors: try text(), wordCount: try integer())
  }
}
