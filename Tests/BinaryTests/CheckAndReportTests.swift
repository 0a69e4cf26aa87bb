import Foundation
import Testing

/// `brightpress check` and `brightpress report`, run as a person runs them.
@Suite struct CheckAndReportTests {
  /// The repository, which is the site of BRIGHT too.
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  @Test func `every page of the BRIGHT site passes every check`() async throws {
    let ended = try await Program.run(["check", "--strict"], in: Self.repository)
    #expect(ended.problems == [])
    #expect(ended.status == 0)
    #expect(ended.output.contains("no errors, no warnings"))
  }

  @Test func `a check writes nothing`() async throws {
    let site = try FixtureSite()
    let before = try site.tree(".")
    let ended = try await Program.run(["check"], in: site.folder)
    #expect(ended.status == 0)
    #expect(try site.tree(".") == before)
  }

  @Test func `a check fails for errors, and for warnings when it is strict`() async throws {
    let site = try FixtureSite([
      "content/contact.md": "---\ntitle: Contact\n---\n[Click here](about.md)\n"
    ])
    let lenient = try await Program.run(["check"], in: site.folder)
    #expect(lenient.status == 0)
    #expect(
      lenient.problems == [
        "content/contact.md:4:1: warning: the link text 'Click here' says nothing by itself "
          + "[vague-link]"
      ])
    #expect(try await Program.run(["check", "--strict"], in: site.folder).status == 1)
    try site.write(
      FixtureSite.configuration + "checks: {vague-link: error}\n", at: "site.yaml")
    let strict = try await Program.run(["check"], in: site.folder)
    #expect(strict.status == 1)
    #expect(strict.errors.contains("Checked "))
    #expect(try await site.build().status == 0, "a build does not look at the pages")
  }

  @Test func `a check says what a build would say`() async throws {
    let site = try FixtureSite(["content/contact.md": "---\ntitle: C\n---\n[B](gone.md)\n"])
    let checked = try await Program.run(["check"], in: site.folder)
    #expect(checked.status == 1)
    #expect(checked.problems == (try await site.build()).problems)
  }

  @Test func `a report goes to standard output in each form`() async throws {
    let site = try FixtureSite()
    for (form, beginning) in [
      ("table", "Test\nAll partners"), ("csv", "\u{FEFF}Activity,"), ("markdown", "# Test"),
      ("json", "{\"project\":null,\"site\":\"Test\""), ("html", "<!DOCTYPE html>"),
    ] {
      let ended = try await Program.run(["report", "--format", form], in: site.folder)
      #expect(ended.status == 0)
      #expect(ended.output.unicodeScalars.starts(with: beginning.unicodeScalars), "\(form)")
    }
  }

  @Test func `the day of a report is the one that is set`() async throws {
    let site = try FixtureSite([
      "content/events/done.md": "---\ntitle: Done\nstart: 2023-05-01\n---\nIt was.\n"
    ])
    for (seconds, status) in [("1682899200", "Ongoing"), ("1682985600", "Delivered")] {
      let ended = try await Program.run(
        ["report", "--format", "csv", "--kind", "events"], in: site.folder,
        environment: ["SOURCE_DATE_EPOCH": seconds])
      #expect(ended.output.contains("Done,,,Event,,,\(status),2023-05-01"))
    }
  }

  @Test func `wrong options of a report are told`() async throws {
    let site = try FixtureSite()
    for (options, message) in [
      (["--partner", "stuns"], "there is no partner 'stuns'"),
      (["--kind", "event"], "did you mean 'events'?"),
      (["--from", "2023-02-30"], "2023-02-30"),
      (["--from", "2023-05-01", "--to", "2023-04-30"], "'--to' is before '--from'"),
      (["--format", "csv", "--section", "targets", "--section", "missing"], "writes one part"),
    ] {
      let ended = try await Program.run(["report"] + options, in: site.folder)
      #expect(ended.status == 2, "\(options)")
      #expect(ended.errors.contains(message), "\(options)")
      #expect(ended.output == "")
    }
  }

  @Test func `a site with an error has no report`() async throws {
    let site = try FixtureSite(["content/events/bad.md": "---\ntitle: B\nstart: soon\n---\n"])
    let ended = try await Program.run(["report"], in: site.folder)
    #expect(ended.status == 1)
    #expect(ended.output == "")
    #expect(ended.problems.count == 1)
  }
}
