public import Text

/// The European emblem, drawn from its legal geometry.
///
/// A rectangle half as long again as it is high; twelve stars at the hours of a clock on a circle
/// whose radius is a third of the height; each star, one point upwards, in a circle whose radius is
/// an eighteenth of it. The emblem may not be changed or merged with anything else, so there is
/// nothing to set but the forms that the graphics guide itself knows.
public enum EUEmblem {
  /// The forms in which the emblem may be shown.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// Gold stars on blue: what a website shows.
    case colour
    /// Gold stars on blue with a white border of 1/25 of the height, for coloured backgrounds.
    case colourOnDark = "colour-on-dark"
    /// White stars on blue, where blue is the only colour.
    case monochromeBlue = "monochrome-blue"
    /// Black stars on white with a black outline, where black is the only colour.
    case monochromeBlack = "monochrome-black"
    /// White stars in a white outline, for a dark background where white is the only colour.
    case monochromeWhite = "monochrome-white"
  }

  /// The least height at which the emblem may be shown, in millimetres.
  public static let heightMillimetresMin = 10

  /// The emblem as an SVG document, which may also stand in an HTML page.
  ///
  /// - Parameters:
  ///   - style: the form.
  ///   - title: what a screen reader says; without one the drawing is hidden from screen readers,
  ///     as it should be where the funding statement stands beside it.
  /// - Returns: the same bytes on every machine: the coordinates are integers, thousandths of a
  ///   unit, 540 units to the height.
  public static func svg(style: Style = .colour, title: String? = nil) -> Bytes {
    let edge = style.edgeThousandths
    var svg = Bytes()
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"")
    svg.append(thousandths: -edge)
    svg.append(" ")
    svg.append(thousandths: -edge)
    svg.append(" ")
    svg.append(thousandths: width + 2 * edge)
    svg.append(" ")
    svg.append(thousandths: height + 2 * edge)
    svg.append("\"")
    svg.append(accessibleName: title)
    svg.append(background: style)
    svg.append("<path fill=\"\(style.starColour)\" d=\"")
    for centre in starCentres { svg.append(starAt: centre) }
    svg.append("\"/></svg>\n")
    return svg
  }

  /// The height of the rectangle, the hoist, in thousandths of a unit.
  static let height = 540_000
  /// The length of the rectangle, the fly.
  static let width = 810_000

  /// The centres of the stars, clockwise from twelve o'clock.
  static let starCentres: [Point] = ring.map { Point(x: width / 2 + $0.x, y: height / 2 + $0.y) }

  /// The points of a star around its centre, clockwise from the top, tips and notches in turn.
  static let star: [Point] = [
    Point(x: 0, y: -30_000), Point(x: 6735, y: -9271), Point(x: 28_532, y: -9271),
    Point(x: 10_898, y: 3541), Point(x: 17_634, y: 24_271), Point(x: 0, y: 11_459),
    Point(x: -17_634, y: 24_271), Point(x: -10_898, y: 3541), Point(x: -28_532, y: -9271),
    Point(x: -6735, y: -9271),
  ]

  /// The hours of a clock on a circle of a third of the height.
  private static let ring: [Point] = [
    Point(x: 0, y: -180_000), Point(x: 90_000, y: -155_885), Point(x: 155_885, y: -90_000),
    Point(x: 180_000, y: 0), Point(x: 155_885, y: 90_000), Point(x: 90_000, y: 155_885),
    Point(x: 0, y: 180_000), Point(x: -90_000, y: 155_885), Point(x: -155_885, y: 90_000),
    Point(x: -180_000, y: 0), Point(x: -155_885, y: -90_000), Point(x: -90_000, y: -155_885),
  ]

  /// A place in the drawing, in thousandths of a unit, y downwards.
  struct Point: Sendable, Hashable {
    let x: Int
    let y: Int
  }
}

extension EUEmblem.Style {
  /// How far the drawing reaches beyond the rectangle.
  fileprivate var edgeThousandths: Int {
    switch self {
    case .colour, .monochromeBlue: 0
    case .colourOnDark: EUEmblem.height / 25
    case .monochromeBlack, .monochromeWhite: 5000
    }
  }

  fileprivate var starColour: String {
    switch self {
    case .colour, .colourOnDark: "#FFCC00"
    case .monochromeBlue, .monochromeWhite: "#FFFFFF"
    case .monochromeBlack: "#000000"
    }
  }

  /// The colour of the rectangle; nil where it shows the background.
  fileprivate var fieldColour: String? {
    switch self {
    case .colour, .colourOnDark, .monochromeBlue: "#003399"
    case .monochromeBlack: "#FFFFFF"
    case .monochromeWhite: nil
    }
  }

  /// The colour of what lies outside the rectangle.
  fileprivate var edgeColour: String {
    switch self {
    case .colour, .colourOnDark, .monochromeBlue, .monochromeWhite: "#FFFFFF"
    case .monochromeBlack: "#000000"
    }
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(accessibleName title: String?) {
    guard let title else {
      append(" aria-hidden=\"true\">")
      return
    }
    append(" role=\"img\"><title>")
    append(escapingXML: title)
    append("</title>")
  }

  fileprivate mutating func append(background style: EUEmblem.Style) {
    let edge = style.edgeThousandths
    let field = "M0 0H810V540H0Z"
    if edge > 0 {
      let hole = style.fieldColour == nil ? field : ""
      append("<path fill=\"\(style.edgeColour)\"")
      if !hole.isEmpty { append(" fill-rule=\"evenodd\"") }
      append(" d=\"M")
      append(thousandths: -edge)
      append(" ")
      append(thousandths: -edge)
      append("H")
      append(thousandths: EUEmblem.width + edge)
      append("V")
      append(thousandths: EUEmblem.height + edge)
      append("H")
      append(thousandths: -edge)
      append("Z\(hole)\"/>")
    }
    if let colour = style.fieldColour { append("<path fill=\"\(colour)\" d=\"\(field)\"/>") }
  }

  fileprivate mutating func append(starAt centre: EUEmblem.Point) {
    for (index, point) in EUEmblem.star.enumerated() {
      append(index == 0 ? "M" : "L")
      append(thousandths: centre.x + point.x)
      append(" ")
      append(thousandths: centre.y + point.y)
    }
    append("Z")
  }

  /// Appends a number of thousandths as a decimal without needless zeros.
  fileprivate mutating func append(thousandths number: Int) {
    if number < 0 { append("-") }
    append(decimal: abs(number) / 1000)
    let rest = abs(number) % 1000
    guard rest > 0 else { return }
    append(".")
    var digits = Bytes()
    digits.append(decimal: rest, width: 3)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    append(contentsOf: digits)
  }
}
