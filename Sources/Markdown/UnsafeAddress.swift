/// Whether an address would run a script or read a local file when followed or shown:
/// `javascript:`, `vbscript:`, `file:`, and `data:` except for the common kinds of bitmap.
///
/// A browser skips control characters and spaces in front of a scheme, ignores tabs and line ends
/// inside it, and does not care about case (WHATWG URL, section 4.4): neither does this.
func isUnsafeAddress(_ address: Span<UInt8>) -> Bool {
  guard let first = address.firstSignificantByte else { return false }
  switch first | 0x20 {
  case UInt8(ascii: "j"), UInt8(ascii: "v"), UInt8(ascii: "f"), UInt8(ascii: "d"): break
  default: return false
  }
  var start = ""
  for position in address.indices where address[position] > 0x20 {
    guard address[position] < 0x80, start.utf8.count < 24 else { break }
    start.unicodeScalars.append(Unicode.Scalar(address[position].lowercased))
  }
  if start.hasPrefix("data:") { return !safeDataPrefixes.contains { start.hasPrefix($0) } }
  return unsafeSchemes.contains { start.hasPrefix($0) }
}

private let unsafeSchemes = ["javascript:", "vbscript:", "file:"]
private let safeDataPrefixes = [
  "data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp",
]

extension Span where Element == UInt8 {
  fileprivate var firstSignificantByte: UInt8? {
    for position in indices where self[position] > 0x20 { return self[position] }
    return nil
  }
}

extension UInt8 {
  /// The lower-case form of an ASCII letter; every other byte as it is.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
