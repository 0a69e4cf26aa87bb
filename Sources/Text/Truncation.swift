extension String {
  /// The longest beginning of whole words that has at most `limit` characters, with `…` where
  /// something was left out.
  ///
  /// A character is a user-perceived one, so neither an emoji nor a combining mark is ever split;
  /// the ellipsis counts. A first word longer than the limit is cut between two characters.
  public func truncated(toCharacters limit: Int) -> String {
    guard utf8.count > limit else { return self }
    if let truncated = truncatedPlainText(to: limit) { return truncated }
    guard count > limit else { return self }
    guard limit > 1 else { return limit == 1 ? "…" : "" }
    let hardEnd = index(startIndex, offsetBy: limit - 1)
    var end = hardEnd
    if !self[hardEnd].isWhitespace {
      end = self[..<hardEnd].lastIndex(where: \.isWhitespace) ?? hardEnd
    }
    var kept = self[..<end]
    while let last = kept.last, last.isWhitespace || ",;:–—-".contains(last) { kept.removeLast() }
    if kept.isEmpty { kept = self[..<hardEnd] }
    return kept + "…"
  }

  /// The same for a text that begins with more than `limit` plain characters, each of one scalar;
  /// nil for any other.
  private func truncatedPlainText(to limit: Int) -> String? {
    guard limit > 1 else { return nil }
    let head = Array(unicodeScalars.prefix(limit + 1))
    // CR LF is one character.
    guard head.count > limit, head.allSatisfy({ $0.isPlain && $0 != "\r" }) else { return nil }
    let hardEnd = limit - 1
    var end = hardEnd
    if !head[hardEnd].properties.isWhitespace {
      end = head[..<hardEnd].lastIndex(where: \.properties.isWhitespace) ?? hardEnd
    }
    while end > 0,
      head[end - 1].properties.isWhitespace || ",;:–—-".unicodeScalars.contains(head[end - 1])
    {
      end -= 1
    }
    let byteCount = head[..<(end == 0 ? hardEnd : end)].reduce(0) { $0 + UTF8.width($1) }
    return self[..<utf8.index(startIndex, offsetBy: byteCount)] + "…"
  }
}
