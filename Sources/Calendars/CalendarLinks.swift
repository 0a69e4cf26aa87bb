internal import CivilTime
internal import Text

// Links that put an event into a calendar on the web. They are plain addresses of the services'
// own pages, without a script, and tell nobody anything until a person follows one.
extension CalendarEvent {
  /// The address that offers the event to Google's calendar.
  public var googleAddress: String {
    var dates = Bytes()
    switch period {
    case .days(let first, _):
      dates.append(calendarDay: first)
      dates.append("/")
      // Google wants an end for a single day too.
      dates.append(
        calendarDay: period.exclusiveEndDay ?? CivilDate(daysSinceEpoch: first.daysSinceEpoch + 1))
    case .time(let start, _):
      dates.append(calendarInstant: start)
      dates.append("/")
      dates.append(calendarInstant: period.endTime ?? start)
    }
    return query(
      "https://calendar.google.com/calendar/render?action=TEMPLATE",
      [("text", title), ("dates", dates.text), ("details", description), ("location", location)])
  }

  /// The address that offers the event to the calendar of Outlook on the web.
  public var outlookAddress: String {
    var parameters = [("subject", title.inOneLine)]
    switch period {
    case .days(let first, let last):
      parameters += [
        ("startdt", isoDay(first)), ("enddt", isoDay(period.exclusiveEndDay ?? last)),
        ("allday", "true"),
      ]
    case .time(let start, _):
      parameters += [
        ("startdt", isoInstant(start)), ("enddt", isoInstant(period.endTime ?? start)),
      ]
    }
    return query(
      "https://outlook.office.com/calendar/action/compose?rru=addevent",
      parameters + [("body", description), ("location", location)])
  }

  private func query(_ base: String, _ parameters: [(name: String, value: String)]) -> String {
    var address = Bytes(base.utf8)
    for (name, value) in parameters where !value.isEmpty {
      address.append("&\(name)=")
      address.append(queryValue: value)
    }
    return address.text
  }

  private func isoDay(_ date: CivilDate) -> String {
    Timestamp(local: LocalDateTime(startOf: date), offsetSeconds: 0, isDateOnly: true).isoDate
  }

  private func isoInstant(_ timestamp: Timestamp) -> String {
    let utc = Timestamp(secondsSinceEpoch: timestamp.secondsSinceEpoch)
    return String(utc.rfc3339.dropLast("+00:00".count)) + "Z"
  }
}

extension Array where Element == UInt8 {
  /// Appends a value of a query, everything but letters, digits and `-._~` percent-encoded.
  fileprivate mutating func append(queryValue text: String) {
    let digits = Bytes("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(digits[Int(byte >> 4)])
        append(digits[Int(byte & 15)])
      }
    }
  }
}
