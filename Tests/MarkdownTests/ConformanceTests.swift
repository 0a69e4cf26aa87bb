import Diagnostics
import Markdown
import Testing

@Suite struct ConformanceTests {
  /// Examples whose HTML differs on purpose, with the reason.
  private static let exceptions: [String: String] = [
    "spec.txt 279": "for people: cmark itself writes the attributes in another order",
    "spec.txt 280": "for people: cmark itself writes the attributes in another order",
    "spec.txt 610": "of plain CommonMark: bare addresses are links here",
    "spec.txt 614": "of plain CommonMark: bare addresses are links here",
    "spec.txt 616": "of plain CommonMark: bare addresses are links here",
    "spec.txt 619": "of plain CommonMark: bare addresses are links here",
    "spec.txt 620": "of plain CommonMark: bare addresses are links here",
    "spec.txt 653": "of tagfilter, which is no protection: raw HTML is allowed whole or not at all",
    "extensions.txt 20": "has no expected HTML",
    "extensions.txt 22": "of tagfilter, which is no protection",
  ]

  @Test(arguments: try SpecificationExample.all(in: "spec.txt"))
  func `the specification's examples become its HTML`(example: SpecificationExample) {
    check(example)
  }

  @Test(arguments: try SpecificationExample.all(in: "extensions.txt"))
  func `the extensions' examples become their HTML`(example: SpecificationExample) {
    check(example)
  }

  @Test(arguments: try SpecificationExample.all(in: "spec.txt"))
  func `how lines end does not matter`(example: SpecificationExample) {
    let expected = html(example.markdown) { $0.allowsRawHTML = true }
    for end in ["\r\n", "\r"] {
      let text = example.markdown.replacing("\n", with: end)
      #expect(html(text) { $0.allowsRawHTML = true } == expected)
    }
  }

  @Test(arguments: try SpecificationExample.all(in: "spec.txt"))
  func `what the parser need not look for changes nothing`(example: SpecificationExample) {
    let text = "p\n\n" + example.markdown
    let expected = html(text)
    #expect(html("[^zz]: unused\n\n" + text) == expected, "looked for footnotes")
    var checked = MarkdownSource(text).text
    checked.checkEncoding()
    #expect(checked.isKnownUTF8)
    #expect(
      MarkdownSource(text: checked, body: 0..<checked.bytes.count).render().html == expected,
      "did not look for what is no UTF-8")
  }

  private func check(_ example: SpecificationExample) {
    let ours = withoutOurDifferences(html(example.markdown) { $0.allowsRawHTML = true })
    if Self.exceptions["\(example.file) \(example.number)"] != nil {
      #expect(ours != example.html, "no exception any more: \(example.markdown)")
    } else {
      #expect(ours == example.html, "\(example.markdown)")
    }
  }

  /// The HTML as cmark-gfm would have written it, without what this renderer adds on purpose.
  private func withoutOurDifferences(_ html: String) -> String {
    html
      .replacing(/<(h[1-6]) id="[^"]*">/) { "<\($0.output.1)>" }
      .replacing(/\ class="align-(left|center|right)"/) { " align=\"\($0.output.1)\"" }
      .replacing("<pre tabindex=\"0\">", with: "<pre>")
      .replacing(" loading=\"lazy\" decoding=\"async\"", with: "")
      .replacing(" role=\"doc-endnotes\" aria-label=\"Footnotes\"", with: "")
      .replacing(" role=\"doc-noteref\"", with: "")
      .replacing(/\ role="doc-backlink" aria-label="Back to text( \d+)?"/) { _ in
        " aria-label=\"Back to content\""
      }
      .replacing("<li class=\"task-list-item\"><label>", with: "<li>")
      .replacing("</label>", with: "")
  }
}
