/// A colour as `site.yaml` and a stylesheet write it.
struct ThemeColor: Sendable, Hashable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#0b4aae` or `#05a`; nil for anything else.
  init?(_ written: String) {
    let digits = written.utf8.dropFirst().compactMap(Self.value)
    guard written.utf8.first == UInt8(ascii: "#"), digits.count == written.utf8.count - 1 else {
      return nil
    }
    switch digits.count {
    case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
    case 6:
      self.init(
        red: digits[0] << 4 | digits[1], green: digits[2] << 4 | digits[3],
        blue: digits[4] << 4 | digits[5])
    default: return nil
    }
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The colour as `#0b4aae`.
  var written: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// How light it is, from 0 to 1 (WCAG 2.2, relative luminance).
  var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// How well it can be told from another colour, from 1 to 21 (WCAG 2.2, contrast ratio).
  func contrast(to other: ThemeColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The colour with just as much white in it as the contrast to a dark ground needs.
  func lightened(toContrast wanted: Double, on ground: ThemeColor) -> ThemeColor {
    for step in 0...19 {
      let lighter = mixed(withWhite: step)
      if lighter.contrast(to: ground) >= wanted { return lighter }
    }
    return mixed(withWhite: 20)
  }

  /// The colour with so many twentieths of white.
  private func mixed(withWhite twentieths: Int) -> ThemeColor {
    func part(_ part: UInt8) -> UInt8 {
      UInt8(clamping: (Int(part) * (20 - twentieths) + 255 * twentieths) / 20)
    }
    return ThemeColor(red: part(red), green: part(green), blue: part(blue))
  }

  /// A part of an sRGB colour as an amount of light.
  private static func linear(_ part: UInt8) -> Double {
    let value = Double(part) / 255
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // base^2.4 = base² · the fifth root of base²
    return base * base * fifthRoot(base * base)
  }

  /// By Newton's method, for a number from 0 to 1.
  private static func fifthRoot(_ number: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 { root = (4 * root + number / (root * root * root * root)) / 5 }
    return root
  }
}
