import Testing
import Text

@testable import Feeds

@Suite struct FeedMarkupTests {
  private func markup(_ html: String) throws -> String {
    var markup = FeedMarkup(html: Bytes(html.utf8), base: try address("https://x.eu/p/q/"))
    return markup.run().text
  }

  @Test(arguments: [
    (#"<a href="r">t</a>"#, #"<a href="https://x.eu/p/q/r">t</a>"#),
    (#"<a href='r'>t</a>"#, #"<a href='https://x.eu/p/q/r'>t</a>"#),
    ("<a href=r>t</a>", #"<a href="https://x.eu/p/q/r">t</a>"#),
    (#"<A CLASS=x HREF = "/r" lang=y>t</A>"#, #"<A CLASS=x HREF = "https://x.eu/r" lang=y>t</A>"#),
    ("<a href=\"#fn1\">1</a>", "<a href=\"https://x.eu/p/q/#fn1\">1</a>"),
    (#"<a href="?a=1&amp;b=&#x27;">t"#, #"<a href="https://x.eu/p/q/?a=1&amp;b=&#39;">t"#),
    (#"<img src="../i.png" alt="a > b"/>"#, #"<img src="https://x.eu/p/i.png" alt="a > b"/>"#),
    (#"<video poster="v.jpg">"#, #"<video poster="https://x.eu/p/q/v.jpg">"#),
    (#"<q cite="/s">"#, #"<q cite="https://x.eu/s">"#),
    (
      #"<img src="i">"# + "\n<img src='j'>",
      #"<img src="https://x.eu/p/q/i">"#
        + "\n<img src='https://x.eu/p/q/j'>"
    ),
  ])
  func `addresses become absolute`(html: String, expected: String) throws {
    #expect(try markup(html) == expected)
  }

  @Test(arguments: [
    ("a.jpg", "https://x.eu/p/q/a.jpg"),
    ("a.jpg 1x, b.jpg 2x", "https://x.eu/p/q/a.jpg 1x, https://x.eu/p/q/b.jpg 2x"),
    ("a.jpg, b.jpg 2x", "https://x.eu/p/q/a.jpg, https://x.eu/p/q/b.jpg 2x"),
    (" a.jpg  480w ,\n/b.jpg 2x,", "https://x.eu/p/q/a.jpg 480w, https://x.eu/b.jpg 2x"),
    ("a,b.jpg 1x", "https://x.eu/p/q/a,b.jpg 1x"),
    ("data:image/gif;base64,AA 1x", "data:image/gif;base64,AA 1x"),
    ("", ""), (",", ""),
  ])
  func `every candidate of a srcset becomes absolute`(set: String, expected: String) throws {
    #expect(try markup("<img srcset=\"\(set)\">") == "<img srcset=\"\(expected)\">")
  }

  @Test(arguments: [
    "plain < text & more", "<p>a</p>", #"<a href="https://y.eu/?a=1&amp;b=2">t</a>"#,
    #"<a href="mailto:a@b.eu">m</a>"#, #"<code>&lt;a href=&quot;r&quot;&gt;</code>"#,
    #"<a title="href=x">"#, "<", "", "a <3 b", #"<td class="align-left" colspan="2">"#,
    #"<img src="data:image/png;base64,AA" alt="">"#, "<hr />", #"<ol start="3">"#,
  ])
  func `what a feed can carry is copied byte for byte`(html: String) throws {
    #expect(try markup(html) == html)
  }

  @Test(arguments: [
    (#"<h2 id="a" tabindex="-1" onclick="x()" style="color:red">t</h2>"#, "<h2>t</h2>"),
    (
      #"<section class="footnotes" data-footnotes role="doc-endnotes" aria-label="F">"#,
      #"<section class="footnotes">"#
    ),
    (#"<a href="javascript:x()">t</a>"#, "<a>t</a>"),
    (#"<a href="&#x6A;avascript:x()">t</a>"#, "<a>t</a>"),
    (#"<a href="data:text/html,x">t</a>"#, "<a>t</a>"),
    ("a<script>x = '<p>' + \"</p>\"</script>b", "ab"), ("a<STYLE>p {}</style >b", "ab"),
    ("<!-- <a href=\"r\"> -->a<!DOCTYPE html>b<?php x ?>c", "abc"),
    ("<x-card><label>a <b>c</b></label></x-card>", "a <b>c</b>"),
    ("a<svg><path d=\"M0 0\"/><svg></svg></svg>b", "ab"),
    (#"<input type="checkbox" checked="" disabled="" /> done"#, "☑ done"),
    (#"<input type="checkbox"> open <input type="text">"#, "☐ open "),
    (#"a<iframe src="/v"></iframe>b"#, #"a<a href="https://x.eu/v">https://x.eu/v</a>b"#),
    (#"a<iframe srcdoc="x"></iframe>b"#, "ab"), (#"a<object><p>b</p></object>c"#, "ac"),
    (
      #"<video controls width="3"><source src="v.mp4"></video>"#,
      #"<video width="3"><source src="https://x.eu/p/q/v.mp4"></video>"#
        + #"<a href="https://x.eu/p/q/v.mp4">https://x.eu/p/q/v.mp4</a>"#
    ),
  ])
  func `what runs, styles or names parts of a page is left out`(html: String, expected: String)
    throws
  {
    #expect(try markup(html) == expected)
  }

  @Test func `no prefix of a fragment traps`() throws {
    let html =
      #"<p>a</p><!-- c --><img srcset="a 1x, b" src='x&amp;'><script>1</script><a href=q id>"#
      + #"<iframe src="y"></iframe><input type=checkbox checked><svg><a></a></svg></p><?x ?>"#
    for length in 0...html.utf8.count {
      let prefix = String(html.prefix(length))
      #expect(try !markup(prefix).contains("script"))
    }
  }
}
