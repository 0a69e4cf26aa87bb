import Text

/// The `{#id}` at the end of a heading, by which an author fixes the heading's id.
struct ExplicitIdentifier {
  /// What stands between `{#` and `}`.
  let word: String
  /// The heading's last text, which ends with it.
  let text: CMarkNode
  /// How many bytes of that text remain when it is taken away.
  let shownCount: Int
  /// Whether another heading had it first.
  private(set) var isDuplicate = false

  /// What stands at the end of a heading; nil where nothing of the kind does.
  init?(of heading: CMarkNode) {
    guard let text = heading.lastChild, text.kind == .text else { return nil }
    let literal = text.withLiteral { Bytes(copying: $0) }
    guard literal.last == UInt8(ascii: "}"),
      let brace = literal.lastIndex(of: UInt8(ascii: "{")), literal[brace + 1] == UInt8(ascii: "#")
    else { return nil }
    var shownCount = brace
    while shownCount > 0, literal[shownCount - 1] <= 0x20 { shownCount -= 1 }
    self.word = literal[(brace + 2)..<(literal.count - 1)].text.composed
    self.text = text
    self.shownCount = shownCount
  }

  /// Whether it may be an id: letters, digits, marks, `-`, `_`, `.` and `:`, and at least one.
  var isValid: Bool {
    !word.isEmpty
      && word.unicodeScalars.allSatisfy { $0.canStandInIdentifier || $0 == "." || $0 == ":" }
  }

  /// The same, marked as taken by another heading.
  var asDuplicate: ExplicitIdentifier {
    var copy = self
    copy.isDuplicate = true
    return copy
  }
}
