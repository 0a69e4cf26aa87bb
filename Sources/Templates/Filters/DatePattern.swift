import CivilTime
import Diagnostics
import Text

/// A pattern of letters for the parts of a date, as Unicode's LDML defines them (UTS #35).
struct DatePattern {
  private let pattern: String

  init(_ pattern: String) { self.pattern = pattern }

  /// The text of a date; a failure for a letter without a meaning.
  func text(of timestamp: Timestamp, _ names: CalendarNames) throws(TemplateFailure) -> String {
    let bytes = Bytes(pattern.utf8)
    if bytes.span.firstIndex(of: UInt8(ascii: "%"), in: 0..<bytes.count) != nil {
      throw TemplateFailure(
        "wrong-argument", "'\(pattern)' is no pattern of a date",
        help: ["write `d MMMM yyyy` for `%-d %B %Y`, or one of the names long, medium, short, iso"])
    }
    let local = timestamp.local
    var result = Bytes()
    result.reserveCapacity(32)
    var index = 0
    while index < bytes.count {
      let letter = bytes[index]
      if letter == UInt8(ascii: "'") {
        index = appendQuoted(bytes, index, to: &result)
        continue
      }
      var end = index + 1
      while end < bytes.count, bytes[end] == letter { end += 1 }
      if letter.isASCIILetter {
        try append(letter, end - index, local, names, to: &result)
      } else {
        result.append(contentsOf: bytes[index..<end])
      }
      index = end
    }
    return result.text
  }

  /// Appends what stands between apostrophes as it is; two of them are one apostrophe.
  private func appendQuoted(_ bytes: Bytes, _ start: Int, to result: inout Bytes) -> Int {
    let quote = UInt8(ascii: "'")
    if start + 1 < bytes.count, bytes[start + 1] == quote {
      result.append(quote)
      return start + 2
    }
    let end = bytes[(start + 1)...].firstIndex(of: quote) ?? bytes.count
    result.append(contentsOf: bytes[(start + 1)..<end])
    return end + 1
  }

  private func append(
    _ byte: UInt8, _ count: Int, _ local: LocalDateTime, _ names: CalendarNames,
    to result: inout Bytes
  ) throws(TemplateFailure) {
    let date = local.date
    let letter = Unicode.Scalar(byte)
    switch (letter, count) {
    case ("y", 2): result.append(decimal: date.year % 100, width: 2)
    case ("y", _): result.append(decimal: date.year, width: count)
    case ("M", 3): result.append(names.shortMonths[date.month - 1])
    case ("M", 4): result.append(names.months[date.month - 1])
    case ("L", 4): result.append(names.standaloneMonths[date.month - 1])
    case ("M", 1...2): result.append(decimal: date.month, width: count)
    case ("d", 1...2): result.append(decimal: date.day, width: count)
    case ("D", 1...3): result.append(decimal: date.dayOfYear, width: count)
    case ("E", 1...3): result.append(names.shortDays[date.weekday])
    case ("E", 4): result.append(names.days[date.weekday])
    case ("H", 1...2): result.append(decimal: local.hour, width: count)
    case ("h", 1...2): result.append(decimal: (local.hour + 11) % 12 + 1, width: count)
    case ("a", 1): result.append(local.hour < 12 ? "AM" : "PM")
    case ("m", 1...2): result.append(decimal: local.minute, width: count)
    case ("s", 1...2): result.append(decimal: local.second, width: count)
    default:
      throw TemplateFailure(
        "wrong-argument",
        "'\(String(repeating: Character(letter), count: count))' has no meaning in the pattern '\(pattern)'",
        help: [
          "the parts are yyyy, M, MM, MMM, MMMM, d, dd, EEE, EEEE, HH, mm, ss; put words between "
            + "apostrophes"
        ])
    }
  }
}
