import Diagnostics
import Markdown
import Testing
import Text

@Suite struct SafetyTests {
  @Test(arguments: [
    "<script>alert(1)</script>", "a <script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "a <img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<iframe src=x></iframe>",
    "<style>*{}</style>", "<a href='javascript:alert(1)'>x</a>", "<!-- a --><script>x</script>",
    "<!--\n--><script>x</script>", "<?php ?>", "<!DOCTYPE x>", "<![CDATA[x]]>", "- <object>",
    "> <embed>", "| <b onclick=x> |\n|---|", "# <h1 onclick=x>", "[<b onclick=x>](y)",
    "<details open ontoggle=alert(1)>",
  ])
  func `raw HTML is left out and reported`(text: String) {
    let rendering = MarkdownSource(text).render()
    let allowed = [
      "<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<blockquote>", "</blockquote>", "<table>",
      "<thead>", "<tr>", "<th>", "</th>", "</tr>", "</thead>", "</table>", "</h1>", "</a>",
      "<h1 id=\"section\">", "<a href=\"y\">", "\n",
    ]
    let rest = allowed.reduce(rendering.html) { $0.replacing($1, with: "") }
    #expect(!rest.contains("<"), "\(rendering.html)")
    #expect(rendering.rules.contains("raw-html"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "javascript&colon;alert(1)",
    "java&#10;script:alert(1)", "java&#9;script&#58;alert(1)", "&#1;javascript:alert(1)",
    "&#x20;javascript:alert(1)", "javas&#99;ript:alert(1)", "java\\script:alert(1)",
    "vbscript:x", "VBSCRIPT:x", "file:///etc/passwd", "data:text/html,x", "data:,x",
    "data:text/html;base64,PHNjcmlwdD4=", "data:image/svg+xml,x", "data&colon;image/svg+xml,x",
  ])
  func `an address that could run a script is left out and reported`(address: String) {
    for text in [
      "[a](\(address))", "[a](<\(address)>)", "![a](\(address))", "[a]\n\n[a]: \(address)",
      "[![a](\(address))](\(address))",
    ] {
      let rendering = MarkdownSource(text).render()
      if address.contains("\\") {
        // `\s` is no escape: the address begins with `java\script`, which is no scheme.
        #expect(rendering.rules.isEmpty)
        continue
      }
      #expect(rendering.html == "<p>a</p>\n")
      #expect(Set(rendering.rules) == ["unsafe-link"])
    }
  }

  @Test(arguments: [
    "data:image/png;base64,AAAA", "data:image/gif;base64,AAAA", "data:image/jpeg;base64,AAAA",
    "data:image/webp;base64,AAAA", "https://example.org/javascript:x", "javascript.html",
    "mailto:a@example.org", "#javascript:x", "./file:x", "vbscripts/x",
  ])
  func `other addresses are kept`(address: String) {
    let rendering = MarkdownSource("![a](\(address))").render()
    #expect(rendering.html.contains("src=\"\(address)\""))
    #expect(rendering.rules.isEmpty)
  }

  @Test func `unsafe addresses are left out even where raw HTML is allowed`() {
    #expect(html("[a](javascript:b)") { $0.allowsRawHTML = true } == "<p>a</p>\n")
  }

  @Test func `no attribute can be left`() {
    let quote = "\"><script>x</script>"
    #expect(
      html("```\(quote)\n```")
        == "<pre tabindex=\"0\"><code class=\"language-&quot;&gt;&lt;script&gt;x&lt;/script&gt;\"></code></pre>\n"
    )
    #expect(
      html("![a\\\"b](c 'd\"e')")
        == "<p><img src=\"c\" alt=\"a&quot;b\" title=\"d&quot;e\" loading=\"lazy\" decoding=\"async\" /></p>\n"
    )
    #expect(html("[a](<b\"c>)") == "<p><a href=\"b%22c\">a</a></p>\n")
    var resolver = Resolver()
    resolver.target = { _ in MarkdownTarget(address: "x\" onclick=\"y'&") }
    var page = Bytes()
    _ = MarkdownSource("[a](b)").render(
      options: MarkdownOptions(), resolver: &resolver, into: &page)
    #expect(page.text == "<p><a href=\"x%22%20onclick=%22y&#x27;&amp;\">a</a></p>\n")
  }

  @Test func `labels and the prefix of ids are escaped`() {
    let page = html("> [!NOTE]\n> a[^1]\n\n# b\n\n[^1]: c") {
      $0.labels.note = "<1>"
      $0.labels.backToText = "\"2\""
      $0.labels.footnotes = "\"3\""
      $0.idPrefix = "\"4\""
    }
    #expect(!page.contains("<1>") && !page.contains("\"2\"") && !page.contains("\"3\""))
    #expect(!page.contains("\"4\""))
  }

  @Test func `many problems are reported once each up to a number`() {
    let rendering = MarkdownSource(String(repeating: "<b>\n\n", count: 5000)).render()
    #expect(rendering.rules.count == 101)
    #expect(rendering.result.diagnostics.last?.message == "and 4900 more problems in this text")
  }

  @Test func `control characters do not reach the page`() {
    #expect(html("a\u{0}b\u{B}c\u{1B}d&#8;e\tf") == "<p>a\u{FFFD}bcde\tf</p>\n")
    #expect(html("`\u{1}`") == "<p><code></code></p>\n")
    #expect(html("a\u{C}b\u{7F}c\u{85}d&#x9F;e\(scalar(0xFFFE))f") == "<p>abcdef</p>\n")
    let whole = MarkdownSource("# A\u{7F}b&#1;\n\nc\u{2}d\(scalar(0xFDD0))e").render().result
    #expect(whole.headings.map(\.title) == ["Ab"])
    #expect(whole.leadingHeading == "Ab")
    #expect(whole.summary == "cde")
    #expect(html("[a](b\u{1}c)") == "<p><a href=\"b%01c\">a</a></p>\n")
  }

  @Test func `bytes that are no UTF-8 become U+FFFD`() {
    let source = MarkdownSource(bytes: [0x61, 0xFF, 0xC3, 0x0A, 0xED, 0xA0, 0x80, 0x62])
    #expect(source.render().html == "<p>a\u{FFFD}\u{FFFD}\n\u{FFFD}b</p>\n")
  }
}

/// A character by its number; the compiler takes no noncharacters in texts.
private func scalar(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "?" }
