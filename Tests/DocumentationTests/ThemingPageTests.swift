import Diagnostics
import Site
import Testing

@testable import Site

/// `docs/theming.md` and `docs/hosting.md`: another project from the same theme, and its headers.
@Suite struct ThemingPageTests {
  let page: DocumentationPage

  init() throws { page = try DocumentationPage("theming.md") }

  /// The files of the section that shows a whole project.
  private var project: [DocumentationPage.Block] {
    page.section("A project with another face").blocks
  }

  private func site() -> ExampleSite {
    var site = ExampleSite(page)
    site.files = [:]
    for block in project {
      if let path = block.path { site.files[path] = block.text }
    }
    return site
  }

  @Test func `another project is the same theme and fewer than fifty lines`() async throws {
    let lines = project.map { $0.text.split(separator: "\n").count }.reduce(0, +)
    #expect(project.count == 5 && lines < 50)
    let files = try await site().publishedTexts()
    let home = try #require(files["index.html"])
    #expect(home.contains("<html lang=\"fr\">") && home.contains("Communs côtiers"))
    // The logo's address carries a fingerprint.
    #expect(home.contains("src=\"/logo.") && home.contains(".svg\" alt=\"Communs côtiers\""))
    #expect(home.contains("<span>Financé par l"))
    #expect(home.contains("Du carnet"))
    let estonian = try #require(files["et/index.html"])
    #expect(estonian.contains("Ühine rannik") && estonian.contains("Päevik"))
    #expect(estonian.contains("Liigu sisu juurde"))
    let style = try #require(files["style.css"])
    #expect(style.contains("--accent: #00655a;") && style.contains("--radius: 0;"))
    #expect(style.contains("--font-headings: Georgia, \"Times New Roman\", serif;"))
  }

  @Test func `an article has the replaced component, and stands in for its translation`()
    async throws
  {
    let files = try await site().publishedTexts()
    let post = try #require(files["carnet/algues/index.html"])
    #expect(post.contains("<figcaption>Entendu au port : Une pêcheuse</figcaption>"))
    let standIn = try #require(files["et/carnet/algues/index.html"])
    #expect(standIn.contains("<html lang=\"et\">") && standIn.contains("<h1 lang=\"fr\">"))
    #expect(standIn.contains("Seda lehte ei ole veel eesti keeles."))
    #expect(
      standIn.contains("<link rel=\"canonical\" href=\"https://coastal.example/carnet/algues/\">"))
  }

  @Test func `a colour that is hard to read is answered as the page says`() async throws {
    let blocks = page.section("One value").blocks
    var site = site()
    site.files = ["site.yaml": blocks[0].text, "content/about.md": "# About\n"]
    #expect(await site.messages() == blocks[1].text)
  }

  @Test func `every file that can be replaced is a file of the theme`() {
    let names = (page.section("One template").rows.map { $0[1] }).flatMap(\.codeWords)
    #expect(names.count > 8)
    let theme = Set(ExampleSite.themePaths)
    for name in names where name.hasSuffix(".html") { #expect(theme.contains(name), "\(name)") }
  }

  @Test func `every block of an article is listed`() throws {
    let listed = page.section("One part of all articles").rows.compactMap { $0[0].codeWords.first }
    let article = try #require(ExampleSite.themeText("article.html"))
    let blocks = article.split(separator: "{%").compactMap { tag -> String? in
      let words = tag.split(separator: " ").filter { $0 != "-" && $0 != "-block" }
      guard let index = words.firstIndex(of: "block") else { return nil }
      return String(words[words.index(after: index)])
    }
    #expect(Set(listed) == Set(blocks).subtracting(["main"]))
  }

  @Test func `the snippets for servers have the headers that a build publishes`() async throws {
    let hosting = try DocumentationPage("hosting.md")
    let published = try #require(try await site().publishedTexts()["_headers"])
    for (name, value) in SecurityHeaders.all {
      #expect(published.contains("  \(name): \(value)\n"))
      for server in ["nginx", "Apache", "Caddy"] {
        let snippet = try #require(hosting.section(server).blocks.first?.text)
        #expect(snippet.contains(name) && snippet.contains("\"\(value)\""), "\(server): \(name)")
      }
    }
  }
}
