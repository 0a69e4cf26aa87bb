import Diagnostics
import Testing

@testable import Site

/// `docs/checks.md`: every rule that a check looks at, and no other.
@Suite struct ChecksPageTests {
  private func rows() throws -> [[String]] {
    let page = try DocumentationPage("checks.md")
    return [
      "How the funder is shown", "What the front matter says", "Whether everybody can use a page",
    ].flatMap { page.section($0).rows }
  }

  @Test func `every rule is listed in the order of the program`() throws {
    #expect(try rows().compactMap { $0[0].codeWords.first } == CheckRule.allCases.map(\.rawValue))
  }

  @Test func `the page says which rules a build looks at`() throws {
    let marked = try rows().filter { $0.count > 2 && $0[2] == "yes" }
      .compactMap { $0[0].codeWords.first }
    #expect(marked == CheckRule.allCases.filter(\.isLookedAtInBuilds).map(\.rawValue))
  }

  @Test func `the weights of the rules are as the configuration's page says`() throws {
    let rows = try DocumentationPage("configuration.md").section("Checks").rows
    for rule in CheckRule.allCases {
      let row = try #require(rows.first { $0[0].codeWords.first == rule.rawValue })
      #expect(row[1] == "`\(rule.severity.rawValue)`", "\(rule.rawValue)")
    }
  }
}
