import Diagnostics
import Text

/// Cuts a template into tokens, in one forward pass over its bytes.
///
/// White space is decided here: the tokens of kind `text` are what is left of the source after
/// `{%-`, `-%}`, `trimsBlocks` and `stripsBlockIndents`.
struct Lexer {
  /// How tags treat the white space around them.
  struct Options: Sendable {
    /// The first line break after a tag is dropped.
    var trimsBlocks = false
    /// Spaces before a tag that begins its line are dropped.
    var stripsBlockIndents = false
  }

  let source: SourceText
  let options: Options
  var position = 0
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  /// What happens to the beginning of the text that comes next.
  var pendingTrim = Trim.none
  /// The brackets that are open in the tag that is read.
  var openBrackets: [Punctuation] = []

  enum Trim { case none, lineBreak, whiteSpace }

  /// The tokens of a template, ending with `end`, and the problems found.
  static func tokens(of source: SourceText, options: Options) -> (tokens: [Token], [Diagnostic]) {
    var lexer = Lexer(source: source, options: options)
    lexer.run()
    return (lexer.tokens, lexer.diagnostics)
  }

  var bytes: Bytes { source.bytes }

  /// The end of the template: one line break at the end of the file does not belong to it.
  private var contentEnd: Int {
    var end = bytes.count
    if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private mutating func run() {
    let end = contentEnd
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < end {
      guard let opener = nextOpener(from: position, before: end) else {
        appendText(position, end, before: nil)
        break
      }
      readTag(at: opener, textStart: position, end: end)
    }
    tokens.append(Token(kind: .end, span: ByteSpan(end, end)))
  }

  /// The next `{{`, `{%` or `{#`.
  private func nextOpener(from start: Int, before end: Int) -> Int? {
    var index = start
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "{") {
        switch bytes[index + 1] {
        case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"): return index
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  private mutating func readTag(at opener: Int, textStart: Int, end: Int) {
    let modifier = byte(at: opener + 2, before: end)
    let isOutput = bytes[opener + 1] == UInt8(ascii: "{")
    appendText(
      textStart, opener, before: OpenerKind(isOutput: isOutput, modifier: modifier))
    position = opener + 2
    if modifier == UInt8(ascii: "-") || modifier == UInt8(ascii: "+") { position += 1 }
    if bytes[opener + 1] == UInt8(ascii: "#") {
      skipComment(from: opener, end: end)
    } else if !isOutput, let bodyStart = rawStart(end: end) {
      readRaw(from: opener, bodyStart: bodyStart, end: end)
    } else {
      readInside(isOutput: isOutput, opener: opener, end: end)
    }
  }

  func byte(at index: Int, before end: Int) -> UInt8? {
    index < end ? bytes[index] : nil
  }

  mutating func report(_ message: String, _ start: Int, _ end: Int, help: [String] = []) {
    guard diagnostics.count < Parser.mostProblems else { return }
    diagnostics.append(
      .error("template-syntax", message, at: source.location(of: start..<end), help: help))
  }
}
