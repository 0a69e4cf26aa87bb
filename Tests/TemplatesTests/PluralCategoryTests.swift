import Templates
import Testing

/// The rules of CLDR, for the languages that sites are written in.
@Suite struct PluralCategoryTests {
  @Test(arguments: [
    ("en", [0: "other", 1: "one", 2: "other", 1_000_000: "other"]),
    ("sv", [0: "other", 1: "one", 2: "other"]),
    ("et", [0: "other", 1: "one", 21: "other"]),
    ("fr", [0: "one", 1: "one", 2: "other", 1_000_000: "many", 1_000_001: "other"]),
    ("fr-CA", [0: "one", 2: "other"]),
    ("es", [0: "other", 1: "one", 2: "other", 2_000_000: "many"]),
    ("ca", [0: "other", 1: "one", 2: "other", 1_000_000: "many"]),
    ("it", [1: "one", 1_000_000: "many"]),
    ("pt", [0: "one", 1: "one", 2: "other"]),
    ("pt-PT", [0: "other", 1: "one"]),
    ("pl", [0: "many", 1: "one", 2: "few", 5: "many", 12: "many", 22: "few", 112: "many"]),
    ("uk", [1: "one", 2: "few", 5: "many", 11: "many", 21: "one"]),
    ("cs", [1: "one", 3: "few", 5: "other"]),
    ("xx", [0: "other", 1: "one", 2: "other"]),
  ])
  func `a number has the category of its language`(language: String, expected: [Int: String]) {
    for (number, category) in expected {
      #expect(
        PluralCategory(of: number, in: language).rawValue == category, "\(number) in \(language)")
    }
  }

  @Test func `a negative number counts as its size`() {
    #expect(PluralCategory(of: -1, in: "en") == .one)
    #expect(PluralCategory(of: Int.min, in: "en") == .other)
  }

  @Test func `a number with a fraction has a category of its own`() {
    #expect(PluralCategory(of: 1.0, in: "en") == .other)
    #expect(PluralCategory(of: 1.5, in: "fr") == .one)
    #expect(PluralCategory(of: 1.5, in: "cs") == .many)
    #expect(PluralCategory(of: .text("1"), in: "en") == nil)
  }
}
