/// Counts the words of a text that comes in pieces: runs between white space, and each Chinese or
/// Japanese character, which are written without spaces.
struct WordCounter: Sendable {
  /// The words so far.
  private(set) var count = 0
  private var isInWord = false

  /// Ends a word where one is open: between two blocks of text.
  mutating func endWord() { isInWord = false }

  /// Counts the words of the next piece, which may continue the last one's last word.
  mutating func add(_ text: Span<UInt8>) {
    var all: UInt8 = 0
    for position in text.indices { all |= text[position] }
    all < 0x80 ? addASCII(text) : addUnicode(text)
  }

  private mutating func addASCII(_ text: Span<UInt8>) {
    var starts = 0
    var wasInWord = isInWord
    for position in text.indices {
      let isInWord = text[position] > 0x20
      starts += isInWord && !wasInWord ? 1 : 0
      wasInWord = isInWord
    }
    count += starts
    isInWord = wasInWord
  }

  private mutating func addUnicode(_ text: Span<UInt8>) {
    let scalars = text.string.unicodeScalars
    for scalar in scalars {
      if scalar.isWrittenWithoutSpaces {
        count += 1
        isInWord = false
      } else if scalar.value <= 0x20 || (scalar.value >= 0x80 && scalar.properties.isWhitespace) {
        isInWord = false
      } else if !isInWord && !scalar.isPunctuationBetweenWords {
        count += 1
        isInWord = true
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is Chinese or Japanese: ideographs, Hiragana and Katakana.
  fileprivate var isWrittenWithoutSpaces: Bool {
    switch value {
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9D, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether it is a mark that makes no word by itself: dashes, quotation marks, East Asian marks.
  fileprivate var isPunctuationBetweenWords: Bool {
    switch value {
    case 0x2010...0x205E, 0x3000...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20: true
    default: false
    }
  }
}
