/// A Swift source and what the rules look at in it.
struct SourceFile: Sendable {
  /// The path from the top of the repository, such as `Sources/Text/Slug.swift`.
  let path: String
  /// The lines without comments and without what stands in string literals.
  let lines: [String]

  init(path: String, text: String) {
    self.path = path
    self.lines = codeOnly(text).split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0)
    }
  }

  /// The target, which is the folder below `Sources`.
  var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }

  /// The modules that the file imports, with their lines.
  var imports: [(module: String, line: Int)] {
    lines.enumerated().compactMap { index, line in
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
        words[..<keyword].allSatisfy({ isImportModifier($0) })
      else { return nil }
      // `import struct Foundation.Date` names a kind first and a member last.
      let kinds: [Substring] = ["struct", "class", "enum", "protocol", "func", "let", "var"]
      let name = kinds.contains(words[keyword + 1]) ? words.last : words[keyword + 1]
      return name.map { (String($0.prefix { $0 != "." }), index + 1) }
    }
  }
}

private func isImportModifier(_ word: Substring) -> Bool {
  word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
}

/// The source with comments and the contents of string literals taken out, line by line.
///
/// Good enough for sources that the formatter accepts: code inside an interpolation counts as text.
private func codeOnly(_ source: String) -> String {
  var code = ""
  var rest = Substring(source)
  while let first = rest.first {
    if rest.hasPrefix("//") {
      rest = rest.drop { $0 != "\n" }
    } else if rest.hasPrefix("/*") {
      rest = skip(past: "*/", in: rest.dropFirst(2), keepingLinesIn: &code)
    } else if first == "\"" || first == "#" {
      let hashes = rest.prefix { $0 == "#" }
      let afterHashes = rest.dropFirst(hashes.count)
      guard afterHashes.first == "\"" else {
        code += hashes
        rest = afterHashes
        continue
      }
      let quote = afterHashes.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
      code += "\"\""
      rest = skip(
        past: quote + hashes, in: afterHashes.dropFirst(quote.count), keepingLinesIn: &code,
        escape: "\\" + hashes)
    } else {
      code.append(first)
      rest.removeFirst()
    }
  }
  return code
}

/// What follows the next `mark`; line ends before it go to `code`.
private func skip(
  past mark: String, in text: Substring, keepingLinesIn code: inout String, escape: String? = nil
) -> Substring {
  var rest = text
  while let first = rest.first {
    if let escape, rest.hasPrefix(escape) {
      rest = rest.dropFirst(escape.count + 1)
    } else if rest.hasPrefix(mark) {
      return rest.dropFirst(mark.count)
    } else {
      if first == "\n" { code.append(first) }
      rest.removeFirst()
    }
  }
  return rest
}
