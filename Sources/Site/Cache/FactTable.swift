private import Synchronization

/// The facts that a build's pages have read, each under a number, so that a page's reads are kept as
/// a few small numbers.
final class FactTable: Sendable {
  private let list = Mutex(FactList())

  /// The facts by their numbers.
  var facts: [PlanFact] { list.withLock { $0.facts } }

  /// The numbers of some facts.
  func numbers(of facts: [PlanFact]) -> [UInt32] {
    let keys = facts.map(\.key)
    return list.withLock { list in
      facts.indices.map { UInt32(list.number(of: facts[$0], key: keys[$0])) }
    }
  }
}
