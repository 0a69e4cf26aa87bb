/// The part of an address that names one thing: lower-case letters, digits and hyphens.
///
/// Latin letters lose their accents (`Santé` → `sante`), so that an address can be typed on any
/// keyboard and reads the same however it was composed; letters of other scripts are kept, in
/// Unicode's composed form. The same text gives the same slug on every machine.
///
/// - Complexity: O(*n*) in the length of `text`; allocation-free checks for ASCII input.
public func slug(_ text: String) -> String {
  if let slug = asciiSlug(text) { return slug }
  var result = String.UnicodeScalarView()
  var pendingHyphen = false
  func flushHyphen(_ result: inout String.UnicodeScalarView) {
    if pendingHyphen && !result.isEmpty { result.append("-") }
    pendingHyphen = false
  }
  for scalar in text.lowercased().composed.unicodeScalars {
    if let folded = asciiLetters(for: scalar) {
      guard !folded.isEmpty else { continue }
      flushHyphen(&result)
      result.append(contentsOf: folded.unicodeScalars)
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .spacingMark
    {
      flushHyphen(&result)
      result.append(scalar)
    } else if scalar != "'" && scalar != "\u{2019}" {
      pendingHyphen = true
    }
  }
  guard result.isEmpty else { return String(result) }
  // Nothing that a slug may hold: name the characters by number, so that the slug is still stable.
  return text.unicodeScalars
    .filter { !$0.properties.isWhitespace }
    .map { "u" + String($0.value, radix: 16) }
    .joined(separator: "-")
}

/// The slug of a text in ASCII, made byte by byte; nil for any other text, and where nothing is left.
private func asciiSlug(_ text: String) -> String? {
  var slug = Bytes()
  slug.reserveCapacity(text.utf8.count)
  var pendingHyphen = false
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      if pendingHyphen && !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
      pendingHyphen = false
      slug.append(byte < UInt8(ascii: "a") && byte >= UInt8(ascii: "A") ? byte | 0x20 : byte)
    case 0x80...: return nil
    case UInt8(ascii: "'"): break
    default: pendingHyphen = true
    }
  }
  guard !slug.isEmpty else { return nil }
  // A slug is often its text: then no second copy of it is kept.
  return slug.elementsEqual(text.utf8) ? text : slug.text
}

/// The ASCII letters and digits that stand for a Latin scalar, lower case; empty for a combining
/// mark that is dropped; nil for a scalar that has no ASCII form.
private func asciiLetters(for scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x30...0x39, 0x61...0x7A: return String(scalar)
  case 0x300...0x36F: return ""
  case 0xDF...0x24F: break
  case 0x1E00...0x1EFF: break
  default: return nil
  }
  switch scalar {
  case "æ": return "ae"
  case "œ": return "oe"
  case "ß", "ẞ": return "ss"
  case "ø": return "o"
  case "đ", "ð": return "d"
  case "þ": return "th"
  case "ł": return "l"
  case "ħ": return "h"
  case "ı": return "i"
  case "ŧ": return "t"
  default:
    // What is left in these blocks decomposes into an ASCII letter and its marks.
    let letters = String(scalar).decomposed.unicodeScalars.filter { $0.isASCII }
    return letters.isEmpty ? nil : String(String.UnicodeScalarView(letters))
  }
}
