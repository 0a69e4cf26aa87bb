public import Diagnostics

/// Where a content file's front matter and its text lie.
public struct FrontMatterBlock: Sendable, Hashable {
  /// The YAML between the two `---` lines; nil where the file has no front matter.
  public let yaml: Range<Int>?
  /// The `---` at the file's beginning, for problems of the front matter as a whole; the file's
  /// first byte where there is none.
  public let fence: Range<Int>
  /// The text after the front matter.
  public let body: Range<Int>

  /// Finds the front matter of a file: a first line `---`, YAML, and a line `---` or `...`.
  ///
  /// A byte order mark before it is passed over, and lines end at LF, CR LF or CR. A file that does
  /// not begin with `---` is all text. TOML (`+++`) is an error that says how to write it instead.
  ///
  /// - Complexity: O(*n*) in the length of the front matter.
  public static func finding(in source: SourceText) -> Checked<FrontMatterBlock> {
    let bytes = source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let everything = FrontMatterBlock(
      yaml: nil, fence: start..<start, body: start..<bytes.count)
    guard start + 3 <= bytes.count else { return Checked(everything) }
    let fence = start..<start + 3
    if bytes[fence].elementsEqual("+++".utf8) {
      return Checked(everything, [.tomlFrontMatter(at: source.location(of: fence))])
    }
    guard let opening = Line(at: start, in: bytes),
      opening.isFence(in: bytes, of: UInt8(ascii: "-"))
    else {
      return Checked(everything)
    }
    var position = opening.next
    while let line = Line(at: position, in: bytes) {
      if line.isFence(in: bytes, of: UInt8(ascii: "-"))
        || line.isFence(in: bytes, of: UInt8(ascii: "."))
      {
        return Checked(
          FrontMatterBlock(
            yaml: opening.next..<position, fence: fence, body: line.next..<bytes.count))
      }
      position = line.next
    }
    let unclosed = FrontMatterBlock(yaml: nil, fence: fence, body: bytes.count..<bytes.count)
    return Checked(unclosed, [.unclosedFrontMatter(at: source.location(of: fence))])
  }
}

/// A line's bytes without its end, and where the next one begins.
private struct Line {
  let content: Range<Int>
  let next: Int

  /// The line that begins at an offset; nil at the end of the text.
  init?(at start: Int, in bytes: [UInt8]) {
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count && bytes[end] != 0x0A && bytes[end] != 0x0D { end += 1 }
    content = start..<end
    let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
    next = min(bytes.count, end + (isPair ? 2 : 1))
  }

  /// Whether the line is three marks and blanks.
  func isFence(in bytes: [UInt8], of mark: UInt8) -> Bool {
    guard content.count >= 3 else { return false }
    let marks = bytes[content.lowerBound..<content.lowerBound + 3]
    return marks.allSatisfy { $0 == mark }
      && bytes[marks.endIndex..<content.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

extension Diagnostic {
  fileprivate static func unclosedFrontMatter(at location: TextLocation) -> Diagnostic {
    .error(
      "unclosed-front-matter", "the front matter that opens here is never closed", at: location,
      help: ["put a line with only '---' after the last field"])
  }

  fileprivate static func tomlFrontMatter(at location: TextLocation) -> Diagnostic {
    .error(
      "toml-front-matter", "front matter in TOML ('+++') is not read", at: location,
      help: ["write it in YAML: '---', lines like 'title: My title', '---'"])
  }
}
