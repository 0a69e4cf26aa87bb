import Foundation
import Testing
import Text

@Suite struct TruncationTests {
  @Test(arguments: [
    ("short", 10, "short"),
    ("one two three", 8, "one two…"),
    ("one two three", 7, "one…"),
    ("one, two three", 6, "one…"),
    ("indivisible", 5, "indi…"),
    ("à côté d’Élise", 9, "à côté…"),
    ("deux\u{A0}mots ici", 6, "deux…"),
    ("наука и жизнь", 8, "наука и…"),
    ("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}…"),
    ("👩‍🔬👩‍🔬👩‍🔬👩‍🔬", 2, "👩‍🔬…"),
    ("a\r\nb c d", 4, "a\r\nb…"),
    ("abc", 1, "…"),
    ("abc", 0, ""),
  ])
  func `a text is cut between words, and never within a character`(
    text: String, limit: Int, expected: String
  ) {
    #expect(text.truncated(toCharacters: limit) == expected)
  }

  @Test func `what is plain is cut as any other text`() {
    // The combining mark at the end makes the whole text one that is not plain.
    let words = "Données ouvertes – für “alle”, à coût réduit et sans détour; œuvre de santé "
    for limit in 2..<words.count {
      let plain = words.truncated(toCharacters: limit)
      let other = ("o\u{302}" + words).truncated(toCharacters: limit + 1)
      #expect(other == "o\u{302}" + plain || plain.count < 3, "at \(limit)")
    }
  }
}

@Suite struct NormalizationTests {
  @Test(arguments: [
    ("plain", "plain"), ("Élan", "Élan"), ("E\u{301}lan", "Élan"), ("\u{212B}", "Å"),
    ("a – b’s €", "a – b’s €"), ("\u{2000}", "\u{2002}"), ("\u{1E0B}\u{323}", "\u{1E0D}\u{307}"),
  ])
  func `equal-looking names are equal bytes`(text: String, expected: String) {
    #expect(Array(text.composed.utf8) == Array(expected.utf8))
  }

  @Test func `every character's decomposed form is composed again`() {
    // Latin to the end of Greek Extended, Korean, and compatibility forms; in the standard library,
    // texts are equal where they are canonically equivalent.
    for range: ClosedRange<UInt32> in [0xC0...0x1FFF, 0xAC00...0xD7A3, 0xF900...0xFFEF] {
      for scalar in range.compactMap(Unicode.Scalar.init) {
        let text = String(scalar)
        let composed = text.composed
        #expect(composed == text)
        #expect(
          Array(text.decomposedStringWithCanonicalMapping.composed.utf8) == Array(composed.utf8))
      }
    }
  }
}

@Suite struct ByteOrderTests {
  @Test(arguments: [
    "", "a", "b", "ab", "a/b", "a-b", "content/posts/2023/post-1.md",
    "content/posts/2023/post-10.md", "content/posts/2023/post-1", "é", "z", "𝒜", "content/posts/2",
  ])
  func `texts are in the order of their bytes`(left: String) {
    for right in ["", "a", "ab", "content/posts/2023/post-1.md", "content/posts/2024/a", "é", "𝒜"] {
      let expected = left.utf8.lexicographicallyPrecedes(right.utf8)
      #expect(left.precedesInBytes(right) == expected, "'\(left)' and '\(right)'")
    }
  }
}
