private import Synchronization

/// The facts that a build's pages have read, each under a number, so that a page's reads are kept as
/// a few small numbers.
final class FactTable: Sendable {
  private struct State {
    var facts: [PlanFact] = []
    var numbers: [PlanFact: UInt32] = [:]
  }

  private let state = Mutex(State())

  /// The facts by their numbers.
  var facts: [PlanFact] { state.withLock { $0.facts } }

  /// The numbers of some facts.
  func numbers(of facts: [PlanFact]) -> [UInt32] {
    state.withLock { state in
      facts.map { fact in
        if let number = state.numbers[fact] { return number }
        let number = UInt32(state.facts.count)
        state.facts.append(fact)
        state.numbers[fact] = number
        return number
      }
    }
  }
}
