internal import Crypto
internal import Text

/// The SHA-384 digest of a file that browsers load (FIPS 180-4), as addresses and `integrity` use it.
struct SubresourceIntegrity: Sendable {
  private let bytes: [UInt8]

  /// The digest of a file's bytes.
  init(of contents: Bytes) { bytes = Array(SHA384.hash(data: contents)) }

  /// What the attribute `integrity` of HTML takes, so that a browser refuses a file that was changed
  /// on its way (W3C, Subresource Integrity): `sha384-` and the digest in Base64.
  var integrity: String { "sha384-" + base64 }

  /// The first 64 bits in hexadecimal digits: enough that no two versions of a file meet.
  var fingerprint: String {
    let digits = Array("0123456789abcdef")
    return bytes.prefix(8).reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }

  /// The digest in Base64 (RFC 4648, section 4); 48 bytes need no padding.
  private var base64: String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<start + 3].reduce(0) { $0 << 8 | Int($1) }
      for shift in [18, 12, 6, 0] { text.append(letters[group >> shift & 63]) }
    }
    return text
  }
}
