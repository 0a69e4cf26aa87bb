/// Where each attribute that the templates name stands in each type of object.
///
/// The types are found by their identity in a table that was sized so that no two of them meet,
/// so that a look-up is a mask, a comparison and an array access.
struct AttributeTable: Sendable {
  private struct Slot: Sendable {
    let type: TemplateObjectType?
    /// Where the type's row begins in `indices`.
    let row: Int
  }

  private let slots: [Slot]
  private let shift: UInt
  private let mask: UInt
  /// For each type a row, and in it for each name the index of the attribute, or -1.
  private let indices: [Int16]
  private let names: [String]

  init(types: [TemplateObjectType], names: [String]) {
    var unique: [TemplateObjectType] = []
    for type in types where !unique.contains(where: { $0 === type }) { unique.append(type) }
    (shift, mask) = Self.collisionFree(unique)
    var slots = [Slot](repeating: Slot(type: nil, row: 0), count: Int(mask) + 1)
    var indices: [Int16] = []
    for type in unique {
      let position = Int(Self.hash(type) >> shift & mask)
      if slots[position].type == nil { slots[position] = Slot(type: type, row: indices.count) }
      indices += names.map { name in
        type.index(of: name).map { Int16(clamping: $0) } ?? -1
      }
    }
    self.slots = slots
    self.indices = indices
    self.names = names
  }

  /// The index of an attribute in a type; nil where the type has none of this name.
  func index(of attribute: AttributeID, in type: TemplateObjectType) -> Int? {
    let slot = slots[Int(Self.hash(type) >> shift & mask)]
    guard slot.type === type else { return type.index(of: names[Int(attribute.index)]) }
    let index = indices[slot.row + Int(attribute.index)]
    return index < 0 ? nil : Int(index)
  }

  private static func hash(_ type: TemplateObjectType) -> UInt {
    UInt(bitPattern: ObjectIdentifier(type)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// A shift and a mask under which all types have places of their own, or nearly all.
  private static func collisionFree(_ types: [TemplateObjectType]) -> (shift: UInt, mask: UInt) {
    var mask: UInt = 7
    while mask < UInt(types.count) * 2 { mask = mask * 2 + 1 }
    let largest = mask * 16 + 15
    while mask < largest {
      for shift in stride(from: UInt(16), through: 48, by: 1) {
        let places = Set(types.map { hash($0) >> shift & mask })
        if places.count == types.count { return (shift, mask) }
      }
      mask = mask * 2 + 1
    }
    return (32, mask)
  }
}
