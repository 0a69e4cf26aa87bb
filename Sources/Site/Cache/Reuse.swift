internal import Diagnostics

/// The pages of the last build that this one takes over as they are published: those of which
/// nothing that they have read has changed.
struct Reuse: Sendable {
  /// By route of the plan: the page's place in the cache; nil where it has to be rendered.
  let places: [Int?]
  /// The pages of the cache.
  let pages: [CachedBuild.KnownPage]
  /// The cache's facts in this build's plan; nil where what one is about is gone.
  ///
  /// There are none where they stay in the cache under their numbers.
  let facts: [PlanFact?]
  /// What the facts said then, and say now where a page that was taken over has read them.
  let digests: [Digest]
  /// Whether the cache's facts are what they were, but for those about some texts, so that they can
  /// stand in the next one as they are.
  let keepsFacts: Bool

  /// Nothing is taken over.
  init(routeCount: Int) {
    places = Array(repeating: nil, count: routeCount)
    pages = []
    facts = []
    digests = []
    keepsFacts = false
  }

  /// Finds out what can be taken over.
  ///
  /// - Throws: `CacheDamage` where the cache is not what a build has written.
  init(
    _ previous: CachedBuild, _ session: CacheSession, plan: SitePlan, items: [Int?],
    in folder: String, width: Int
  ) async throws(CacheDamage) {
    let outputs = Array(previous.outputs.dropLast())  // The manifest is the last one.
    // Facts that no page reads any more gather where facts are kept as they are.
    let keepsFacts = plan.changedTexts != nil && previous.factCount <= 2 * previous.settledFactCount
    let (stamps, read) = await both(width: width) {
      await session.file.fileSystem.stamps(of: outputs.map(\.path), below: folder, width: width)
    } and: {
      ReadCache(previous, plan: plan, items: items, keepsFacts: keepsFacts)
    }
    guard let read, read.pages.count == outputs.count else { throw CacheDamage() }
    pages = read.pages
    facts = read.facts.map(\.fact)
    digests = read.facts.map(\.digest)
    self.keepsFacts = keepsFacts
    let isUnchanged =
      keepsFacts
      ? Self.unchanged(previous.factCount, but: read.doubtful, in: plan)
      : await Self.unchanged(read.facts, in: plan, width: width)
    let usable = outputs.indices.map { place in
      stamps[place] == outputs[place].stamp
        && read.pages[place].page.facts.allSatisfy { isUnchanged[Int($0)] }
    }
    if plan.changedTexts != nil {
      // The routes are those of the cache.
      guard usable.count == plan.routes.count else { throw CacheDamage() }
      places = usable.indices.map { usable[$0] ? $0 : nil }
    } else {
      let known = previous.pagePlaces(of: plan.routes.map(\.address.outputPath))
      places = await concurrentMap(Array(plan.routes.indices), width: width) { [pages] index in
        guard let place = known[index], usable[place],
          pages[place].page.identity == plan.identity(of: plan.routes[index])
        else { return nil }
        return place
      }
    }
  }

  /// By fact: whether it says what it said then, where only some may not.
  private static func unchanged(
    _ count: Int, but doubtful: [(number: Int, fact: PlanFact, digest: Digest)], in plan: SitePlan
  ) -> [Bool] {
    var isUnchanged = Array(repeating: true, count: count)
    for (number, fact, digest) in doubtful {
      isUnchanged[number] = plan.digest(of: fact) == digest
    }
    return isUnchanged
  }

  /// By fact: whether it says what it said then.
  private static func unchanged(
    _ known: [(fact: PlanFact?, digest: Digest)], in plan: SitePlan, width: Int
  ) async -> [Bool] {
    await concurrentMap(known.indices.runs(ofLength: 512), width: width) { run in
      var encoder = CacheEncoder()
      return known[run].map { known in
        guard let fact = known.fact else { return false }
        return plan.isUnchanged(fact)
          || plan.digest(of: fact, using: &encoder) == known.digest
      }
    }.flatMap { $0 }
  }
}

extension SitePlan {
  /// Whether a fact is certainly what it was, since it follows from files that have not changed.
  fileprivate func isUnchanged(_ fact: PlanFact) -> Bool {
    switch fact {
    case .file(let path), .fileSize(let path): return source.known.isUnchanged(path)
    case .item, .reference, .address, .text, .body, .neighbours, .translations, .referrers, .list,
      .listPage, .terms, .term, .termItems, .termPage, .introduction, .route, .contentFile,
      .staticAsset, .template, .noTemplate, .phrases, .names, .today, .wholeSite, .related, .feed:
      return false
    }
  }
}

/// What a cache has of pages and facts.
private struct ReadCache {
  let pages: [CachedBuild.KnownPage]
  /// The facts; none where they are kept as they are.
  let facts: [(fact: PlanFact?, digest: Digest)]
  /// Where they are, those that may not be what they were.
  let doubtful: [(number: Int, fact: PlanFact, digest: Digest)]

  /// Reads them; nil where the cache is damaged.
  init?(_ previous: CachedBuild, plan: SitePlan, items: [Int?], keepsFacts: Bool) {
    do throws(CacheDamage) {
      pages = try previous.pages()
      if keepsFacts, let changedTexts = plan.changedTexts {
        doubtful = try previous.doubtfulFacts(in: plan, changedTexts: changedTexts)
        facts = []
      } else {
        doubtful = []
        facts = try previous.facts(in: plan, items: items)
      }
    } catch {
      return nil
    }
  }
}
