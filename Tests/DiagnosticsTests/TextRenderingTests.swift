import Diagnostics
import Testing
import Text

/// The form that a person reads, compared whole.
@Suite struct TextRenderingTests {
  /// The text form of an error at the text between `«` and `»`.
  private func rendered(
    _ marked: String, _ message: String = "wrong", help: [String] = [],
    related: [Diagnostic.Related] = [], isColored: Bool = false
  ) throws -> String {
    let start = try #require(marked.firstRange(of: "«"))
    let end = try #require(marked.firstRange(of: "»"))
    let before = marked[..<start.lowerBound]
    let inside = marked[start.upperBound..<end.lowerBound]
    let source = SourceText(
      path: "content/a.md",
      bytes: Bytes((before + inside + marked[end.upperBound...]).utf8))
    let lower = before.utf8.count
    let diagnostic = Diagnostic.error(
      "some-rule", message, at: source.location(of: lower..<lower + inside.utf8.count), help: help,
      related: related)
    return DiagnosticReport([diagnostic]).rendered(as: .text, isColored: isColored)
  }

  @Test func `a problem is told with its place, its line and ways out`() throws {
    let first = TextLocation(path: "content/b.md", line: 2, column: 1)
    #expect(
      try rendered(
        "---\ntitle: One\n«tilte»: Two\n---\n", "there is no field 'tilte'",
        help: ["did you mean 'title'?", "values of your own go under 'extra:'"],
        related: [.init("the first one", at: first)]) == """
          content/a.md:3:1: error: there is no field 'tilte' [some-rule]
             3 | tilte: Two
               | ^^^^^
            see: content/b.md:2:1: the first one
            help: did you mean 'title'?
            help: values of your own go under 'extra:'

          """)
  }

  @Test func `the mark stands under what it means after a tab`() throws {
    #expect(
      try rendered("\t\tone «two»\tthree") == """
        content/a.md:1:7: error: wrong [some-rule]
           1 |     one two  three
             |         ^^^

        """)
  }

  @Test func `wide characters take two cells, and what is composed takes one`() throws {
    #expect(
      try rendered("日本 e\u{301} 👩‍👩‍👧 «語学» x") == """
        content/a.md:1:8: error: wrong [some-rule]
           1 | 日本 e\u{301} 👩‍👩‍👧 語学 x
             |           ^^^^

        """)
  }

  @Test func `an empty place has a mark of one character`() throws {
    #expect(
      try rendered("ab«»") == """
        content/a.md:1:3: error: wrong [some-rule]
           1 | ab
             |   ^

        """)
  }

  @Test func `a long line is shown around the problem, between whole characters`() throws {
    let text = try rendered(
      String(repeating: "é", count: 5000) + "«X»" + String(repeating: "ö", count: 5000))
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "content/a.md:1:5001: error: wrong [some-rule]")
    #expect(!text.contains("\u{FFFD}"))
    #expect(lines[1].hasPrefix("   1 | …ééé"))
    #expect(lines[1].hasSuffix("öö…"))
    #expect(lines[1].count < 200)
    #expect(lines[2].count == lines[1].prefix { $0 != "X" }.count + 1)
  }

  @Test func `a long problem is cut between whole characters`() throws {
    let text = try rendered("a«" + String(repeating: "é", count: 5000) + "»b")
    #expect(!text.contains("\u{FFFD}"))
    #expect(text.count < 1000)
  }

  @Test func `a problem of several lines is shown in its first`() throws {
    #expect(
      try rendered("«one\r\ntwo»\r\n") == """
        content/a.md:1:1: error: wrong [some-rule]
           1 | one
             | ^^^

        """)
  }

  @Test func `lines after the ten-thousandth keep their margin`() throws {
    #expect(
      try rendered(String(repeating: "\n", count: 11_999) + "«x»") == """
        content/a.md:12000:1: error: wrong [some-rule]
        12000 | x
              | ^

        """)
  }

  @Test func `nothing in a file or its name can steer the terminal`() throws {
    let text = try rendered("\u{1B}[2J «x\u{202E}y»", "bad \u{7}bell", help: ["\u{9B}31m"])
    #expect(
      text == """
        content/a.md:1:6: error: bad \u{FFFD}bell [some-rule]
           1 | \u{FFFD}[2J x\u{FFFD}y
             |      ^^^
          help: \u{FFFD}31m

        """)
    let diagnostic = Diagnostic.error(
      "r", "m", at: .file("content/\u{1B}[2J.md"),
      related: [.init("n", at: .file("b\u{1B}c"))])
    #expect(!DiagnosticReport([diagnostic]).rendered(as: .text).contains("\u{1B}"))
  }

  @Test func `a file as a whole has no excerpt`() {
    let report = DiagnosticReport([
      .warning("r", "gone", at: .file("a")), .note("r", "read", at: .file("b")),
    ])
    #expect(report.rendered(as: .text) == "a:1:1: warning: gone [r]\nb:1:1: note: read [r]\n")
  }

  @Test func `colours frame the parts and change nothing else`() throws {
    let colored = try rendered("a «b» c", help: ["do"], isColored: true)
    #expect(
      colored == """
        \u{1B}[1mcontent/a.md:1:3:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mwrong\u{1B}[0m \
        \u{1B}[2m[some-rule]\u{1B}[0m
           1 | a b c
             |   \u{1B}[1;31m^\u{1B}[0m
          \u{1B}[32mhelp:\u{1B}[0m do

        """)
    var plain = ""
    var rest = colored[...]
    while let start = rest.firstIndex(of: "\u{1B}") {
      plain += rest[..<start]
      rest = rest[start...].drop { $0 != "m" }.dropFirst()
    }
    #expect(try plain + rest == rendered("a «b» c", help: ["do"]))
  }

  @Test func `nothing found is nothing written`() {
    #expect(DiagnosticReport([]).rendered(as: .text) == "")
  }
}
