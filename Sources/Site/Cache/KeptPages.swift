/// The pages of this build as the next one will know them, with the facts that they have read.
///
/// Where nothing but texts has changed, pages and facts that were taken over stand in the new cache
/// byte by byte as in the last one, and what is new behind them. Facts that no page has read any more
/// gather there; once they are as many as the others, or when more has changed, all are written anew.
struct KeptPages: Sendable {
  /// A page on its way into the cache.
  enum Entry: Sendable {
    /// One that stands there as in the last build's cache, by its bytes.
    case known(Range<Int>)
    /// One that is written.
    case made(CachedBuild.Page)
  }

  /// The pages, in the order of the plan's routes.
  let pages: [Entry]
  /// The facts that are written, by their numbers from `knownFactCount` on.
  let facts: [PlanFact]
  /// The digests of the facts, where an earlier build has worked them out and they are still right;
  /// empty where there are none.
  let digests: [Digest?]
  /// How many facts stand before the others as in the last build's cache.
  let knownFactCount: Int
  /// How many facts there were when they were last written without those that no page has read.
  let settledFactCount: Int

  /// The pages of a build.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - outcomes: what came of its routes.
  ///   - facts: the facts that the rendered pages have read, by their numbers.
  ///   - reuse: what was taken over from the last build.
  ///   - previous: what the last build has left.
  init(
    _ plan: SitePlan, _ outcomes: [RenderRun.Outcome], _ facts: [PlanFact], _ reuse: Reuse,
    _ previous: CachedBuild?
  ) {
    if let previous, reuse.keepsFacts {
      let first = UInt32(previous.factCount)
      pages = zip(plan.routes, outcomes).map { route, outcome in
        if let place = outcome.place { return .known(reuse.pages[place].bytes) }
        return .made(
          CachedBuild.Page(
            identity: plan.identity(of: route), facts: outcome.reads.map { $0 + first },
            diagnostics: outcome.diagnostics))
      }
      self.facts = facts
      digests = []
      knownFactCount = previous.factCount
      settledFactCount = previous.settledFactCount
    } else {
      var table = KeptFacts(facts: facts, reuse: reuse)
      pages = zip(plan.routes, outcomes).map { route, outcome in
        let known = outcome.place.map { reuse.pages[$0].page }
        return .made(
          CachedBuild.Page(
            identity: known?.identity ?? plan.identity(of: route),
            facts: known.map { table.numbers(of: $0) } ?? outcome.reads,
            diagnostics: outcome.diagnostics))
      }
      self.facts = table.facts
      digests = table.digests
      knownFactCount = 0
      settledFactCount = table.facts.count
    }
  }
}

/// The facts of this build's pages: those that were rendered, and then those that were taken over.
private struct KeptFacts {
  private(set) var facts: [PlanFact]
  /// What is known of what they say; none where nothing was taken over.
  private(set) var digests: [Digest?]
  private let reuse: Reuse
  /// By the number of a fact in the cache: its number now.
  private var numbers: [UInt32?]

  init(facts: [PlanFact], reuse: Reuse) {
    self.facts = facts
    self.reuse = reuse
    digests = reuse.facts.isEmpty ? [] : Array(repeating: nil, count: facts.count)
    numbers = Array(repeating: nil, count: reuse.facts.count)
  }

  /// The numbers of the facts of a page that was taken over.
  mutating func numbers(of page: CachedBuild.Page) -> [UInt32] {
    page.facts.map { number in
      if let known = numbers[Int(number)] { return known }
      guard let fact = reuse.facts[Int(number)] else {
        preconditionFailure("a page is taken over only where all of its facts are there")
      }
      let new = UInt32(facts.count)
      facts.append(fact)
      digests.append(reuse.digests[Int(number)])
      numbers[Int(number)] = new
      return new
    }
  }
}
