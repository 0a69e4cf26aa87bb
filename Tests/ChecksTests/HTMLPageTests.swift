import Testing
import Text

@testable import Checks

/// The tolerant reading of HTML.
@Suite struct HTMLPageTests {
  private func tokens(_ html: String) -> [String] {
    var scanner = HTMLScanner(Bytes(html.utf8))
    var found: [String] = []
    while let token = scanner.next() {
      let attributes = token.attributes.map { " \($0.name)=\($0.value)" }.joined()
      switch token.kind {
      case .startTag: found.append("<\(token.name)\(attributes)\(token.isSelfClosing ? "/" : "")>")
      case .endTag: found.append("</\(token.name)>")
      case .text: found.append(Bytes(html.utf8)[token.range].text)
      }
    }
    return found
  }

  @Test(arguments: [
    ("<P CLASS='a b' hidden id=x>Text</P >", ["<p class=a b hidden= id=x>", "Text", "</p>"]),
    ("<a href=/x/?a=1&amp;b=2>", ["<a href=/x/?a=1&b=2>"]),
    ("<img alt=\"a > b\" alt=second/>", ["<img alt=a > b>"]),
    ("1 < 2 <- x", ["1 ", "< 2 ", "<- x"]),
    ("a<!-- <p> -- > -->b", ["a", "b"]), ("<!DOCTYPE html><?x?>t", ["t"]),
    ("<script>if (a<b) '</p>'</script>x", ["<script>", "if (a<b) '</p>'", "</script>", "x"]),
    ("<title>A <b> &amp; c</title>", ["<title>", "A <b> &amp; c", "</title>"]),
    ("<br/><path d='M0'/>", ["<br/>", "<path d=M0/>"]), ("<p", ["<p>"]), ("<p a=\"x", ["<p a=x>"]),
    ("<", ["<"]), ("", []), ("<!--", []), ("</", ["</"]), ("<a = b>", ["<a == b=>"]),
  ])
  func `tags, attributes and text are told apart`(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test func `every beginning of a page is read to its end`() {
    let html = Bytes(
      "<!-- c --><div class=\"x\"><svg><path d='M'/></svg><p>a&eacute;<li>b<style>p{}</style></div>"
        .utf8)
    for length in 0...html.count {
      let page = HTMLPage(Bytes(html.prefix(length)))
      #expect(page.elements.allSatisfy { $0.subtreeEnd <= page.elements.count })
    }
  }

  @Test func `elements stand in one another as a browser has it`() {
    let page = HTMLPage(
      Bytes("<div><p>One<p>Two<ul><li>a<li>b</ul><br>Three</div><p>Four</span>".utf8))
    let shown = page.elements.indices.map { index in
      "\(page.elements[index].name) in \(page.elements[index].parent): \(page.text(of: index))"
    }
    #expect(
      shown == [
        "div in -1: OneTwoabThree", "p in 0: One", "p in 0: Two", "ul in 0: ab", "li in 3: a",
        "li in 3: b", "br in 0: ", "p in -1: Four",
      ])
  }

  @Test func `text is compared without regard to its white space and apostrophes`() {
    let page = HTMLPage(Bytes("<p>l&rsquo;Union\n  euro&shy;péenne&#x21;</p>".utf8))
    #expect(page.text == "l'Union européenne!")
    #expect(HTMLText.normalized(" l’Union  europ\u{AD}éenne! ") == "l'Union européenne!")
  }
}
