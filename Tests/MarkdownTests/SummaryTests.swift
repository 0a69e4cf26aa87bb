import Markdown
import Testing
import Text

@Suite struct SummaryTests {
  private func summary(_ text: String, length: Int = 300) -> String {
    MarkdownSource(text).render { $0.summaryLength = length }.result.summary
  }

  @Test(arguments: [
    ("One two.\n\nThree.", "One two. Three."),
    ("# Title\n\nText", "Text"),
    ("![alt](a.png)\n\nText", "Text"),
    ("```\ncode\n```\n\nText `code`", "Text code"),
    ("| a |\n|---|\n| b |\n\nText", "Text"),
    ("> [!TIP]\n> Text", "Text"),
    ("> quoted\n\n- item", "quoted item"),
    ("A *b*c  \nd\ne", "A bc d e"),
    ("&lt;b&gt; &amp;amp; &quot;", "<b> &amp; \""),
    ("a[^1]\n\n[^1]: note", "a"),
    ("<div>raw</div>\n\nText", "Text"),
    ("", ""),
    ("a <!-- more --> b", "a"),
    ("a\n\nb\n\n<!--more-->\n\nc", "a b"),
    ("a\n\n<!-- MORE -->\n\nb <!-- more -->", "a"),
    ("a\n\n<!-- moreover -->\n\nb", "a b"),
    ("`<!-- more -->` b", "<!-- more --> b"),
  ])
  func `a summary is the plain text of paragraphs`(text: String, expected: String) {
    #expect(summary(text) == expected)
  }

  @Test func `a summary is cut between words`() {
    #expect(summary("one two three", length: 9) == "one two…")
    #expect(summary("one  two \t three &#10; four", length: 11) == "one two…")
    #expect(summary("one two three", length: 0) == "")
    #expect(summary("one two three", length: -1) == "")
    #expect(summary("one two three", length: 13) == "one two three")
    #expect(summary(String(repeating: "word ", count: 1000)).count <= 300)
    #expect(summary("one *two* three &amp; four", length: 16) == "one two three &…")
  }

  @Test(arguments: ["👩‍👩‍👧", "e\u{301}", "🇪🇺", "ä", "&eacute;", "👍🏽"])
  func `no character is split`(character: String) {
    let decoded = character == "&eacute;" ? "é" : character
    for length in 1...12 {
      let cut = summary(String(repeating: character, count: 400), length: length)
      #expect(cut == String(repeating: decoded, count: length - 1) + "…")
      let words = summary(String(repeating: character + " ", count: 400), length: length)
      #expect(words.allSatisfy { String($0) == decoded || $0 == " " || $0 == "…" })
      #expect(words.count <= length)
    }
  }

  @Test func `a marker may leave a long summary`() {
    let text = String(repeating: "word ", count: 200)
    let result = MarkdownSource(text + "\n\n<!-- more -->\n\nrest").render().result
    #expect(result.summary.count == 999)
    #expect(result.hasMoreMarker)
    #expect(!MarkdownSource(text).render().result.hasMoreMarker)
  }

  @Test(arguments: [
    ("one two three", 3), ("one*two* three", 2), ("# a b\n\nc", 3), ("a\nb", 2), ("a  \nb", 2),
    ("数字健康", 4), ("数字 health", 3), ("かな", 2), ("한국어 말", 2), ("a — b", 2), ("", 0),
    ("| a | b |\n|---|---|\n| c d | e |", 5), ("```\nlet x\n```", 2), ("naïve café", 2),
    ("a\u{A0}b", 2), ("- a\n- b", 2), ("![alt text](a.png)", 0),
  ])
  func `words are counted`(text: String, expected: Int) {
    #expect(MarkdownSource(text).render().result.wordCount == expected)
  }

  @Test func `words are counted alike wherever in a text they begin`() {
    let words = ["a", "naïve", "–", "two\u{A0}three", "漢字", "“so”", "e\u{301}", "1,000"]
    for padding in 0..<9 {
      let text = String(repeating: "x", count: padding) + words.joined(separator: " ")
      #expect(MarkdownSource(text).render().result.wordCount == 9, "\(padding)")
    }
  }
}
