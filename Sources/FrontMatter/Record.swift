public import CivilTime

/// A value that was read by a schema.
public indirect enum FieldValue: Sendable, Hashable {
  /// A text.
  case text(String)
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A date as written.
  case date(WrittenDate)
  /// A list.
  case list([LocatedValue])
  /// A table by a schema of its own.
  case record(Record)
  /// A table with the user's keys, in the order of the file.
  case table([TableEntry])
  /// Anything.
  case free(YAMLNode)
}

/// A value with its bytes in the file.
public struct LocatedValue: Sendable, Hashable {
  /// The value.
  public let value: FieldValue
  /// Its bytes in the file.
  public let range: Range<Int>

  /// A value at a place.
  public init(_ value: FieldValue, range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

/// A key of the user's and its value.
public struct TableEntry: Sendable, Hashable {
  /// The key.
  public let key: String
  /// The key's bytes in the file.
  public let keyRange: Range<Int>
  /// The value.
  public let value: LocatedValue

  /// An entry.
  public init(key: String, keyRange: Range<Int>, value: LocatedValue) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// The fields of a table that were written, in the slots of its schema.
///
/// Of the many fields that a kind has, most are not written: only those that are take up memory.
public struct Record: Sendable {
  /// What the fields are.
  public let schema: RecordSchema
  /// The table's bytes in the file.
  public let range: Range<Int>
  /// The slots that have a value, in the order in which they got one.
  private var slots: [UInt8] = []
  /// The values of `slots`.
  private var values: [LocatedValue] = []
  /// For each slot that has a value, the bit of its number modulo 64: most questions are about fields
  /// that were not written.
  private var writtenBits: UInt64 = 0

  /// A record without any field.
  public init(_ schema: RecordSchema, range: Range<Int>) {
    self.schema = schema
    self.range = range
  }

  /// The value in a slot; nil where the field was not written.
  ///
  /// - Complexity: O(*n*) in the number of fields that were written.
  public subscript(slot: Int) -> LocatedValue? {
    get {
      guard writtenBits & (1 &<< UInt64(slot & 63)) != 0 else { return nil }
      let wanted = UInt8(truncatingIfNeeded: slot)
      for place in slots.indices where slots[place] == wanted { return values[place] }
      return nil
    }
    set {
      let place = slots.firstIndex(of: UInt8(truncatingIfNeeded: slot))
      switch (place, newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil):
        slots.remove(at: place)
        values.remove(at: place)
      case (nil, let value?):
        slots.append(UInt8(truncatingIfNeeded: slot))
        values.append(value)
        writtenBits |= 1 &<< UInt64(slot & 63)
      case (nil, nil): break
      }
    }
  }

  /// The slots that have a value, in the order of the file.
  public var writtenSlots: [Int] { slots.map(Int.init) }

  /// The value of a field; nil where it was not written.
  ///
  /// - Complexity: one look-up of the name in the schema.
  public subscript(name: String) -> LocatedValue? { schema.slot(of: name).flatMap { self[$0] } }
}

extension Record: Hashable {
  /// Whether two records have one schema, one place and equal values.
  public static func == (left: Record, right: Record) -> Bool {
    left.schema === right.schema && left.range == right.range && left.slots == right.slots
      && left.values == right.values
  }

  /// Feeds the place and the values to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(slots)
    hasher.combine(values)
  }
}

extension Record {
  /// A field's text.
  public func text(_ name: String) -> String? { self[name]?.text }
  /// A field's `true` or `false`.
  public func boolean(_ name: String) -> Bool? { self[name]?.boolean }
  /// A field's number.
  public func integer(_ name: String) -> Int? { self[name]?.integer }
  /// A field's list of texts; empty where it was not written.
  public func texts(_ name: String) -> [String] { self[name]?.texts ?? [] }
  /// A field's list; empty where it was not written.
  public func list(_ name: String) -> [LocatedValue] { self[name]?.list ?? [] }
  /// A field's table by its own schema.
  public func record(_ name: String) -> Record? { self[name]?.record }
  /// A field's table with the user's keys.
  public func table(_ name: String) -> [TableEntry] { self[name]?.table ?? [] }
  /// A field's date.
  public func date(_ name: String) -> WrittenDate? { self[name]?.date }
}

extension LocatedValue {
  /// The text, where it is one.
  public var text: String? { if case .text(let text) = value { text } else { nil } }
  /// The truth value, where it is one.
  public var boolean: Bool? { if case .boolean(let flag) = value { flag } else { nil } }
  /// The number, where it is one.
  public var integer: Int? { if case .integer(let number) = value { number } else { nil } }
  /// The date, where it is one.
  public var date: WrittenDate? { if case .date(let date) = value { date } else { nil } }
  /// The list, where it is one.
  public var list: [LocatedValue]? { if case .list(let list) = value { list } else { nil } }
  /// The texts of a list.
  public var texts: [String]? { list?.compactMap(\.text) }
  /// The table by a schema of its own, where it is one.
  public var record: Record? { if case .record(let record) = value { record } else { nil } }
  /// The table with the user's keys, where it is one.
  public var table: [TableEntry]? { if case .table(let table) = value { table } else { nil } }
  /// The YAML, where anything was allowed.
  public var free: YAMLNode? { if case .free(let node) = value { node } else { nil } }
}
