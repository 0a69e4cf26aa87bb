internal import Diagnostics
internal import FrontMatter

/// Reads the table `theme`, and says which of its values cannot be, or cannot be read.
struct ThemeReader {
  /// The file that values stand in, for messages.
  let file: ConfigurationFile
  private(set) var diagnostics: [Diagnostic] = []
  private var light: [ThemeColorName: Chosen] = [:]
  private var dark: [ThemeColorName: Chosen] = [:]

  /// A colour that the site has chosen.
  private struct Chosen {
    let color: ThemeColor
    let location: TextLocation
  }

  init(file: ConfigurationFile) { self.file = file }

  /// The settings of a table.
  mutating func settings(_ record: Record?) -> ThemeSettings {
    var settings = ThemeSettings()
    guard let record else { return settings }
    light = colors(record.record("colors"))
    dark = derived().merging(colors(record.record("dark"))) { _, own in own }
    checkContrast()
    settings.light = properties(light)
    settings.dark = properties(dark)
    settings.measures = measures(record)
    settings.logo = record.text("logo")
    return settings
  }

  // MARK: Colours

  private mutating func colors(_ record: Record?) -> [ThemeColorName: Chosen] {
    var colors: [ThemeColorName: Chosen] = [:]
    for name in ThemeColorName.allCases {
      guard let value = record?[name.rawValue], let text = value.text else { continue }
      if let color = ThemeColor(text) {
        colors[name] = Chosen(color: color, location: file.location(value))
      } else {
        diagnostics.append(.invalidColor(name.rawValue, text, at: file.location(value)))
      }
    }
    return colors
  }

  /// What the night takes over from the day.
  private func derived() -> [ThemeColorName: Chosen] {
    let ground = ThemeColorName.paper.standard.dark
    var colors: [ThemeColorName: Chosen] = [:]
    for (name, chosen) in light {
      if let contrast = name.derivedContrast {
        let lighter = chosen.color.lightened(toContrast: contrast, on: ground)
        colors[name] = Chosen(color: lighter, location: chosen.location)
      } else if name.isTakenOver {
        colors[name] = chosen
      }
    }
    return colors
  }

  private func properties(_ colors: [ThemeColorName: Chosen]) -> [ThemeSettings.Property] {
    ThemeColorName.allCases.compactMap { name in
      colors[name].map { ThemeSettings.Property(name: name.property, value: $0.color.written) }
    }
  }

  /// The least contrast of text (WCAG 2.2, 1.4.3; EN 301 549, 9.1.4.3).
  private static let contrastMin = 4.5

  private mutating func checkContrast() {
    for ink in ThemeColorName.allCases where !ink.grounds.isEmpty {
      check(ink, light, standard: \.light, isDark: false)
      check(ink, dark, standard: \.dark, isDark: true)
    }
  }

  /// Reports the ground on which text in a colour is hardest to read, if it is too hard.
  private mutating func check(
    _ ink: ThemeColorName, _ chosen: [ThemeColorName: Chosen],
    standard: ((light: ThemeColor, dark: ThemeColor)) -> ThemeColor, isDark: Bool
  ) {
    let inkColor = chosen[ink]?.color ?? standard(ink.standard)
    let pairs = ink.grounds.compactMap { ground -> Pair? in
      guard let place = (chosen[ink] ?? chosen[ground])?.location else { return nil }
      let color = chosen[ground]?.color ?? standard(ground.standard)
      return Pair(
        ground: ground, color: color, ratio: inkColor.contrast(to: color), location: place)
    }
    guard let worst = pairs.min(by: { $0.ratio < $1.ratio }), worst.ratio < Self.contrastMin else {
      return
    }
    diagnostics.append(
      .lowContrast(
        ink: "\(ink.rawValue) (\(inkColor.written))",
        ground: "\(worst.ground.rawValue) (\(worst.color.written))", worst.ratio, isDark: isDark,
        at: worst.location))
  }

  /// A ground of a colour, with how well the colour is read on it.
  private struct Pair {
    let ground: ThemeColorName
    let color: ThemeColor
    let ratio: Double
    let location: TextLocation
  }

  // MARK: Type and measures

  private mutating func measures(_ record: Record) -> [ThemeSettings.Property] {
    var properties: [ThemeSettings.Property] = []
    for (key, property) in ThemeSchema.lengths {
      guard let value = record[key], let text = value.text else { continue }
      if Self.isLength(text) {
        properties.append(ThemeSettings.Property(name: property, value: text))
      } else {
        diagnostics.append(.invalidLength(key, text, at: file.location(value)))
      }
    }
    if let value = record["spacing"], let text = value.text {
      if Self.isNumber(text[...]) {
        properties.append(ThemeSettings.Property(name: "--spacing", value: text))
      } else {
        diagnostics.append(.invalidNumber("spacing", text, at: file.location(value)))
      }
    }
    return properties + fonts(record.record("fonts"))
  }

  private mutating func fonts(_ record: Record?) -> [ThemeSettings.Property] {
    ThemeSchema.fontProperties.compactMap { key, property in
      guard let value = record?[key], let text = value.text else { return nil }
      guard let stack = Self.fontStack(text) else {
        diagnostics.append(.invalidFont(key, text, at: file.location(value)))
        return nil
      }
      return ThemeSettings.Property(name: property, value: stack)
    }
  }

  /// `1.0625rem`, `8px`; zero needs no unit.
  private static func isLength(_ text: String) -> Bool {
    if text == "0" { return true }
    return ["rem", "em", "px", "ch"].contains { unit in
      text.hasSuffix(unit) && isNumber(text.dropLast(unit.count))
    }
  }

  /// Digits with at most one point among them.
  private static func isNumber(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
      }
  }

  /// The names of typefaces, those of several words in quotation marks; nil where one has signs
  /// that no name needs.
  private static func fontStack(_ text: String) -> String? {
    var names: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.filter { $0 != "\"" && $0 != "'" }.split(separator: " ")
        .joined(separator: " ")
      guard !name.isEmpty,
        name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" })
      else { return nil }
      names.append(name.contains(" ") ? "\"\(name)\"" : name)
    }
    return names.joined(separator: ", ")
  }
}

extension Diagnostic {
  fileprivate static func invalidColor(
    _ name: String, _ text: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "invalid-colour", "'\(name)' is no colour: '\(text)'", at: location,
      help: ["write six hexadecimal digits, in quotation marks: \"#0b4aae\""])
  }

  fileprivate static func invalidLength(
    _ name: String, _ text: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "invalid-length", "'\(name)' is no length: '\(text)'", at: location,
      help: ["write a number with its unit (rem, em, px or ch), such as 1.0625rem"])
  }

  fileprivate static func invalidNumber(
    _ name: String, _ text: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "invalid-length", "'\(name)' is no number: '\(text)'", at: location,
      help: ["write a number such as 0.8 or 1.25"])
  }

  fileprivate static func invalidFont(
    _ name: String, _ text: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "invalid-font", "'\(name)' is no list of typefaces: '\(text)'", at: location,
      help: ["write names with commas between them, such as Georgia, Times New Roman, serif"])
  }

  fileprivate static func lowContrast(
    ink: String, ground: String, _ ratio: Double, isDark: Bool, at location: TextLocation
  ) -> Diagnostic {
    let hundredths = Int(ratio * 100)
    let digits = hundredths % 100
    let written = "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    return .error(
      "low-contrast",
      "\(ink) on \(ground) has a contrast of \(written):1\(isDark ? " in dark mode" : "")"
        + ", and text needs 4.5:1",
      at: location,
      help: ["make one of them darker, or the other lighter"])
  }
}
