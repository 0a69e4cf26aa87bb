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
      guard let color = value(name.rawValue, of: record, .color) else { continue }
      colors[name] = Chosen(color: color.value, location: color.location)
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
    properties(ThemeSchema.lengths, of: record, .length)
      + properties([("spacing", "--spacing")], of: record, .number)
      + properties(ThemeSchema.fontProperties, of: record.record("fonts"), .fonts)
  }

  /// The custom properties of fields that are written in one form.
  private mutating func properties(
    _ fields: [(key: String, property: String)], of record: Record?, _ form: ThemeForm<String>
  ) -> [ThemeSettings.Property] {
    fields.compactMap { key, property in
      value(key, of: record, form).map { .init(name: property, value: $0.value) }
    }
  }

  // MARK: Values

  /// What a field says; nil where it is left out, or cannot be read, which is reported.
  private mutating func value<Value>(_ key: String, of record: Record?, _ form: ThemeForm<Value>)
    -> (value: Value, location: TextLocation)?
  {
    guard let field = record?[key], let text = field.text else { return nil }
    let location = file.location(field)
    guard let value = form.reading(text) else {
      diagnostics.append(.invalid(key, text, form, at: location))
      return nil
    }
    return (value, location)
  }
}

extension Diagnostic {
  fileprivate static func invalid<Value>(
    _ name: String, _ text: String, _ form: ThemeForm<Value>, at location: TextLocation
  ) -> Diagnostic {
    .error(form.rule, "'\(name)' is no \(form.noun): '\(text)'", at: location, help: [form.help])
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
