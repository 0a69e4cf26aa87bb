import Foundation
import Testing

/// What somebody who posts on the European Cluster Collaboration Platform relies on.
@Suite struct ECCPTests {
  private func run(_ site: FixtureSite, _ arguments: String...) async throws -> Ended {
    try await Program.run(
      ["eccp"] + arguments, in: site.folder, environment: ["SOURCE_DATE_EPOCH": "1700000000"])
  }

  private func text(_ site: FixtureSite, _ path: String) throws -> String {
    try String(contentsOf: URL(filePath: site.folder + "/" + path), encoding: .utf8)
  }

  @Test func `packs are made for what is ready, and not for what was posted`() async throws {
    let site = try FixtureSite()
    let first = try await run(site)
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("3 packs in 'eccp': "))
    #expect(first.errors.contains("the post has no lead image"))
    #expect(try text(site, "eccp/posts/kick-off/title.txt") == "Kick-off")
    let address = "https://www.clustercollaboration.eu/content/kick-off"
    let mark = try await run(site, "--mark", "content/posts/kick-off.md", address)
    #expect(mark.status == 0 && mark.errors == "")
    #expect(mark.output.hasPrefix("Noted in 'content/posts/kick-off.md'.\nOn the ECCP: 1."))
    let file = try text(site, "content/posts/kick-off.md")
    #expect(
      file.hasPrefix(
        "---\ntitle: Kick-off\ndate: 2023-02-23\ntags: [alpha, beta]\n"
          + "id: urn:test:kick-off\neccp_url: \(address)\n"
          + "eccp_date: 2023-11-14\n---\nHello.\n"))
    let second = try await run(site)
    #expect(second.output.hasPrefix("2 packs in 'eccp': "))
    let manager = FileManager.default
    #expect(!manager.fileExists(atPath: site.folder + "/eccp/posts/kick-off"))
    #expect(try await run(site, "--all", "-q").output == "")
    #expect(manager.fileExists(atPath: site.folder + "/eccp/posts/kick-off/body.html"))
    let status = try await run(site, "--status")
    #expect(status.status == 0 && status.output.contains("Posted:\n  2023-11-14  Kick-off\n"))
  }

  @Test func `the day of posting can be given, and the file is named as a shell completes it`()
    async throws
  {
    let site = try FixtureSite()
    let run = try await Program.run(
      [
        "eccp", "--source", "..", "--mark", "../content/posts/visit/", "https://e.example/a",
        "--date", "2023-03-04",
      ], in: site.folder + "/content")
    #expect(run.status == 0)
    #expect(run.errors == "Note: 'https://e.example/a' is no address of clustercollaboration.eu.\n")
    #expect(try text(site, "content/posts/visit/index.md").contains("eccp_date: 2023-03-04\n"))
  }

  @Test(arguments: [
    (["kick-of"], "there is no item 'kick-of'; did you mean 'kick-off'?"),
    (["about"], "'content/about.md' is a page; posts, events and publications can be posted."),
    (["--all", "kick-off"], "Name posts, or use an option that chooses them"),
    (["--all", "--status"], "Only one of"), (["--mark", "kick-off"], "'--mark' needs a post"),
    (["--mark", "kick-off", "nowhere"], "'nowhere' is no address; it begins with https://."),
    (["--mark", "kick-off", "https://e.example/", "--date", "4 March"], "'4 March' is no day"),
    (["--date", "2023-03-04"], "'--date' belongs to '--mark'."),
    (["-o", "content"], "has files that Brightpress did not put there, such as 'about.md'"),
  ])
  func `wrong usage ends with 2 and changes nothing`(
    arguments: [String], message: String
  ) async throws {
    let site = try FixtureSite()
    let run = try await Program.run(["eccp"] + arguments, in: site.folder)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: site.folder + "/eccp"))
    #expect(try !text(site, "content/posts/kick-off.md").contains("eccp"))
  }

  @Test func `a site with a mistake gets no packs, and a file with one no mark`() async throws {
    let site = try FixtureSite([
      "content/posts/bad.md": "---\n{title: Bad, date: 2023-01-01}\n---\nX.\n"
    ])
    let address = "https://www.clustercollaboration.eu/a"
    let mark = try await run(site, "--mark", "bad", address)
    #expect(mark.status == 1 && mark.output == "")
    #expect(
      mark.errors.hasPrefix(
        "content/posts/bad.md:2:1: error: front matter in braces is not edited [front-matter-edit]")
    )
    let broken = try FixtureSite(["content/posts/bad.md": "---\ntitle: Bad\ndaet: 1\n---\nX.\n"])
    let run = try await run(broken)
    #expect(run.status == 1 && run.errors.contains("[unknown-field]"))
    #expect(!FileManager.default.fileExists(atPath: broken.folder + "/eccp"))
  }
}
