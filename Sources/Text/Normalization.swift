private import CUTF8Proc

extension String {
  /// The text in Unicode Normalization Form C, in which equal-looking names are equal bytes.
  ///
  /// - Complexity: O(*n*); plain text is returned as it is.
  public var composed: String { isPlainText ? self : normalized(UTF8PROC_COMPOSE) }

  /// The text in Unicode Normalization Form D.
  var decomposed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : normalized(UTF8PROC_DECOMPOSE)
  }

  private var isPlainText: Bool {
    utf8.allSatisfy { $0 < 0x80 } || unicodeScalars.allSatisfy(\.isPlain)
  }

  /// The text in a normal form (Unicode Standard Annex 15); its form is stable for all characters
  /// that the library knows, and others stay as they are.
  private func normalized(_ form: utf8proc_option_t) -> String {
    withBytes { bytes in
      unsafe bytes.withUnsafeBufferPointer { buffer in
        var result: UnsafeMutablePointer<UInt8>?
        let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | form.rawValue)
        let count = unsafe utf8proc_map(buffer.baseAddress, buffer.count, &result, options)
        // A text of Swift's is valid UTF-8: only memory can be missing.
        guard count >= 0, let result = unsafe result else { return self }
        defer { unsafe bp_free(result) }
        return unsafe String(
          decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
      }
    }
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
