import Feeds
import Testing
import Text

@Suite struct AbsoluteHTMLTests {
  private func absolute(_ html: String) throws -> String {
    absolutized(html: Bytes(html.utf8), base: try address("https://x.eu/p/q/")).text
  }

  @Test(arguments: [
    (#"<a href="r">t</a>"#, #"<a href="https://x.eu/p/q/r">t</a>"#),
    (#"<a href='r'>t</a>"#, #"<a href='https://x.eu/p/q/r'>t</a>"#),
    ("<a href=r>t</a>", #"<a href="https://x.eu/p/q/r">t</a>"#),
    (#"<A CLASS=x HREF = "/r" id=y>t</A>"#, #"<A CLASS=x HREF = "https://x.eu/r" id=y>t</A>"#),
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
    #expect(try absolute(html) == expected)
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
    #expect(try absolute("<img srcset=\"\(set)\">") == "<img srcset=\"\(expected)\">")
  }

  @Test(arguments: [
    "plain < text & more", "<p>a</p>", #"<a href="https://y.eu/?a=1&amp;b=2">t</a>"#,
    #"<a href="mailto:a@b.eu">m</a>"#, #"<!-- <a href="r"> -->"#, #"<a data-href="r">"#,
    #"<script>x = '<a href="r">'</script>"#, #"<code>&lt;a href=&quot;r&quot;&gt;</code>"#,
    #"<a title="href=x">"#, "<a", "<a href", "<a href=", "<a href=\"r", "<", "", "<!--",
    "<script><a href=r>", #"<p ="href">"#, "<p/href>",
  ])
  func `everything else is copied byte for byte`(html: String) throws {
    #expect(try absolute(html) == html)
  }

  @Test func `text after a script is markup again`() throws {
    #expect(
      try absolute("<style>a</STYLE><a href=r>")
        == "<style>a</STYLE><a href=\"https://x.eu/p/q/r\">")
  }

  @Test func `no prefix of a fragment traps and all of them keep their text`() throws {
    let html = #"<p>a</p><!-- c --><img srcset="a 1x, b" src='x&amp;'><script>1</script><a href=q>"#
    for length in 0...html.utf8.count {
      let prefix = String(html.prefix(length))
      #expect(try absolute(prefix).utf8.count >= prefix.utf8.count)
    }
  }
}
