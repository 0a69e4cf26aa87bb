import Diagnostics
import Markdown
import Testing
import Text

@Suite struct LimitTests {
  struct Shape: CustomTestStringConvertible {
    var name: String
    var text: String
    var isRefused: Bool
    var testDescription: String { name }

    init(_ name: String, refused: Bool, _ text: String) {
      (self.name, isRefused, self.text) = (name, refused, text)
    }
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  /// Inputs for which libcmark-gfm 0.29.0.gfm.6 takes seconds to hours, and some that only look so.
  static let shapes: [Shape] = [
    Shape(
      "a table of short rows", refused: true,
      "|" + times(2200, "a|") + "\n|" + times(2200, "-|") + "\n" + times(2200, "a\n")),
    Shape(
      "a very long table header", refused: true, times(50_000, "|a") + "\n" + times(50_000, "|-")),
    Shape(
      "many wide tables", refused: true,
      times(
        150, "|" + times(900, "a|") + "\n|" + times(900, "-|") + "\n" + times(900, "a\n") + "\n")),
    Shape("lists in lists", refused: true, times(10_000, " -") + "x" + times(10_000, "\n")),
    Shape(
      "lists in lists, line by line", refused: true,
      (0..<700).map { times($0, "  ") + "- a\n" }.joined() + times(400_000, "\n")),
    Shape("quotes in quotes", refused: true, times(20_000, ">") + "a"),
    Shape("emphasis in quotes", refused: true, times(20_000, ">") + times(20_000, "a*")),
    Shape(
      "table markers in a paragraph", refused: true, times(50_000, "a\n") + times(25_000, "| -\n")),
    Shape("open images", refused: true, times(16_000, "![[]()")),
    Shape("open instructions", refused: true, times(50_000, "a <?")),
    Shape("open instructions between marks", refused: true, times(12_500, "a <?a <?\n     >\n")),
    Shape("open declarations", refused: true, times(33_000, "a <!A ")),
    Shape("open CDATA", refused: true, times(18_000, "a <![CDATA[")),
    Shape("brackets behind an address", refused: true, "http://a.com/" + times(100_000, ")")),
    Shape("addresses in an address", refused: true, times(100_000, "www._")),
    Shape(
      "a long definition, often used", refused: true,
      "[a]: " + times(50_000, "x") + "\n\n" + times(16_000, "[a]")),
    Shape(
      "a longer one", refused: true, "[a]: " + times(500_000, "x") + "\n\n" + times(160_000, "[a]")),
    Shape("e-mail addresses", refused: true, times(120_000, "a@b.cc ")),
    Shape("links between open emphasis", refused: true, times(100_000, "**[a](b) ")),
    Shape("too long", refused: true, times(1_000_001, "a")),
    Shape("nested brackets", refused: false, times(50_000, "[") + "a" + times(50_000, "]")),
    Shape(
      "nested emphasis", refused: false, times(50_000, "*a **a ") + "b" + times(50_000, " a** a*")),
    Shape("many asterisks", refused: false, times(900_000, "*")),
    Shape("backticks", refused: false, (1..<1300).map { "e" + times($0, "`") }.joined()),
    Shape("entities", refused: false, times(180_000, "&amp;")),
    Shape("footnotes", refused: false, times(50_000, "[^a]") + "\n\n[^a]: b"),
    Shape(
      "empty lines in lists", refused: false,
      (0..<60).map { times($0, "  ") + "- a\n" }.joined() + times(900_000, "\n")),
    Shape("a long word", refused: false, "![a](data:image/png;base64," + times(700_000, "w") + ")"),
    Shape("a long rule", refused: false, times(400, "- ") + "\n\n> " + times(400, "* ")),
    Shape("headings", refused: false, times(100_000, "# a\n")),
  ]

  // A few seconds at worst in a debug build; what grows with the square of a text takes hours.
  @Test(.timeLimit(.minutes(3)), arguments: shapes)
  func `no text takes long`(shape: Shape) {
    let rendering = MarkdownSource(shape.text).render()
    #expect(rendering.rules == (shape.isRefused ? ["markdown-limit"] : []))
    #expect(rendering.html.isEmpty == shape.isRefused)
  }

  @Test func `a refusal is an error at its place`() throws {
    let source = MarkdownSource("fine\n\n" + Self.times(200, "> ") + "a\n")
    let diagnostic = try #require(source.render().result.diagnostics.first)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.location.line == 3)
    #expect(diagnostic.message == "quotes and lists nest 300 deep: more than 100")
    #expect(source.plainText().isEmpty)
    #expect(MarkdownSource(Self.times(200, "> ") + "a\n").leadingHeading() == nil)
  }

  @Test func `a limit can be changed`() {
    let source = MarkdownSource("> > a")
    #expect(source.render { $0.limits.nestingDepth = 2 }.rules == ["markdown-limit"])
    #expect(source.render { $0.limits.nestingDepth = 3 }.rules == [])
    #expect(source.render { $0.limits.byteCount = 4 }.rules == ["markdown-limit"])
  }

  @Test func `what stands on the page already stays`() {
    var page = Bytes("before".utf8)
    var resolver = UnchangedReferences()
    _ = MarkdownSource(Self.times(200, "> ")).render(
      options: MarkdownOptions(), resolver: &resolver, into: &page)
    #expect(page.text == "before")
    _ = MarkdownSource("a").render(options: MarkdownOptions(), resolver: &resolver, into: &page)
    #expect(page.text == "before<p>a</p>\n")
  }
}
