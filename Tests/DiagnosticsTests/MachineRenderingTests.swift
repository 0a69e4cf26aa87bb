import Diagnostics
import Foundation
import Testing

/// The forms that programs read.
@Suite struct MachineRenderingTests {
  private var report: DiagnosticReport {
    let place = TextLocation(path: "a, b: 100%.md", line: 3, column: 5, length: 2)
    return DiagnosticReport(
      [
        .error(
          "some-rule", "a \"quoted\"\nmessage, 100%: \u{1}ö", at: place, help: ["first", "second"],
          related: [.init("the first", at: TextLocation(path: "b.md", line: 1, column: 1))]),
        .warning("other-rule", "w", at: .file("b.md")), .note("some-rule", "n", at: .file("c.md")),
      ], pathPrefix: "site/")
  }

  @Test func `JSON is one array of objects with the same names in the same order`() throws {
    let expected =
      #"""
      [
        {"path":"site/a, b: 100%.md","line":3,"column":5,"length":2,"severity":"error","rule":"some-rule","message":"a \"quoted\"\nmessage, 100%: \u0001ö","help":["first","second"],"related":[{"path":"site/b.md","line":1,"column":1,"message":"the first"}]},
        {"path":"site/b.md","line":1,"column":1,"length":1,"severity":"warning","rule":"other-rule","message":"w","help":[],"related":[]},
        {"path":"site/c.md","line":1,"column":1,"length":1,"severity":"note","rule":"some-rule","message":"n","help":[],"related":[]}
      ]

      """#
    #expect(report.rendered(as: .json) == expected)
  }

  @Test func `JSON can be read back`() throws {
    struct Read: Decodable, Equatable {
      var path: String
      var line: Int
      var message: String
      var help: [String]
    }
    let read = try JSONDecoder().decode([Read].self, from: Data(report.rendered(as: .json).utf8))
    #expect(read.map(\.path) == ["site/a, b: 100%.md", "site/b.md", "site/c.md"])
    #expect(read[0].message == "a \"quoted\"\nmessage, 100%: \u{1}ö")
    let none = try JSONDecoder().decode(
      [Read].self, from: Data(DiagnosticReport([]).rendered(as: .json).utf8))
    #expect(none == [])
  }

  @Test func `GitHub's commands are one line each, with what would end them escaped`() {
    let lines = report.rendered(as: .github).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        "::error file=site/a%2C b%3A 100%25.md,line=3,col=5,endColumn=7,title=some-rule::a \"quoted\"%0Amessage, 100%25: \u{1}ö%0Ahelp: first%0Ahelp: second",
        "::warning file=site/b.md,line=1,col=1,endColumn=2,title=other-rule::w",
        "::notice file=site/c.md,line=1,col=1,endColumn=2,title=some-rule::n", "",
      ])
  }

  @Test func `a line break of two characters cannot end a command of GitHub's`() {
    let text = DiagnosticReport([.error("r", "a\r\n::b\r", at: .file("c\r\nd"))])
      .rendered(as: .github)
    #expect(text == "::error file=c%0D%0Ad,line=1,col=1,endColumn=2,title=r::a%0D%0A::b%0D\n")
  }

  @Test func `SARIF has one run with its rules and results`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(report.rendered(as: .sarif).utf8))
    let log = try #require(object as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "brightpress")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ["some-rule", "other-rule"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["level"] as? String } == ["error", "warning", "note"])
    let first = try #require((results[0]["locations"] as? [[String: Any]])?.first)
    let place = try #require(first["physicalLocation"] as? [String: Any])
    // A URI reference (RFC 3986), not a path.
    #expect(
      (place["artifactLocation"] as? [String: Any])?["uri"] as? String
        == "site/a,%20b%3A%20100%25.md")
    #expect(
      place["region"] as? [String: Int] == ["startLine": 3, "startColumn": 5, "endColumn": 7])
    #expect((results[0]["relatedLocations"] as? [[String: Any]])?.count == 1)
    #expect(results[1]["relatedLocations"] == nil)
  }

  @Test func `an empty SARIF log is whole`() throws {
    let text = DiagnosticReport([]).rendered(as: .sarif)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let runs = try #require((object as? [String: Any])?["runs"] as? [[String: Any]])
    #expect((runs.first?["results"] as? [Any])?.isEmpty == true)
  }
}
