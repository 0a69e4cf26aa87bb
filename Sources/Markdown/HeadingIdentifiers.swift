import Text

/// Gives each id of a page once.
struct HeadingIdentifiers {
  /// What every id begins with.
  let prefix: String
  private var used = NameTable()
  /// For each word that was asked for more than once, the number to try next.
  private var nextNumbers: [String: Int] = [:]

  /// A page without ids.
  init(prefix: String) { self.prefix = prefix }

  /// Whether `word` can still be taken.
  func isFree(_ word: String) -> Bool {
    used.number(of: prefix + word) == nil
  }

  /// Takes `word` if it is free, with the prefix in front.
  mutating func claim(_ word: String) -> String? {
    let id = prefix + word
    return used.insert(id).inserted ? id : nil
  }

  /// Takes `word`, or the first of `word-1`, `word-2`, … that is free, with the prefix in front.
  mutating func claimNearest(to word: String) -> String {
    if let id = claim(word) { return id }
    var number = nextNumbers[word, default: 1]
    while true {
      let candidate = word + "-" + String(number)
      number += 1
      if let id = claim(candidate) {
        nextNumbers[word] = number
        return id
      }
    }
  }

  /// What GitHub makes of a heading's text: lower case, letters, digits, marks and `_` kept, spaces
  /// and hyphens as hyphens, the rest dropped, in Unicode's composed form; never empty.
  static func word(for title: String) -> String {
    let word = title.withBytes(quickWord) ?? unicodeWord(for: title)
    return word.isEmpty ? fallback : word.text
  }

  /// The word of a title in a Western European language; nil for any other.
  private static func quickWord(of bytes: Span<UInt8>) -> Bytes? {
    var word = Bytes()
    word.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        word.append(byte)
      case UInt8(ascii: " "): word.append(UInt8(ascii: "-"))
      case 0x80...:
        guard word.append(inWord: bytes.scalar(at: &position)) else {
          return nil
        }
        continue
      default: break
      }
      position += 1
    }
    return word
  }

  private static func unicodeWord(for title: String) -> Bytes {
    var word = Bytes()
    for scalar in title.lowercased().composed.unicodeScalars {
      if scalar == " " || scalar == "\u{A0}" || scalar == "\u{3000}" {
        word.append(UInt8(ascii: "-"))
      } else if scalar.canStandInIdentifier {
        word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return word
  }

  private static let fallback = "section"
}

extension Array where Element == UInt8 {
  /// Appends what a word has for a character of Western European languages, in lower case; false for
  /// any other character, for which Unicode's tables are needed.
  fileprivate mutating func append(inWord scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0: append(UInt8(ascii: "-"))
    // `«`, `»`, `×` and `÷`, dashes and quotation marks.
    case 0xAB, 0xBB, 0xD7, 0xF7, 0x2010...0x2027: break
    // `À` to `ÿ`, in two bytes of which the first is the same.
    case 0xC0...0xFF:
      append(0xC3)
      append(UInt8(scalar - 0x40) | (scalar < 0xDF ? 0x20 : 0))
    default: return false
    }
    return true
  }
}

extension Unicode.Scalar {
  /// Whether an id keeps it: letters, digits, marks, `_` and `-` of every script.
  var canStandInIdentifier: Bool {
    switch self {
    case "_", "-", "0"..."9", "A"..."Z", "a"..."z": return true
    case "\0"..."\u{7F}", "\u{D7}", "\u{F7}", "\u{2010}"..."\u{2027}": return false
    // Looking a category up takes much longer, and what is here is a letter.
    case "\u{C0}"..."\u{24F}": return true
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }
}
