import Testing
import Text

@testable import Checks

/// Which size style sheets give a picture.
@Suite struct StyleTests {
  private static let html = """
    <div class="mark other" id="funding"><p><img src="e.svg" width="96" height="64"></p></div>
    """

  /// The sizes of the picture under a style sheet, as `WIDTHxHEIGHT`.
  private func sizes(_ css: String, html: String = StyleTests.html) throws -> [String] {
    let page = HTMLPage(Bytes(html.utf8))
    let image = try #require(page.elements.indices.first { page.elements[$0].name == "img" })
    let cascade = StyleCascade(sheet: StyleSheet(Bytes(css.utf8)), page: page)
    let boxes = PictureBox.boxes(
      of: page.elements[image], styled: cascade.values(of: image),
      natural: PictureBox(width: 3, height: 2), isScalable: true)
    return boxes.map { box in
      let sides = [box.width, box.height].map { $0.map { "\(Int($0.rounded()))" } ?? "?" }
      return sides.joined(separator: "x")
    }
  }

  @Test(arguments: [
    ("", "96x64"), ("img { height: auto; max-width: 100% }", "96x64"),
    (".mark img { height: 2rem; width: auto }", "48x32"),
    (".mark img { width: 3rem; height: auto }", "48x32"),
    ("#funding > p > img { height: 1cm; width: auto }", "57x38"),
    ("div > img { height: 1px }", "96x64"), (".mark { height: 1px }", "96x64"),
    ("img { height: 10px !important } .mark img { height: 20px }", "96x10"),
    (".mark img { height: 20px } img { height: 10px }", "96x20"),
    ("img { height: 10px } img { height: 20px }", "96x20"),
    ("p.x img, img { height: 20px }", "96x20"), ("img:hover { height: 1px }", "96x64"),
    ("img { max-height: 32px; width: auto }", "48x32"),
    (":root { --h: 40px } img { height: var(--h); width: auto }", "60x40"),
    ("img { height: var(--none, 30px); width: auto }", "45x30"),
    ("img { height: 50%; width: auto }", "?x?"), ("/* img { height: 1px } */", "96x64"),
    ("@layer a { img { height: 20px } }", "96x20"), ("@font-face { height: 1px }", "96x64"),
    ("img[src=\"e.svg\"] { height: 20px }", "96x20"), ("img[src^='x'] { height: 2px }", "96x64"),
    ("p { & img { height: 1px } } img { height: 20px }", "96x20"),
    ("a::before { content: \"} img { height: 1px }\" } img { height: 20px }", "96x20"),
    ("img { height: 20px", "96x20"), ("}", "96x64"), ("img {", "96x64"),
  ])
  func `the cascade decides`(css: String, size: String) throws {
    #expect(try sizes(css) == [size])
  }

  @Test func `a condition adds a size and does not replace the usual one`() throws {
    let css = "img { height: 64px } @media print { img { height: 20px } }"
    #expect(try sizes(css) == ["96x64", "96x20"])
    #expect(
      try sizes(".mark img { height: 64px } @media print { img { height: 20px } }") == ["96x64"])
  }

  @Test func `a style attribute comes before style sheets`() throws {
    let html = "<img style=\"height: 30px; width: auto\" height=\"64\">"
    #expect(try sizes("img { height: 20px }", html: html) == ["45x30"])
  }

  @Test func `every beginning of a style sheet is read to its end`() {
    let css = Bytes(
      "@media print{a>b.c#d[e='}']+f{g:h!important;i:url(\"x\\\"}\")}}/* } */@layer x;j{k:l".utf8)
    for length in 0...css.count {
      let sheet = StyleSheet(Bytes(css.prefix(length)))
      #expect(sheet.rules.allSatisfy { !$0.selector.compounds.isEmpty })
    }
  }

  @Test(arguments: [
    ("10px", 10.0), ("2.54cm", 96), ("25.4mm", 96), ("1in", 96), ("72pt", 96), ("6pc", 96),
    ("2rem", 32), ("0", 0),
  ])
  func `lengths are in pixels`(text: String, pixels: Double) throws {
    let found = try #require(PictureBox.pixels(text))
    #expect(abs(found - pixels) < 0.001)
  }

  @Test(arguments: ["50%", "10", "calc(1px + 2px)", "auto", "5vw", ""])
  func `what depends on something else is no length`(text: String) {
    #expect(PictureBox.pixels(text) == nil)
  }
}
