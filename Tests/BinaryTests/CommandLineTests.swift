import Foundation
import Testing

/// What scripts rely on: statuses, streams and options.
@Suite struct CommandLineTests {
  @Test func `a misspelt command is wrong usage, with the one that was meant`() async throws {
    let run = try await Program.run(["biuld"], in: "/")
    #expect(run.status == 2)
    #expect(run.errors.contains("there is no command 'biuld'; did you mean 'build'?"))
  }

  @Test func `a good build ends with 0 and says on standard output what it did`() async throws {
    let site = try FixtureSite()
    let run = try await site.build()
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("Published 13 pages and 21 other files into 'output' in "))
    #expect(run.output.contains("34 new, 0 changed, 0 unchanged, 0 removed"))
    let second = try await site.build()
    #expect(second.output.contains("0 new, 0 changed, 34 unchanged, 0 removed"))
  }

  @Test func `a list of changed files says what to send and what to remove`() async throws {
    let site = try FixtureSite()
    let first = try await site.build("--quiet", "--changed-files", "-")
    #expect(first.status == 0)
    let lines = first.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 34 && lines.allSatisfy { $0.hasPrefix("+ ") })
    #expect(lines.contains("+ index.html"))
    try site.write(
      "---\ntitle: New\ndate: 2023-04-01\nid: urn:test:new\n---\nNew.\n", at: "content/posts/new.md"
    )
    #expect(try await site.build("--changed-files", "changes.txt").status == 0)
    let added = try String(contentsOfFile: site.folder + "/changes.txt", encoding: .utf8)
    #expect(added.contains("+ news/2023/new/index.html\n") && !added.contains("- "))
    try site.remove("content/posts/new.md")
    let last = try await site.build("--quiet", "--changed-files", "-")
    #expect(last.output.contains("- news/2023/new/index.html\n"))
    #expect(try await site.build("--quiet", "--changed-files", "-").output == "")
  }

  @Test func `a profile is a table for a person and a trace for a viewer`() async throws {
    let site = try FixtureSite()
    let run = try await site.build("--quiet", "--profile", "--profile-trace", "-")
    #expect(run.status == 0)
    for stage in ["load", "parse", "plan", "render", "publish"] {
      #expect(run.errors.contains("  \(stage) ("))
    }
    let trace = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let events = (trace as? [String: Any])?["traceEvents"] as? [[String: Any]]
    let names = try #require(events).compactMap { $0["name"] as? String }
    #expect(names.contains("render") && names.contains("/"))
  }

  @Test func `template metrics are a table on standard output`() async throws {
    let site = try FixtureSite()
    let run = try await site.build("--template-metrics", "--quiet", "--jobs", "2")
    #expect(run.status == 0 && run.errors == "")
    let lines = run.output.split(separator: "\n")
    #expect(lines[0].hasSuffix("calls  template"))
    #expect(lines.contains { $0.hasSuffix("  post.html") })
    // Every column ends at one place.
    let ends = lines.map { line in line.count - (line.split(separator: " ").last?.count ?? 0) }
    #expect(Set(ends).count == 1)
    #expect(try await !site.build().output.contains("own time"))
  }

  @Test func `without a command the site is built`() async throws {
    let site = try FixtureSite()
    let run = try await Program.run([], in: site.folder)
    #expect(run.status == 0)
    #expect(site.has("output/index.html"))
  }

  @Test func `help and version go to standard output`() async throws {
    let site = try FixtureSite()
    let help = try await Program.run(["--help"], in: site.folder)
    #expect(help.status == 0 && help.errors == "")
    #expect(help.output.contains("SUBCOMMANDS:") && help.output.contains("Exit status: 0 done"))
    let build = try await Program.run(["build", "--help"], in: site.folder)
    #expect(build.status == 0 && build.output.contains("--base-url"))
    let version = try await Program.run(["--version"], in: site.folder)
    #expect(version.status == 0 && version.errors == "")
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(!site.has("output"))
  }

  @Test(arguments: [
    ["--frobnicate"], ["build", "extra"], ["sevre"], ["--jobs", "0"], ["--jobs", "many"],
    ["--output", ""], ["--source", ""], ["--environment", "../x"], ["--diagnostics", "xml"],
    ["--base-url", "nope"], ["--environment", "stagin"], ["--source", "nowhere"],
    ["--output", "."], ["--output", ".."], ["--output", "content"], ["--output", "static/site"],
    ["--output", "/"],
  ])
  func `wrong usage ends with 2 and publishes nothing`(arguments: [String]) async throws {
    let site = try FixtureSite(["environments/staging.yaml": "title: Staging\n"])
    let before = try site.tree("")
    let run = try await Program.run(arguments, in: site.folder)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(!run.errors.isEmpty)
    #expect(try site.tree("") == before)
  }

  @Test func `diagnostics as JSON stand alone on standard error`() async throws {
    let site = try FixtureSite(["content/posts/kick-off.md": "---\ntitle: A\ndate: soon\n---\n"])
    let run = try await site.build("--diagnostics", "json")
    #expect(run.status == 1)
    let found = try JSONDecoder().decode([Problem].self, from: Data(run.errors.utf8))
    let date = try #require(found.first { $0.rule == "invalid-date" })
    #expect(date.path == "content/posts/kick-off.md" && date.line == 3 && date.column == 7)
    #expect(date.length == 4 && date.severity == "error")

    let good = try FixtureSite()
    let quiet = try await good.build("--diagnostics", "json")
    #expect(quiet.status == 0 && quiet.errors == "[]\n")
  }

  @Test func `paths of JSON can be opened from where the program was started`() async throws {
    let site = try FixtureSite(["content/a.md": "---\ntitle: A\nfoo: 1\n---\n"])
    let run = try await Program.run(
      ["--source", site.folder, "--diagnostics", "json"], in: NSTemporaryDirectory())
    let found = try JSONDecoder().decode([Problem].self, from: Data(run.errors.utf8))
    #expect(found.map(\.path) == [site.folder + "/content/a.md"])

    try site.remove("content/a.md")
    try site.write("mine", at: "output/mine.txt")
    let foreign = try await Program.run(
      ["--source", site.folder, "--diagnostics", "json"], in: NSTemporaryDirectory())
    let refused = try JSONDecoder().decode([Problem].self, from: Data(foreign.errors.utf8))
    #expect(refused.map(\.path) == [site.folder + "/output"])
  }

  @Test func `diagnostics for GitHub are workflow commands`() async throws {
    let site = try FixtureSite(["content/a.md": "---\ntitle: A\nfoo: 1\n---\n"])
    let run = try await site.build("--diagnostics", "github")
    #expect(run.status == 1)
    let prefix =
      "::error file=content/a.md,line=3,col=1,endColumn=4,title=unknown-field::"
      + "a page has no field 'foo'%0Ahelp: "
    #expect(run.errors.hasPrefix(prefix))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func `diagnostics as SARIF are a log of version 2_1_0`() async throws {
    let site = try FixtureSite(["content/a.md": "---\ntitle: A\nfoo: 1\n---\n"])
    let run = try await site.build("--diagnostics", "sarif")
    struct Log: Decodable { let version: String }
    #expect(try JSONDecoder().decode(Log.self, from: Data(run.errors.utf8)).version == "2.1.0")
  }

  @Test func `quiet leaves diagnostics only`() async throws {
    let site = try FixtureSite()
    let silent = try await site.build("--quiet")
    #expect(silent.status == 0 && silent.output == "" && silent.errors == "")
    try site.write("---\ntitle: A\n---\n<b>bold</b>\n", at: "content/a.md")
    let warned = try await site.build("-q")
    #expect(warned.status == 0 && warned.output == "" && warned.problems.count == 1)
  }

  @Test func `a warning fails a strict build alone, which says so`() async throws {
    let site = try FixtureSite(["content/a.md": "---\ntitle: A\n---\n<b>bold</b>\n"])
    let strict = try await site.build("--strict")
    #expect(strict.status == 1)
    #expect(strict.errors.contains("0 errors, 1 warning (and '--strict' was given)"))
    #expect(!site.has("output"))
    let relaxed = try await site.build()
    #expect(relaxed.status == 0 && relaxed.output.contains("1 warning."))
    #expect(site.has("output/a/index.html"))
  }

  @Test func `colours come where they are asked for`() async throws {
    let site = try FixtureSite(["content/a.md": "---\ntitle: A\nfoo: 1\n---\n"])
    #expect(try await !site.build().errors.contains("\u{1B}"))
    #expect(try await site.build("--color", "always").errors.contains("\u{1B}[1;31merror:"))
    #expect(try await !site.build("--color", "never").errors.contains("\u{1B}"))
  }

  @Test func `drafts, scheduled and expired items are left out, named, and let in by an option`()
    async throws
  {
    let site = try FixtureSite([
      "content/d.md": "---\ntitle: D\ndraft: true\n---\n",
      "content/s.md": "---\ntitle: S\npublish_date: 2999-01-01\n---\n",
      "content/e.md": "---\ntitle: E\nexpiry_date: 2001-01-01\n---\n",
    ])
    let run = try await site.build()
    #expect(
      run.output.contains(
        """
        Not published: 1 draft (--drafts), 1 scheduled (--future), 1 expired (--expired)
          content/d.md: a draft
          content/e.md: expired on 2001-01-01
          content/s.md: scheduled for 2999-01-01

        """))
    #expect(!site.has("output/d") && !site.has("output/s") && !site.has("output/e"))
    _ = try await site.build("-D")
    #expect(site.has("output/d") && !site.has("output/s") && !site.has("output/e"))
    _ = try await site.build("-F", "-E")
    #expect(!site.has("output/d") && site.has("output/s") && site.has("output/e"))
  }

  @Test func `another base URL is in every address, with its path`() async throws {
    let site = try FixtureSite()
    let run = try await site.build("-b", "https://other.example/project/")
    #expect(run.status == 0)
    let page = try site.text(at: "output/news/2023/kick-off/index.html")
    #expect(page.contains("https://other.example/project/news/2023/kick-off/"))
    #expect(page.contains("href=\"/project/style."))
    for (name, bytes) in try site.tree() where name.hasSuffix("l") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("test.example"), "in \(name)")
    }
  }

  @Test func `an environment's file is read over the site's`() async throws {
    let site = try FixtureSite([
      "environments/staging.yaml": "title: Staging\nbase_url: https://staging.example/\n"
    ])
    #expect(try await site.build("-e", "staging").status == 0)
    #expect(try site.text(at: "output/index.html").contains("Staging"))
    #expect(try site.text(at: "output/robots.txt").contains("Disallow: /\n"))
  }

  @Test func `the output may lie elsewhere, in folders that are not there yet`() async throws {
    let site = try FixtureSite()
    #expect(try await site.build("-d", "public/en/site").status == 0)
    #expect(site.has("public/en/site/index.html") && !site.has("output"))
  }

  @Test func `no permission ends with 3 and touches nothing`() async throws {
    // The administrator may do everything: such a run is made as somebody else.
    let site = try FixtureSite()
    let switchUser =
      getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    let line = """
      mkdir output && chmod 555 output . && \(switchUser)"$brightpress"; status=$?
      chmod 755 output .; exit $status
      """
    let run = try await Program.shell(line, in: site.folder)
    #expect(run.status == 3)
    #expect(run.errors.contains("permission denied [file-system]"))
    #expect(try site.tree().isEmpty)
  }

  @Test func `a file that cannot be read ends with 3 and is named`() async throws {
    let site = try FixtureSite()
    let switchUser =
      getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    let line = """
      chmod 777 . && chmod 000 content/about.md && \(switchUser)"$brightpress"; status=$?
      chmod 644 content/about.md; exit $status
      """
    let run = try await Program.shell(line, in: site.folder)
    #expect(run.status == 3)
    #expect(
      run.problems == [
        "content/about.md:1:1: error: the file cannot be read: permission denied [unreadable-file]"
      ])
    #expect(!site.has("output"))
  }

  @Test func `SOURCE_DATE_EPOCH is the time of the build`() async throws {
    let site = try FixtureSite(["content/s.md": "---\ntitle: S\npublish_date: 2024-01-02\n---\n"])
    let early = try await site.build(environment: ["SOURCE_DATE_EPOCH": "1704000000"])
    #expect(early.status == 0 && !site.has("output/s"))
    let late = try await site.build(environment: ["SOURCE_DATE_EPOCH": "1704200000"])
    #expect(late.status == 0 && site.has("output/s"))
    let wrong = try await site.build(environment: ["SOURCE_DATE_EPOCH": "yesterday"])
    #expect(wrong.status == 2 && wrong.errors.contains("'yesterday'"))
  }

  /// A diagnostic as other programs read it.
  private struct Problem: Decodable {
    let path: String
    let line: Int
    let column: Int
    let length: Int
    let severity: String
    let rule: String
    let message: String
    let help: [String]
  }
}
