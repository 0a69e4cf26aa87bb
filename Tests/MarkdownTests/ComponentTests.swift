import Markdown
import Testing
import Text

/// Which forms of Markdown are components, and what they hand over.
@Suite struct ComponentTests {
  /// Writes what it is given in a form that a test can read.
  private struct Writer: MarkdownReferenceResolver {
    let writesComponents = true

    mutating func resolve(_ reference: MarkdownReference) -> MarkdownTarget {
      MarkdownTarget(address: "/to/" + reference.destination)
    }

    mutating func write(_ component: MarkdownComponent, into html: inout Bytes) {
      switch component {
      case .figure(let picture):
        html.append("[figure \(picture.alternativeText)|\(picture.caption)|\(picture.credit)]")
      case .video(let picture, let address):
        html.append("[video \(picture.alternativeText)|\(picture.caption)|\(address)]")
      case .document(let title, let target, _):
        html.append("[document \(title)|\(target.address ?? "")]")
      case .quotation(let content, let source):
        html.append("[quotation \(content.text)|\(source.text)]")
      case .cards(let cards):
        html.append("[cards \(cards.map(\.text).joined(separator: "|"))]")
      }
    }
  }

  private func html(_ text: String) -> String {
    var writer = Writer()
    var html = Bytes()
    _ = MarkdownSource(text).render(options: MarkdownOptions(), resolver: &writer, into: &html)
    return html.text
  }

  @Test(arguments: [
    ("![A *b*](p.jpg \"A hall © Anna\")", "[figure A b|A hall|© Anna]\n"),
    ("![A](p.jpg \"©Anna\")", "[figure A||© Anna]\n"),
    ("[![A](p.jpg \"Talk\")](talk.mp4)", "[video A|Talk|/to/talk.mp4]\n"),
    ("[![A](p.jpg)](https://youtu.be/x)", "[video A||/to/https://youtu.be/x]\n"),
    ("[The *plan*](a/plan.PDF)", "[document The plan|/to/a/plan.PDF]\n"),
    ("> A\n>\n> B\n>\n> \u{2014} C *d*", "[quotation <p>A</p>\n<p>B</p>\n|C <em>d</em>]\n"),
    ("> A\n>\n> -- C", "[quotation <p>A</p>\n|C]\n"),
    (
      "- ## A\n\n  a\n- ## B\n\n  b",
      "[cards <h2 id=\"a\">A</h2>\n<p>a</p>\n|<h2 id=\"b\">B</h2>\n<p>b</p>\n]\n"
    ),
  ])
  func `a component has its parts`(text: String, component: String) {
    #expect(html(text) == component)
  }

  @Test(arguments: [
    "![A](p.jpg)", "A ![B](p.jpg \"C\")", "[page](about.md)", "[plan](plan.pdf) here",
    "> A", "> \u{2014} A", "> [!NOTE]\n>\n> \u{2014} A", "- ## A\n- b", "1. ## A\n2. ## B",
    "- > A\n  >\n  > \u{2014} B", "[![A](p.jpg)](https://example.org/)", "![A](javascript:x \"B\")",
  ])
  func `anything else stays what it is`(text: String) {
    #expect(!html(text).contains("[") || html(text).contains("[!"), "\(html(text))")
  }

  @Test func `without a writer all of it is plain Markdown`() {
    let text = "![A](p.jpg \"B\")\n\n> C\n>\n> \u{2014} D\n\n[e](e.pdf)\n\n- ## F\n"
    #expect(MarkdownTests.html(text).contains("<li>\n<h2 id=\"f\">F</h2>\n</li>"))
    #expect(MarkdownTests.html(text).contains("<p>\u{2014} D</p>\n</blockquote>"))
  }

  @Test func `what comes after a component is written as always`() {
    #expect(
      html("> A\n>\n> \u{2014} B\n\nC\n\n> D\n").hasSuffix(
        "]\n<p>C</p>\n<blockquote>\n<p>D</p>\n</blockquote>\n"))
  }
}
