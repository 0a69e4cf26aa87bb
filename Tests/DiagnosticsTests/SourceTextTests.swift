import Diagnostics
import Testing
import Text

@Suite struct SourceTextTests {
  /// The place of the first `needle` in a text.
  private func location(of needle: String, in text: String) throws -> TextLocation {
    let bytes = Bytes(text.utf8)
    let wanted = Bytes(needle.utf8)
    let start = try #require(
      bytes.indices.first { bytes[$0...].starts(with: wanted) })
    return SourceText(path: "a.md", bytes: bytes).location(of: start..<start + wanted.count)
  }

  @Test(arguments: [
    ("one\ntwo X", 2, 5), ("one\r\ntwo X", 2, 5), ("one\rtwo X", 2, 5),
    ("\u{FEFF}X", 1, 1), ("é e\u{301} 👩‍👩‍👧 X", 1, 7), ("\n\n\nX\n", 4, 1),
  ])
  func `lines and columns count as a person does`(text: String, line: Int, column: Int) throws {
    let place = try location(of: "X", in: text)
    #expect(place.line == line)
    #expect(place.column == column)
    #expect(place.length == 1)
  }

  @Test func `a range is cut at the end of its line`() throws {
    let place = SourceText(path: "a", bytes: Bytes("ab\ncd".utf8)).location(of: 1..<5)
    #expect(place.length == 1)
    #expect(place.excerpt == TextExcerpt(before: "a", marked: "b", after: ""))
  }

  @Test func `a long line is shown around the problem only`() throws {
    let place = try location(of: "X", in: String(repeating: "é", count: 5000) + "X" + "after")
    #expect(place.column == 5001)
    let excerpt = try #require(place.excerpt)
    #expect(excerpt.isCutAtStart)
    #expect(excerpt.before.count == 50)
    #expect(excerpt.after == "after")
  }

  @Test func `suggestions are near or none`() {
    #expect(nearest(to: "dratf", among: ["date", "draft"]) == "draft")
    #expect(nearest(to: "Title", among: ["title"]) == "title")
    #expect(nearest(to: "zzz", among: ["date", "draft"]) == nil)
  }
}
