import Diagnostics
import Site
import Testing
import Text

/// What a build does to the output folder.
@Suite struct PublishingTests {
  private static let output = TestSite.output

  /// A site of two posts.
  private func site() -> TestSite {
    let site = TestSite()
    site.writePost("a", "tags: [one]")
    site.writePost("b")
    return site
  }

  @Test func `a first build makes the folder and leaves nothing beside it`() async {
    let site = site()
    let build = await site.build()
    #expect(build.result.report?.added.sorted() == build.paths)
    #expect(build.result.report?.changed == [])
    #expect(build.result.report?.removed == [])
    // What the next build can use is kept in a folder of its own.
    #expect(
      site.names(in: TestSite.source) == [".brightpress", "content", "output", "site.yaml"])
    #expect(build.files.keys.contains(TestBuild.manifest))
  }

  @Test func `a build that changes nothing writes no file`() async {
    let site = site()
    let first = await site.build()
    site.fileSystem.failWrites(after: 0)
    let second = await site.build()
    #expect(second.result.failure == nil)
    #expect(second.files == first.files)
    #expect(second.result.report?.unchangedCount == first.paths.count)
    #expect(second.result.report?.added == [] && second.result.report?.changed == [])
  }

  @Test func `an update writes what differs, and no more`() async {
    let site = site()
    let first = await site.build()
    site.write("content/posts/b.md", "---\ntitle: Title of b\ndate: 2023-02-23\n---\nOther text.\n")
    let second = await site.build()
    let feeds = ["feed-full.xml", "feed.xml", "news/feed-full.xml", "news/feed.xml"]
    #expect(second.result.report?.changed == ["news/2023/b/index.html"] + feeds)
    #expect(second.result.report?.added == [])
    #expect(second.result.report?.unchangedCount == first.paths.count - 5)
    #expect(second["news/2023/b/index.html"].contains("Other text."))
    #expect(!site.names(in: Self.output).contains(".brightpress-staging"))
  }

  @Test func `pages that are gone disappear with their folders`() async throws {
    let site = site()
    _ = await site.build()
    try site.remove("content/posts/a.md")
    try site.remove("content/posts/b.md")
    let build = await site.build()
    #expect(
      build.result.report?.removed == [
        "news/2023/a/index.html", "news/2023/b/index.html", "tags/one/feed.xml",
        "tags/one/index.html",
      ])
    #expect(
      site.names(in: Self.output + "/news") == ["feed-full.xml", "feed.xml", "index.html"])
    #expect(site.names(in: Self.output + "/tags") == ["index.html"])
  }

  @Test func `files that others have put into a published folder stay`() async throws {
    let site = site()
    _ = await site.build()
    site.fileSystem.add(Bytes("mine".utf8), at: "\(Self.output)/news/2023/a/notes.txt")
    site.fileSystem.add(Bytes("host".utf8), at: "\(Self.output)/CNAME")
    try site.remove("content/posts/a.md")
    let build = await site.build()
    #expect(build["news/2023/a/notes.txt"] == "mine")
    #expect(build["CNAME"] == "host")
    #expect(build["news/2023/a/index.html"] == "")
  }

  @Test func `a file that somebody put in a new page's place is not replaced`() async {
    let site = site()
    _ = await site.build()
    site.fileSystem.add(Bytes("mine".utf8), at: "\(Self.output)/about/index.html")
    site.write("content/about.md", "---\ntitle: About\n---\n")
    let before = site.fileSystem.files(below: Self.output)
    let build = await site.build()
    #expect(build.rules == ["foreign-output"])
    #expect(build.result.failure == .configuration)
    #expect(build.files == before)
  }

  @Test func `a folder with somebody's files is refused untouched`() async {
    let site = site()
    site.fileSystem.add(Bytes("thesis".utf8), at: "\(Self.output)/thesis.doc")
    let build = await site.build()
    #expect(build.rules == ["foreign-output"])
    #expect(build.result.failure == .configuration)
    #expect(build.files == ["thesis.doc": "thesis"])
  }

  @Test func `placeholders do not make a folder somebody's`() async {
    let site = site()
    site.fileSystem.add([], at: "\(Self.output)/.gitkeep")
    for _ in 1...2 {
      let build = await site.build()
      #expect(build.problems == [])
      #expect(build.files.keys.contains(".gitkeep"))
    }
  }

  @Test(arguments: [
    TestSite.source, "/home", "/", "\(TestSite.source)/content", "\(TestSite.source)/static/out",
    "\(TestSite.source)/templates", "\(TestSite.source)/environments/x",
  ])
  func `a folder that holds the source or is part of it is refused untouched`(
    output: String
  ) async {
    let site = site()
    let before = site.fileSystem.files(below: "/home")
    let build = await site.build { $0.output = output }
    #expect(build.rules == ["unsuitable-output"])
    #expect(build.result.failure == .configuration)
    #expect(site.fileSystem.files(below: "/home") == before)
  }

  @Test(arguments: [true, false])
  func `a file or a symbolic link in the folder's place is refused`(isLink: Bool) async {
    let site = site()
    if isLink {
      site.fileSystem.addSymbolicLink(at: Self.output)
    } else {
      site.fileSystem.add([1], at: Self.output)
    }
    let build = await site.build()
    #expect(build.rules == ["unsuitable-output"])
  }

  @Test func `a folder whose name begins like a part of the source is no part of it`() async {
    let build = await site().build { $0.output = "\(TestSite.source)/content-out" }
    #expect(build.problems == [])
    #expect(build.paths.contains("index.html"))
  }

  @Test func `a check writes nothing`() async {
    let site = site()
    let before = site.fileSystem.files(below: "")
    let build = await site.build { $0.output = nil }
    #expect(build.problems == [])
    #expect(build.result.report == nil)
    #expect(site.fileSystem.files(below: "") == before)
  }

  @Test func `an error leaves the published site as it was`() async {
    let site = site()
    let first = await site.build()
    site.writePost("c")
    site.write("content/posts/d.md", "---\ntitle: D\ndate: 2023-01-01\n---\n[x](gone.md)\n")
    let broken = await site.build()
    #expect(broken.result.failure == .content)
    #expect(broken.result.report == nil)
    #expect(broken.files == first.files)
    site.write("content/posts/d.md", "---\ntitle: D\ndate: 2023-01-01\n---\nFine.\n")
    let mended = await site.build()
    #expect(mended.result.failure == nil)
    #expect(mended.paths.contains("news/2023/c/index.html"))
  }

  @Test func `a file can become a folder, and a folder a file`() async throws {
    let site = TestSite("-- static/data --\none file\n-- static/info/a.txt --\na\n")
    _ = await site.build()
    try site.remove("static/data")
    try site.remove("static/info/a.txt")
    try site.fileSystem.removeFolder("\(TestSite.source)/static/info")
    site.write("static/data/b.txt", "b")
    site.write("static/info", "a file now")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["data/b.txt"] == "b")
    #expect(build["info"] == "a file now")
    #expect(build["info/a.txt"] == "")
  }
}

extension TestSite {
  /// The names in a folder of the file system; none where there is no such folder.
  func names(in folder: String) -> [String] {
    do throws(FileSystemError) {
      return try fileSystem.entries(of: folder).map(\.name)
    } catch {
      return []
    }
  }
}
