internal import CivilTime

/// How far a target has been reached.
package struct TargetProgress: Sendable, Hashable {
  /// The target's name for programs.
  package let id: String
  /// Its name for people.
  package let label: String
  /// How many were promised; nil where the number is open.
  package let goal: Int?
  /// How many there are.
  package let count: Int
  /// The items that count, by their indices in the site's items, in the order of their paths.
  package let items: [Int]

  /// How much of the goal is reached, in whole percent, 100 at most; nil where the number is open.
  package var sharePercent: Int? {
    guard let goal else { return nil }
    guard goal > 0 else { return 100 }
    return min(100, count * 100 / goal)
  }

  /// Whether as many are there as were promised; nil where the number is open.
  package var isReached: Bool? { goal.map { count >= $0 } }
}

extension Target {
  /// How far it has been reached by what is published.
  ///
  /// A text and its translations are one thing and count once.
  func progress(
    _ items: [ContentItem], in period: ReportingPeriod = ReportingPeriod(),
    where isWanted: (Int) -> Bool = { _ in true }
  ) -> TargetProgress {
    var counted: [Int] = []
    var sum = 0
    var known: Set<String> = []
    if let count {
      for (index, item) in items.enumerated()
      where item.state == .published && count.matches(item)
        && period.contains(count.day(of: item)) && isWanted(index)
        && known.insert(item.translationKey).inserted
      {
        counted.append(index)
        sum += count.worth(item)
      }
    }
    return TargetProgress(id: id, label: label, goal: goal, count: sum, items: counted)
  }
}
