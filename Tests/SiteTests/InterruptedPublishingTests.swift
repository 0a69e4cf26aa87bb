import Site
import Testing
import Text

/// What is left when the machine fails in the middle of a build.
@Suite struct InterruptedPublishingTests {
  @Test func `a folder that cannot be replaced keeps its placeholder`() async {
    let site = TestSite()
    site.fileSystem.add([], at: "\(TestSite.output)/.gitkeep")
    let before = site.fileSystem.files(below: "")
    site.fileSystem.failRenames()
    let build = await site.build()
    #expect(build.result.failure == .environment)
    #expect(site.fileSystem.files(below: "") == before)
  }

  @Test func `a disk that is full at any moment of a first build leaves nothing behind`() async {
    for count in 0..<40 {
      let site = TestSite()
      site.writePost("a")
      let before = site.fileSystem.files(below: "")
      site.fileSystem.failWrites(after: count)
      let build = await site.build()
      guard build.result.failure != nil else {
        #expect(count > 10, "the disk was never full")
        return
      }
      #expect(build.result.failure == .environment)
      #expect(build.rules == ["file-system"])
      #expect(site.fileSystem.files(below: "") == before, "after \(count) writes")
    }
    Issue.record("the build never had enough room")
  }

  @Test func `a disk that is full at any moment of an update leaves the old site whole`() async {
    let site = TestSite()
    site.writePost("a")
    site.writePost("b")
    let old = await site.build()
    for name in ["a", "c", "d"] { site.writePost(name, "tags: [new]") }
    for count in 0..<40 {
      site.fileSystem.failWrites(after: count)
      let build = await site.build()
      guard build.result.failure != nil else {
        #expect(count > 5, "the disk was never full")
        #expect(build.paths.contains("tags/new/index.html"))
        return
      }
      #expect(build.result.failure == .environment)
      #expect(build.files == old.files, "after \(count) writes")
    }
    Issue.record("the build never had enough room")
  }

  /// A site whose update was interrupted when its files had been staged and its journal written.
  private func interruptedSite() async throws -> TestSite {
    let site = TestSite()
    site.writePost("a")
    site.writePost("b")
    _ = await site.build()
    let manifest = try site.fileSystem.contents(of: "\(TestSite.output)/.brightpress-manifest").text
    let files = [
      "files/news/2023/b/index.html": "new b", "files/added/index.html": "added",
      "files/.brightpress-manifest": manifest.replacing(
        "news/2023/a/index.html\n", with: "added/index.html\n"),
      "journal": """
      brightpress journal 1
      + news/2023/b/index.html
      + added/index.html
      + .brightpress-manifest
      - news/2023/a/index.html
      end

      """,
    ]
    for (path, text) in files {
      site.fileSystem.add(
        Bytes(text.utf8), at: "\(TestSite.output)/.brightpress-staging/\(path)")
    }
    return site
  }

  @Test func `an update that was interrupted is completed by the next build`() async throws {
    let site = try await interruptedSite()
    try site.remove("content/posts/a.md")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build.result.report?.recoveredUpdate == true)
    // The build then brings everything up to date with the source.
    #expect(build["news/2023/b/index.html"].contains("Title of b"))
    #expect(build.result.report?.removed == ["added/index.html"])
    #expect(!build.paths.contains("news/2023/a/index.html"))
    #expect(!site.names(in: TestSite.output).contains(".brightpress-staging"))
  }

  @Test func `an update that was interrupted halfway is completed all the same`() async throws {
    let site = try await interruptedSite()
    let staged = "\(TestSite.output)/.brightpress-staging/files/news/2023/b/index.html"
    try site.fileSystem.rename(staged, to: "\(TestSite.output)/news/2023/b/index.html")
    // The disk is full, so that the build that completes it fails itself.
    site.writePost("c")
    site.fileSystem.failWrites(after: 0)
    let build = await site.build()
    #expect(build.result.failure == .environment)
    #expect(build["news/2023/b/index.html"] == "new b")
    #expect(build["added/index.html"] == "added")
    #expect(build["news/2023/a/index.html"] == "")
    #expect(!site.names(in: TestSite.output).contains(".brightpress-staging"))
  }

  @Test(arguments: [
    "brightpress journal 1\n- index.html\n", "brightpress journal 1\n", "",
    "brightpress journal 1\n+ ../../../etc/passwd\n- ../x\nend\n",
    "brightpress journal 1\n- /home/site/x\nend\n", "something else\nend\n",
  ])
  func `a journal that is not whole or leads out of the folder is not followed`(
    journal: String
  ) async throws {
    let site = TestSite()
    site.write("x", "precious")
    let old = await site.build()
    site.fileSystem.add(
      Bytes(journal.utf8), at: "\(TestSite.output)/.brightpress-staging/journal")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build.files == old.files)
    #expect(try site.fileSystem.contents(of: "\(TestSite.source)/x").text == "precious")
  }

  @Test func `a record of files that leads out of the folder removes nothing there`() async throws {
    let site = TestSite()
    site.write("x", "precious")
    _ = await site.build()
    site.fileSystem.add(
      Bytes("brightpress manifest 1\n../x\n".utf8),
      at: "\(TestSite.output)/.brightpress-manifest")
    _ = await site.build()
    #expect(try site.fileSystem.contents(of: "\(TestSite.source)/x").text == "precious")
  }
}
