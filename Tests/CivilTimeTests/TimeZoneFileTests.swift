import CivilTime
import Foundation
import Testing
import Text

@Suite struct TimeZoneFileTests {
  private static func file(of zone: String) throws -> Bytes {
    let folder = ["/usr/share/zoneinfo/", "/etc/zoneinfo/"].first {
      FileManager.default.fileExists(atPath: $0)
    }
    return Bytes(try Data(contentsOf: URL(filePath: try #require(folder) + zone)))
  }

  /// A file without changes whose clocks follow a rule.
  private static func file(
    rule: String, version: String = "2", leapSeconds: UInt8 = 0
  ) -> Bytes {
    // The counts of marks, marks, leap seconds, changes, clocks and characters; one clock at UTC.
    func part(_ leapSeconds: UInt8) -> Bytes {
      let counts = [0, 0, leapSeconds, 0, 1, 4].flatMap { [0, 0, 0, $0] as Bytes }
      return Bytes("TZif\(version)".utf8) + Bytes(repeating: 0, count: 15) + counts
        + Bytes(repeating: 0, count: 6) + Bytes("UTC\0".utf8)
        + Bytes(repeating: 0, count: Int(leapSeconds) * 12)
    }
    return part(0) + part(leapSeconds) + Bytes("\n\(rule)\n".utf8)
  }

  @Test(arguments: [
    "Europe/Stockholm", "Europe/Madrid", "Europe/Paris", "Europe/London", "Europe/Dublin",
    "Europe/Lisbon", "Europe/Athens", "Europe/Moscow", "Atlantic/Azores", "America/New_York",
    "America/St_Johns", "America/Sao_Paulo", "Asia/Tokyo", "Asia/Kathmandu", "Australia/Sydney",
    "Australia/Lord_Howe", "Pacific/Auckland", "Antarctica/Troll", "Etc/UTC",
  ])
  func `a zone has the offsets that Foundation gives it`(name: String) throws {
    let rules = try #require(TimeZoneRules(name: name, file: try Self.file(of: name)))
    let zone = try #require(TimeZone(identifier: name))
    // 1970 to 2070, at a distance that meets all hours of the day.
    let instants = stride(from: 0, to: 3_155_760_000, by: 400_000 + 3_601)
    let different = instants.first { instant in
      rules.offsetSeconds(at: instant)
        != zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
    }
    #expect(different == nil)
  }

  @Test func `clocks change at the second`() throws {
    let name = "Europe/Stockholm"
    let rules = try #require(TimeZoneRules(name: name, file: try Self.file(of: name)))
    // The last Sundays of March and October at 01:00 UTC: in 2023, and in 2050 by rule alone.
    for (instant, before, after) in [
      (1_679_792_400, 3600, 7200), (1_698_541_200, 7200, 3600),
      (2_531_955_600, 3600, 7200), (2_550_704_400, 7200, 3600),
    ] {
      #expect(rules.offsetSeconds(at: instant - 1) == before)
      #expect(rules.offsetSeconds(at: instant) == after)
    }
  }

  // What `TZ='…' date -d @…` says, but for the last rule, which is RFC 9636's example of summer time
  // all year.
  @Test(arguments: [
    ("AAA0BBB,J60/0,300/0", [0, 3600, 3600, 0, 0]),
    ("AAA-1BBB-2,M3.5.0,M10.5.0/3", [3600, 3600, 7200, 3600, 3600]),
    ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", [-10800, -10800, -7200, -10800, -10800]),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", [0, 0, 3600, 0, 0]),
    ("NST3:30NDT,M3.2.0,M11.1.0", [-12600, -12600, -9000, -9000, -12600]),
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", [7200, 7200, 10800, 7200, 7200]),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", [39600, 39600, 37800, 39600, 39600]),
    ("UTC0", [0, 0, 0, 0, 0]),
    ("XXX3EDT4,0/0,J365/23", [-14400, -14400, -14400, -14400, -14400]),
  ])
  func `a rule tells the offsets of all years`(rule: String, offsets: [Int]) throws {
    let rules = try #require(TimeZoneRules(name: "Test", file: Self.file(rule: rule)))
    // 29 February and 1 March 2024 at 0 h, 1 July 2024, 27 October 2024 at 3:33, 1 January 2025.
    let instants = [1_709_164_800, 1_709_251_200, 1_719_792_000, 1_730_000_000, 1_735_689_600]
    #expect(instants.map(rules.offsetSeconds) == offsets)
  }

  @Test(arguments: [
    "A0", "CET", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,M3.5.0,M10.5.0/168",
    "CET-1CEST,M3.5.0,M10.5.0/3 ", "<CET-1", "CET-1:60", "CET-9999",
  ])
  func `a damaged rule is none`(rule: String) {
    #expect(TimeZoneRules(name: "Test", file: Self.file(rule: rule)) == nil)
  }

  @Test func `what is no zone's file is refused`() {
    let files = [
      [], Bytes("TZif".utf8), Bytes("# tzdb data\n".utf8), Self.file(rule: "UTC0", version: "\0"),
      Self.file(rule: "UTC0", leapSeconds: 1), Bytes(Self.file(rule: "UTC0").dropLast()),
    ]
    for file in files { #expect(TimeZoneRules(name: "Test", file: file) == nil) }
  }

  @Test func `damage is refused or harmless`() throws {
    let file = try Self.file(of: "Europe/Stockholm")
    for count in file.indices {
      #expect(TimeZoneRules(name: "Test", file: Bytes(file.prefix(count))) == nil)
    }
    for index in file.indices {
      for value: UInt8 in [0, 0x3F, 0x80, 0xFF] {
        var damaged = file
        damaged[index] = value
        guard let rules = TimeZoneRules(name: "Test", file: damaged) else { continue }
        for instant in [Int.min / 4, -1, 0, 1_700_000_000, 4_102_444_800, Int.max / 4] {
          #expect(abs(rules.offsetSeconds(at: instant)) <= 167 * 3600 + 3600 * 2)
        }
      }
    }
  }
}
