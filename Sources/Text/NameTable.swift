/// Names in the order in which they came, each once and under its number.
///
/// As long as they are few they are looked through one by one, which is faster than hashing.
public struct NameTable: Sendable {
  /// The names by their numbers.
  public private(set) var names: [String] = []
  /// The numbers of all names; empty as long as these are looked through.
  private var numbers: [String: Int] = [:]

  /// Up to so many names are looked through one by one.
  private static let scannedCountMax = 16

  /// A table of names; of equal ones the first counts.
  public init(_ names: some Sequence<String> = EmptyCollection()) {
    for name in names { insert(name) }
  }

  /// The number of a name; nil where it is not in the table.
  ///
  /// - Complexity: O(1).
  public func number(of name: String) -> Int? {
    names.count > Self.scannedCountMax ? numbers[name] : names.firstIndex(of: name)
  }

  /// Adds a name behind the others, unless it is in the table.
  ///
  /// - Returns: whether it is new, and its number.
  @discardableResult
  public mutating func insert(_ name: String) -> (inserted: Bool, number: Int) {
    if let number = number(of: name) { return (false, number) }
    let number = names.count
    names.append(name)
    if numbers.isEmpty && names.count > Self.scannedCountMax {
      for (number, name) in names.enumerated() { numbers[name] = number }
    } else if !numbers.isEmpty {
      numbers[name] = number
    }
    return (true, number)
  }

  /// Makes room for some names.
  public mutating func reserveCapacity(_ count: Int) { names.reserveCapacity(count) }
}
