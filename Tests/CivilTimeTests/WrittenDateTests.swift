import CivilTime
import Testing

@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("2023-02-23", "2023-02-23"),
    ("2023-02-23 14:00", "2023-02-23T14:00:00+00:00"),
    ("2023-02-23T14:00:05.25Z", "2023-02-23T14:00:05+00:00"),
    ("2023-02-23 00:30:00 +02:00", "2023-02-23T00:30:00+02:00"),
    ("2024-02-29T23:59:59-0530", "2024-02-29T23:59:59-05:30"),
  ])
  func `dates keep the day and the offset they were written with`(input: String, iso: String) throws
  {
    #expect(try WrittenDate(input).timestamp(in: .utc).iso8601 == iso)
  }

  @Test(arguments: [
    ("2026-02-30", DateError.noSuchDay(year: 2026, month: 2, day: 30)),
    ("2023-02-29", .noSuchDay(year: 2023, month: 2, day: 29)),
    ("2026-13-45", .noSuchDay(year: 2026, month: 13, day: 45)),
    ("0000-01-01", .noSuchDay(year: 0, month: 1, day: 1)),
    ("2 June", .form), ("10000-01-01", .form), ("-0001-01-01", .form), ("", .form),
    ("2023-02-23 25:00", .noSuchTime), ("2023-02-23T10:00+15:00", .noSuchOffset),
    ("2023-02-23x", .form), ("2023-02-23T10:00Zx", .form),
  ])
  func `impossible dates are errors`(input: String, error: DateError) {
    #expect(throws: error) { try WrittenDate(input) }
  }

  @Test func `every day of four centuries survives the way through its number`() throws {
    var date = try #require(CivilDate(year: 1899, month: 12, day: 31))
    for number in date.daysSinceEpoch...(date.daysSinceEpoch + 146_097) {
      let next = CivilDate(daysSinceEpoch: number)
      #expect(next.daysSinceEpoch == number && next >= date)
      #expect(CivilDate(year: next.year, month: next.month, day: next.day) == next)
      date = next
    }
  }

  @Test func `feed dates are English with a numeric zone`() {
    let stamp = Timestamp(secondsSinceEpoch: 1_677_157_200, offsetSeconds: 3600)
    #expect(stamp.rfc822 == "Thu, 23 Feb 2023 14:00:00 +0100")
    #expect(stamp.rfc3339 == "2023-02-23T14:00:00+01:00")
  }

  @Test func `a skipped time moves on and a repeated time means the first`() throws {
    // Stockholm 2023: summer time from 26 March 01:00 UTC to 29 October 01:00 UTC.
    let stockholm = TimeZoneRules(name: "Europe/Stockholm") { instant in
      (1_679_792_400..<1_698_541_200).contains(instant) ? 7200 : 3600
    }
    func stamp(_ text: String) throws -> String {
      try WrittenDate(text).timestamp(in: stockholm).rfc3339
    }
    #expect(try stamp("2023-03-26 02:30") == "2023-03-26T03:30:00+02:00")
    #expect(try stamp("2023-10-29 02:30") == "2023-10-29T02:30:00+02:00")
    #expect(try stamp("2023-10-29 03:00") == "2023-10-29T03:00:00+01:00")
    #expect(try stamp("2023-07-01 12:00") == "2023-07-01T12:00:00+02:00")
  }
}
