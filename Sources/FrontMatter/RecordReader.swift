public import Diagnostics

extension RecordSchema {
  /// Reads a table by the schema.
  ///
  /// Every unknown key, wrong type, impossible date and missing field is reported at its place, and
  /// the record holds what could be read. Where something is wrong, a required field has a value in
  /// any case, its type's stand-in, so that what reads the record has nothing to complain about that
  /// was not reported here.
  ///
  /// - Parameters:
  ///   - node: the YAML; nil where the file has none, which is a table without fields.
  ///   - source: the file, for the places of problems.
  ///   - start: the bytes that stand for the table where a field is missing.
  ///   - defaults: values, by their fields' names, for fields that are not written.
  ///   - missing: how much a missing field weighs.
  /// - Returns: the record with every problem of the table.
  public func reading(
    _ node: YAMLNode?, in source: SourceText, start: Range<Int>,
    defaults: [(name: String, value: LocatedValue)] = [],
    missing: Diagnostic.Severity = .error
  ) -> Checked<Record> {
    var reader = RecordReader(source: source, defaults: defaults, missingSeverity: missing)
    var record = reader.record(node, by: self, start: start)
    if reader.diagnostics.containsError {
      for (slot, field) in fields.enumerated() where field.isRequired && record[slot] == nil {
        record[slot] = field.type.standIn.map { LocatedValue($0, range: start) }
      }
    }
    return Checked(record, reader.diagnostics)
  }
}

/// Reads YAML by schemas and collects what is wrong with it.
struct RecordReader {
  let source: SourceText
  /// Values for fields of the outermost record that are not written.
  var defaults: [(name: String, value: LocatedValue)]
  let missingSeverity: Diagnostic.Severity
  var diagnostics: [Diagnostic] = []

  mutating func record(_ node: YAMLNode?, by schema: RecordSchema, start: Range<Int>) -> Record {
    let defaults = self.defaults
    self.defaults = []
    var record = Record(schema, range: node?.range ?? start)
    var written: [Int: Range<Int>] = [:]
    if let node, !node.isNull {
      guard case .mapping(let pairs) = node.content else {
        diagnostics.append(
          .notATable(schema.noun, node.noun, at: source.location(of: firstLine(of: node.range))))
        return record
      }
      for pair in pairs { read(pair, into: &record, &written) }
      for pair in pairs { readMisspelled(pair, into: &record, &written) }
    }
    for (name, value) in defaults {
      guard let slot = schema.slot(of: name), written[slot] == nil else { continue }
      record[slot] = value
    }
    for (slot, field) in schema.fields.enumerated() where field.isRequired && record[slot] == nil {
      // A field that was written wrongly has its own message already.
      guard written[slot] == nil else { continue }
      diagnostics.append(
        .missingField(
          field, of: schema.noun, missingSeverity,
          at: source.location(of: firstLine(of: start))))
    }
    return record
  }

  private mutating func read(
    _ pair: YAMLPair, into record: inout Record, _ written: inout [Int: Range<Int>]
  ) {
    let schema = record.schema
    guard let meant = target(of: pair, schema) else { return }
    if let first = written[meant.slot] {
      diagnostics.append(
        .sameField(
          pair.key, schema.fields[meant.slot].name, at: source.location(of: pair.keyRange),
          first: source.location(of: first)))
      return
    }
    let field = schema.fields[meant.slot]
    if meant.value.isNull {
      if field.isRequired {
        written[meant.slot] = pair.keyRange
        diagnostics.append(.emptyField(field, at: source.location(of: pair.keyRange)))
      }
      return
    }
    written[meant.slot] = pair.keyRange
    record[meant.slot] = value(meant.value, of: field.type, called: field.name)
  }

  /// Takes the value under a key that is reported as unknown for the text or the required field that
  /// its writer probably meant, so that this field is not reported as missing too.
  private mutating func readMisspelled(
    _ pair: YAMLPair, into record: inout Record, _ written: inout [Int: Range<Int>]
  ) {
    let schema = record.schema
    guard schema.slot(of: pair.key) == nil, schema.alias(pair.key) == nil,
      let name = nearest(to: pair.key, among: schema.names), let slot = schema.slot(of: name),
      written[slot] == nil
    else { return }
    let field = schema.fields[slot]
    guard field.isRequired || field.type.isText else { return }
    written[slot] = pair.keyRange
    record[slot] = value(pair.value, of: field.type, called: pair.key)
  }

  /// The field that a key means, and its value in the field's own terms; nil, with a message, where
  /// the key means none.
  private mutating func target(
    of pair: YAMLPair, _ schema: RecordSchema
  ) -> (slot: Int, value: YAMLNode)? {
    if let slot = schema.slot(of: pair.key) { return (slot, pair.value) }
    guard let (slot, alias) = schema.alias(pair.key),
      let meant = aliased(pair, alias, schema, slot)
    else {
      diagnostics.append(
        .unknownField(pair.key, schema, at: source.location(of: pair.keyRange)))
      return nil
    }
    diagnostics.append(
      .readAs(pair.key, schema.fields[meant.slot].name, at: source.location(of: pair.keyRange)))
    return meant
  }

  private func aliased(
    _ pair: YAMLPair, _ alias: FieldAlias, _ schema: RecordSchema, _ slot: Int
  ) -> (slot: Int, value: YAMLNode)? {
    switch alias.reading {
    case .same: return (slot, pair.value)
    case .negated(let dateField):
      guard case .scalar(let text, _) = pair.value.content else { return nil }
      if let flag = booleanValue(text) {
        let negated: YAMLNode.Content = .scalar(flag ? "false" : "true", isPlain: true)
        return (slot, YAMLNode(negated, range: pair.value.range))
      }
      guard let dateSlot = dateField.flatMap(schema.slot(of:)) else { return nil }
      return (dateSlot, pair.value)
    case .equal(let expected):
      guard case .scalar(let text, _) = pair.value.content else { return nil }
      let flag: YAMLNode.Content = .scalar(text == expected ? "true" : "false", isPlain: true)
      return (slot, YAMLNode(flag, range: pair.value.range))
    case .member(let name):
      guard case .mapping(let pairs) = pair.value.content,
        pairs.count == 1, let only = pairs.first, only.key == name
      else { return nil }
      return (slot, only.value)
    }
  }

  /// The first line of a range, so that a message about a whole table marks one line.
  private func firstLine(of range: Range<Int>) -> Range<Int> {
    let end = source.bytes[range].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
    return range.lowerBound..<end
  }
}

/// `true` and `false` in the spellings of YAML's core schema.
func booleanValue(_ text: String) -> Bool? {
  switch text {
  case "true", "True", "TRUE": true
  case "false", "False", "FALSE": false
  default: nil
  }
}

extension Diagnostic {
  /// The rule of fields that have to be there and are not.
  public static let missingFieldRule: Rule = "missing-field"

  fileprivate static func notATable(
    _ noun: String, _ found: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "not-a-table", "\(noun) is described by 'key: value' lines, and this is \(found)",
      at: location, help: ["write one 'key: value' a line, such as 'title: My title'"])
  }

  fileprivate static func missingField(
    _ field: FieldSchema, of noun: String, _ severity: Severity, at location: TextLocation
  ) -> Diagnostic {
    Diagnostic(
      severity, missingFieldRule, "\(noun) needs the field '\(field.name)'", at: location,
      help: ["add a line '\(field.name): …'" + (field.summary.isEmpty ? "" : ": \(field.summary)")])
  }

  fileprivate static func emptyField(_ field: FieldSchema, at location: TextLocation) -> Diagnostic
  {
    .error(
      missingFieldRule, "the field '\(field.name)' is empty", at: location,
      help: field.summary.isEmpty ? [] : ["\(field.name): \(field.summary)"])
  }

  fileprivate static func sameField(
    _ key: String, _ name: String, at location: TextLocation, first: TextLocation
  ) -> Diagnostic {
    .error(
      "duplicate-key", "'\(key)' gives the field '\(name)' a second value", at: location,
      help: ["keep one of the two"], related: [.init("the first value", at: first)])
  }

  fileprivate static func unknownField(
    _ key: String, _ schema: RecordSchema, at location: TextLocation
  ) -> Diagnostic {
    let near = suggestion(for: key, among: schema.names, called: "fields of \(schema.noun)")
    let own =
      schema.slot(of: "extra") == nil ? [] : ["values of your own go under 'extra:'"]
    return .error(
      "unknown-field", "\(schema.noun) has no field '\(key)'", at: location,
      help: (near.map { [$0] } ?? []) + own)
  }

  fileprivate static func readAs(
    _ key: String, _ name: String, at location: TextLocation
  ) -> Diagnostic {
    .note("field-alias", "'\(key)' is read as '\(name)'", at: location)
  }
}
