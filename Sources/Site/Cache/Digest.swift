// The only file that imports xxHash.
private import CXXHash
internal import Text

/// 128 bits that stand for a value: two values with one digest are taken for the same.
///
/// XXH3 is no cryptographic hash; it tells a site's own files and pages apart, where nobody gains
/// by a collision. Its results are the same on every machine since version 0.8.
struct Digest: Sendable, Hashable {
  /// How many bytes a digest has in a cache.
  static let byteCount = 16

  let low: UInt64
  let high: UInt64

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The digest of some bytes.
  init(of bytes: borrowing Bytes) {
    self.init(of: bytes, in: 0..<bytes.count)
  }

  /// The digest of a part of some bytes.
  ///
  /// - Precondition: `range` lies within `bytes`.
  init(of bytes: borrowing Bytes, in range: Range<Int>) {
    let hash = unsafe bytes.withUnsafeBufferPointer { buffer in
      let part = unsafe buffer[range]
      return unsafe bp_hash_bytes(UnsafeBufferPointer(rebasing: part).baseAddress, range.count)
    }
    self.init(low: hash.low, high: hash.high)
  }

  /// A number for look-ups of a text, where equal numbers are followed by a comparison.
  static func lookUpKey(of text: String) -> UInt64 {
    text.withBytes { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe bp_hash_bytes($0.baseAddress, $0.count).low }
    }
  }

  /// 32 hexadecimal digits.
  var hexadecimal: String {
    let digits = [high, low].map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
    return digits.joined()
  }
}

/// The digest of bytes that come in pieces: the same as of all of them at once.
@safe final class RunningDigest {
  private let state: OpaquePointer

  init() {
    guard let state = unsafe bp_hash_begin() else { preconditionFailure("out of memory") }
    unsafe self.state = state
  }

  deinit { unsafe bp_hash_end(state) }

  func add(_ bytes: borrowing Bytes) {
    unsafe bytes.withUnsafeBufferPointer { unsafe bp_hash_add(state, $0.baseAddress, $0.count) }
  }

  var digest: Digest {
    let hash = unsafe bp_hash_value(state)
    return Digest(low: hash.low, high: hash.high)
  }
}
