import Testing

/// The command `list`.
@Suite struct ListTests {
  @Test func `items are listed with what becomes of them`() async throws {
    let site = try FixtureSite()
    try site.write("---\ntitle: Later\ndraft: true\n---\n", at: "content/later.md")
    let all = try await Program.run(["list"], in: site.folder)
    #expect(all.status == 0 && all.errors == "")
    #expect(all.output.contains("content/posts/kick-off.md"))
    let drafts = try await Program.run(["list", "drafts", "--format", "json"], in: site.folder)
    #expect(
      drafts.output.contains("\"path\":\"content/later.md\"")
        || drafts.output.contains("\"path\": \"content/later.md\""))
    #expect(!drafts.output.contains("kick-off"))
  }

  @Test func `translations are missing, older or there`() async throws {
    let site = try FixtureSite()
    try site.write(
      "format: 1\ntitle: T\nbase_url: https://example.org/\nlanguages: [en, sv]\n", at: "site.yaml")
    try site.write(
      "---\ntitle: Old\ndate: 2023-01-01\nupdated: 2023-03-01\n---\n", at: "content/posts/old.md")
    try site.write("---\ntitle: Gammal\ndate: 2023-01-01\n---\n", at: "content/posts/old.sv.md")
    try site.write("---\ntitle: New\ndate: 2023-01-01\n---\n", at: "content/posts/new.md")
    try site.write("---\ntitle: Ny\ndate: 2023-01-01\n---\n", at: "content/posts/new.sv.md")
    let run = try await Program.run(
      ["list", "--translations", "--format", "csv"], in: site.folder)
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        "sv,older,posts,content/posts/old.md,2023-03-01,content/posts/old.sv.md,2023-01-01,Old"))
    #expect(run.output.contains("sv,missing,posts,content/posts/kick-off.md"))
    #expect(!run.output.contains("content/posts/new.md"))
  }
}
