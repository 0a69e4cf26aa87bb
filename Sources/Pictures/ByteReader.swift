internal import Text

/// Reads numbers out of bytes that may end anywhere: what is not there is nil.
struct ByteReader: Sendable {
  let bytes: Bytes

  func byte(at offset: Int) -> Int? {
    offset >= 0 && offset < bytes.count ? Int(bytes[offset]) : nil
  }

  func big16(at offset: Int) -> Int? {
    guard let high = byte(at: offset), let low = byte(at: offset + 1) else { return nil }
    return high << 8 | low
  }

  func big32(at offset: Int) -> Int? {
    guard let high = big16(at: offset), let low = big16(at: offset + 2) else { return nil }
    return high << 16 | low
  }

  func little16(at offset: Int) -> Int? {
    guard let low = byte(at: offset), let high = byte(at: offset + 1) else { return nil }
    return high << 8 | low
  }

  func little24(at offset: Int) -> Int? {
    guard let low = little16(at: offset), let high = byte(at: offset + 2) else { return nil }
    return high << 16 | low
  }

  func little32(at offset: Int) -> Int? {
    guard let low = little16(at: offset), let high = little16(at: offset + 2) else { return nil }
    return high << 16 | low
  }

  func has(_ expected: Bytes, at offset: Int) -> Bool {
    offset >= 0 && offset <= bytes.count - expected.count
      && bytes[offset..<offset + expected.count].elementsEqual(expected)
  }

  func has(_ expected: String, at offset: Int) -> Bool { has(Bytes(expected.utf8), at: offset) }
}
