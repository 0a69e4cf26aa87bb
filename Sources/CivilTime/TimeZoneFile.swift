public import Text

/// The clocks of a place, as a compiled file of the IANA time zone database tells them (TZif,
/// RFC 9636, version 2 or later).
struct TimeZoneFile: Sendable {
  /// When clocks changed, ascending, in seconds since the epoch.
  private let changes: [Int]
  /// Seconds ahead of UTC: before the first change, and after each.
  private let offsets: [Int]
  /// What holds after the last change.
  private let rule: ClockRule?

  /// Reads a file's bytes; nil where they are none of the database's, or count leap seconds, which
  /// Unix time does not.
  init?(_ bytes: Bytes) {
    var reader = TimeZoneFileReader(bytes)
    // Version 1's part, with times of 32 bits, stands first, for readers of before 2005.
    guard let old = reader.header(), old.version >= UInt8(ascii: "2"),
      reader.skip(old.count(bytesInTime: 4)), let header = reader.header(),
      header.leapSeconds == 0, header.types > 0,
      let changes = reader.numbers(header.changes, bytes: 8),
      let types = reader.numbers(header.changes, bytes: 1),
      let clocks = reader.numbers(header.types, bytes: 4, skipping: 2),
      reader.skip(header.count(bytesInTime: 8) - header.changes * 9 - header.types * 6),
      types.allSatisfy(clocks.indices.contains), clocks.allSatisfy((-93_599...93_599).contains),
      let footer = reader.footer()
    else { return nil }
    self.changes = changes
    self.offsets = [clocks[0]] + types.map { clocks[$0] }
    if footer.isEmpty {
      self.rule = nil
    } else {
      guard let rule = ClockRule(footer) else { return nil }
      self.rule = rule
    }
  }

  /// Seconds ahead of UTC at an instant.
  ///
  /// - Complexity: O(log *n*) for *n* changes.
  func offset(at instant: Int) -> Int {
    guard let last = changes.last, instant < last else {
      return rule?.offset(at: instant) ?? offsets[offsets.count - 1]
    }
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }
}

extension TimeZoneRules {
  /// Rules from the bytes of a zone's file in the IANA time zone database; nil where they are
  /// damaged or something else.
  public init?(name: String, file bytes: Bytes) {
    guard let file = TimeZoneFile(bytes) else { return nil }
    self.init(name: name, offset: file.offset)
  }
}

/// How many of what a part of the file holds (RFC 9636, section 3.1).
private struct TimeZoneFileHeader {
  var version: UInt8
  var universalMarks: Int
  var standardMarks: Int
  var leapSeconds: Int
  var changes: Int
  var types: Int
  var characters: Int

  /// The bytes behind the header that belong to it.
  func count(bytesInTime: Int) -> Int {
    changes * (bytesInTime + 1) + types * 6 + characters + leapSeconds * (bytesInTime + 4)
      + standardMarks + universalMarks
  }
}

private struct TimeZoneFileReader {
  private let bytes: Bytes
  private var index = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  mutating func skip(_ count: Int) -> Bool {
    guard count >= 0, count <= bytes.count - index else { return false }
    index += count
    return true
  }

  /// A number in network order, with its sign where it has four bytes or more.
  private mutating func number(bytes count: Int) -> Int? {
    let start = index
    guard skip(count) else { return nil }
    var value = count >= 4 && bytes[start] >= 0x80 ? -1 : 0
    for byte in bytes[start..<index] { value = value << 8 | Int(byte) }
    return value
  }

  mutating func numbers(_ count: Int, bytes width: Int, skipping: Int = 0) -> [Int]? {
    // What the file cannot hold is not reserved either.
    guard count >= 0, count <= bytes.count else { return nil }
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count {
      guard let number = number(bytes: width), skip(skipping) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  mutating func header() -> TimeZoneFileHeader? {
    let start = index
    guard skip(20), bytes[start..<start + 4].elementsEqual("TZif".utf8),
      let counts = numbers(6, bytes: 4), counts.allSatisfy((0...bytes.count).contains)
    else { return nil }
    return TimeZoneFileHeader(
      version: bytes[start + 4], universalMarks: counts[0], standardMarks: counts[1],
      leapSeconds: counts[2], changes: counts[3], types: counts[4], characters: counts[5])
  }

  /// The rule between two line feeds at the end.
  mutating func footer() -> Bytes? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\n"),
      let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    return Bytes(bytes[(index + 1)..<end])
  }
}
