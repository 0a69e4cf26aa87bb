// The only use of Foundation below the disk: Unicode's normal forms are not public in the
// standard library. Plain text, nearly all of it, never gets here.
internal import Foundation

extension String {
  /// The text in Unicode Normalization Form C, in which equal-looking names are equal bytes.
  ///
  /// - Complexity: O(*n*); plain text is returned as it is.
  public var composed: String { isPlainText ? self : precomposedStringWithCanonicalMapping }

  /// The text in Unicode Normalization Form D.
  var decomposed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : decomposedStringWithCanonicalMapping
  }

  private var isPlainText: Bool {
    utf8.allSatisfy { $0 < 0x80 } || unicodeScalars.allSatisfy(\.isPlain)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a character of its own, whatever stands beside it, and in composed form:
  /// ASCII, Latin letters, and the punctuation and currency signs of European languages.
  ///
  /// It decides quickly what most texts are; some scalars that could be called plain are not. Only
  /// CR LF is one character of two plain scalars.
  public var isPlain: Bool {
    switch value {
    case 0..<0x300, 0x2010...0x2029, 0x2030...0x205E, 0x20A0...0x20BF: true
    default: false
    }
  }
}
