import Site
import Testing

/// `docs/writing.md`, whose examples make a site.
@Suite struct WritingPageTests {
  let page: DocumentationPage
  let site: ExampleSite

  init() throws {
    page = try DocumentationPage("writing.md")
    site = ExampleSite(
      page,
      named: [
        "content/events/study-visit-uppsala/park.jpg",
        "content/events/study-visit-uppsala/agenda.pdf",
        "content/events/study-visit-lille/hall.jpg",
        "content/events/study-visit-lille/programme.pdf",
        "content/publications/uppsala-analysis.pdf",
        "content/partners/stuns.svg", "content/posts/hall.jpg", "content/posts/talk.jpg",
        "content/posts/programme.pdf",
      ])
  }

  @Test func `the examples make a site without a warning`() async {
    #expect(page.blocks.count { $0.path != nil && !$0.isMistake } >= 10)
    #expect(await site.messages() == "")
  }

  @Test func `the examples are at the addresses that the page names`() async {
    let named = page.sections.flatMap(\.rows).flatMap { $0 }.flatMap(\.codeWords)
      .filter { $0.hasPrefix("/") && $0.hasSuffix("/") }
    #expect(named.count >= 5)
    let files = await site.publishedFiles()
    for address in named + ["/sv/news/2026/spring-programme/", "/cluster-exchange/"] {
      #expect(files.contains(address.dropFirst() + "index.html"), "\(address)")
    }
    #expect(files.contains("about/biocat.html"))
  }

  @Test func `each component of the examples is written in its form`() async throws {
    let files = try await site.publishedTexts()
    let text = try #require(files["news/2026/components/index.html"])
    for part in [
      "<figure class=\"figure\">", "<span class=\"credit\">© Anna Andersson</span>",
      "data-type=\"PDF\"", "<figure class=\"quotation\">",
      "<figcaption>Anna Andersson, cluster manager",
      "<ul class=\"columns-of-cards\">", "<a class=\"video-still\" href=\"https://www.youtube.com/",
      "Watch on youtube.com",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `the mistakes are answered as the page says`() async {
    let blocks = page.blocks
    let mistakes = blocks.indices.filter { blocks[$0].isMistake }
    #expect(!mistakes.isEmpty)
    for index in mistakes {
      guard let path = blocks[index].path, index + 1 < blocks.count else { continue }
      var broken = site
      broken.files[path] = blocks[index].text
      let messages = await broken.messages()
      #expect(messages == blocks[index + 1].text)
    }
  }

  @Test func `the draft of the examples is what is left out`() async {
    let left = await site.build().unpublished
    #expect(left.map(\.path) == ["content/posts/2026-03-12-not-yet.md"])
    #expect(left.map(\.state) == [.draft])
  }
}
