import Diagnostics
import Site
import Testing
import Text

@testable import Dissemination

/// Packs come and go, and nobody else's file is touched.
@Suite struct ECCPFolderTests {
  @Test func `a second run changes nothing, and writes the same bytes`() async throws {
    let site = PackedSite()
    site.writePost("a")
    site.writePost("b")
    let first = try await site.pack()
    let files = site.files
    let second = try await site.pack()
    #expect(first.packCount == 2)
    #expect(first.report?.writtenCount == files.count - 1)
    #expect(second.report == ECCPFolder.Report())
    #expect(site.files == files)
  }

  @Test func `a pack that is not wanted any more goes, but not what somebody put there`()
    async throws
  {
    let site = PackedSite()
    site.writePost("a")
    site.writePost("b")
    try await site.pack()
    site.write("eccp/posts/b/notes.txt", "mine")
    try site.fileSystem.removeFile(PackedSite.source + "/content/posts/b.md")
    let outcome = try await site.pack()
    #expect(outcome.packCount == 1)
    #expect(outcome.report?.removed.contains("posts/b/title.txt") == true)
    #expect(site.files.keys.filter { $0.hasPrefix("posts/b/") } == ["posts/b/notes.txt"])
    try site.fileSystem.removeFile(PackedSite.source + "/content/posts/a.md")
    site.writePost("c")
    try await site.pack()
    let folders = try site.fileSystem.entries(of: PackedSite.folder + "/posts").map(\.name)
    #expect(folders == ["b", "c"])
  }

  @Test func `a named item is added to the packs that lie there`() async throws {
    let site = PackedSite()
    for name in ["a", "b", "c"] { site.writePost(name) }
    try await site.pack("a")
    let outcome = try await site.pack("c")
    #expect(outcome.packCount == 2)
    #expect(site.files.keys.filter { $0.hasSuffix("title.txt") }.count == 2)
    #expect(site["index.html"].contains("Title of a") && site["index.html"].contains("Title of c"))
  }

  @Test func `a text with a mistake keeps all packs as they are`() async throws {
    let site = PackedSite()
    site.writePost("a")
    try await site.pack()
    let before = site.files
    site.writePost("b", text: "[Nowhere](nowhere.md) and [no place](a.md#none).")
    let outcome = try await site.pack()
    #expect(outcome.report == nil)
    #expect(site.files == before)
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.rule) == ["broken-link", "broken-anchor"])
    #expect(errors.map(\.location.path) == ["content/posts/b.md", "content/posts/b.md"])
  }

  @Test func `a folder with files of somebody else is refused as it is`() async throws {
    let site = PackedSite()
    site.writePost("a")
    site.write("eccp/thesis.txt", "mine")
    await #expect(throws: ECCPFolderError.foreign(PackedSite.folder, example: "thesis.txt")) {
      try await site.pack()
    }
    #expect(site.files == ["thesis.txt": "mine"])
    let other = PackedSite()
    other.write("eccp", "a file")
    await #expect(throws: ECCPFolderError.noFolder(PackedSite.folder)) { try await other.pack() }
  }

  @Test func `a file of somebody else in a pack's place is refused before anything is written`()
    async throws
  {
    let site = PackedSite()
    site.writePost("a")
    try await site.pack()
    site.writePost("b")
    site.write("eccp/posts/b/title.txt", "mine")
    let before = site.files
    await #expect(throws: ECCPFolderError.foreign(PackedSite.folder, example: "posts/b/title.txt"))
    {
      try await site.pack()
    }
    #expect(site.files == before)
  }

  @Test func `a run that was interrupted is put right by the next one`() async throws {
    let site = PackedSite()
    site.writePost("a")
    site.writePost("b")
    site.fileSystem.failWrites(after: 5)
    await #expect(throws: ECCPFolderError.self) { try await site.pack() }
    site.fileSystem.failWrites(after: nil)
    try site.fileSystem.removeFile(PackedSite.source + "/content/posts/b.md")
    try await site.pack()
    #expect(site.files.keys.filter { $0.hasSuffix("title.txt") } == ["posts/a/title.txt"])
    #expect(site.files.keys.filter { $0.hasPrefix("posts/b/") || $0.hasSuffix(".new") } == [])
  }
}
