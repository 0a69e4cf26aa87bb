internal import CivilTime
internal import FrontMatter

// Front matter in a cache. A record's schema is not written: it follows from the kind, and a table
// within a record has the schema that the record's own says.
extension CacheEncoder {
  mutating func write(_ record: Record) {
    write(record.range)
    write(record.writtenSlots) { encoder, slot in
      guard let value = record[slot] else {
        preconditionFailure("a slot that was written has a value")
      }
      encoder.write(slot)
      encoder.write(value)
    }
  }

  private mutating func write(_ value: LocatedValue) {
    write(value.range)
    switch value.value {
    case .text(let text):
      bytes.append(0)
      write(text)
    case .boolean(let flag):
      bytes.append(1)
      write(flag)
    case .integer(let number):
      bytes.append(2)
      write(number)
    case .date(let date):
      bytes.append(3)
      write(date)
    case .list(let values):
      bytes.append(4)
      write(values) { $0.write($1) }
    case .record(let record):
      bytes.append(5)
      write(record)
    case .table(let entries):
      bytes.append(6)
      write(entries) { encoder, entry in
        encoder.write(entry.key)
        encoder.write(entry.keyRange)
        encoder.write(entry.value)
      }
    case .free(let node):
      bytes.append(7)
      write(node)
    }
  }

  private mutating func write(_ date: WrittenDate) {
    switch date {
    case .day(let day):
      bytes.append(0)
      write(day)
    case .local(let local):
      bytes.append(1)
      write(local.secondsSinceEpoch)
    case .instant(let time):
      bytes.append(2)
      write(time)
    }
  }

  private mutating func write(_ node: YAMLNode) {
    write(node.range)
    switch node.content {
    case .scalar(let text, let isPlain):
      bytes.append(isPlain ? 1 : 0)
      write(text)
    case .sequence(let nodes):
      bytes.append(2)
      write(nodes) { $0.write($1) }
    case .mapping(let pairs):
      bytes.append(3)
      write(pairs) { encoder, pair in
        encoder.write(pair.key)
        encoder.write(pair.keyRange)
        encoder.write(pair.value)
      }
    }
  }
}

extension CacheDecoder {
  mutating func record(_ schema: RecordSchema) throws(CacheDamage) -> Record {
    var record = Record(schema, range: try range())
    for _ in 0..<(try count()) {
      let slot = try integer()
      guard schema.fields.indices.contains(slot) else { throw CacheDamage() }
      record[slot] = try value(of: schema.fields[slot].type)
    }
    return record
  }

  /// A value with its place; only lists and tables ask for the type, which need not be copied for
  /// most fields.
  private mutating func value(
    of type: @autoclosure () -> FieldType
  ) throws(CacheDamage) -> LocatedValue {
    let range = try range()
    let kind = try byte()
    if let simple = try simpleValue(kind) { return LocatedValue(simple, range: range) }
    return LocatedValue(try value(kind, of: type()), range: range)
  }

  /// A value without others in it.
  private mutating func simpleValue(_ kind: UInt8) throws(CacheDamage) -> FieldValue? {
    switch kind {
    case 0: .text(try text())
    case 1: .boolean(try flag())
    case 2: .integer(try integer())
    case 3: .date(try writtenDate())
    default: nil
    }
  }

  private mutating func value(
    _ kind: UInt8, of type: FieldType
  ) throws(CacheDamage) -> FieldValue {
    let value: FieldValue
    switch kind {
    case 4:
      let element = type.element
      value = .list(
        try list { decoder throws(CacheDamage) in try decoder.value(of: element) })
    case 5:
      guard case .record(let schema, _) = type else { throw CacheDamage() }
      value = .record(try record(schema))
    case 6:
      let element = type.element
      value = .table(
        try list { decoder throws(CacheDamage) in
          TableEntry(
            key: try decoder.text(), keyRange: try decoder.range(),
            value: try decoder.value(of: element))
        })
    case 7: value = .free(try node())
    default: throw CacheDamage()
    }
    return value
  }

  private mutating func writtenDate() throws(CacheDamage) -> WrittenDate {
    switch try byte() {
    case 0: .day(try date())
    case 1: .local(LocalDateTime(secondsSinceEpoch: try integer()))
    case 2: .instant(try time())
    default: throw CacheDamage()
    }
  }

  private mutating func node() throws(CacheDamage) -> YAMLNode {
    let range = try range()
    switch try byte() {
    case let kind where kind < 2:
      return YAMLNode(.scalar(try text(), isPlain: kind == 1), range: range)
    case 2:
      let nodes = try list { decoder throws(CacheDamage) in try decoder.node() }
      return YAMLNode(.sequence(nodes), range: range)
    case 3:
      let pairs = try list { decoder throws(CacheDamage) in
        YAMLPair(
          key: try decoder.text(), keyRange: try decoder.range(), value: try decoder.node())
      }
      return YAMLNode(.mapping(pairs), range: range)
    default: throw CacheDamage()
    }
  }
}

extension FieldType {
  /// The type of what is in a list or a table; the type itself for one value.
  fileprivate var element: FieldType {
    switch self {
    case .list(let element, _, _), .table(let element): element
    case .translatedText: .text
    case .text, .boolean, .integer, .date, .month, .choice, .reference, .record, .free: self
    }
  }
}
