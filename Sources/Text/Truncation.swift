extension String {
  /// The longest beginning of whole words that has at most `limit` characters, with `…` where
  /// something was left out.
  ///
  /// A character is a user-perceived one, so neither an emoji nor a combining mark is ever split;
  /// the ellipsis counts. A first word longer than the limit is cut between two characters.
  public func truncated(toCharacters limit: Int) -> String {
    guard utf8.count > limit, count > limit else { return self }
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
}
