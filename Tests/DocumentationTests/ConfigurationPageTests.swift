import Diagnostics
import Funding
import Testing

@testable import FrontMatter
@testable import Site

/// `docs/configuration.md`: every key of `site.yaml`, and no other.
@Suite struct ConfigurationPageTests {
  let page: DocumentationPage

  init() throws { page = try DocumentationPage("configuration.md") }

  /// The heading under which each schema's keys are listed, by what the schema calls itself.
  static let sections = [
    "the configuration": "All keys", "the project": "Project", "a contact": "Contact",
    "the image": "Image",
    "the funding": "Funding", "a kind": "Kinds", "a field": "Fields", "a taxonomy": "Taxonomies",
    "the feeds": "Feeds", "a target": "Targets", "a count": "Counts", "a menu entry": "Menu",
    "the Markdown settings": "Markdown", "the translations": "Missing translations",
    "the theme": "Theme", "the palette": "Colours", "the set of fonts": "Fonts",
    "the limits": "Limits", "the report": "Report",
    "a kind's activities": "Activities",
  ]

  /// The schema of `site.yaml` and all that are in it.
  static let schemas = schemas(in: ConfigurationSchema.site)

  private static func schemas(in schema: RecordSchema) -> [RecordSchema] {
    [schema] + schema.fields.compactMap { inner($0.type) }.flatMap(schemas)
  }

  private static func inner(_ type: FieldType) -> RecordSchema? {
    switch type {
    case .record(let schema, _): schema
    case .list(let element, _, _), .table(let element): inner(element)
    case .text, .translatedText, .boolean, .integer, .date, .month, .choice, .reference, .free: nil
    }
  }

  @Test(arguments: schemas.indices)
  func `the keys of each table are listed`(index: Int) throws {
    let schema = Self.schemas[index]
    let title = try #require(Self.sections[schema.noun], "\(schema.noun) has no section")
    SchemaTable(schema, in: page, under: title).check()
  }

  @Test func `the kinds are as the page says`() throws {
    let rows = page.section("Kinds").tables.last?.rows ?? []
    for definition in BuiltInKinds.definitions {
      let row = try #require(rows.first { $0[0] == "`\(definition.name)`" })
      #expect(row[1] == definition.title)
      #expect(row[2] == "`\(definition.permalink)`")
      #expect(row[3] == "`\(definition.order.rawValue)`")
    }
    let text = page.section("Kinds").lines.joined(separator: "\n")
    for token in PermalinkPattern.tokens { #expect(text.codeWords.contains(token), "\(token)") }
  }

  @Test func `the funding presets know what the page says`() throws {
    let rows = page.section("Funding").tables.last?.rows ?? []
    let known = ["en", "sv", "et", "fr", "es", "it"]
    for programme in FundingProgramme.allCases {
      let row = try #require(rows.first { $0[0] == "`\(programme.rawValue)`" })
      let funding = Funding(programme: programme)
      let languages = known.filter { funding.statement(in: $0) != nil }
      #expect(
        row[2].hasPrefix(languages.isEmpty ? "none" : languages.joined(separator: ", ")),
        "\(programme)")
    }
  }

  @Test func `the rules that a site can adjust are listed`() {
    let listed = page.section("Checks").rows.compactMap { $0.first?.codeWords.first }
    #expect(listed == AdjustableRules.all)
  }

  @Test func `each example of a site is one`() async throws {
    let settings = page.blocks.filter { $0.path == "site.yaml" }
    #expect(settings.count >= 5)
    for block in settings {
      var site = ExampleSite(page)
      site.files["site.yaml"] = block.text
      if !block.text.contains("press-releases") {
        site.files["content/press-releases/2026-03-02-visit.md"] = nil
      }
      #expect(await site.messages() == "", "the example in line \(block.line)")
      let staging = await site.messages { $0.configuration.environment = "staging" }
      #expect(staging == "", "the example in line \(block.line), for staging")
    }
  }
}
