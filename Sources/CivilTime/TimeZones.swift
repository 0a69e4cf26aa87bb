/// The time zones that a machine knows, by their names in the IANA time zone database.
public struct TimeZones: Sendable {
  private let rules: @Sendable (_ name: String) -> TimeZoneRules?
  private let allNames: @Sendable () -> [String]

  /// Zones by their names; `names` gives those that a message may suggest.
  public init(
    names: @escaping @Sendable () -> [String] = { [] },
    _ rules: @escaping @Sendable (_ name: String) -> TimeZoneRules?
  ) {
    self.rules = rules
    self.allNames = names
  }

  /// The rules of a zone, such as `Europe/Stockholm`; nil where there is none of that name.
  public subscript(name: String) -> TimeZoneRules? { rules(name) }

  /// The names of all zones, in order; none where the machine has no database.
  ///
  /// - Complexity: a search through the machine's folders, for messages alone.
  public var names: [String] { allNames() }
}
