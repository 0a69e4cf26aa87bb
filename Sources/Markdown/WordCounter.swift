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
    var position = 0
    while position + 8 <= text.count {
      let group = text.group(at: position)
      if group.isASCII {
        addASCII(group)
        position += 8
      } else {
        addUnicode(text, from: &position, to: position + 8)
      }
    }
    addUnicode(text, from: &position, to: text.count)
  }

  /// Counts the words of eight ASCII characters.
  private mutating func addASCII(_ group: ByteGroup) {
    let inWord = group.matches(above: 0x20)
    let before = inWord << 8 | (isInWord ? 0x80 : 0)
    count += (inWord & ~before).nonzeroBitCount
    isInWord = inWord >> 63 == 1
  }

  /// Counts the words from a position to the end of the character before `end`.
  private mutating func addUnicode(_ text: Span<UInt8>, from position: inout Int, to end: Int) {
    while position < end {
      let byte = text[position]
      if byte < 0x80 {
        position += 1
        byte > 0x20 ? beginWord() : endWord()
      } else {
        add(text.scalar(at: &position))
      }
    }
  }

  private mutating func beginWord() {
    if !isInWord { count += 1 }
    isInWord = true
  }

  private mutating func add(_ scalar: UInt32) {
    switch scalar {
    // No-break space, the spaces of typography, ideographic space.
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: endWord()
    // Dashes, quotation marks and East Asian marks make no word by themselves.
    case 0x2010...0x205E, 0x3001...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20: break
    // Hiragana, Katakana and ideographs.
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9D, 0x20000...0x3FFFF:
      count += 1
      endWord()
    default: beginWord()
    }
  }
}
