import Diagnostics
import Text

/// A text with marks such as `1️⃣` in it, which tests write where they expect something.
struct MarkedText {
  /// The text without the marks.
  let text: String
  /// The byte offsets of the marks, by their numbers.
  let offsets: [Int: Int]

  init(_ marked: String) {
    var text = ""
    var offsets: [Int: Int] = [:]
    for character in marked {
      if let number = Self.number(of: character) {
        offsets[number] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.offsets = offsets
  }

  /// The text as a file.
  var source: SourceText { SourceText(path: "a.md", bytes: Bytes(text.utf8)) }

  /// The line and the column of a mark; 0:0 where there is no such mark.
  func place(_ number: Int) -> Place {
    guard let offset = offsets[number] else { return Place(line: 0, column: 0) }
    return Place(source.location(at: offset))
  }

  /// `1️⃣` is a digit, a variation selector and an enclosing keycap.
  private static func number(of character: Character) -> Int? {
    guard character.unicodeScalars.contains("\u{20E3}"), let digit = character.unicodeScalars.first
    else { return nil }
    return digit.properties.numericType == nil ? nil : Int(digit.value) - 0x30
  }
}

/// A line and a column, from 1.
struct Place: Equatable, CustomStringConvertible {
  var line: Int
  var column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init(_ location: TextLocation) {
    self.init(line: location.line, column: location.column)
  }

  var description: String { "\(line):\(column)" }
}
