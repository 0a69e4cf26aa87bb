import Site
import Testing
import Text

/// A site replaces one template of the theme and leaves the others as they are.
@Suite struct ThemeReplacementTests {
  @Test func `a base of the site's own needs none of the theme's partials`() async throws {
    var site = TestSite()
    site.theme = TestSite.defaultTheme
    site.writePost("a")
    let base = try #require(site.theme.first { $0.path == "base.html" }).bytes.text
    let lines = base.split(separator: "\n", omittingEmptySubsequences: false)
    let withoutPartials = lines.filter { !$0.contains("include \"_partials/") }
    #expect(withoutPartials.count < lines.count)
    site.write("templates/base.html", withoutPartials.joined(separator: "\n"))
    let build = await site.build()
    #expect(build.result.failure == nil, "\(build.problems)")
    #expect(build["index.html"].contains("<title>"))
  }
}
