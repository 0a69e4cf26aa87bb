internal import Citations
internal import Diagnostics
internal import Feeds
internal import Text

// A plan in a cache. Unlike facts, which outlive it, it names items, terms and files by their
// numbers: it is only read where all of them are what they were.

/// A plan with what was wrong with it, as the last build has made it.
struct CachedPlan: Sendable {
  let contents: PlanContents
  let problems: PlanProblems
}

extension CacheEncoder {
  /// Writes a plan; of tables, the entries in the order of their keys.
  mutating func write(_ plan: CachedPlan) {
    write(plan.problems.diagnostics)
    write(plan.problems.identities)
    let contents = plan.contents
    write(contents.addresses) { $0.write($1.path) }
    write(contents.lists) { $0.write($1) { $0.write(numbers: $1) } }
    write(contents.taxonomies) { $0.write($1) }
    write(contents.assets) { $0.write($1.path) }
    write(contents.staticAssets) { encoder, asset in
      encoder.write(asset.address.path)
      encoder.write(asset.integrity)
    }
    write(contents.translations) { $0.write(numbers: $1) }
    write(contents.standIns) { encoder, addresses in
      encoder.write(addresses.sorted { $0.key < $1.key }) { encoder, entry in
        encoder.write(number: entry.key)
        encoder.write(entry.value.path)
      }
    }
    let references = contents.references.sorted {
      ($0.key.item, $0.key.slot) < ($1.key.item, $1.key.slot)
    }
    write(references) { encoder, reference in
      encoder.write(number: reference.key.item)
      encoder.write(number: reference.key.slot)
      encoder.write(number: reference.value)
    }
    write(contents.introductions) { $0.write(number: $1) }
    write(contents.feeds.all) { encoder, feed in
      encoder.write(feed)
      encoder.write(numbers: contents.feeds.items[feed] ?? [])
    }
    write(contents.routes) { encoder, route in
      encoder.write(route.content)
      // Most routes are items at their own addresses.
      guard case .item = route.content else { return encoder.write(route.address.path) }
    }
  }

  private mutating func write(number: Int) { write(unsigned: UInt64(number)) }

  private mutating func write(numbers: [Int]) { write(numbers) { $0.write(number: $1) } }

  private mutating func write<Value>(
    _ table: [String: Value], _ writeValue: (inout CacheEncoder, Value) -> Void
  ) {
    let entries = table.sorted { $0.key.precedesInBytes($1.key) }
    write(entries) { encoder, entry in
      encoder.write(entry.key)
      writeValue(&encoder, entry.value)
    }
  }

  private mutating func write(_ taxonomy: Taxonomy) {
    write(Array(taxonomy.terms.indices)) { encoder, index in
      let term = taxonomy.terms[index]
      encoder.write(term.name)
      encoder.write(term.slug)
      encoder.write(term.items) { $0.write(numbers: $1) }
      encoder.write(taxonomy.termAddresses[index].path)
    }
    write(taxonomy.termsByName) { $0.write(number: $1) }
  }

  private mutating func write(_ feed: SiteFeed) {
    write(number: feed.language)
    switch feed.topic {
    case .site: write(case: 0)
    case .kind(let kind): write(case: 1, kind)
    case .term(let taxonomy, let term): write(case: 2, taxonomy, term)
    case .partner(let item): write(case: 3, item)
    }
  }

  private mutating func write(_ content: Route.Content) {
    switch content {
    case .item(let item): write(case: 0, item)
    case .standIn(let item, let language): write(case: 1, item, language)
    case .home(let language): write(case: 2, language)
    case .list(let kind, let language, let page): write(case: 3, kind, language, page)
    case .taxonomy(let taxonomy, let language): write(case: 4, taxonomy, language)
    case .term(let taxonomy, let term, let language, let page):
      write(case: 5, taxonomy, term, language, page)
    case .notFound: write(case: 6)
    case .redirect(let item): write(case: 7, item)
    case .calendar(let language): write(case: 8, language)
    case .eventCalendar(let item): write(case: 9, item)
    case .bibliography(let language, let format):
      write(case: 10, language)
      write(format.rawValue)
    case .citation(let item, let format):
      write(case: 11, item)
      write(format.rawValue)
    case .feed(let feed, let format):
      write(case: 12)
      write(feed)
      write(format.rawValue)
    case .feedList: write(case: 13)
    case .feedStylesheet: write(case: 14)
    case .sitemap(let file): write(case: 15, file)
    case .robots: write(case: 16)
    case .headers: write(case: 17)
    case .emblem: write(case: 18)
    case .asset(let path):
      write(case: 19)
      write(path)
    case .staticFile(let file): write(case: 20, file)
    }
  }

  /// Writes which case follows, and the numbers that belong to it.
  private mutating func write(case which: UInt8, _ numbers: Int...) {
    bytes.append(which)
    for number in numbers { write(number: number) }
  }
}
