import Dissemination
import Testing

@testable import Site
@testable import brightpress

/// `docs/report.md`: the portal's words, the columns, the parts and the forms of a report.
@Suite struct ReportPageTests {
  let page: DocumentationPage

  init() throws { page = try DocumentationPage("report.md") }

  private func words(_ title: String) -> [String] {
    page.section(title).lines.joined(separator: " ").codeWords
  }

  @Test func `the audiences and channels of the portal are listed`() {
    #expect(words("Audiences").prefix(ReportAudience.names.count) == ReportAudience.names[...])
    #expect(words("Channels") == ReportChannel.names)
  }

  @Test func `every column and every status is listed`() {
    let columns = page.section("What is an activity").rows.map { $0[0] }
    #expect(columns == ActivityColumn.allCases.map(\.rawValue))
    #expect(page.section("Status").rows.map { $0[0] } == ActivityStatus.allCases.map(\.rawValue))
  }

  @Test func `every form and every part is listed`() {
    let forms = page.section("Forms").rows.compactMap { $0[0].codeWords.first }
    #expect(forms == ReportFormat.allCases.map(\.rawValue))
    let options = words("Options")
    for section in ReportSection.allCases { #expect(options.contains(section.rawValue)) }
  }

  @Test func `the example of a site is one`() async throws {
    let block = try #require(page.blocks.first { $0.path == "site.yaml" })
    var site = ExampleSite(page)
    site.files["site.yaml"] = block.text
    site.files["content/about.md"] = "---\ntitle: About us\n---\nText.\n"
    #expect(await site.messages() == "")
  }
}
