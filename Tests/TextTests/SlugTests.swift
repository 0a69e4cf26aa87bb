import Testing
import Text

@Suite struct SlugTests {
  @Test(arguments: [
    ("Hello, World!", "hello-world"),
    ("Eurasanté — à Lille", "eurasante-a-lille"),
    ("e\u{301}tude", "etude"),
    ("Björn's plan", "bjorns-plan"),
    ("Straße Ærø Łódź", "strasse-aero-lodz"),
    ("Ελλάδα", "ελλάδα"),
    ("数字 健康", "数字-健康"),
    ("🚀", "u1f680"),
    ("  --a  b--", "a-b"),
    ("C++ & C#", "c-c"),
  ])
  func `a slug is lower case, joined by hyphens, never empty`(input: String, expected: String) {
    #expect(slug(input) == expected)
  }
}
