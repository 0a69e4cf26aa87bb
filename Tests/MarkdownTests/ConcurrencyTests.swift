import Markdown
import TestSupport
import Testing
import Text

@Suite struct ConcurrencyTests {
  /// A text with what libcmark-gfm keeps global state for, different for each number.
  private static func text(_ number: Int) -> String {
    var random = SeededNumbers(seed: UInt64(number) &+ 1)
    let pieces = [
      "~~struck *out*~~ and **bold~~ er~~**", "www.example.org/\(number) and http://a.b/\(number)",
      "| a | b |\n|:--|--:|\n| ~~c~~ | \(number) |", "note[^\(number)]\n\n[^\(number)]: ~~text~~",
      "- [x] done ~~\(number)~~\n- [ ] open", "# Heading ~~\(number)~~ www.a.b", "`code` *a~b~*",
      "a@example.org: ~~one~~ two~~three~~",
    ]
    return (0..<20).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      .joined(separator: "\n\n")
  }

  @Test func `parallel rendering equals serial rendering`() async {
    let sources = (0..<1500).map { MarkdownSource(Self.text($0)) }
    let serial = sources.map { $0.render().html }
    for _ in 0..<3 {
      let parallel = await withTaskGroup(of: [(Int, String)].self) { group in
        for worker in 0..<4 {
          group.addTask {
            stride(from: worker, to: sources.count, by: 4).map { ($0, sources[$0].render().html) }
          }
        }
        var pages = [String](repeating: "", count: sources.count)
        for await part in group { for (index, page) in part { pages[index] = page } }
        return pages
      }
      #expect(parallel == serial)
    }
    #expect(serial.contains { $0.contains("<del>struck <em>out</em></del>") })
  }

  #if os(Linux)
    @Test func `parses do not wait for each other`() {
      #expect(MarkdownSource.parsesInParallel)
    }
  #endif

  @Test func `a resolver may render another text`() {
    var resolver = Resolver()
    resolver.target = { _ in
      MarkdownTarget(address: String(MarkdownSource("*inner* ~~a~~").render().html.utf8.count))
    }
    var page = Bytes()
    _ = MarkdownSource("[a](b) *c* [d](e)\n\nf").render(
      options: MarkdownOptions(), resolver: &resolver, into: &page)
    #expect(
      page.text
        == "<p><a href=\"35\">a</a> <em>c</em> <a href=\"35\">d</a></p>\n<p>f</p>\n")
  }
}
