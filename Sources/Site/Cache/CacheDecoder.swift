internal import CivilTime
internal import Text

/// The bytes of a cache are not what was written.
///
/// A checksum guards the whole file, so that this means a mistake of the program or a file that was
/// made on purpose; either way, the cache is ignored.
struct CacheDamage: Error {}

/// Reads what `CacheEncoder` has written; every read is checked against the end.
struct CacheDecoder {
  private let bytes: Bytes
  private(set) var position: Int
  private let end: Int

  init(_ bytes: Bytes, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position == end }

  mutating func integer() throws(CacheDamage) -> Int {
    let zigzag = try unsigned()
    return Int(truncatingIfNeeded: Int64(bitPattern: zigzag >> 1) ^ -Int64(zigzag & 1))
  }

  mutating func unsigned() throws(CacheDamage) -> UInt64 {
    // Nearly all numbers are small.
    let first = try byte()
    if first < 0x80 { return UInt64(first) }
    var number = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while true {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
      guard shift < 64 else { throw CacheDamage() }
    }
  }

  /// A number of things that follow, each at least a byte long.
  mutating func count() throws(CacheDamage) -> Int {
    let count = try unsigned()
    guard count <= UInt64(end - position) else { throw CacheDamage() }
    return Int(count)
  }

  mutating func fixed() throws(CacheDamage) -> UInt64 {
    guard end - position >= 8 else { throw CacheDamage() }
    var number: UInt64 = 0
    for offset in 0..<8 { number |= UInt64(bytes[position + offset]) << UInt64(8 * offset) }
    position += 8
    return number
  }

  mutating func flag() throws(CacheDamage) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw CacheDamage()
    }
  }

  mutating func byte() throws(CacheDamage) -> UInt8 {
    guard position < end else { throw CacheDamage() }
    position += 1
    return bytes[position - 1]
  }

  mutating func text() throws(CacheDamage) -> String {
    let range = try skipped(count())
    do {
      // A span of the bytes: a slice would count one more reference for every text.
      return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
    } catch {
      throw CacheDamage()
    }
  }

  mutating func digest() throws(CacheDamage) -> Digest {
    Digest(low: try fixed(), high: try fixed())
  }

  mutating func range() throws(CacheDamage) -> Range<Int> {
    let start = try integer()
    let count = try integer()
    guard start >= 0, count >= 0, start <= Int.max / 2, count <= Int.max / 2 else {
      throw CacheDamage()
    }
    return start..<start + count
  }

  mutating func optional<Value>(
    _ value: (inout CacheDecoder) throws(CacheDamage) -> Value
  ) throws(CacheDamage) -> Value? {
    try flag() ? try value(&self) : nil
  }

  mutating func list<Element>(
    _ element: (inout CacheDecoder) throws(CacheDamage) -> Element
  ) throws(CacheDamage) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  mutating func texts() throws(CacheDamage) -> [String] {
    try list { decoder throws(CacheDamage) in try decoder.text() }
  }

  mutating func optionalText() throws(CacheDamage) -> String? {
    try flag() ? try text() : nil
  }

  mutating func date() throws(CacheDamage) -> CivilDate {
    CivilDate(daysSinceEpoch: try integer())
  }

  mutating func time() throws(CacheDamage) -> Timestamp {
    Timestamp(
      secondsSinceEpoch: try integer(), offsetSeconds: try integer(), isDateOnly: try flag())
  }

  /// Passes over some bytes, and tells which they are.
  mutating func skipped(_ count: Int) throws(CacheDamage) -> Range<Int> {
    guard count >= 0, count <= end - position else { throw CacheDamage() }
    position += count
    return position - count..<position
  }
}
