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
      let word = text.word(at: position)
      if word & Self.highBits == 0 {
        addASCII(word)
        position += 8
      } else {
        addUnicode(text, from: &position, to: position + 8)
      }
    }
    addUnicode(text, from: &position, to: text.count)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Counts the words of eight ASCII characters, of which the first is in the lowest byte.
  private mutating func addASCII(_ word: UInt64) {
    // The high bit of each byte that is more than a space: 0x21 + 0x5F is 0x80.
    let inWord = (word &+ 0x5F5F_5F5F_5F5F_5F5F) & Self.highBits
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

extension Span where Element == UInt8 {
  /// The eight bytes at a position, the first in the lowest byte.
  fileprivate func word(at position: Int) -> UInt64 {
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    return UInt64(littleEndian: word)
  }

  /// The scalar that begins at a position, which moves behind it; valid UTF-8 is assumed, and
  /// other bytes give some scalar.
  func scalar(at position: inout Int) -> UInt32 {
    let lead = self[position]
    var scalar = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    position += 1
    while position < count, self[position] & 0xC0 == 0x80 {
      scalar = scalar << 6 | UInt32(self[position] & 0x3F)
      position += 1
    }
    return scalar
  }
}
