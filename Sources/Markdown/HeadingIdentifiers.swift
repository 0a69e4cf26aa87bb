import Text

/// Gives each id of a page once.
struct HeadingIdentifiers {
  /// What every id begins with.
  let prefix: String
  private var used: Set<String> = []
  /// For each word that was asked for more than once, the number to try next.
  private var nextNumbers: [String: Int] = [:]

  /// A page without ids.
  init(prefix: String) { self.prefix = prefix }

  /// Whether `word` can still be taken.
  func isFree(_ word: String) -> Bool { !used.contains(prefix + word) }

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
    var word = Bytes()
    word.reserveCapacity(title.utf8.count)
    for byte in title.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        word.append(byte)
      case UInt8(ascii: " "): word.append(UInt8(ascii: "-"))
      case 0x80...: return unicodeWord(for: title)
      default: break
      }
    }
    return word.isEmpty ? fallback : word.text
  }

  private static func unicodeWord(for title: String) -> String {
    var word = Bytes()
    for scalar in title.lowercased().composed.unicodeScalars {
      if scalar == " " || scalar == "\u{A0}" || scalar == "\u{3000}" {
        word.append(UInt8(ascii: "-"))
      } else if scalar.canStandInIdentifier {
        word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return word.isEmpty ? fallback : word.text
  }

  private static let fallback = "section"
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
