/// Values under names, in the order in which the names were first added.
///
/// A copy costs nothing until one of the two is changed.
public struct TemplateDictionary: Sendable, ExpressibleByDictionaryLiteral {
  /// Up to this many entries are searched one by one, which is faster than hashing.
  private static let longestUnindexed = 8

  /// The names, in order.
  public private(set) var keys: [String] = []
  /// The values, in the order of `keys`.
  public private(set) var values: [TemplateValue] = []
  private var positions: [String: Int] = [:]

  /// A dictionary without entries.
  public init() {}

  /// A dictionary of names and values; of equal names the last counts.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(elements)
  }

  /// A dictionary of names and values; of equal names the last counts.
  public init(_ entries: some Sequence<(String, TemplateValue)>) {
    keys.reserveCapacity(entries.underestimatedCount)
    values.reserveCapacity(entries.underestimatedCount)
    for (key, value) in entries { self[key] = value }
  }

  /// How many entries there are.
  public var count: Int { keys.count }

  /// The value under a name; nil where there is none.
  ///
  /// Setting nil is without effect.
  ///
  /// - Complexity: O(1).
  public subscript(key: String) -> TemplateValue? {
    get { position(of: key).map { values[$0] } }
    set {
      guard let newValue else { return }
      if let position = position(of: key) {
        values[position] = newValue
        return
      }
      keys.append(key)
      values.append(newValue)
      if keys.count > Self.longestUnindexed + 1 {
        positions[key] = keys.count - 1
      } else if keys.count == Self.longestUnindexed + 1 {
        for (index, key) in keys.enumerated() { positions[key] = index }
      }
    }
  }

  private func position(of key: String) -> Int? {
    keys.count > Self.longestUnindexed ? positions[key] : keys.firstIndex(of: key)
  }
}
