/// Breaks lines that are too long between words, as Python's `textwrap` does.
struct WordWrap {
  let width: Int
  /// Whether a word that is longer than a line is cut.
  let breaksWords: Bool
  /// Whether a line may end after the hyphen of a word.
  let breaksHyphens: Bool

  /// The lines of one line, without the white space between them.
  func lines(of line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for piece in pieces(of: line) {
      var piece = piece
      if current.count + piece.count > width {
        if piece.first?.isWhitespace == true {
          // White space where a line ends is dropped.
          finish(&current, &lines)
          continue
        }
        if breaksWords, piece.count > width {
          cut(&piece, &current, &lines)
        } else {
          finish(&current, &lines)
        }
      }
      // White space begins a line only where the text begins with it.
      if current.isEmpty, !lines.isEmpty, piece.first?.isWhitespace == true { continue }
      current += piece
    }
    finish(&current, &lines)
    return lines
  }

  private func finish(_ current: inout String, _ lines: inout [String]) {
    let text = current.trimmed(.end)
    if !text.isEmpty { lines.append(text) }
    current = ""
  }

  /// Fills lines with a word that is longer than one; what is left of it stays in `piece`.
  private func cut(_ piece: inout String, _ current: inout String, _ lines: inout [String]) {
    while current.count + piece.count > width {
      let room = width - current.count
      if room > 0 {
        current += piece.prefix(room)
        piece = String(piece.dropFirst(room))
      }
      finish(&current, &lines)
      if piece.count <= width { break }
    }
  }

  /// Words, the white space between them, and the parts of words with hyphens.
  private func pieces(of line: String) -> [String] {
    var pieces: [String] = []
    var current: [Character] = []
    let characters = Array(line)
    for (index, character) in characters.enumerated() {
      if let last = current.last {
        let isHyphen =
          breaksHyphens && last == "-" && isBreak(after: index - 1, in: characters)
        if last.isWhitespace != character.isWhitespace || isHyphen {
          pieces.append(String(current))
          current = []
        }
      }
      current.append(character)
    }
    if !current.isEmpty { pieces.append(String(current)) }
    return pieces
  }

  /// Whether a line may end after a hyphen: two letters before it, and a letter after it.
  private func isBreak(after index: Int, in characters: [Character]) -> Bool {
    guard index >= 2, index + 1 < characters.count else { return false }
    let isAfterWord =
      characters[index - 1].isLetter
      && (characters[index - 2].isLetter
        || index >= 3 && characters[index - 2] == "-" && characters[index - 3].isLetter)
    return isAfterWord && characters[index + 1].isLetter
  }
}
