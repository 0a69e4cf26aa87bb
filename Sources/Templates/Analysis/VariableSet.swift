/// A set of variables, a bit for each: names in reach are united and compared at every statement.
struct VariableSet: Hashable {
  /// As many for all sets of one check, so that equal sets have equal words.
  private var words: [UInt64]

  /// An empty set for variables of which there are so many.
  init(variableCount: Int) { words = Array(repeating: 0, count: (variableCount + 63) / 64) }

  func contains(_ variable: VariableID) -> Bool {
    words[Self.word(of: variable)] & Self.bit(of: variable) != 0
  }

  mutating func formUnion(_ other: VariableSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formUnion(_ variables: some Sequence<VariableID>) {
    for variable in variables { words[Self.word(of: variable)] |= Self.bit(of: variable) }
  }

  mutating func subtract(_ variables: some Sequence<VariableID>) {
    for variable in variables { words[Self.word(of: variable)] &= ~Self.bit(of: variable) }
  }

  /// Its variables, by their numbers.
  var members: [VariableID] {
    (0..<Int32(words.count * 64)).map { VariableID(index: $0) }.filter { contains($0) }
  }

  private static func word(of variable: VariableID) -> Int { Int(variable.index) / 64 }
  private static func bit(of variable: VariableID) -> UInt64 { 1 << (UInt64(variable.index) % 64) }
}
