public import CivilTime
internal import Text

extension Timestamp {
  /// A date as feeds write it: RFC 3339 (Atom, JSON Feed) or RFC 822 with a year of two or four
  /// digits (RSS); nil where it is neither.
  public init?(feedDate text: String) {
    do throws(DateError) {
      self = try WrittenDate(text).timestamp(in: .utc)
    } catch {
      guard let date = Timestamp(rfc822: text) else { return nil }
      self = date
    }
  }

  /// `Thu, 23 Feb 2023 14:00:00 +0100`; the weekday and the seconds may be missing.
  private init?(rfc822 text: String) {
    let afterWeekday = text.lastIndex(of: ",").map { text[text.index(after: $0)...] } ?? text[...]
    let words = afterWeekday.split(whereSeparator: \.isWhitespace)
    guard words.count == 5, let day = Int(words[0]), let year = Int(words[2]),
      let month = Timestamp.months.firstIndex(of: words[1].prefix(3).lowercased()),
      let offset = Timestamp.offset(words[4])
    else { return nil }
    let clock = words[3].split(separator: ":").map { Int($0) }
    guard 2...3 ~= clock.count, let hour = clock[0], let minute = clock[1],
      let second = clock.count == 3 ? clock[2] : 0,
      let date = CivilDate(
        year: words[2].count > 2 ? year : year + (year < 50 ? 2000 : 1900), month: month + 1,
        day: day),
      let local = LocalDateTime(date: date, hour: hour, minute: minute, second: second)
    else { return nil }
    self.init(local: local, offsetSeconds: offset)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Seconds ahead of UTC: `+0100`, `-05:00`, or one of the names of RFC 822.
  private static func offset(_ text: Substring) -> Int? {
    let names = [
      "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
      "MDT": -6, "PST": -8, "PDT": -7,
    ]
    if let hours = names[text.uppercased()] { return hours * 3600 }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard let sign = text.first, sign == "+" || sign == "-", digits.count == 4,
      let number = Int(digits)
    else { return nil }
    return (number / 100 * 60 + number % 100) * (sign == "-" ? -60 : 60)
  }
}
