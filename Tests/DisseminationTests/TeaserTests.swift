import Testing

@testable import Dissemination

/// A teaser fits into the form whatever its characters are.
@Suite struct TeaserTests {
  @Test(arguments: ["word ", "é", "🎉", "👩‍👩‍👧‍👦", "日本", "e\u{301} "])
  func `a teaser is never longer than the form counts`(piece: String) {
    let text = String(repeating: piece, count: 400)
    for limit in [1, 2, 7, 299, 300] {
      let teaser = text.truncated(toFormLength: limit)
      #expect(teaser.utf16.count <= limit)
      #expect(teaser.isEmpty || teaser.hasSuffix("…"))
      #expect(text.hasPrefix(teaser.dropLast()))
    }
  }

  @Test func `a text that fits is left alone, and a longer one is cut at a word`() {
    let fits = String(repeating: "a", count: 300)
    #expect(fits.truncated(toFormLength: 300) == fits)
    #expect("One two three".truncated(toFormLength: 10) == "One two…")
    // A family of four counts as eleven for the form and as one for a person.
    #expect("👩‍👩‍👧‍👦 at home".truncated(toFormLength: 16) == "👩‍👩‍👧‍👦 at…")
  }
}
