public import CivilTime
internal import Text

/// When a work was published, as precisely as that is known.
public struct CitationDate: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int?
  /// The day of the month.
  public var day: Int?

  /// A date of which the year is known at least.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  /// A whole date.
  public init(_ date: CivilDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }

  /// The year's four digits.
  var yearDigits: String { String(numbers(separator: "-").prefix(4)) }

  /// The known parts with a separator: `2023/02/23`, `2023-02`, `2023`.
  public func numbers(separator: String) -> String {
    var text = Bytes()
    text.append(decimal: year, width: 4)
    for part in [month, day].compactMap({ $0 }) {
      text.append(separator)
      text.append(decimal: part, width: 2)
    }
    return text.text
  }
}
