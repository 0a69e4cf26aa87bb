internal import Diagnostics
internal import FrontMatter

/// Looks at the tables of texts by language in `site.yaml`.
struct TranslationChecks {
  let languages: [String]
  let file: ConfigurationFile
  private(set) var diagnostics: [Diagnostic] = []

  init(languages: [String], file: ConfigurationFile) {
    self.languages = languages
    self.file = file
  }

  /// Every text of a table whose type is `translatedText`, and those of the tables in it.
  mutating func check(_ record: Record) {
    for (slot, field) in record.schema.fields.enumerated() {
      guard let value = record[slot] else { continue }
      check(value, of: field.type, called: field.name)
    }
  }

  private mutating func check(_ value: LocatedValue, of type: FieldType, called name: String) {
    switch type {
    case .translatedText:
      if let entries = value.table { check(entries, called: name, at: value) }
    case .record:
      if let record = value.record { check(record) }
    case .list(let element, _, _):
      for inner in value.list ?? [] { check(inner, of: element, called: name) }
    case .table(let element):
      for entry in value.table ?? [] { check(entry.value, of: element, called: entry.key) }
    case .text, .boolean, .integer, .date, .month, .choice, .reference, .free: break
    }
  }

  private mutating func check(
    _ entries: [TableEntry], called name: String, at value: LocatedValue
  ) {
    for entry in entries where !languages.contains(entry.key) {
      diagnostics.append(
        .error(
          "unknown-language", "'\(name)' has a text in '\(entry.key)', no language of the site",
          at: file.source.location(of: entry.keyRange),
          help: [suggestion(for: entry.key, among: languages, called: "languages")]
            .compactMap { $0 }))
    }
    let missing = languages.filter { language in !entries.contains { $0.key == language } }
    guard !missing.isEmpty else { return }
    let list = missing.map { "'\($0)'" }.joined(separator: ", ")
    diagnostics.append(
      .warning(
        "missing-translation", "'\(name)' has no text in \(list)", at: file.record(value),
        help: ["until it has one, the text of another language is shown"]))
  }
}
