/// The form that a word takes after a number, by the categories of Unicode's CLDR.
public enum PluralCategory: String, Sendable, Hashable, CaseIterable {
  /// Nothing, in languages with a form for it.
  case zero
  /// `1 post`
  case one
  /// Two, in languages with a form for it.
  case two
  /// A few, as in Polish: `2 posty`.
  case few
  /// Many, as in Polish, `5 postów`, and of millions in French, Spanish, Catalan and Italian.
  case many
  /// Everything else; the only one that every language has.
  case other

  /// The category of a whole number in a language, by its code (BCP 47).
  ///
  /// Of languages that are not known here, 1 is `one` and everything else is `other`.
  public init(of number: Int, in language: String) {
    let size = number.magnitude
    switch PluralCategory.primaryTag(language) {
    case "fr": self = size < 2 ? .one : PluralCategory.millions(size)
    case "es", "ca", "it": self = size == 1 ? .one : PluralCategory.millions(size)
    case "pt":
      let hasOneOnly = language.lowercased().hasSuffix("-pt")
      self = size == 1 || size == 0 && !hasOneOnly ? .one : PluralCategory.millions(size)
    case "pl":
      self = size == 1 ? .one : PluralCategory.isFew(size) ? .few : .many
    case "ru", "uk":
      let isOne = size % 10 == 1 && size % 100 != 11
      self = isOne ? .one : PluralCategory.isFew(size) ? .few : .many
    case "cs", "sk": self = size == 1 ? .one : (2...4).contains(size) ? .few : .other
    default: self = size == 1 ? .one : .other
    }
  }

  /// The category of a number that is written with a fraction.
  public init(of number: Double, in language: String) {
    switch PluralCategory.primaryTag(language) {
    case "fr": self = number.magnitude < 2 ? .one : .other
    case "pt":
      let hasOneOnly = language.lowercased().hasSuffix("-pt")
      self = number.magnitude < 2 && !hasOneOnly ? .one : .other
    case "es": self = number.magnitude == 1 ? .one : .other
    case "cs", "sk": self = .many
    default: self = .other
    }
  }

  /// The category of a value of a template; nil where it is no number.
  public init?(of value: TemplateValue, in language: String) {
    switch value {
    case .integer(let number): self.init(of: number, in: language)
    case .number(let number): self.init(of: number, in: language)
    case .undefined, .none, .bool, .text, .markup, .date, .list, .tuple, .sequence, .dictionary,
      .object,
      .function, .reference:
      return nil
    }
  }

  private static func primaryTag(_ language: String) -> String {
    language.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }

  private static func millions(_ size: UInt) -> PluralCategory {
    size != 0 && size % 1_000_000 == 0 ? .many : .other
  }

  private static func isFew(_ size: UInt) -> Bool {
    (2...4).contains(size % 10) && !(12...14).contains(size % 100)
  }
}
