import Foundation
import Testing

/// The same files make the same bytes, wherever, whenever and however they are built.
@Suite struct DeterminismTests {
  private static let files = FixtureSite.posts(80, text: "Åsa & José met in Tartu.")

  @Test func `two builds in two folders are equal`() async throws {
    let (first, second) = (try FixtureSite(Self.files), try FixtureSite(Self.files))
    #expect(try await first.build().status == 0)
    #expect(try await second.build().status == 0)
    let tree = try first.tree()
    #expect(tree.count > 90)
    #expect(try second.tree() == tree)
  }

  @Test(arguments: [
    ["TZ": "UTC"], ["TZ": "Asia/Tokyo"], ["TZ": "America/New_York", "LC_ALL": "C"],
    ["TZ": "Pacific/Apia", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
    ["LC_ALL": "C.UTF-8"], ["SOURCE_DATE_EPOCH": "1800000000"],
  ])
  func `neither the machine's zone nor its language nor the time changes a byte`(
    environment: [String: String]
  ) async throws {
    // Just after midnight in the site's zone, and in one that is written.
    let files = Self.files.merging([
      "content/posts/night.md": "---\ntitle: I\ndate: 2023-01-01 00:30\n---\nI.\n",
      "content/posts/offset.md": "---\ntitle: i\ndate: 2023-01-01T00:30:00+02:00\n---\ni.\n",
    ]) { $1 }
    let (plain, other) = (try FixtureSite(files), try FixtureSite(files))
    #expect(try await plain.build().status == 0)
    #expect(try await other.build(environment: environment).status == 0)
    #expect(try other.tree() == plain.tree())
    #expect(other.has("output/news/2023/night/index.html"))
  }

  @Test func `times are those of the zone's clocks`() async throws {
    let site = try FixtureSite([
      "content/posts/summer.md": "---\ntitle: S\ndate: 2023-07-01 12:00\n---\nS.\n",
      "content/events/lisbon.md":
        "---\ntitle: L\nstart: 2030-07-02 12:00\ntime_zone: Europe/Lisbon\n---\nL.\n",
    ])
    #expect(try await site.build().status == 0)
    let feed = try site.text(at: "output/feed.xml")
    #expect(feed.contains("<pubDate>Sat, 01 Jul 2023 12:00:00 +0200</pubDate>"))
    let event = try site.text(at: "output/events/lisbon/index.html")
    #expect(event.contains("2030-07-02T12:00:00+01:00"))
  }

  @Test(arguments: [
    "Europe/Stokholm", "localtime", "posixrules", "right/Europe/Paris", "tzdata.zi", "leapseconds",
    "Europe",
    "/usr/share/zoneinfo/Europe/Paris", "Europe/../Europe/Paris", "Europe/Paris/",
  ])
  func `what is no zone's name, or another one on each machine, is an error`(
    name: String
  ) async throws {
    let configuration = FixtureSite.configuration.replacing("Europe/Stockholm", with: name)
    let run = try await FixtureSite(["site.yaml": configuration]).build()
    #expect(run.status == 2)
    #expect(run.errors.contains("site.yaml:4:12: error: there is no time zone '\(name)'"))
  }

  @Test(arguments: ["Europe/Stokholm", "Stockholm"])
  func `a zone that is nearly right is suggested`(name: String) async throws {
    let configuration = FixtureSite.configuration.replacing("Europe/Stockholm", with: name)
    let run = try await FixtureSite(["site.yaml": configuration]).build()
    #expect(run.errors.contains("help: did you mean 'Europe/Stockholm'?"))
  }

  @Test func `many tasks make what one makes`() async throws {
    let (one, many) = (try FixtureSite(Self.files), try FixtureSite(Self.files))
    #expect(try await one.build("--jobs", "1").status == 0)
    for _ in 1...3 {
      #expect(try await many.build("--jobs", "8").status == 0)
      #expect(try many.tree() == one.tree())
      try many.remove("output")
    }
  }

  @Test func `an update makes what a first build makes`() async throws {
    let (updated, fresh) = (try FixtureSite(Self.files), try FixtureSite(Self.files))
    #expect(try await updated.build().status == 0)
    for site in [updated, fresh] {
      try site.remove("content/posts/post-7.md")
      try site.write("---\ntitle: New\ndate: 2024-01-01\n---\nNew.\n", at: "content/posts/new.md")
      try site.write("---\ntitle: B\n---\nChanged.\n", at: "content/about.md")
    }
    let run = try await updated.build()
    #expect(run.status == 0 && run.output.contains("removed news/2023/post-7/index.html"))
    #expect(try await fresh.build().status == 0)
    #expect(try updated.tree() == fresh.tree())
  }

  @Test func `an update leaves files alone whose bytes are the same`() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let path = "\(site.folder)/output/news/2023/kick-off/index.html"
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
    try site.write("---\ntitle: About\n---\nAbout them.\n", at: "content/about.md")
    let run = try await site.build()
    #expect(run.output.contains("0 new, 1 changed, 33 unchanged, 0 removed"))
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    #expect(date as? Date == old)
  }
}
