import Diagnostics
import Testing

@testable import FrontMatter
@testable import Site

/// `docs/front-matter.md`: every field of the built-in kinds, and no other.
@Suite struct FrontMatterPageTests {
  let page: DocumentationPage
  let kinds = KindsReader.kinds([])

  init() throws { page = try DocumentationPage("front-matter.md") }

  @Test func `every kind has its section`() {
    let titles = page.sections.map(\.title)
    for kind in kinds {
      #expect(titles.contains(SchemaTable.title(kind.name)), "\(kind.name)")
    }
  }

  @Test func `the fields of every item are listed`() {
    let schema = RecordSchema("an item", CommonField.schemas(isDateRequired: false))
    SchemaTable(schema, in: page, under: "Every item").check()
  }

  @Test(arguments: KindsReader.kinds([]).indices)
  func `a kind's own fields are listed`(index: Int) {
    let kind = kinds[index]
    let own = Array(kind.schema.fields.dropFirst(CommonField.allCases.count))
    SchemaTable(RecordSchema(kind.noun, own), in: page, under: SchemaTable.title(kind.name)).check()
  }

  @Test func `the parts of fields are listed`() throws {
    SchemaTable(CommonField.imageSchema, in: page, under: "Pictures").check()
    SchemaTable(CommonField.attachmentSchema, in: page, under: "Documents").check()
    let publications = try #require(kinds.first { $0.name == "publications" })
    let field = try #require(publications.schema.fields.first { $0.name == "deliverable" })
    guard case .record(let deliverable, _) = field.type else {
      Issue.record("'deliverable' has no fields of its own")
      return
    }
    SchemaTable(deliverable, in: page, under: "Deliverables").check()
  }

  @Test func `the ecosystems are listed`() {
    let text = page.section("Ecosystems").lines.joined(separator: " ")
    #expect(text.codeWords == BuiltInKinds.ecosystems)
  }

  @Test func `a missing field, a wrong type and a broken example are found`() {
    let page = DocumentationPage(
      text: """
        ## Test
        | Field | Holds | Means | Example | Also read as |
        |---|---|---|---|---|
        | `number` | text | . | `number: x` | `count` |
        | `gone` | text | . | `gone: x` | |
        """)
    let schema = RecordSchema(
      "a test", [FieldSchema("number", .integer(0...9)), FieldSchema("new", .text)])
    let problems = SchemaTable(schema, in: page, under: "Test").problems
    #expect(
      problems == [
        "'new' is not listed", "'gone' is listed and is no field",
        "'number' holds \"whole number\", not \"text\"",
        "'number' is also read as [], not [\"count\"]",
        "the example 'number: x' is answered: 'number' is a whole number, not 'x'",
        "the example 'gone: x' is answered: a test has no field 'gone'",
      ])
  }
}
