import Diagnostics
import Testing

@testable import FrontMatter

/// A table of fields in a page, beside the schema that it describes.
///
/// Its columns are the field's name, what it holds, what it means, an example and, where there are
/// any, the other names under which it is read.
struct SchemaTable {
  let schema: RecordSchema
  let rows: [[String]]

  init(
    _ schema: RecordSchema, in page: DocumentationPage, under title: String
  ) {
    self.schema = schema
    rows = page.section(title).tables.first?.rows ?? []
  }

  /// The heading of a kind.
  static func title(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(problems == [], sourceLocation: sourceLocation)
  }

  /// Where the table and the schema differ.
  var problems: [String] {
    let listed = rows.compactMap { $0.first?.codeWords.first }
    let known = schema.fields.map(\.name)
    return known.filter { !listed.contains($0) }.map { "'\($0)' is not listed" }
      + listed.filter { !known.contains($0) }.map { "'\($0)' is listed and is no field" }
      + rows.flatMap(differences) + rows.flatMap(exampleProblems)
  }

  private func differences(_ row: [String]) -> [String] {
    guard row.count >= 4, let name = row[0].codeWords.first,
      let field = schema.fields.first(where: { $0.name == name })
    else { return [] }
    var problems: [String] = []
    if row[1] != holds(field.type) && !isDescribedElsewhere(field.type, row[1]) {
      problems.append("'\(name)' holds \"\(holds(field.type))\", not \"\(row[1])\"")
    }
    let other = row.count > 4 ? row[4].codeWords.map { String($0.prefix { $0 != ":" }) } : []
    // `published` stands at two fields: a truth value means one, a date the other.
    let aliases = field.aliases.map(\.name)
    let borrowed = schema.fields.flatMap(\.aliases).compactMap { alias -> String? in
      guard case .negated(let dateField?) = alias.reading, dateField == name else { return nil }
      return alias.name
    }
    if other != aliases + borrowed {
      problems.append("'\(name)' is also read as \(aliases + borrowed), not \(other)")
    }
    if row[2].isEmpty { problems.append("'\(name)' has no meaning") }
    return problems
  }

  /// What a type is called in the pages.
  private func holds(_ type: FieldType) -> String {
    switch type {
    case .text: "text"
    case .boolean: "true or false"
    case .integer: "whole number"
    case .date: "date"
    case .month: "month"
    case .choice(let names): "one of " + names.map { "`\($0)`" }.joined(separator: ", ")
    case .list(.text, _, _): "list of texts"
    case .list(.choice(let names), _, _):
      "list of " + names.map { "`\($0)`" }.joined(separator: ", ")
    case .list: "list of …"
    case .reference(let kind): "reference to one of the `\(kind)`"
    case .record: "a link to its fields"
    case .table(.text): "table of texts"
    case .table(.record): "table of …"
    case .table: "table"
    case .free: "anything"
    }
  }

  /// Whether a long type is a link to the section that describes it.
  private func isDescribedElsewhere(_ type: FieldType, _ cell: String) -> Bool {
    let isLink = cell.hasSuffix(")") && cell.contains("](") && cell.contains("#")
    switch type {
    case .choice: return isLink && cell.hasPrefix("one of the [")
    case .list(.record, _, _), .list(.choice, _, _): return isLink && cell.hasPrefix("list of [")
    case .table(.record), .table(.choice): return isLink && cell.hasPrefix("table of [")
    case .record: return isLink && cell.hasPrefix("[")
    default: return false
    }
  }

  /// Each example is read by the schema.
  private func exampleProblems(_ row: [String]) -> [String] {
    guard row.count >= 4, let example = row[3].codeWords.first else {
      return ["a row has no example: \(row)"]
    }
    let names = row.count > 4 ? row[4].codeWords.filter { $0.contains(": ") } : []
    return ([example] + names).flatMap { example in
      let source = SourceText(path: "example", bytes: Array(example.utf8))
      let document = YAMLDocument.reading(source, range: 0..<source.bytes.count)
      let record = schema.reading(document.value, in: source, start: 0..<0)
      return (document.diagnostics + record.diagnostics)
        .filter { $0.severity == .error && $0.rule != "missing-field" }
        .map { "the example '\(example)' is answered: \($0.message)" }
    }
  }
}
