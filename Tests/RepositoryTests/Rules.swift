/// What a source does against a rule, as a compiler would say it.
struct Violation: Equatable, CustomStringConvertible {
  let path: String
  let line: Int
  let message: String

  var description: String { "\(path):\(line): \(message)" }
}

/// A target imports what is below it; Foundation and the system only where the table says so.
func importViolations(in source: SourceFile) -> [Violation] {
  let allowed = layers[source.target] ?? []
  return source.imports.compactMap { module, line in
    let isAllowed =
      platformModules.contains(module)
      ? platformFiles.contains { $0.hasSuffix("/") ? source.path.hasPrefix($0) : source.path == $0 }
      : allowed.contains(module) || standardModules.contains(module)
    return isAllowed
      ? nil : Violation(path: source.path, line: line, message: "may not import \(module)")
  }
}

/// All of Foundation, with the data of all languages, is two thirds of a program that carries it:
/// the program takes its smaller half, where there is one.
func foundationViolations(in source: SourceFile) -> [Violation] {
  guard source.target != "embed-theme" else { return [] }
  let hasSmallerHalf = source.imports.contains { $0.module == "FoundationEssentials" }
  return source.imports.filter { $0.module == "Foundation" && !hasSmallerHalf }.map {
    Violation(
      path: source.path, line: $0.line,
      message: "import FoundationEssentials where it can be imported")
  }
}

/// A C library is imported by one file.
func wrapperViolations(in sources: [SourceFile]) -> [Violation] {
  wrappedModules.flatMap { module in
    let imports = sources.flatMap { source in
      source.imports.filter { $0.module == module }.map { (path: source.path, line: $0.line) }
    }
    return imports.dropFirst().map {
      Violation(
        path: $0.path, line: $0.line, message: "\(module) is for \(imports[0].path) alone")
    }
  }
}

/// Only the command line writes to the terminal.
func printingViolations(in source: SourceFile) -> [Violation] {
  guard !printingTargets.contains(source.target) else { return [] }
  return violations(
    in: source, of: ["print(", "debugPrint(", "dump(", "fputs(", "FileHandle", "stderr", "stdout"],
    message: { "only the command line prints, not '\($0)'" })
}

/// Nothing that stops the program for a reason the reader cannot see, nothing unchecked.
func unsafeViolations(in source: SourceFile) -> [Violation] {
  violations(
    in: source,
    of: ["try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)", "fatalError("],
    message: { "'\($0)' is not used here" })
    + source.lines.enumerated().filter { $0.element.contains("utf8.span") }.map {
      // Optimised, a short text's span was seen to be another one's bytes.
      Violation(
        path: source.path, line: $0.offset + 1, message: "write 'withBytes' for 'utf8.span'")
    }
}

/// The lines that hold one of `words` where a word begins.
private func violations(
  in source: SourceFile, of words: [String], message: (String) -> String
) -> [Violation] {
  source.lines.enumerated().flatMap { index, line in
    words.filter { line.contains(word: $0) }.map {
      Violation(path: source.path, line: index + 1, message: message($0))
    }
  }
}

extension String {
  /// Whether `word` occurs and is neither the end nor, where it ends with a letter, the beginning of
  /// a longer name, nor a member of something.
  fileprivate func contains(word: String) -> Bool {
    ranges(of: word).contains { range in
      let before = self[..<range.lowerBound].last ?? " "
      let after = self[range.upperBound...].first ?? " "
      let endsInName = word.last?.isPartOfName == true && after.isPartOfName
      return !before.isPartOfName && before != "." && !endsInName
    }
  }
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" }
}
