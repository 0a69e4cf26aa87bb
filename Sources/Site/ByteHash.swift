/// The bytes of a text in 64 bits (FNV-1a), added one by one: for look-ups, where equal numbers are
/// followed by a comparison.
struct ByteHash: Hashable, Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of nothing.
  init() {}

  /// The hash of a text.
  init(of text: String) {
    for byte in text.utf8 { add(byte) }
  }

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
