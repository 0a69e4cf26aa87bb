import Diagnostics
import Markdown
import Testing
import Text

@Suite struct HeadingTests {
  private func ids(_ text: String, prefix: String = "") -> [String] {
    MarkdownSource(text).render { $0.idPrefix = prefix }.result.headings.map(\.id)
  }

  @Test func `ids are unique and never empty`() {
    #expect(
      ids("# a\n\n# a\n\n# a-1\n\n# !\n\n# ?") == ["a", "a-1", "a-1-1", "section", "section-1"])
    #expect(Set(ids(String(repeating: "# same\n", count: 5000))).count == 5000)
  }

  @Test func `an author's own id wins over those made from text`() {
    #expect(ids("# Intro\n\n# Other {#intro}") == ["intro-1", "intro"])
    #expect(ids("# A {#x.y:z_1}\n\n# Ü {#ü}") == ["x.y:z_1", "ü"])
    #expect(html("# A {#x}  ##") == "<h1 id=\"x\">A</h1>\n")
    #expect(html("# {#x}") == "<h1 id=\"x\"></h1>\n")
    #expect(html("# A {#x} b") == "<h1 id=\"a-x-b\">A {#x} b</h1>\n")
  }

  @Test func `headings and footnotes never have the same id`() {
    let result = MarkdownSource("# fn-1\n\n# fnref 1\n\n# x {#fn-1}\n\na[^1] b[^1]\n\n[^1]: c")
      .render()
      .result
    #expect(Set(result.anchors).count == result.anchors.count)
    #expect(result.diagnostics.map(\.rule.description) == ["duplicate-heading-id"])
  }

  @Test func `composed and decomposed text give the same id`() {
    #expect(ids("# e\u{301}te\u{301}") == ids("# été"))
  }

  @Test func `letters, marks and digits of every script are kept, and signs are not`() {
    #expect(ids("# Łódź × Ærø ÷ naïve – “quoted” €5") == ["łódź--ærø--naïve--quoted-5"])
    #expect(ids("# ª² ¼ µ º ʰ") == ["ª--µ-º-ʰ"])
    #expect(ids("# नमस्ते दुनिया!") == ["नमस्ते-दुनिया"])
  }

  @Test func `what Western European languages write gives the id that Unicode's tables give`() {
    for value: UInt32 in [0x20...0x7E, 0xA0...0x24F, 0x2010...0x2027].joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // A letter of another script is looked up in the tables, and so is the rest of its heading.
      let text = "a&#\(value);b"
      #expect(ids("# " + text + " Ω")[0] == ids("# " + text)[0] + "-ω", "\(scalar)")
    }
  }

  @Test func `a prefix keeps several texts on one page apart`() {
    let page = html("# a\n\n[b](#a) c[^1]\n\n[^1]: d") { $0.idPrefix = "p1-" }
    #expect(page.contains("<h1 id=\"p1-a\">"))
    #expect(page.contains("href=\"#p1-a\""))
    #expect(page.contains("href=\"#p1-fn-1\" id=\"p1-fnref-1\""))
    #expect(page.contains("<li id=\"p1-fn-1\">"))
  }

  @Test func `a leading heading can be left out`() {
    let source = MarkdownSource("# The *title*\n\n## Next\n\n# Other")
    let kept = source.render()
    let left = source.render { $0.omitsLeadingHeading = true }
    #expect(kept.result.leadingHeading == "The title")
    #expect(left.result.leadingHeading == "The title")
    #expect(left.html == "<h2 id=\"next\">Next</h2>\n<h1 id=\"other\">Other</h1>\n")
    #expect(left.result.headings.map(\.title) == ["Next", "Other"])
    #expect(MarkdownSource("a\n\n# b").render().result.leadingHeading == nil)
  }

  @Test(arguments: [
    ("# A `b` [c](d)\n\ntext", "A b c"), ("\n\n# A", "A"), ("A\n=\n\nb", "A"), ("## A", nil),
    ("text\n\n# A", nil), ("", nil), ("# A\nb", "A"), ("#A", nil), ("# ", ""), ("\r\n# A\r\n", "A"),
    ("\u{FEFF}# A", "A"), ("\r\rA\r=\r\rb", "A"), ("> # A", nil), ("<!-- a -->\n# A", nil),
  ])
  func `the leading heading is found without rendering`(text: String, expected: String?) {
    #expect(MarkdownSource(text).leadingHeading() == expected)
    #expect(MarkdownSource(text).render().result.leadingHeading == expected)
  }

  @Test func `a title has the plain text and, where it has markup, HTML without links`() {
    let heading = MarkdownSource("# A *b* `<c>` [d](e) ![f](g)[^1]\n\n[^1]: x").render().result
      .headings[0]
    #expect(heading.title == "A b <c> d f")
    #expect(heading.titleHTML == "A <em>b</em> <code>&lt;c&gt;</code> d")
    #expect(MarkdownSource("# A & b").render().result.headings[0].titleHTML == nil)
  }
}
