// The only use of Foundation below the disk: Unicode's normal forms are not public in the
// standard library. ASCII text, nearly all of it, never gets here.
internal import Foundation

extension String {
  /// The text in Unicode Normalization Form C, in which equal-looking names are equal bytes.
  ///
  /// - Complexity: O(*n*); ASCII text is returned as it is.
  public var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }

  /// The text in Unicode Normalization Form D.
  var decomposed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : decomposedStringWithCanonicalMapping
  }
}
