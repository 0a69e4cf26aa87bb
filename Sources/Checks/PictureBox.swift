/// How large a picture is shown, as far as style sheets and attributes tell.
struct PictureBox: Equatable {
  /// CSS pixels; nil where it depends on the window, or where nothing tells.
  var width: Double?
  var height: Double?
}

extension PictureBox {
  /// The boxes that a picture can have: the usual one, and one for each condition that changes it.
  ///
  /// - Parameters:
  ///   - element: the picture.
  ///   - values: what style sheets say about it.
  ///   - natural: its own size, or what stands to each other like its own width and height.
  ///   - isScalable: whether the natural size is a ratio only, as of most SVG.
  /// - Returns: the boxes, the usual one first.
  static func boxes(
    of element: HTMLPage.Element, styled values: StyleCascade.Values,
    natural: PictureBox, isScalable: Bool
  ) -> [PictureBox] {
    ([values.usual] + values.conditional).map { box(element, $0, natural, isScalable) }
  }

  private static func box(
    _ element: HTMLPage.Element, _ values: [String: String], _ natural: PictureBox,
    _ isScalable: Bool
  ) -> PictureBox {
    let ratio = natural.width.flatMap { width in natural.height.map { width / $0 } }
    var width = length("width", "inline-size", values, element["width"])
    let height = length("height", "block-size", values, element["height"])
    if case .automatic = width, case .automatic = height, !isScalable {
      width = natural.width.map { .pixels($0) } ?? .unknown
    }
    var box = PictureBox(width: width.pixels, height: height.pixels)
    if case .automatic = height, let shown = box.width { box.height = ratio.map { shown / $0 } }
    if case .automatic = width, let shown = box.height { box.width = ratio.map { shown * $0 } }
    clamp(&box, values, ratio, isWidthFree: width.isAutomatic, isHeightFree: height.isAutomatic)
    return box
  }

  private static func clamp(
    _ box: inout PictureBox, _ values: [String: String], _ ratio: Double?, isWidthFree: Bool,
    isHeightFree: Bool
  ) {
    if let most = values["max-height"].flatMap(Self.pixels), box.height ?? .infinity > most {
      box.height = most
      if isWidthFree { box.width = ratio.map { most * $0 } ?? box.width }
    }
    if let most = values["max-width"].flatMap(Self.pixels), box.width ?? .infinity > most {
      box.width = most
      if isHeightFree { box.height = ratio.map { most / $0 } ?? box.height }
    }
    if let least = values["min-height"].flatMap(Self.pixels), let height = box.height {
      box.height = max(height, least)
    }
  }

  /// What is said about one side.
  private enum Length {
    case pixels(Double)
    /// Nothing, or `auto`: the other side decides.
    case automatic
    /// A part of something that is not known.
    case unknown

    var pixels: Double? { if case .pixels(let number) = self { number } else { nil } }
    var isAutomatic: Bool { if case .automatic = self { true } else { false } }
  }

  private static func length(
    _ name: String, _ logical: String, _ values: [String: String], _ attribute: String?
  ) -> Length {
    guard let value = values[name] ?? values[logical] else {
      guard let attribute else { return .automatic }
      return Double(attribute).map { .pixels($0) } ?? pixels(attribute).map { .pixels($0) }
        ?? .unknown
    }
    if value == "auto" { return .automatic }
    return pixels(value).map { .pixels($0) } ?? .unknown
  }

  /// A length in CSS pixels (CSS Values 4, section 6); nil where it depends on something.
  ///
  /// `rem` and `em` count as the 16 pixels that browsers begin with.
  static func pixels(_ value: String) -> Double? {
    let text = value.lowercased()
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
    guard let number = Double(digits) else { return nil }
    switch text.dropFirst(digits.count) {
    case "px": return number
    case "rem", "em": return number * 16
    case "cm": return number * 96 / 2.54
    case "mm": return number * 96 / 25.4
    case "q": return number * 96 / 101.6
    case "in": return number * 96
    case "pt": return number * 96 / 72
    case "pc": return number * 16
    case "": return number == 0 ? 0 : nil
    default: return nil
    }
  }
}
