import CivilTime
import Diagnostics
import Foundation
import Site
import Testing

/// A build that takes over pages of the last one gives what a clean build gives.
@Suite struct IncrementalTests {
  /// How many edits are made; `BRIGHTPRESS_EDITS=5000 swift test --filter IncrementalTests` makes
  /// more of them.
  private static let editCount =
    ProcessInfo.processInfo.environment["BRIGHTPRESS_EDITS"].flatMap(Int.init) ?? 300

  /// Where a build from the cache and a clean one differ; nil where they do not.
  private func difference(
    _ incremental: TestBuild, _ clean: TestBuild
  ) -> String? {
    if incremental.problems != clean.problems {
      return "problems: \(incremental.problems) and \(clean.problems)"
    }
    guard clean.result.failure == nil else { return nil }
    if incremental.paths != clean.paths {
      return "paths: \(Set(incremental.paths).symmetricDifference(clean.paths).sorted())"
    }
    let differing = clean.paths.filter { incremental[$0] != clean[$0] }
    return differing.isEmpty ? nil : "files: \(differing)"
  }

  @Test(arguments: [1, 2, 3])
  func `after any edits, the site is what a clean build makes of it`(seed: UInt64) async {
    var changing = ChangingSite(seed: seed)
    let first = await changing.build(incremental: true)
    #expect(first.result.failure == nil, "\(first.problems)")
    var takenOver = 0
    var plansTakenOver = 0
    var failureCount = 0
    for _ in 0..<Self.editCount / 3 {
      changing.edit()
      let observer = profiled
      let incremental = await changing.build(incremental: true, observer: observer)
      plansTakenOver += observer.hasTakenOverPlan ? 1 : 0
      let clean = await changing.build(incremental: false)
      failureCount += clean.result.failure == nil ? 0 : 1
      takenOver += incremental.result.report?.unchangedCount ?? 0
      let difference = difference(incremental, clean)
      #expect(difference == nil, "after this: \(changing.lastEdit)")
      if difference != nil { return }
    }
    #expect(takenOver > 0)
    #expect(plansTakenOver > 0)
    // Two posts may want one address, until the next edit of one of them.
    #expect(failureCount * 5 < Self.editCount / 3, "a site that fails says nothing")
  }

  /// An observer that notes the stages of a build.
  private var profiled: BuildObserver {
    var observer = BuildObserver()
    observer.profile = BuildProfile(now: { .zero })
    return observer
  }

  @Test func `the plan is made anew where more than a text has changed`() async throws {
    let text = "---\ntitle: Title of c\ndate: 2021-01-01\n---\n"
    let changes: [(what: String, isText: Bool, make: (inout TestSite) throws -> Void)] = [
      ("text", true, { $0.write("content/posts/c.md", text + "Another text.\n") }),
      ("text again", true, { $0.write("content/posts/c.md", text + "A third text.\n") }),
      (
        "two texts", true,
        {
          $0.write("content/posts/c.md", text + "Fourth.\n")
          $0.write("content/posts/d.md", "---\ntitle: D\ndate: 2020-01-01\n---\nNo link.\n")
        }
      ),
      ("summary", false, { $0.writePost("c", date: "2021-01-01", "summary: Words") }),
      ("tags", false, { $0.writePost("c", date: "2021-01-01", "tags: [New]") }),
      ("new post", false, { $0.writePost("e") }),
      ("removed post", false, { try $0.remove("content/posts/e.md") }),
      ("new picture", false, { $0.writePicture("content/posts/a.png", width: 4, height: 4) }),
      ("picture", false, { $0.writePicture("content/posts/a.png", width: 8, height: 4) }),
      ("static file", false, { $0.write("static/robots.txt", "User-agent: *\n") }),
      ("heading as title", false, { $0.write("content/posts/h.md", "# One\n\nText.\n") }),
      ("changed heading", false, { $0.write("content/posts/h.md", "# Two\n\nText.\n") }),
      ("text below a heading", true, { $0.write("content/posts/h.md", "# Two\n\nMore.\n") }),
      (
        "next day", false,
        {
          $0.now = Timestamp(secondsSinceEpoch: TestSite.now.secondsSinceEpoch + 86_400)
          $0.write("content/posts/h.md", "# Two\n\nYet more.\n")
        }
      ),
    ]
    var site = linkedSite()
    _ = await site.build()
    for change in changes {
      try change.make(&site)
      let observer = profiled
      let incremental = await site.build(observer: observer)
      #expect(observer.hasTakenOverPlan == change.isText, "after this: \(change.what)")
      let clean = await site.build {
        $0.usesCache = false
        $0.output = "/home/clean"
      }
      let difference = difference(incremental, clean)
      #expect(difference == nil, "after this: \(change.what)")
    }
  }

  @Test func `what no page reads any more does not gather in the cache`() async {
    let site = linkedSite()
    _ = await site.build()
    let size = site.cacheSize
    for number in 0..<40 {
      site.write("content/posts/d.md", "---\ntitle: D\ndate: 2020-01-01\n---\nText \(number).\n")
      let observer = profiled
      _ = await site.build(observer: observer)
      #expect(observer.hasTakenOverPlan)
    }
    #expect(size > 0 && site.cacheSize < 3 * size)
    let clean = await site.build {
      $0.usesCache = false
      $0.output = "/home/clean"
    }
    #expect(difference(await site.build(), clean) == nil)
  }

  /// The facts that no page of the changing site reads, or whose changes others show as well: they
  /// cannot be found missing there.
  private static let hiddenFacts: Set<PlanFactKind> = [
    // Whoever reads these has other facts that change with them, or no page here reads them.
    .names, .wholeSite, .today, .terms, .reference, .contentFile, .route,
  ]

  @Test(arguments: PlanFactKind.allCases.filter { !hiddenFacts.contains($0) })
  func `a read that is not noted is found out`(fault: PlanFactKind) async {
    for seed in 1...3 as ClosedRange<UInt64> {
      var changing = ChangingSite(seed: seed)
      _ = await changing.build(incremental: true, leavingOut: fault)
      for _ in 0..<100 {
        changing.edit()
        let incremental = await changing.build(incremental: true, leavingOut: fault)
        let clean = await changing.build(incremental: false)
        if difference(incremental, clean) != nil { return }
      }
    }
    Issue.record("pages that read '\(fault)' without noting it were always right")
  }

  /// A site with a post that links to another one by its address.
  private func linkedSite() -> TestSite {
    let site = TestSite(
      """
      -- site.yaml --
      title: Links
      base_url: https://example.org/
      kinds: {posts: {permalink: "/news/:slug/"}}
      checks: {broken-link: warning}
      """)
    site.writePost("a")
    site.writePost("b", date: "2022-01-01")
    site.writePost("c", date: "2021-01-01")
    site.write(
      "content/posts/d.md", "---\ntitle: D\ndate: 2020-01-01\n---\n[By address](/news/a/)\n")
    return site
  }

  @Test func `what stands at an address is a fact of the pages that link to it`() async throws {
    for (fault, rules) in [(nil, ["broken-link"]), (PlanFactKind.route, [])] {
      let site = linkedSite()
      let first = await site.build { $0.unnotedFacts = fault.map { [$0] } ?? [] }
      #expect(first.problems == [])
      try site.remove("content/posts/a.md")
      let second = await site.build()
      #expect(second.rules == rules, "leaving out \(String(describing: fault))")
    }
  }

  @Test func `a page is rendered again for what it shows, and no other`() async {
    let site = linkedSite()
    _ = await site.build()
    site.write(
      "content/posts/c.md", "---\ntitle: Title of c\ndate: 2021-01-01\n---\nAnother text.\n")
    let body = await site.build()
    #expect(
      body.result.report?.changed == [
        "news/c/index.html", "feed-full.xml", "feed.xml", "news/feed-full.xml", "news/feed.xml",
      ])
    site.writePost("c", date: "2021-01-01", "tags: [New]")
    let tagged = await site.build()
    #expect(tagged.result.report?.added == ["tags/new/index.html", "tags/new/feed.xml"])
  }

  @Test func `a build without a change leaves everything and says all again`() async {
    let site = linkedSite()
    site.write(
      "content/posts/d.md", "---\ntitle: D\ndate: 2020-01-01\n---\n[Nowhere](/news/z/)\n")
    site.writePost("later", date: "2030-01-01")
    let first = await site.build()
    let second = await site.build()
    #expect(first.rules == ["broken-link"])
    #expect(second.problems == first.problems)
    #expect(second.result.unpublished == first.result.unpublished)
    #expect(second.result.pageCount == first.result.pageCount)
    #expect(second.result.report?.unchangedCount == first.paths.count)
  }

  @Test func `a post appears when it is due`() async {
    var site = linkedSite()
    site.writePost("later", date: "2023-07-01")
    let before = await site.build()
    site.now = Timestamp(secondsSinceEpoch: 1_690_000_000)
    let after = await site.build()
    #expect(before["news/later/index.html"] == "")
    #expect(after["news/later/index.html"] != "")
    #expect(after["news/index.html"].contains("later"))
  }

  @Test(arguments: ["nothing at all", "brightpress cache 3\nsomething else that is long enough"])
  func `a cache that no build has written is told and not used`(text: String) async throws {
    let site = linkedSite()
    let clean = await site.build()
    let folder = "\(TestSite.source)/.brightpress"
    let name = try #require(
      try site.fileSystem.entries(of: folder).map(\.name).first { $0.hasPrefix("build-") })
    site.fileSystem.add(Array(text.utf8), at: "\(folder)/\(name)")
    let again = await site.build()
    #expect(again.rules == ["unusable-cache"])
    #expect(again.files == clean.files)
    #expect(await site.build().problems == [])
  }

  @Test func `every damaged byte of a cache is noticed`() async throws {
    let site = linkedSite()
    let clean = await site.build()
    let folder = "\(TestSite.source)/.brightpress"
    let name = try #require(
      try site.fileSystem.entries(of: folder).map(\.name).first { $0.hasPrefix("build-") })
    let bytes = try site.fileSystem.contents(of: "\(folder)/\(name)")
    for position in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
      var damaged = bytes
      damaged[position] ^= 0x55
      site.fileSystem.add(damaged, at: "\(folder)/\(name)")
      let again = await site.build()
      #expect(again.rules == ["unusable-cache"], "byte \(position)")
      #expect(again.files == clean.files)
    }
    site.fileSystem.add(Array(bytes.prefix(bytes.count / 2)), at: "\(folder)/\(name)")
    #expect(await site.build().rules == ["unusable-cache"])
  }

  @Test func `without a cache, nothing is kept`() async {
    let site = linkedSite()
    _ = await site.build { $0.usesCache = false }
    #expect(site.fileSystem.files(below: "\(TestSite.source)/.brightpress") == [:])
  }
}

extension TestSite {
  /// How many bytes the caches have.
  fileprivate var cacheSize: Int {
    fileSystem.files(below: "\(Self.source)/.brightpress").values.reduce(0) { $0 + $1.utf8.count }
  }
}

extension BuildObserver {
  /// Whether the last build's plan was right, and was not made again.
  fileprivate var hasTakenOverPlan: Bool {
    profile?.stages.contains { $0.name == "plan" && $0.unit == "addresses taken over" } ?? false
  }
}
