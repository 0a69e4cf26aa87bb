/// Facts in the order in which they came, each once and under its number.
///
/// Pages read facts by the hundred thousand: a table by their keys, with open addressing, takes less
/// time than a dictionary, whose hash guards against texts that were made to collide.
struct FactList: Sendable {
  private(set) var facts: [PlanFact] = []
  private var keys: [UInt64] = []
  /// The numbers of the facts at their places, and -1 at the others; empty as long as looking at all
  /// facts is faster.
  private var table: [Int32] = []

  /// Up to so many facts are looked through one by one.
  private static let scannedCountMax = 24

  /// The number of a fact, which is added where it is new.
  mutating func number(of fact: PlanFact, key: UInt64) -> Int {
    table.isEmpty ? scannedNumber(of: fact, key) : lookedUpNumber(of: fact, key)
  }

  private mutating func scannedNumber(of fact: PlanFact, _ key: UInt64) -> Int {
    for number in keys.indices where keys[number] == key && facts[number] == fact { return number }
    append(fact, key)
    if facts.count > Self.scannedCountMax { grow() }
    return facts.count - 1
  }

  private mutating func lookedUpNumber(of fact: PlanFact, _ key: UInt64) -> Int {
    var place = self.place(of: key)
    while table[place] >= 0 {
      let number = Int(table[place])
      if keys[number] == key && facts[number] == fact { return number }
      place = (place + 1) & (table.count - 1)
    }
    table[place] = Int32(facts.count)
    append(fact, key)
    if facts.count * 2 > table.count { grow() }
    return facts.count - 1
  }

  private mutating func append(_ fact: PlanFact, _ key: UInt64) {
    if facts.isEmpty {
      facts.reserveCapacity(Self.scannedCountMax)
      keys.reserveCapacity(Self.scannedCountMax)
    }
    facts.append(fact)
    keys.append(key)
  }

  /// Where the search for a key begins; the table's size is a power of two.
  private func place(of key: UInt64) -> Int {
    // Fibonacci hashing: the upper bits of the product depend on all bits of the key.
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (table.count - 1)
  }

  private mutating func grow() {
    table = Array(repeating: -1, count: max(64, table.count * 4))
    for number in keys.indices {
      var place = self.place(of: keys[number])
      while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
      table[place] = Int32(number)
    }
  }
}

/// The facts that one rendering has read, each once.
struct ReadLog: Sendable {
  private var list = FactList()
  /// The key and the number of the fact that was noted last.
  private var last: (key: UInt64, number: Int)?

  var facts: [PlanFact] { list.facts }

  /// Notes a fact.
  mutating func note(_ fact: PlanFact) {
    let key = fact.key
    // A page reads several attributes of one item in a row.
    if let last, last.key == key, list.facts[last.number] == fact { return }
    last = (key, list.number(of: fact, key: key))
  }
}
