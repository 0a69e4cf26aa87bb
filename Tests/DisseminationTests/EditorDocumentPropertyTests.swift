import Feeds
import TestSupport
import Testing
import Text

@testable import Dissemination

/// What holds for every text, tried on tags in any order.
@Suite struct EditorDocumentPropertyTests {
  private static let pieces = [
    "<p>", "</p>", "<h2>", "</h2>", "<ul>", "</ul>", "<ol start=\"2\">", "</ol>", "<li>", "</li>",
    "<a href=\"/x\">", "</a>", "<strong>", "</strong>", "<em>", "</em>", "<blockquote>",
    "</blockquote>", "<table>", "</table>", "<thead>", "</thead>", "<tbody>", "</tbody>", "<tr>",
    "</tr>", "<th>", "</th>", "<td colspan=2>", "</td>", "<img src=y.png alt='&lt;'>", "<br>",
    "<div>", "</div>", "<pre>", "</pre>", "<sup class=\"footnote-ref\">", "</sup>", "<script>",
    "</script>", "<svg>", "</svg>", "<summary>", "</summary>", "<!--", "-->", "text", " ", "\n",
    "&amp;", "<", ">", "é", "\u{A0}", "<input type=checkbox checked>", "<hr>", "<iframe src=/v>",
    "</iframe>", "<aside>", "</aside>", "<x-y>", "</x-y>", "<p", "\"", "'",
  ]

  @Test func `a text that was made fit stays as it is, whatever it was`() throws {
    let base = try #require(WebAddress("https://example.org/a/"))
    var numbers = SeededNumbers(seed: 7)
    var lengths = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...24, using: &numbers)
      let soup = (0..<count).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &numbers)]
      }.joined()
      let document = EditorDocument(html: Bytes(soup.utf8), base: base)
      let html = document.html.text
      let again = EditorDocument(html: Bytes(html.utf8), base: base)
      try #require(again.html.text == html, "\(soup)\nbecame\n\(html)\nand\n\(again.html.text)")
      try #require(again.plainText == document.plainText, "\(soup)")
      lengths += html.utf8.count
    }
    #expect(lengths > 500_000)
  }
}
