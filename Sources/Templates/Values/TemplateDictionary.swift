import Text

/// Values under names, in the order in which the names were first added.
///
/// A copy costs nothing until one of the two is changed.
public struct TemplateDictionary: Sendable, ExpressibleByDictionaryLiteral {
  private var names = NameTable()
  /// The values, in the order of `keys`.
  public private(set) var values: [TemplateValue] = []

  /// The names, in order.
  public var keys: [String] { names.names }

  /// A dictionary without entries.
  public init() {}

  /// A dictionary of names and values; of equal names the last counts.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(elements)
  }

  /// A dictionary of names and values; of equal names the last counts.
  public init(_ entries: some Sequence<(String, TemplateValue)>) {
    names.reserveCapacity(entries.underestimatedCount)
    values.reserveCapacity(entries.underestimatedCount)
    for (key, value) in entries { self[key] = value }
  }

  /// How many entries there are.
  public var count: Int { values.count }

  /// The value under a name; nil where there is none.
  ///
  /// Setting nil is without effect.
  ///
  /// - Complexity: O(1).
  public subscript(key: String) -> TemplateValue? {
    get { names.number(of: key).map { values[$0] } }
    set {
      guard let newValue else { return }
      let place = names.insert(key)
      if place.inserted { values.append(newValue) } else { values[place.number] = newValue }
    }
  }
}
