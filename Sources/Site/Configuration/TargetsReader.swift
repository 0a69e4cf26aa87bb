internal import Diagnostics
internal import FrontMatter

/// Makes the project's targets from `site.yaml`.
enum TargetsReader {
  /// The targets that have a name, in the order of the file.
  static func targets(_ values: [LocatedValue], _ kinds: [ContentKind]) -> [Target] {
    values.compactMap { value in
      guard let record = value.record, let id = record.text("id") else { return nil }
      return Target(
        id: id, label: record.text("label") ?? id, goal: record.integer("goal"),
        count: record.record("count").flatMap { count($0, kinds) })
    }
  }

  private static func count(_ record: Record, _ kinds: [ContentKind]) -> TargetCount? {
    guard let name = record.text("kind"),
      let kind = kinds.firstIndex(where: { $0.name == name })
    else { return nil }
    return TargetCount(
      kind: kind, conditions: record["where"]?.free.map { conditions($0).map(\.condition) } ?? [],
      summedField: record.text("sum"), dateField: record.text("date"))
  }

  /// A condition with the places of its field and its values.
  private struct LocatedCondition {
    let condition: TargetCount.Condition
    let fieldRange: Range<Int>
    let valueRanges: [Range<Int>]
  }

  /// `eccp_url` is a field that has to be there; `[doi, file]` are several; a table has values too.
  private static func conditions(_ node: YAMLNode) -> [LocatedCondition] {
    switch node.content {
    case .scalar(let field, _): node.isNull ? [] : [condition(field, node.range, nil)]
    case .sequence(let nodes):
      nodes.compactMap { node in
        if case .scalar(let field, _) = node.content {
          condition(field, node.range, nil)
        } else {
          nil
        }
      }
    case .mapping(let pairs): pairs.map { condition($0.key, $0.keyRange, $0.value) }
    }
  }

  private static func condition(
    _ field: String, _ range: Range<Int>, _ value: YAMLNode?
  ) -> LocatedCondition {
    let nodes: [YAMLNode]
    switch value?.content {
    case .sequence(let elements): nodes = elements
    case .scalar: nodes = [value].compactMap { $0 }.filter { !$0.isNull }
    case .mapping, nil: nodes = []
    }
    let scalars = nodes.compactMap { node in
      if case .scalar(let text, _) = node.content { (text, node.range) } else { nil }
    }
    return LocatedCondition(
      condition: TargetCount.Condition(
        field: field.split(separator: ".").map(String.init), values: scalars.map(\.0)),
      fieldRange: range, valueRanges: scalars.map(\.1))
  }

  // MARK: What is wrong

  /// What is wrong with the targets of a file.
  static func problems(
    _ values: [LocatedValue], _ kinds: [ContentKind], in file: ConfigurationFile
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var known: Set<String> = []
    for record in values.compactMap(\.record) {
      if let id = record["id"], let name = id.text, !known.insert(name).inserted {
        problems.append(.duplicateTarget(name, at: file.location(id)))
      }
      guard let count = record.record("count") else { continue }
      problems += self.problems(count, kinds, in: file)
    }
    return problems
  }

  private static func problems(
    _ count: Record, _ kinds: [ContentKind], in file: ConfigurationFile
  ) -> [Diagnostic] {
    guard let name = count["kind"], let text = name.text else { return [] }
    guard let kind = kinds.first(where: { $0.name == text }) else {
      return [.noSuchKind(text, kinds.map(\.name), at: file.location(name))]
    }
    var problems: [Diagnostic] = []
    for field in ["sum", "date"] {
      guard let value = count[field], let written = value.text else { continue }
      problems +=
        fieldProblem(written, wanted: field, kind, at: file.location(value)).map { [$0] } ?? []
    }
    for located in count["where"]?.free.map(conditions) ?? [] {
      problems += self.problems(located, kind, in: file)
    }
    return problems
  }

  /// A field that is added up has to be a number, and one that decides the period a date.
  private static func fieldProblem(
    _ field: String, wanted: String, _ kind: ContentKind, at location: TextLocation
  ) -> Diagnostic? {
    let fits = kind.schema.fields.filter { schema in
      wanted == "sum" ? schema.type.isInteger : schema.type.isDate
    }.map(\.name)
    guard !fits.contains(field) else { return nil }
    return .noSuchField(
      field, kind, fits, at: location, what: wanted == "sum" ? "a number" : "a date")
  }

  private static func problems(
    _ located: LocatedCondition, _ kind: ContentKind, in file: ConfigurationFile
  ) -> [Diagnostic] {
    var schema: RecordSchema? = kind.schema
    var type: FieldType?
    for name in located.condition.field {
      // The fields of `extra` and of free values are the site's own.
      guard let fields = schema else { return [] }
      guard let slot = fields.slot(of: name) else {
        return [
          .noSuchField(
            name, kind, fields.names, at: file.source.location(of: located.fieldRange), what: nil)
        ]
      }
      type = fields.fields[slot].type
      schema = type.flatMap(recordSchema)
    }
    guard let choices = type.flatMap(choices) else { return [] }
    return zip(located.condition.values, located.valueRanges).compactMap { value, range in
      choices.contains { $0.lowercased() == value.lowercased() }
        ? nil
        : .noSuchValue(
          value, located.condition.field.joined(separator: "."), choices,
          at: file.source.location(of: range))
    }
  }

  private static func recordSchema(_ type: FieldType) -> RecordSchema? {
    switch type {
    case .record(let schema, _): schema
    case .list(let element, _, _): recordSchema(element)
    case .text, .boolean, .integer, .date, .month, .choice, .reference, .table, .free: nil
    }
  }

  private static func choices(_ type: FieldType) -> [String]? {
    switch type {
    case .choice(let names): names
    case .list(let element, _, _): choices(element)
    case .text, .boolean, .integer, .date, .month, .record, .reference, .table, .free: nil
    }
  }
}

extension FieldType {
  fileprivate var isInteger: Bool { if case .integer = self { true } else { false } }
  fileprivate var isDate: Bool { if case .date = self { true } else { false } }
}

extension Diagnostic {
  fileprivate static func duplicateTarget(_ id: String, at location: TextLocation) -> Diagnostic {
    .error(
      "duplicate-target", "two targets are called '\(id)'", at: location,
      help: ["give one of them another 'id'"])
  }

  fileprivate static func noSuchField(
    _ field: String, _ kind: ContentKind, _ known: [String], at location: TextLocation,
    what: String?
  ) -> Diagnostic {
    let kindOf = what.map { " that is \($0)" } ?? ""
    return .error(
      "unknown-field", "\(kind.noun) has no field '\(field)'\(kindOf)", at: location,
      help: [suggestion(for: field, among: known, called: "fields")].compactMap { $0 })
  }

  fileprivate static func noSuchValue(
    _ value: String, _ field: String, _ choices: [String], at location: TextLocation
  ) -> Diagnostic {
    .error(
      "not-a-choice", "'\(field)' is never '\(value)', so nothing would count", at: location,
      help: [suggestion(for: value, among: choices, called: "it can be")].compactMap { $0 })
  }
}
