extension String {
  /// The longest beginning of whole words that has at most `limit` characters, with `…` where
  /// something was left out.
  ///
  /// A character is a user-perceived one, so neither an emoji nor a combining mark is ever split;
  /// the ellipsis counts. A first word longer than the limit is cut between two characters.
  public func truncated(toCharacters limit: Int) -> String {
    guard utf8.count > limit else { return self }
    if let truncated = withBytes({ $0.truncatedPlainText(to: limit) }) { return truncated }
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
}

extension Array where Element == UInt8 {
  /// The same of a text in UTF-8.
  public func truncated(toCharacters limit: Int) -> String {
    if count > limit, let truncated = span.truncatedPlainText(to: limit) { return truncated }
    return text.truncated(toCharacters: limit)
  }
}

extension Span where Element == UInt8 {
  /// Where that many characters from a place on end, all of them plain and none a carriage return;
  /// nil where the text has fewer, or another one is among them.
  ///
  /// - Complexity: O(*n*) in the characters, many at a time where they are ASCII.
  public func endOfPlainCharacters(_ characters: Int, from start: Int = 0) -> Int? {
    var position = start
    var missing = characters
    while missing > 0 {
      if missing >= ByteGroup.count, count - position >= ByteGroup.count {
        let group = group(at: position)
        let plain = (group.matches(from: 0x80) | group.matches(0x0D)).first ?? ByteGroup.count
        position += plain
        missing -= plain
        if plain == ByteGroup.count { continue }
      }
      guard position < count else { return nil }
      let scalar = scalar(at: &position)
      // CR LF is one character.
      guard scalar != 0x0D, Unicode.Scalar(scalar)?.isPlain == true else { return nil }
      missing -= 1
    }
    return position
  }

  /// As `String.truncated`, of a text that begins with more than `limit` plain characters; nil for
  /// any other.
  fileprivate func truncatedPlainText(to limit: Int) -> String? {
    guard limit > 1, let hardEnd = endOfPlainCharacters(limit - 1),
      endOfPlainCharacters(2, from: hardEnd) != nil
    else { return nil }
    var end = hardEnd
    if !isWhitespace(at: hardEnd) {
      var word = hardEnd
      repeat { word = characterStart(before: word) } while word > 0 && !isWhitespace(at: word)
      if word > 0 || isWhitespace(at: 0) { end = word }
    }
    while end > 0 {
      let last = characterStart(before: end)
      guard isWhitespace(at: last) || isDanglingMark(at: last) else { break }
      end = last
    }
    if end == 0 { end = hardEnd }
    var kept = Bytes()
    kept.reserveCapacity(end + 3)
    unsafe withUnsafeBufferPointer { unsafe kept.append(contentsOf: $0[..<end]) }
    kept.append("…")
    return kept.text
  }

  /// Where the character before a place begins.
  private func characterStart(before end: Int) -> Int {
    var start = end - 1
    while start > 0 && self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private func isWhitespace(at position: Int) -> Bool {
    let byte = self[position]
    guard byte >= 0x80 else { return byte == 0x20 || (0x09...0x0D).contains(byte) }
    var position = position
    return Unicode.Scalar(scalar(at: &position))?.properties.isWhitespace == true
  }

  /// Whether a character is one that says nothing before an ellipsis: a comma, a colon, a dash.
  private func isDanglingMark(at position: Int) -> Bool {
    var position = position
    return Unicode.Scalar(scalar(at: &position)).map(",;:–—-".unicodeScalars.contains) == true
  }
}
