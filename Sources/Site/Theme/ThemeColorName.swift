/// A colour of the theme, named by its use: the stylesheet's property `--accent-ink`, and the key
/// `accent_ink` in `site.yaml`.
enum ThemeColorName: String, Sendable, CaseIterable {
  case paper, wash, ink, muted, line, accent
  case accentInk = "accent_ink"
  case hero
  case heroInk = "hero_ink"
  case heroMuted = "hero_muted"
  case strand1 = "strand_1"
  case strand2 = "strand_2"
  case strand3 = "strand_3"
  case strand4 = "strand_4"

  /// What it is for.
  var summary: String {
    switch self {
    case .paper: "the ground of pages"
    case .wash: "the ground of panels and of the footer"
    case .ink: "text"
    case .muted: "text of less weight"
    case .line: "lines between things"
    case .accent: "links and buttons"
    case .accentInk: "text on buttons"
    case .hero: "the ground of the home page's head"
    case .heroInk: "text on it"
    case .heroMuted: "text of less weight on it"
    case .strand1: "the first colour of decorations"
    case .strand2: "the second colour of decorations"
    case .strand3: "the third colour of decorations"
    case .strand4: "the fourth colour of decorations"
    }
  }

  /// The custom property in the stylesheet.
  var property: String { "--" + String(rawValue.map { $0 == "_" ? "-" : $0 }) }

  /// The property's value in the stylesheet of the default theme, by day and by night.
  var standard: (light: ThemeColor, dark: ThemeColor) {
    let (light, dark) =
      switch self {
      case .paper: ("#ffffff", "#0d1524")
      case .wash: ("#f3f6fb", "#142034")
      case .ink: ("#0f1d36", "#e9eff8")
      case .muted: ("#4a5a72", "#a9b8cc")
      case .line: ("#d5deea", "#2c3c56")
      case .accent: ("#0b4aae", "#9cc3ff")
      case .accentInk: ("#ffffff", "#0d1524")
      case .hero: ("#0f1d36", "#111d33")
      case .heroInk: ("#ffffff", "#ffffff")
      case .heroMuted: ("#c3d1e6", "#c3d1e6")
      case .strand1: ("#2f6fe0", "#6ea3ff")
      case .strand2: ("#10998a", "#3fc7b6")
      case .strand3: ("#e6a400", "#ffc933")
      case .strand4: ("#d4426d", "#ff7f9f")
      }
    guard let light = ThemeColor(light), let dark = ThemeColor(dark) else {
      preconditionFailure("the colours of the default theme are colours")
    }
    return (light, dark)
  }

  /// The grounds that text in this colour stands on.
  var grounds: [ThemeColorName] {
    switch self {
    case .ink, .muted, .accent: [.paper, .wash]
    case .accentInk: [.accent]
    case .heroInk, .heroMuted: [.hero]
    case .paper, .wash, .line, .hero, .strand1, .strand2, .strand3, .strand4: []
    }
  }

  /// The contrast that a night colour made from a day colour gets on the night's ground; nil for
  /// colours that are not made but taken over or left as they are.
  var derivedContrast: Double? {
    switch self {
    case .accent: 7
    case .strand1, .strand2, .strand3, .strand4: 4.5
    case .paper, .wash, .ink, .muted, .line, .accentInk, .hero, .heroInk, .heroMuted: nil
    }
  }

  /// Whether the day's colour serves at night too: the head of the home page keeps its ground.
  var isTakenOver: Bool {
    switch self {
    case .hero, .heroInk, .heroMuted: true
    case .paper, .wash, .ink, .muted, .line, .accent, .accentInk, .strand1, .strand2, .strand3,
      .strand4:
      false
    }
  }
}
