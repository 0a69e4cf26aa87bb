import Diagnostics
import Testing

@testable import Site

/// The table `theme` of `site.yaml`.
@Suite struct ThemeSettingsTests {
  private func site(_ theme: String) -> TestSite {
    TestSite(
      "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\ntheme: \(theme)\n",
      theme: TestSite.defaultTheme)
  }

  @Test func `the stylesheet begins with what the program takes for the theme's colours`() throws {
    let style = try #require(
      TestSite.defaultTheme.first { $0.path == "static/style.css" }.map {
        String(decoding: $0.bytes, as: UTF8.self)
      })
    let blocks = style.split(separator: ":root {").map(String.init)
    for name in ThemeColorName.allCases {
      #expect(
        blocks[1].contains("  \(name.property): \(name.standard.light.written);\n"), "\(name)")
      #expect(
        blocks[2].contains("    \(name.property): \(name.standard.dark.written);\n"), "\(name)")
    }
    for (_, property) in ThemeSchema.lengths + ThemeSchema.fontProperties + [("", "--spacing")] {
      #expect(blocks[1].contains("  \(property): "), "\(property)")
    }
  }

  @Test func `values are added to the stylesheet, each for its time`() async {
    let build = await site("{colors: {accent: \"#7a1f5c\", hero: \"#402\"}, radius: 2px}").build()
    #expect(build.problems == [])
    let style = build["style.css"]
    #expect(style.contains(":root { --radius: 2px; }\n"))
    #expect(
      style.contains(
        "@media screen and (prefers-color-scheme: light) "
          + "{ :root { --accent: #7a1f5c; --hero: #440022; } }\n"))
    let night = style.split(separator: "(prefers-color-scheme: dark) {").last ?? ""
    #expect(night.contains("--hero: #440022;") && !night.contains("#7a1f5c"))
  }

  @Test func `the stylesheet is the one that pages ask for, with what the site has set`()
    async throws
  {
    let build = await site("{colors: {accent: \"#7a1f5c\"}}").build()
    let address = try #require(build.paths.first { $0.hasPrefix("style.") && $0 != "style.css" })
    #expect(build[address].contains("--accent: #7a1f5c;"))
    let integrity = SubresourceIntegrity(of: Array(build[address].utf8)).integrity
    #expect(build["index.html"].contains("href=\"/\(address)\" integrity=\"\(integrity)\""))
  }

  @Test func `a site without settings has the theme's stylesheet as it is`() async {
    let build = await site("{}").build()
    #expect(build.problems == [] && !build["style.css"].contains("site.yaml, under `theme`. */"))
  }

  @Test func `black on white has the greatest contrast`() throws {
    let (black, white) = (try #require(ThemeColor("#000")), try #require(ThemeColor("#ffffff")))
    #expect(abs(black.contrast(to: white) - 21) < 0.001)
    let grey = try #require(ThemeColor("#767676"))
    #expect(abs(grey.contrast(to: white) - 4.542) < 0.001)
  }

  @Test(arguments: [
    ("{colors: {accent: blue}}", "3:26: error: 'accent' is no colour: 'blue' [invalid-colour]"),
    (
      "{colors: {acent: \"#000000\"}}",
      "3:18: error: the palette has no field 'acent' [unknown-field]"
    ),
    ("{radius: 2}", "3:17: error: 'radius' is no length: '2' [invalid-length]"),
    ("{spacing: wide}", "3:18: error: 'spacing' is no number: 'wide' [invalid-length]"),
    (
      "{fonts: {text: \"x; } body { color: red\"}}",
      "3:23: error: 'text' is no list of typefaces: 'x; } body { color: red' [invalid-font]"
    ),
    (
      "{dark: {ink: \"#333333\"}}",
      "3:21: error: ink (#333333) on wash (#142034) has a contrast of 1.29:1 in dark mode, and text "
        + "needs 4.5:1 [low-contrast]"
    ),
  ])
  func `a value that cannot be is an error at its place`(theme: String, problem: String) async {
    let build = await site(theme).build()
    #expect(build.problems.first == "site.yaml:" + problem)
    #expect(build.result.failure == .configuration)
  }
}
