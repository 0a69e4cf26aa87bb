import Foundation
import Templates
import Testing

/// `docs/templates.md` lists exactly what the language has.
@Suite struct DocumentationTests {
  private let page: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    page = try String(
      contentsOf: root.appending(path: "docs/templates.md"), encoding: .utf8)
  }

  /// The names in the first column of the tables of a section, up to the next heading.
  private func names(in section: String) throws -> [String] {
    let lines = page.split(separator: "\n")
    let start = try #require(lines.firstIndex(of: "## \(section)"))
    let rows = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }.filter { $0.hasPrefix("| `") }
    return rows.map { row in
      String(row.dropFirst(3).prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }

  @Test func `every filter has its line, in order, and every line its filter`() throws {
    #expect(try names(in: "Filters") == TemplateEnvironment().filters.keys.sorted())
  }

  @Test func `every test has its line, in order, and every line its test`() throws {
    #expect(try names(in: "Tests") == TemplateEnvironment().tests.keys.sorted())
  }

  @Test func `the arguments of a filter are those that it takes`() throws {
    let lines = page.split(separator: "\n")
    for (name, filter) in TemplateEnvironment().filters {
      let line = try #require(
        lines.first { $0.hasPrefix("| `\(name)`") || $0.hasPrefix("| `\(name)(") })
      let call = line.dropFirst(3).prefix { $0 != "`" }
      guard let open = call.firstIndex(of: "(") else { continue }
      let arguments = call[open...].dropFirst().dropLast().split(separator: ", ").map { argument in
        String(argument.prefix { $0 != "=" })
      }
      #expect(
        arguments.filter { $0 != "…" && $0 != "\", \"" } == filter.signature.parameters, "\(name)")
    }
  }
}
