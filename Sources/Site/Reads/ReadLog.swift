/// The facts that one rendering has read, each once.
struct ReadLog: Sendable {
  private(set) var facts: [PlanFact] = []
  private var known: Set<PlanFact> = []

  /// From this many facts on, a set finds what is known; until then, looking at all is faster.
  private static let scannedCountMax = 12

  /// Notes a fact.
  mutating func note(_ fact: PlanFact) {
    // A page reads several attributes of one item in a row.
    if facts.last == fact { return }
    if facts.count < Self.scannedCountMax {
      if !facts.contains(fact) { facts.append(fact) }
      return
    }
    if known.isEmpty { known = Set(facts) }
    if known.insert(fact).inserted { facts.append(fact) }
  }
}
