import Templates
import Testing

@testable import Site

/// `docs/templates.md`, “What a page sees”: every name and attribute, in the order of the program.
@Suite struct ObjectTests {
  let page: DocumentationPage

  init() throws { page = try DocumentationPage("templates.md") }

  private func names(under title: String) -> [String] {
    (page.section(title).tables.first?.rows ?? []).compactMap { row in
      row.first?.codeWords.first.map { String($0.prefix { $0 != "(" }) }
    }
  }

  @Test func `every global name is listed`() {
    #expect(names(under: "Names") == ObjectTypes.globals)
  }

  @Test func `every filter of the site is listed, with its arguments`() {
    let rows = page.section("The site's filters").rows.map { $0[0].codeWords.first ?? "" }
    #expect(rows.map { $0.prefix { $0 != "(" } } == ObjectTypes.filters.map { $0.name[...] })
    for (row, filter) in zip(rows, ObjectTypes.filters) {
      for name in filter.signature.parameters { #expect(row.contains(name)) }
    }
  }

  @Test func `every attribute is listed`() {
    let types = ObjectTypes(KindsReader.kinds([]))
    for (title, type) in [
      ("The page", types.generatedPage), ("The site", types.site), ("A list", types.list),
      ("A term", types.term), ("A kind", types.kind), ("A menu entry", types.menuEntry),
      ("An asset", types.asset),
    ] {
      #expect(names(under: title) == type.attributes, "\(title)")
    }
  }

  @Test func `every template that a page can need is listed`() {
    let listed = page.section("Which template is used for what").lines.joined().codeWords
    for kind in KindsReader.kinds([]) {
      for name in kind.templateNames { #expect(listed.contains(name), "\(name)") }
      #expect(kind.listTemplateNames.contains(where: listed.contains))
    }
  }
}
