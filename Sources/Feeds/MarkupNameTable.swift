/// Values under names of elements or attributes, found without hashing by the standard library: a
/// feed asks for every tag of every text.
struct MarkupNameTable<Value: Sendable>: Sendable {
  /// Twice as many places as names at least; a name stands at its own place or at one behind it.
  private let places: [(name: MarkupName, value: Value)?]
  private let mask: Int

  /// A table of names, each of which occurs once.
  init(_ entries: [(name: MarkupName, value: Value)]) {
    var size = 2
    while size < 2 * entries.count { size *= 2 }
    var places = [(name: MarkupName, value: Value)?](repeating: nil, count: size)
    mask = size - 1
    for entry in entries {
      var place = entry.name.scattered & mask
      while places[place] != nil { place = (place + 1) & mask }
      places[place] = entry
    }
    self.places = places
  }

  /// The value under a name; nil where there is none.
  subscript(name: MarkupName) -> Value? {
    var place = name.scattered & mask
    while let entry = places[place] {
      if entry.name == name { return entry.value }
      place = (place + 1) & mask
    }
    return nil
  }
}
