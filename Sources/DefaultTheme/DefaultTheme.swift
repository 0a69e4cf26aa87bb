public import Text

/// The theme that every site starts from, inside the program, so that the installed binary needs no
/// file beside it.
///
/// The files are those of the top-level folder `templates/`; each build embeds them anew where one of
/// them changed.
public enum DefaultTheme {
  /// The theme's files in the order of their paths, which are relative and separated by `/`.
  ///
  /// - Complexity: O(*n*) in the files' bytes at the first use, O(1) afterwards.
  public static let files: [(path: String, bytes: Bytes)] = embedded.map {
    (path: $0.path, bytes: $0.bytes)
  }
}

/// A file as the generated source holds it.
struct EmbeddedFile: Sendable {
  /// How the contents are written down.
  enum Encoding {
    /// The contents are text.
    case utf8
    /// Each character is one byte, U+0000 to U+00FF.
    case byteAsCharacter
  }

  let path: String
  let encoding: Encoding
  let contents: StaticString

  var bytes: Bytes {
    let text = contents.description
    switch encoding {
    case .utf8: return Bytes(text.utf8)
    case .byteAsCharacter: return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
  }
}
