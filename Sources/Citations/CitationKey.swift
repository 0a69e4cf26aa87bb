internal import Text

/// The name by which documents refer to a work: `bright-joint-analysis`.
///
/// Letters of ASCII, digits and hyphens, which BibTeX and every program around it read. It comes
/// from what a site calls the work, never from its place among others, so that a new work changes
/// no other one's key.
public struct CitationKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The key.
  public let description: String

  /// A key of the parts that are not empty; letters outside ASCII are named by number.
  public init(_ parts: [String]) {
    var bytes = Bytes()
    for part in parts.map(slug) where !part.isEmpty {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
      for scalar in part.unicodeScalars {
        bytes.append(scalar.isASCII ? String(scalar) : "u" + String(scalar.value, radix: 16))
      }
    }
    description = bytes.isEmpty ? "work" : bytes.text
  }

  private init(_ description: String, number: Int) {
    self.description = "\(description)-\(number)"
  }

  /// The key with a number after it, for a work whose key another one has.
  func numbered(_ number: Int) -> CitationKey { CitationKey(description, number: number) }

  /// Whether a key comes before another, byte by byte.
  public static func < (left: CitationKey, right: CitationKey) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
