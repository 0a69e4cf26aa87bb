internal import Diagnostics

/// The pages of the last build that this one takes over as they are published: those of which
/// nothing that they have read has changed.
struct Reuse: Sendable {
  /// By route of the plan: the page's place in the cache; nil where it has to be rendered.
  let places: [Int?]
  /// The pages of the cache.
  let pages: [CachedBuild.Page]
  /// The cache's facts in this build's plan; nil where what one is about is gone.
  let facts: [PlanFact?]
  /// What the facts said then, and say now where a page that was taken over has read them.
  let digests: [Digest]

  /// Nothing is taken over.
  init(routeCount: Int) {
    places = Array(repeating: nil, count: routeCount)
    pages = []
    facts = []
    digests = []
  }

  /// Finds out what can be taken over.
  ///
  /// - Throws: `CacheDamage` where the cache is not what a build has written.
  init(
    _ previous: CachedBuild, _ session: CacheSession, plan: SitePlan, items: [Int?],
    output: String, width: Int
  ) async throws(CacheDamage) {
    let pages = try previous.pages()
    guard pages.count + 1 == previous.outputs.count else { throw CacheDamage() }
    let known = try previous.facts(in: plan, items: items)
    let isUnchanged = await Self.unchanged(known, in: plan, width: width)
    let outputs = previous.outputs
    let paths = plan.routes.map(\.address.outputPath)
    let knownPlaces = previous.pagePlaces(of: paths)
    places = await concurrentMap(Array(plan.routes.indices), width: width) { index in
      let path = paths[index]
      guard let place = knownPlaces[index],
        pages[place].identity == plan.identity(of: plan.routes[index]),
        pages[place].facts.allSatisfy({ isUnchanged[Int($0)] }),
        session.stamp(of: path, in: output) == outputs[place].stamp
      else { return nil }
      return place
    }
    self.pages = pages
    facts = known.map(\.fact)
    digests = known.map(\.digest)
  }

  /// By fact: whether it says what it said then.
  private static func unchanged(
    _ known: [(fact: PlanFact?, digest: Digest)], in plan: SitePlan, width: Int
  ) async -> [Bool] {
    let runs = stride(from: 0, to: known.count, by: 512).map {
      known[$0..<min($0 + 512, known.count)]
    }
    return await concurrentMap(runs, width: width) { run in
      var encoder = CacheEncoder()
      return run.map { known in
        guard let fact = known.fact else { return false }
        return plan.isUnchanged(fact)
          || plan.digest(of: fact, using: &encoder) == known.digest
      }
    }.flatMap { $0 }
  }
}

extension SitePlan {
  /// Whether a fact is certainly what it was, since it follows from a file that has not changed.
  fileprivate func isUnchanged(_ fact: PlanFact) -> Bool {
    switch fact {
    case .file(let path), .fileSize(let path): source.known.isUnchanged(path)
    case .item, .reference, .address, .text, .body, .neighbours, .translations, .referrers, .list,
      .listPage, .terms, .term, .termItems, .termPage, .introduction, .route, .contentFile,
      .staticAsset, .template, .noTemplate, .phrases, .names, .today, .wholeSite, .related, .feed:
      false
    }
  }
}
