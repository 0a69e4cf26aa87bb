private import Synchronization

/// Adds up what templates cost over any number of renderings, from any number of threads.
public final class TemplateMeter: Sendable {
  let now: @Sendable () -> Duration
  private let sums = Mutex<[String: TemplateCost]>([:])

  /// A meter with a clock: the time since any fixed moment.
  public init(now: @escaping @Sendable () -> Duration) { self.now = now }

  /// What each template that was rendered has cost; those with the most time of their own first.
  public var costs: [TemplateCost] {
    sums.withLock { Array($0.values) }.sorted { left, right in
      left.own == right.own ? left.name < right.name : left.own > right.own
    }
  }

  /// Adds what one rendering has cost.
  func add(_ stopwatch: Stopwatch, in program: Program) {
    sums.withLock { sums in
      for (number, cost) in stopwatch.costs.enumerated() where cost.calls > 0 {
        let name = program.units[number].name
        sums[name, default: TemplateCost(name: name)].add(cost)
      }
    }
  }
}

/// What a template has cost.
public struct TemplateCost: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// How often it was rendered, included, extended or imported, or another called a macro of it.
  public private(set) var calls = 0
  /// The time of its own statements.
  public private(set) var own = Duration.zero
  /// The time with all that it includes, extends and calls.
  public private(set) var total = Duration.zero

  fileprivate init(name: String) { self.name = name }

  fileprivate mutating func add(_ cost: Stopwatch.Cost) {
    calls += cost.calls
    own += cost.own
    total += cost.total
  }
}
