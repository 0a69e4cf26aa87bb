import Diagnostics
import Testing

/// What a report holds, whatever its form.
@Suite struct ReportTests {
  private func diagnostic(
    _ path: String, _ line: Int, _ column: Int, _ rule: Diagnostic.Rule = "r",
    _ message: String = "m"
  ) -> Diagnostic {
    .error(rule, message, at: TextLocation(path: path, line: line, column: column))
  }

  @Test func `problems stand by path, line, column and rule`() {
    let sorted = [
      diagnostic("a.md", 1, 1), diagnostic("a.md", 2, 1), diagnostic("a.md", 2, 3, "a"),
      diagnostic("a.md", 2, 3, "b", "x"), diagnostic("a.md", 2, 3, "b", "y"),
      diagnostic("a.md", 10, 1), diagnostic("b.md", 1, 1), diagnostic("é.md", 1, 1),
    ]
    #expect(DiagnosticReport(sorted.reversed()).diagnostics == sorted)
    #expect(DiagnosticReport(sorted.shuffled()).diagnostics == sorted)
  }

  @Test func `what differs only in its weight or help has an order too`() {
    let place = TextLocation(path: "a", line: 1, column: 1)
    let some: [Diagnostic] = [
      .error("r", "m", at: place), .warning("r", "m", at: place), .note("r", "m", at: place),
      .error("r", "m", at: place, help: ["a"]), .error("r", "m", at: place, help: ["b"]),
    ]
    let reports = Set((0..<20).map { _ in DiagnosticReport(some.shuffled()).rendered(as: .json) })
    #expect(reports.count == 1)
  }

  @Test func `equal problems are told once`() {
    let one = diagnostic("a", 1, 1)
    let report = DiagnosticReport([one, diagnostic("b", 1, 1), one, one])
    #expect(report.diagnostics.count == 2)
    #expect(report.count(.error) == 2)
    #expect(report.count(.warning) == 0)
  }

  @Test func `a warning and a note are no error`() {
    let place = TextLocation.file("a")
    #expect(![Diagnostic.warning("r", "m", at: place), .note("r", "m", at: place)].containsError)
    #expect([Diagnostic.note("r", "m", at: place), .error("r", "m", at: place)].containsError)
  }
}

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("tilte", "title"), ("titl", "title"), ("TITLE", "title"), ("sumary", "summary"),
    ("publish-date", "publish_date"), ("titel", "title"), ("tittle", "title"),
  ])
  func `a word with a slip of the keyboard has its neighbour`(word: String, near: String) {
    #expect(nearest(to: word, among: ["date", "title", "summary", "publish_date"]) == near)
  }

  @Test(arguments: ["zzz", "x", "", "date of birth", "subtitle of the page"])
  func `a word that is like none has no neighbour`(word: String) {
    #expect(nearest(to: word, among: ["title", "summary", "publish_date"]) == nil)
  }

  @Test func `up to a third of a word may differ`() {
    #expect(nearest(to: "abcdxx", among: ["abcdef"]) == "abcdef")
    #expect(nearest(to: "abcxxx", among: ["abcdef"]) == nil)
    #expect(nearest(to: "ac", among: ["ab"]) == "ab")
    #expect(nearest(to: "ab", among: ["cd"]) == nil)
  }

  @Test func `the nearest counts, and of equally near ones the first`() {
    #expect(nearest(to: "tags", among: ["tag", "tags"]) == "tags")
    #expect(nearest(to: "dat", among: ["data", "date"]) == "data")
    #expect(nearest(to: "x", among: [String]()) == nil)
  }

  @Test func `a help line names the neighbour, or what there is`() {
    #expect(suggestion(for: "tagz", among: ["tags"], called: "fields") == "did you mean 'tags'?")
    #expect(suggestion(for: "zzz", among: ["b", "a"], called: "fields") == "fields: b, a")
    #expect(suggestion(for: "zzz", among: [], called: "fields") == nil)
    let many = (10..<40).map { "name\($0)" }
    let help = suggestion(for: "zzz", among: many, called: "fields") ?? ""
    #expect(help.hasPrefix("fields: name10, ") && help.hasSuffix(", name33, …"))
  }
}
