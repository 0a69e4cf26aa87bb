extension String {
  /// The longest beginning of whole words that has at most `limit` characters, with `…` where
  /// something was left out.
  ///
  /// A character is a user-perceived one, so neither an emoji nor a combining mark is ever split;
  /// the ellipsis counts. A first word longer than the limit is cut between two characters.
  public func truncated(toCharacters limit: Int) -> String {
    guard utf8.count > limit, count > limit else { return self }
    guard limit > 1 else { return limit == 1 ? "…" : "" }
    if let truncated = truncatedBytes(to: limit) { return truncated }
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

  /// The same for a text that begins with more than `limit` ASCII characters, in which a byte is a
  /// character; nil for any other.
  private func truncatedBytes(to limit: Int) -> String? {
    let head = Bytes(utf8.prefix(limit + 1))
    // CR LF is one character.
    guard head.count > limit, head.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else { return nil }
    func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0C).contains(byte) }
    let hardEnd = limit - 1
    var end = hardEnd
    if !isWhitespace(head[hardEnd]) {
      end = head[..<hardEnd].lastIndex(where: isWhitespace) ?? hardEnd
    }
    let dropped = Bytes(",;:-".utf8)
    while end > 0, isWhitespace(head[end - 1]) || dropped.contains(head[end - 1]) { end -= 1 }
    return head[..<(end == 0 ? hardEnd : end)].text + "…"
  }
}
