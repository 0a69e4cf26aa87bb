private import Text

extension SourceText {
  /// What is wrong with the file's encoding, which has to be UTF-8; nil where nothing is.
  public var encodingProblem: Diagnostic? {
    guard !isKnownUTF8 else { return nil }
    return bytes.span.firstInvalidUTF8.map { .invalidEncoding(self, at: $0) }
  }

  /// Looks at the file's encoding once, so that nobody who gets the text has to do so again.
  public mutating func checkEncoding() { isKnownUTF8 = encodingProblem == nil }
}

extension Diagnostic {
  fileprivate static func invalidEncoding(_ source: SourceText, at offset: Int) -> Diagnostic {
    let bytes = source.bytes
    let guess =
      bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      ? "UTF-16" : "Windows-1252 or Latin-1"
    return .error(
      "invalid-encoding", "byte \(offset + 1) of the file is not UTF-8",
      at: source.location(of: offset..<offset + 1),
      help: ["the file looks like \(guess); save it as UTF-8"])
  }
}
