import Testing
import Text

@Suite struct OneLineTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), ("a b", "a b"), (" a\r\n\tb  c\u{2028}d\u{0}e\u{85}", "a b c d e"),
    ("\n", ""), ("é 🇪🇺", "é 🇪🇺"), ("a ", "a"),
  ])
  func `a text in one line keeps its words`(text: String, line: String) {
    #expect(text.inOneLine == line)
  }
}
