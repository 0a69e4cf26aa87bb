import Diagnostics
import Markdown
import Testing
import Text

@Suite struct PositionTests {
  /// What the references of a text mark in it, as `line:column text`.
  private func places(in text: String, skipping front: String = "") -> [String] {
    let bytes = Bytes((front + text).utf8)
    let source = MarkdownSource(
      text: SourceText(path: "a.md", bytes: bytes), body: front.utf8.count..<bytes.count)
    var resolver = Resolver()
    var html = Bytes()
    _ = source.render(options: MarkdownOptions(), resolver: &resolver, into: &html)
    return resolver.seen.map {
      let range = source.range(of: $0)
      let place = source.text.location(of: range)
      return "\(place.line):\(place.column) \(bytes[range].text)"
    }
  }

  @Test(arguments: [
    ("[a](b.md)", ["1:5 b.md"]),
    ("é [b.md](b.md)", ["1:10 b.md"]),
    ("x\n\n- y\n  and [a](b.md) [c](b.md)", ["4:11 b.md", "4:21 b.md"]),
    ("> > [a](<b c.md> 'x')", ["1:10 b c.md"]),
    ("[a](b.md) [a](b.md)", ["1:5 b.md", "1:15 b.md"]),
    ("[a](x&amp;y.md)", ["1:5 x&amp;y.md"]),
    (#"[a](x\_y.md) and [b](x_y.md)"#, [#"1:5 x\_y.md"#, "1:22 x_y.md"]),
    ("![a [b] c](d(e).png)", ["1:12 d(e).png"]),
    ("[a][r], [b]\n\n[r]: one.md\n[b]: <two.md>", ["3:6 one.md", "4:7 two.md"]),
    ("see https://example.org/x.", ["1:5 https://example.org/x"]),
    ("see www.example.org or me@example.org", ["1:5 www.example.org", "1:24 me@example.org"]),
    ("<https://example.org>", ["1:2 https://example.org"]),
    ("| a |\n|---|\n| [x](y.md) |", ["3:7 y.md"]),
    ("# [a](b.md)\n\n[c\nd](e.md)", ["1:7 b.md", "4:4 e.md"]),
    ("[a]()", ["1:5 "]),
    ("text[^1]\n\n[^1]: note [a](b.md)", ["3:16 b.md"]),
  ])
  func `an address is marked where it stands`(text: String, expected: [String]) {
    #expect(places(in: text) == expected)
    // CR LF ends the same lines.
    #expect(places(in: text.replacing("\n", with: "\r\n")) == expected)
  }

  @Test func `positions count from the beginning of the file`() {
    #expect(places(in: "\n[a](b.md)", skipping: "---\ntitle: [a](b.md)\n---\n") == ["5:5 b.md"])
  }

  @Test func `an address that cannot be found marks its line`() {
    #expect(places(in: "x\n\n[a][r]\n\n[r]: b&period;md") == ["3:1 [a][r]"])
  }

  @Test func `problems have their places`() {
    let text = "---\nx: 1\n---\n\nHello <b>you</b>\nand <i>me</i>\n\n- [x](javascript:y)\n"
    let bytes = Bytes(text.utf8)
    let source = MarkdownSource(
      text: SourceText(path: "a.md", bytes: bytes), body: 13..<bytes.count)
    let places = source.render().result.diagnostics.map {
      "\($0.location.line):\($0.location.column)+\($0.location.length) \($0.rule)"
    }
    #expect(places == ["5:7+3 raw-html", "6:5+3 raw-html", "8:7+12 unsafe-link"])
  }
}
