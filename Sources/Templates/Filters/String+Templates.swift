/// Which ends of a text are trimmed.
enum TrimmedEnds { case start, end, both }

extension String {
  /// The text with the first letter of each word in upper case and the rest in lower case.
  ///
  /// As in Jinja, a word begins after white space, a hyphen or an opening bracket.
  func titleCased() -> String {
    var result = ""
    var isStart = true
    for character in self {
      result += isStart ? character.uppercased() : character.lowercased()
      isStart = character.isWhitespace || "-([{<".contains(character)
    }
    return result
  }

  /// The text with its first character in upper case and the rest in lower case.
  func capitalizedFirst() -> String {
    prefix(1).uppercased() + dropFirst().lowercased()
  }

  /// The text without white space, or without the given characters, at its ends.
  func trimmed(_ ends: TrimmedEnds, of characters: String? = nil) -> String {
    let isDropped: (Character) -> Bool = { character in
      characters.map { $0.contains(character) } ?? character.isWhitespace
    }
    var rest = self[...]
    if ends != .end { rest = rest.drop(while: isDropped) }
    if ends != .start {
      while let last = rest.last, isDropped(last) { rest.removeLast() }
    }
    return String(rest)
  }

  /// The text with `old` replaced; a failure where it would become larger than `limit` bytes.
  func replacing(_ old: String, with new: String, maximum: Int?, limit: Int)
    throws(TemplateFailure) -> String
  {
    // Never more than an occurrence a byte: looked at before the memory is taken.
    let pieces = old.isEmpty ? count + 1 : occurrences(of: old)
    let (growth, overflow) = pieces.multipliedReportingOverflow(by: new.utf8.count)
    guard !overflow, growth <= limit else { throw .limit("the text is larger than \(limit) bytes") }
    return replacing(old, with: new, maximum: maximum)
  }

  /// The text with `old` replaced, everywhere or at most `maximum` times.
  func replacing(_ old: String, with new: String, maximum: Int?) -> String {
    if old.isEmpty {
      // As in Python: between all characters, and at both ends.
      var result = ""
      var left = maximum ?? Int.max
      for character in self {
        if left > 0 { result += new }
        left -= 1
        result.append(character)
      }
      return left > 0 ? result + new : result
    }
    return split(separatedBy: old, maximum: maximum ?? -1).joined(separator: new)
  }

  /// The parts between occurrences of `separator`, which is not empty; at most `maximum` + 1
  /// where it is not negative.
  func split(separatedBy separator: String, maximum: Int) -> [String] {
    var parts: [String] = []
    let bytes = Array(utf8)
    let needle = Array(separator.utf8)
    var start = 0
    var index = 0
    while index + needle.count <= bytes.count, maximum < 0 || parts.count < maximum {
      if bytes[index] == needle[0], bytes[index..<index + needle.count].elementsEqual(needle) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += needle.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// The parts between white space; at most `maximum` + 1 where it is not negative, the last with
  /// all that is left.
  func words(maximum: Int) -> [String] {
    var parts: [String] = []
    var rest = drop(while: \.isWhitespace)
    while !rest.isEmpty, maximum < 0 || parts.count < maximum {
      let word = rest.prefix { !$0.isWhitespace }
      parts.append(String(word))
      rest = rest[word.endIndex...].drop(while: \.isWhitespace)
    }
    return rest.isEmpty ? parts : parts + [String(rest)]
  }

  /// How often a text, which is not empty, stands in this one.
  func occurrences(of part: String) -> Int {
    split(separatedBy: part, maximum: -1).count - 1
  }

  /// The lines, without their ends.
  var lines: [String] {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The lines with their ends.
  var linesWithEnds: [String] {
    var lines: [String] = []
    var rest = self[...]
    while let end = rest.firstIndex(where: \.isNewline) {
      lines.append(String(rest[...end]))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? lines : lines + [String(rest)]
  }
}
