import CivilTime
import Diagnostics
import Site
import Testing
import Text

/// What subscribers know items by, and how it stays.
@Suite struct FeedIdentityTests {
  /// The values of an element in a feed, in the order of the items' titles.
  private func guids(_ build: TestBuild) -> [String] {
    build["feed.xml"].split(separator: "<guid isPermaLink=\"false\">").dropFirst()
      .map { String($0.prefix { $0 != "<" }) }.sorted()
  }

  private func site() -> TestSite {
    let site = TestSite()
    site.writePost("plain", date: "2023-01-01")
    site.writePost("named", date: "2023-01-02", "id: \"https://old.example/?p=7\"")
    site.write(
      "content/posts/bundle.md", "---\ntitle: Bundle\ndate: 2023-01-03 10:00\n---\nText.\n")
    return site
  }

  @Test func `renaming, retitling and moving the domain leave every identity as it was`()
    async throws
  {
    let site = site()
    let before = guids(await site.build())
    #expect(
      before == [
        "https://old.example/?p=7", "tag:brightpress.invalid,2026:2023-01-01/posts/plain",
        "tag:brightpress.invalid,2026:2023-01-03/posts/bundle",
      ])
    site.write("site.yaml", "title: Other\nbase_url: http://elsewhere.example/folder/\n")
    site.write(
      "content/posts/plain.md",
      "---\ntitle: Another title\ndate: 2023-01-01\nslug: another\npermalink: /x/\n---\nNew.\n")
    try site.remove("content/posts/named.md")
    site.writePost("renamed", date: "2023-02-02", "id: \"https://old.example/?p=7\"")
    // A folder of its own, to have a picture beside it.
    try site.remove("content/posts/bundle.md")
    site.write(
      "content/posts/bundle/index.md", "---\ntitle: Bundle\ndate: 2023-01-03 10:00\n---\nText.\n")
    #expect(guids(await site.build()) == before)
  }

  @Test func `an environment has the identities of production`() async {
    let site = site()
    let before = guids(await site.build())
    site.write("environments/staging.yaml", "base_url: https://staging.example/\n")
    let staging = await site.build { $0.configuration.environment = "staging" }
    #expect(guids(staging) == before)
  }

  @Test func `identities are made under the name that the site gives`() async {
    let site = site()
    site.write(
      "site.yaml",
      "title: T\nbase_url: https://x.eu/\nfeeds: {id_authority: \"example.org,2020\"}\n")
    #expect(guids(await site.build()).contains("tag:example.org,2020:2023-01-01/posts/plain"))
    site.write(
      "site.yaml", "title: T\nbase_url: https://x.eu/\nfeeds: {id_authority: \"https://x\"}\n")
    #expect(
      await site.build().problems == [
        "site.yaml:3:23: error: 'https://x' is no name under which identities can be given "
          + "[invalid-authority]"
      ])
  }

  @Test func `items without an identity of their own are told of once, after a good build`() async {
    let site = site()
    let notes = await site.build().result.diagnostics.filter { $0.rule == "missing-id" }
    #expect(notes.count == 1)
    #expect(notes.first?.message.hasSuffix("(here and in 1 more place)") == true)
    site.write("content/posts/wrong.md", "---\ntitle: W\ndate: soon\n---\n")
    #expect(await site.build().result.diagnostics.allSatisfy { $0.rule != "missing-id" })
  }

  @Test func `a site can ask for identities`() async {
    let site = site()
    site.write("site.yaml", "title: T\nbase_url: https://x.eu/\nchecks: {missing-id: error}\n")
    let build = await site.build()
    #expect(build.rules == ["missing-id", "missing-id"])
    #expect(build.files == [:])
  }

  @Test func `fixing writes the identity that an item has, and nothing else`() async throws {
    let site = site()
    let text = "\u{FEFF}---\r\ntitle: 'C'  # a comment\r\ndate: 2023-01-04\r\n---\r\nText.\r\n"
    site.write("content/posts/crlf.md", text)
    site.writePost("draft", "draft: true")
    site.write("content/events/e.md", "---\ntitle: E\nstart: 2023-05-05\n---\n")
    site.write("content/about.md", "# About\n")
    let before = guids(await site.build())
    let fixes = await fix(site)
    #expect(fixes.failure == nil && fixes.diagnostics.isEmpty)
    #expect(
      fixes.written.map { $0.dropFirst("content/posts/".count) } == [
        "bundle.md", "crlf.md", "draft.md", "plain.md",
      ])
    let fixed = site.text("content/posts/crlf.md")
    let line = "id: tag:brightpress.invalid,2026:2023-01-04/posts/crlf\r\n"
    #expect(fixed == text.replacing("---\r\nText", with: line + "---\r\nText"))
    let after = await site.build()
    #expect(guids(after) == before)
    #expect(after.result.diagnostics.isEmpty)
    #expect(await fix(site).written == [])
  }

  @Test func `a rehearsal writes nothing`() async {
    let site = site()
    let before = site.fileSystem.files(below: TestSite.source)
    #expect(await fix(site, isRehearsal: true).written.count == 2)
    #expect(site.fileSystem.files(below: TestSite.source) == before)
  }

  @Test func `a file that cannot be edited safely is told of, and the others are fixed`() async {
    let site = site()
    site.write("content/posts/flow.md", "---\n{title: F, date: 2023-01-01}\n---\nText.\n")
    let fixes = await fix(site)
    #expect(fixes.failure == .content)
    #expect(fixes.diagnostics.map(\.location.path) == ["content/posts/flow.md"])
    #expect(fixes.written.count == 2)
  }

  private func fix(_ site: TestSite, isRehearsal: Bool = false) async -> IdentityFixes {
    let world = BuildWorld(
      fileSystem: site.fileSystem, now: site.now, timeZones: TestSite.timeZones, theme: site.theme)
    return await BuildOptions(source: TestSite.source, output: nil).fixIdentities(
      in: world, isRehearsal: isRehearsal)
  }
}

extension TestSite {
  /// The text of a file of the site.
  fileprivate func text(_ path: String) -> String {
    fileSystem.files(below: Self.source)[path] ?? ""
  }
}
