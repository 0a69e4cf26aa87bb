import Text

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
    while text.count &- position >= ByteGroup.count {
      addASCII(text, from: &position)
      guard text.count &- position >= ByteGroup.count else { break }
      addUnicode(text, from: &position, to: position + ByteGroup.count)
    }
    while position < text.count { addUnicode(text, from: &position, to: text.count) }
  }

  /// Counts the words from a position on, a group at a time, as long as all is ASCII.
  private mutating func addASCII(_ text: Span<UInt8>, from position: inout Int) {
    var begun = 0
    var next = position
    while text.count &- next >= ByteGroup.count {
      let group = text.group(at: next)
      guard group.isASCII else { break }
      begun &+= group.matches(from: 0x21).runCount(after: &isInWord)
      next &+= ByteGroup.count
    }
    let missing = text.count &- next
    if missing > 0, missing < ByteGroup.count, text.count >= ByteGroup.count {
      // The last group again, of which some bytes were counted.
      let group = text.group(at: text.count &- ByteGroup.count)
      if group.isASCII {
        begun &+= group.matches(from: 0x21)
          .runCount(from: ByteGroup.count &- missing, after: &isInWord)
        next = text.count
      }
    }
    position = next
    count += begun
  }

  /// Counts the words from a position to the end of the character before `end`, or up to the first
  /// ASCII character behind others.
  private mutating func addUnicode(_ text: Span<UInt8>, from position: inout Int, to end: Int) {
    while position < end {
      let byte = text[position]
      guard byte < 0x80 else {
        repeat { add(text.scalar(at: &position)) } while position < end && text[position] >= 0x80
        return
      }
      position += 1
      byte > 0x20 ? beginWord() : endWord()
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
