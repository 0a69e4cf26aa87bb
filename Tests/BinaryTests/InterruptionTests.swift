import Foundation
import Testing

/// What happens to the published site when a build is killed, met by another, or cut short.
@Suite(.serialized) struct InterruptionTests {
  /// The two states between which the site is updated.
  private struct States {
    let first = FixtureSite.posts(60, text: "The first text.")
    let second = FixtureSite.posts(40, text: "Another text, which is longer than the first.")
    let firstTree: [String: Data]
    let secondTree: [String: Data]

    init() async throws {
      firstTree = try await Self.tree(first)
      secondTree = try await Self.tree(second)
    }

    private static func tree(_ files: [String: String]) async throws -> [String: Data] {
      let site = try FixtureSite(files)
      let run = try await site.build()
      try #require(run.status == 0)
      return try site.tree()
    }
  }

  private func show(_ files: [String: String], in site: FixtureSite) throws {
    try site.remove("content/posts")
    for (path, text) in files { try site.write(text, at: path) }
    try site.write(
      "---\ntitle: Kick-off\ndate: 2023-02-23\ntags: [alpha, beta]\nid: urn:test:kick-off\n---\nHello.\n\n## Agenda\n\nAll.\n",
      at: "content/posts/kick-off.md")
    try site.write(
      "---\ntitle: A visit\ndate: 2023-03-01\nid: urn:test:visit\n---\nSee [it](../kick-off.md#agenda).\n\n![A](a.svg)\n",
      at: "content/posts/visit/index.md")
    try site.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>\n",
      at: "content/posts/visit/a.svg")
  }

  @Test func `a killed build leaves every file whole, and the next one makes it right`()
    async throws
  {
    let states = try await States()
    let site = try FixtureSite(states.first)
    for round in 1...20 {
      let isFirst = round.isMultiple(of: 2)
      try show(isFirst ? states.first : states.second, in: site)
      try await Program.kill(
        after: .milliseconds(Int.random(in: 5...160)), ["build"], in: site.folder)
      for (path, bytes) in try site.tree() where !path.hasPrefix(".brightpress-staging/") {
        #expect(
          bytes == states.firstTree[path] || bytes == states.secondTree[path],
          "'\(path)' is not whole in round \(round)")
      }
      guard round.isMultiple(of: 4) || round == 19 else { continue }
      let run = try await site.build()
      #expect(run.status == 0, "\(run.errors)")
      #expect(try site.tree() == (isFirst ? states.firstTree : states.secondTree))
      let rest = try FileManager.default.contentsOfDirectory(atPath: site.folder)
      #expect(!rest.contains { $0.contains("staging") })
    }
  }

  @Test func `a first build that is killed publishes all or nothing`() async throws {
    let states = try await States()
    let site = try FixtureSite(states.first)
    for _ in 1...8 {
      try await Program.kill(
        after: .milliseconds(Int.random(in: 5...160)), ["build"], in: site.folder)
      let tree = try site.tree()
      #expect(tree.isEmpty || tree == states.firstTree)
      if site.has("output") { try site.remove("output") }
    }
    #expect(try await site.build().status == 0)
    #expect(try site.tree() == states.firstTree)
  }

  @Test func `of two builds at once the second waits, and both succeed`() async throws {
    let states = try await States()
    let site = try FixtureSite(states.first)
    for files in [states.first, states.second] {
      try show(files, in: site)
      async let one = site.build()
      async let two = site.build()
      async let three = site.build()
      for run in try await [one, two, three] {
        #expect(run.status == 0, "\(run.errors)")
      }
    }
    #expect(try site.tree() == states.secondTree)
  }

  @Test func `an update that was cut short is completed and told`() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    // As if the power had gone after the journal was written and before a file was moved.
    let staging = "output/.brightpress-staging/"
    try site.write("whole", at: staging + "files/about/index.html")
    try site.write(
      "brightpress journal 1\n+ about/index.html\n- events/meeting/index.html\nend\n",
      at: staging + "journal")
    let run = try await site.build()
    #expect(run.status == 0)
    #expect(run.output.contains("An update that was interrupted earlier was completed first."))
    #expect(!site.has(staging))
    #expect(try site.text(at: "output/about/index.html").contains("About us."))
    #expect(site.has("output/events/meeting/index.html"))
  }

  @Test func `an update that the machine interrupts says so, and the next build completes it`()
    async throws
  {
    let site = try FixtureSite()
    _ = try await site.build()
    // A folder of somebody else's stands where a new page wants to go.
    try site.write("theirs", at: "output/new/index.html/theirs.txt")
    try site.write("---\ntitle: New\n---\n", at: "content/new.md")
    let run = try await site.build()
    #expect(run.status == 3)
    #expect(run.errors.contains("The update of 'output' was interrupted: some files are new"))
    try site.remove("output/new/index.html")
    let next = try await site.build()
    #expect(next.status == 0)
    #expect(next.output.contains("An update that was interrupted earlier was completed first."))
    #expect(site.has("output/new/index.html"))
  }

  @Test func `a few open files are enough`() async throws {
    let site = try FixtureSite(FixtureSite.posts(80, text: "Text."))
    let run = try await Program.shell(
      "ulimit -n 64; \"$brightpress\" --jobs 16", in: site.folder)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `a reader that goes away does not stop a build`() async throws {
    let site = try FixtureSite(["content/a.md": "---\ntitle: A\n---\n<b>bold</b>\n"])
    let line = """
      { sleep 0.2; "$brightpress" 2>&1; echo $? > status; } | true
      while [ ! -s status ]; do sleep 0.05; done; exit $(cat status)
      """
    let run = try await Program.shell(line, in: site.folder)
    #expect(run.status == 0)
    #expect(site.has("output/index.html"))
    let head = try await Program.shell("\"$brightpress\" -d other | head -1", in: site.folder)
    #expect(head.status == 0 && head.output.hasPrefix("Published "))
  }
}
