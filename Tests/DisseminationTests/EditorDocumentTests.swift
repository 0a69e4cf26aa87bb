import Feeds
import Testing
import Text

@testable import Dissemination

/// What is left of a page in an editor of a web form.
@Suite struct EditorDocumentTests {
  private func document(_ html: String) throws -> EditorDocument {
    let base = try #require(WebAddress("https://example.org/news/a/"))
    return EditorDocument(html: Bytes(html.utf8), base: base)
  }

  private func html(_ html: String) throws -> String {
    try document(html).html.text.split(separator: "\n").joined()
  }

  @Test(arguments: [
    (
      "<p>One <strong>two</strong> <em>three</em>.</p>",
      "<p>One <strong>two</strong> <em>three</em>.</p>"
    ),
    ("<h1 id=\"a\">A</h1><h5>B</h5>", "<h2>A</h2><h4>B</h4>"),
    (
      "<p>a<b>b</b><i>c</i><code>d</code><del>e</del></p>", "<p>a<strong>b</strong><em>c</em>de</p>"
    ),
    ("<ol start=\"3\"><li>a</li></ol>", "<ol start=\"3\"><li>a</li></ol>"),
    ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    ("<div><section>bare text</section><p>x</p></div>", "<p>bare text</p><p>x</p>"),
    ("<p class=\"x\" style=\"y\" onclick=\"z\">a</p>", "<p>a</p>"),
    (
      "<aside class=\"alert\"><p class=\"alert-title\">Note</p>\n<p>a</p></aside>",
      "<blockquote><p><strong>Note</strong></p><p>a</p></blockquote>"
    ),
    (
      "<figure><img src=\"b.png\" alt=\"B\" loading=\"lazy\"><figcaption>c</figcaption></figure>",
      "<p><img src=\"https://example.org/news/a/b.png\" alt=\"B\"></p><p>c</p>"
    ),
    ("<pre tabindex=\"0\"><code>a\n  b &lt;\n</code></pre>", "<p>a<br>\u{A0}\u{A0}b &lt;</p>"),
    ("<p>a</p><hr /><p>b</p>", "<p>a</p><p>b</p>"),
    (
      "<li class=\"task-list-item\"><label><input type=\"checkbox\" checked=\"\" /> a</label></li>",
      "<ul><li>☑ a</li></ul>"
    ),
    ("<details><summary>a</summary>b</details>", "<p><strong>a</strong></p><p>b</p>"),
    ("<dl><dt>a</dt><dd>b</dd></dl>", "<p><strong>a</strong></p><p>b</p>"),
    ("<p></p><p> </p><ul></ul><p>a</p>", "<p>a</p>"),
  ])
  func `every text stays in the nearest element that there is`(
    written: String, kept: String
  ) throws {
    #expect(try html(written) == kept)
  }

  @Test(arguments: [
    "<script>alert('<p>')</script>", "<style>p { }</style>", "<template><p>a</p></template>",
    "<svg><title>t</title><svg></svg><text>a</text></svg>", "<!-- <p>a</p> -->", "<!DOCTYPE html>",
    "<noscript><p>a</p></noscript>", "<button>a</button>", "<p aria-hidden=\"true\">a</p>",
    "<object data=\"a\"><p>b</p></object>", "<script>never ends", "<p", "</p>", "<!-- never ends",
    "<img src=\"javascript:alert(1)\">", "<a href=\"https://example.org/\"></a>",
  ])
  func `what runs, hides or never ends leaves nothing`(written: String) throws {
    #expect(try html(written) == "")
    #expect(try html("<p>before</p>" + written).hasPrefix("<p>before</p>"))
  }

  @Test(arguments: [
    ("b/", "https://example.org/news/a/b/"),
    ("/x?y=1&amp;z=2#q", "https://example.org/x?y=1&amp;z=2#q"),
    ("#part", "https://example.org/news/a/#part"),
    ("https://other.example/é", "https://other.example/%C3%A9"),
    ("mailto:a@example.org", "mailto:a@example.org"),
  ])
  func `addresses are absolute`(written: String, kept: String) throws {
    #expect(try html("<p><a href=\"\(written)\">a</a></p>") == "<p><a href=\"\(kept)\">a</a></p>")
  }

  @Test func `a link that an editor refuses is text`() throws {
    #expect(try html("<p><a href=\"javascript:x\">a</a> <a name=\"b\">c</a></p>") == "<p>a c</p>")
  }

  @Test func `something to play becomes a link to it`() throws {
    #expect(
      try html("<iframe src=\"/v\" title=\"The film\"><p>no</p></iframe>")
        == "<p><a href=\"https://example.org/v\">The film</a></p>")
  }

  @Test func `a footnote keeps its number, and loses its ways back and forth`() throws {
    let written =
      "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup> b</p>"
      + "<section class=\"footnotes\"><ol><li id=\"fn-1\"><p>c "
      + "<a href=\"#fnref-1\" class=\"footnote-backref\">↩</a></p></li></ol></section>"
    #expect(try html(written) == "<p>a[1] b</p><ol><li><p>c</p></li></ol>")
  }

  @Test func `tables keep their rows, and stray text in them gets a cell`() throws {
    #expect(
      try html(
        "<table><thead><tr><th class=\"x\">a</th></tr></thead><tr><td colspan=\"2\"></td></tr></table>"
      )
        == "<table><thead><tr><th>a</th></tr></thead><tr><td colspan=\"2\"></td></tr></table>")
    #expect(
      try html("<table>a<tr>b</tr></table>")
        == "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>")
  }

  @Test(arguments: [
    "<p>&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#39;</p>", "<p>é 日本 🎉 \u{A0}x</p>",
  ])
  func `special characters come out as they went in`(written: String) throws {
    #expect(try html(written) == written)
  }

  @Test func `named characters and numbers are resolved once`() throws {
    #expect(
      try html("<p>&eacute;&nbsp;&#x41;&#66; &copy; &unknown; &amp;lt; & &</p>")
        == "<p>é\u{A0}AB © &amp;unknown; &amp;lt; &amp; &amp;</p>")
  }

  @Test func `elements that are closed in the wrong order are closed in the right one`() throws {
    #expect(
      try html("<p>a<strong>b<em>c</strong>d</p><p>e<p>f</div></ul>")
        == "<p>a<strong>b<em>c</em></strong>d</p><p>e</p><p>f</p>")
    #expect(try html("<ul><li>a<li>b</ul>") == "<ul><li>a</li><li>b</li></ul>")
  }

  @Test func `a text without markup keeps its structure`() throws {
    let document = try document(
      """
      <h2>A</h2><p>b <a href="https://c.example/">c</a><br>d</p>
      <ul><li>e<ol start="4"><li>f</li></ol></li><li>g</li></ul>
      <blockquote><p>h</p><p>i</p></blockquote>
      <table><tr><th>j</th><th>k</th></tr><tr><td>l</td><td>m</td></tr></table>
      <p><img src="n.png" alt="N"> <a href="mailto:o@p.example">o@p.example</a></p>
      """)
    #expect(
      document.plainText == """
        A

        b c (https://c.example/)
        d

        - e
          4. f
        - g

        > h

        > i

        j | k
        l | m

        [Picture: N] o@p.example

        """)
  }
}
