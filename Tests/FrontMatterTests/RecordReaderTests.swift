import CivilTime
import Diagnostics
import FrontMatter
import Testing
import Text

/// Reading a table by a schema.
@Suite struct RecordReaderTests {
  private static let picture = RecordSchema(
    "a picture",
    [FieldSchema("src", .text, isRequired: true, "its path"), FieldSchema("alt", .text)])

  private static let schema = RecordSchema(
    "a post",
    [
      FieldSchema("title", .text, isRequired: true, "the heading"),
      FieldSchema(
        "draft", .boolean,
        aliases: [
          FieldAlias("published", .negated(dateField: "publish_date")),
          FieldAlias("status", .equal("draft")),
        ]),
      FieldSchema("count", .integer(0...100)),
      FieldSchema("publish_date", .date, aliases: ["publishDate"]),
      FieldSchema("month", .month),
      FieldSchema("mode", .choice(["Onsite", "Online"])),
      FieldSchema(
        "tags", .list(.text, splitsCommas: true),
        aliases: [FieldAlias("taxonomies", .member("tags"))]),
      FieldSchema("numbers", .list(.integer(0...9))),
      FieldSchema("strict", .list(.text, acceptsOne: false)),
      FieldSchema("partner", .reference(kind: "partners")),
      FieldSchema("image", .record(picture, shorthand: "src")),
      FieldSchema("images", .list(.record(picture, shorthand: "src"))),
      FieldSchema("plain", .record(picture)),
      FieldSchema("names", .table(.text)),
      FieldSchema("extra", .table(.free)),
      FieldSchema("anything", .free),
    ])

  /// Reads front matter that has a title, unless it says otherwise.
  private func read(
    _ fields: String, title: String = "title: One\n", missing: Diagnostic.Severity = .error,
    defaults: [(name: String, value: LocatedValue)] = []
  ) -> Checked<Record> {
    let reading = Reading("---\n\(title)\(fields)\n---\n")
    let record = Self.schema.reading(
      reading.yaml, in: reading.source, start: reading.block.fence, defaults: defaults,
      missing: missing)
    return Checked(record.value, reading.diagnostics + record.diagnostics)
  }

  // MARK: Types

  @Test func `a field holds what its type says`() throws {
    let checked = read(
      """
      draft: true
      count: 42
      publish_date: 2023-02-23
      month: 2022-02
      mode: online
      tags: [one, 012]
      numbers: 7
      partner: biocat
      image: map.svg
      images: [a.png, {src: b.png, alt: B}]
      plain: {src: c.png}
      names: {en: Name, sv: Namn}
      extra: {a: [1], b: no}
      anything: [x]
      """)
    #expect(checked.diagnostics.problems == [])
    let record = checked.value
    #expect(record.text("title") == "One")
    #expect(record.boolean("draft") == true)
    #expect(record.integer("count") == 42)
    #expect(try record.date("publish_date") == WrittenDate("2023-02-23"))
    #expect(try record.date("month") == WrittenDate("2022-02-01"))
    #expect(record.text("mode") == "Online")
    #expect(record.texts("tags") == ["one", "012"])
    #expect(record.list("numbers").map(\.integer) == [7])
    #expect(record.text("partner") == "biocat")
    #expect(record.record("image")?.text("src") == "map.svg")
    #expect(record.list("images").map { $0.record?.text("src") } == ["a.png", "b.png"])
    #expect(record.list("images").last?.record?.text("alt") == "B")
    #expect(record.record("plain")?.text("src") == "c.png")
    #expect(record.table("names").map(\.key) == ["en", "sv"])
    #expect(record.table("extra").map { $0.value.free?.dump } == ["[1]", "no"])
    #expect(record["anything"]?.free?.dump == "[x]")
  }

  @Test func `fields that were not written are absent, and lists of them empty`() {
    let record = read("count: ~\ntags:\nimage: null").value
    #expect(record.integer("count") == nil)
    #expect(record["tags"] == nil)
    #expect(record.texts("tags") == [])
    #expect(record["image"] == nil)
    #expect(record["no such field"] == nil)
  }

  @Test(arguments: ["no", "012", "10.10", "2026", "true", "2023-02-23", "0x1F"])
  func `a text is kept as it was written, whatever it looks like`(text: String) {
    #expect(read("", title: "title: \(text)").value.text("title") == text)
  }

  @Test(arguments: [
    ("count: many", "3:8 'count' is a whole number, not 'many' [wrong-type]"),
    ("count: 1.5", "3:8 'count' is a whole number, not '1.5' [wrong-type]"),
    ("count: 101", "3:8 'count' is 101 [out-of-range]"),
    ("count: [1]", "3:8 'count' is a whole number, not a list [wrong-type]"),
    ("draft: yes", "3:8 'draft' is true or false, not 'yes' [wrong-type]"),
    ("draft: \"true\"", "3:8 'draft' is true or false, not 'true' [wrong-type]"),
    ("mode: remote", "3:7 'mode' cannot be 'remote' [not-a-choice]"),
    ("publish_date: 2023-02-30", "3:15 February 2023 has no day 30: '2023-02-30' [invalid-date]"),
    ("publish_date: 2023-13-45", "3:15 the calendar has no such day: '2023-13-45' [invalid-date]"),
    ("publish_date: 2 June", "3:15 'publish_date' is no date: '2 June' [invalid-date]"),
    ("publish_date: 10000-01-01", "3:15 'publish_date' is no date: '10000-01-01' [invalid-date]"),
    (
      "publish_date: 2023-02-23 25:00",
      "3:15 no clock shows this time: '2023-02-23 25:00' [invalid-date]"
    ),
    (
      "publish_date: 2023-02-23T10:00:00+15:00",
      "3:15 no place is so far from UTC: '2023-02-23T10:00:00+15:00' [invalid-date]"
    ),
    ("month: 2022", "3:8 'month' is no month: '2022' [invalid-date]"),
    (
      "tags: {a: b}",
      "3:7 'tags' is a list, each a text, not a table of keys and values [wrong-type]"
    ),
    ("tags: [a, [b]]", "3:11 'tags' is a text, not a list [wrong-type]"),
    ("numbers: [1, x, 2]", "3:14 'numbers' is a whole number, not 'x' [wrong-type]"),
    ("strict: one", "3:9 'strict' is a list, each a text, not 'one' [wrong-type]"),
    (
      "image: [a.png]",
      "3:8 'image' is a text or a table of keys and values, not a list [wrong-type]"
    ),
    ("image: {alt: A}", "3:8 a picture needs the field 'src' [missing-field]"),
    ("image: {src: a, atl: A}", "3:17 a picture has no field 'atl' [unknown-field]"),
    ("plain: a.png", "3:8 'plain' is a table of keys and values, not 'a.png' [wrong-type]"),
    ("names: Name", "3:8 'names' is a table of keys and values, not 'Name' [wrong-type]"),
    ("names: {en: [a]}", "3:13 'names.en' is a text, not a list [wrong-type]"),
  ])
  func `a value of another type is an error at its place`(field: String, problem: String) {
    let checked = read(field)
    #expect(checked.diagnostics.problems == [problem])
    #expect(checked.value.text("title") == "One")
  }

  @Test func `a wrong element leaves the others`() {
    #expect(read("numbers: [1, x, ~, 2]").value.list("numbers").map(\.integer) == [1, 2])
  }

  @Test func `a long or a many-lined value is quoted in short`() {
    let long = read("count: " + String(repeating: "x", count: 100)).diagnostics[0].message
    #expect(long == "'count' is a whole number, not '\(String(repeating: "x", count: 59))…'")
    #expect(
      read("count: |\n  one\n  two").diagnostics[0].message
        == "'count' is a whole number, not 'one'")
  }

  @Test(arguments: [("yes", "write true"), ("Off", "write false"), ("1", "write true")])
  func `other programs' words for true and false are translated`(word: String, help: String) {
    #expect(read("draft: \(word)").diagnostics.flatMap(\.help) == [help])
  }

  @Test func `what can be chosen is proposed`() {
    #expect(read("mode: onlien").diagnostics.flatMap(\.help) == ["did you mean 'Online'?"])
    #expect(read("mode: zzz").diagnostics.flatMap(\.help) == ["it can be: Onsite, Online"])
  }

  // MARK: Lists

  @Test(arguments: [
    ("one, two ,,three", ["one", "two", "three"]), ("\"one, two\"", ["one", "two"]), ("\",\"", []),
  ])
  func `a text with commas is a list where the field says so, with a note`(
    text: String, parts: [String]
  ) {
    let checked = read("tags: \(text)")
    #expect(checked.value.texts("tags") == parts)
    #expect(
      checked.diagnostics.problems == [
        "3:7 'tags' is read as a list, split at its commas [comma-list]"
      ])
    #expect(checked.diagnostics.map(\.severity) == [.note])
  }

  @Test func `a comma inside a list's element stays`() {
    #expect(read("tags: [\"one, two\", three]").value.texts("tags") == ["one, two", "three"])
  }

  // MARK: Other names

  @Test(arguments: [
    ("published: false", true, "draft"), ("published: true", false, "draft"),
    ("status: draft", true, "draft"), ("status: published", false, "draft"),
  ])
  func `other programs' words for a draft are read, with a note`(
    field: String, isDraft: Bool, name: String
  ) {
    let checked = read(field)
    let key = String(field.prefix { $0 != ":" })
    #expect(checked.value.boolean("draft") == isDraft)
    #expect(checked.diagnostics.problems == ["3:1 '\(key)' is read as '\(name)' [field-alias]"])
    #expect(checked.diagnostics.map(\.severity) == [.note])
  }

  @Test func `a date under published is the day of publication`() throws {
    let checked = read("published: 2023-02-23")
    #expect(try checked.value.date("publish_date") == WrittenDate("2023-02-23"))
    #expect(checked.value.boolean("draft") == nil)
    #expect(
      checked.diagnostics.problems == ["3:1 'published' is read as 'publish_date' [field-alias]"])
    #expect(
      read("published: soon").diagnostics.problems == [
        "3:1 'published' is read as 'publish_date' [field-alias]",
        "3:12 'publish_date' is no date: 'soon' [invalid-date]",
      ])
  }

  @Test func `Zola's taxonomies with tags are tags, and with anything else unknown`() {
    let checked = read("taxonomies: {tags: [one, two]}")
    #expect(checked.value.texts("tags") == ["one", "two"])
    #expect(checked.diagnostics.problems == ["3:1 'taxonomies' is read as 'tags' [field-alias]"])
    for other in ["{tags: [a], categories: [b]}", "{categories: [b]}", "[a]", "a"] {
      #expect(
        read("taxonomies: \(other)").diagnostics.problems == [
          "3:1 a post has no field 'taxonomies' [unknown-field]"
        ])
    }
  }

  @Test func `a field and its other name in one table are one field twice`() {
    let checked = read("draft: true\npublished: true")
    #expect(
      checked.diagnostics.filter { $0.severity == .error }.problems
        == ["4:1 'published' gives the field 'draft' a second value [duplicate-key]"])
    #expect(checked.diagnostics.last { $0.severity == .error }?.related.map(\.location.line) == [3])
    #expect(checked.value.boolean("draft") == true)
  }

  // MARK: Unknown and missing fields

  @Test func `an unknown field is an error with the nearest known one`() {
    let checked = read("tgas: [a]\nzzz: b")
    #expect(
      checked.diagnostics.problems == [
        "3:1 a post has no field 'tgas' [unknown-field]",
        "4:1 a post has no field 'zzz' [unknown-field]",
      ])
    #expect(
      checked.diagnostics[0].help == [
        "did you mean 'tags'?", "values of your own go under 'extra:'",
      ])
    #expect(checked.diagnostics[1].help[0].hasPrefix("fields of a post: title, draft, "))
  }

  @Test func `a missing field is told once, at the beginning`() {
    let checked = read("draft: true", title: "")
    #expect(checked.diagnostics.problems == ["1:1 a post needs the field 'title' [missing-field]"])
    #expect(checked.diagnostics[0].help == ["add a line 'title: …': the heading"])
    #expect(
      read("draft: true", title: "", missing: .warning).diagnostics.map(\.severity) == [.warning])
  }

  @Test func `an empty field that is needed is told at its place, and once`() {
    #expect(
      read("", title: "title:\n").diagnostics.problems == [
        "2:1 the field 'title' is empty [missing-field]"
      ])
  }

  @Test func `a needed field of the wrong type is not missing too`() {
    #expect(
      read("", title: "title: [a]\n").diagnostics.problems == [
        "2:8 'title' is a text, not a list [wrong-type]"
      ])
  }

  @Test(arguments: [("- a\n- b", "a list"), ("just text", "a text")])
  func `front matter that is no table is one error`(yaml: String, found: String) {
    let checked = read(yaml, title: "")
    #expect(
      checked.diagnostics.problems == [
        "2:1 a post is described by 'key: value' lines, and this is \(found) [not-a-table]"
      ])
  }

  @Test func `a default stands for what was not written, and for nothing else`() throws {
    let date = LocatedValue(.date(try WrittenDate("2020-01-01")), range: 0..<0)
    let defaults = [(name: "publish_date", value: date)]
    #expect(
      try read("", defaults: defaults).value.date("publish_date") == WrittenDate("2020-01-01"))
    #expect(
      try read("publish_date: 2023-02-23", defaults: defaults).value.date("publish_date")
        == WrittenDate("2023-02-23"))
    #expect(read("publish_date: never", defaults: defaults).value.date("publish_date") == nil)
    // Only the outermost table has defaults.
    let inner = [(name: "src", value: LocatedValue(.text("x"), range: 0..<0))]
    #expect(read("image: {alt: A}", defaults: inner).diagnostics.map(\.rule) == ["missing-field"])
  }

  @Test func `problems have their place in a file with other letters before them`() {
    let text = MarkedText(
      "---\r\ntitle: “ö” 🎉\r\nextra: {ü: ä}\r\ncount: 1️⃣é\r\n2️⃣tgas: x\r\ntags: [ö, 3️⃣[é]]\r\n---\r\n")
    let reading = Reading(text.source)
    let checked = Self.schema.reading(
      reading.yaml, in: reading.source, start: reading.block.fence)
    #expect(
      checked.diagnostics.sortedForReport().map { Place($0.location) }
        == [text.place(1), text.place(2), text.place(3)])
    #expect(
      checked.diagnostics.sortedForReport().first.map { Place($0.location) }?.description == "4:8")
  }
}
