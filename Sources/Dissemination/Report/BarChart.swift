internal import Text

/// A chart of horizontal bars as SVG: a label, a bar, and its number behind.
struct BarChart {
  /// One bar.
  struct Bar {
    let label: String
    let value: Int
    /// The number that would fill the whole width.
    let whole: Int
    /// What stands behind the bar.
    let note: String
  }

  /// What the chart shows, for those who do not see it.
  let title: String
  let bars: [Bar]

  private static let rowHeight = 28
  fileprivate static let labelWidth = 260
  fileprivate static let barWidth = 400
  private static let numberWidth = 90

  /// A chart; nil where it would have no bar.
  init?(title: String, bars: [Bar]) {
    guard !bars.isEmpty else { return nil }
    self.title = title
    self.bars = bars
  }

  /// The chart; its coordinates are whole numbers, so that it is the same on every machine.
  var svg: Bytes {
    let height = bars.count * Self.rowHeight
    let width = Self.labelWidth + Self.barWidth + Self.numberWidth
    var svg = Bytes()
    svg.append("<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
    svg.append(" viewBox=\"0 0 \(width) \(height)\" font-family=\"Arial, sans-serif\"")
    svg.append(" font-size=\"13\"><title>")
    svg.append(escapingHTML: title)
    svg.append("</title>\n")
    for (index, bar) in bars.enumerated() { svg.append(bar, at: index * Self.rowHeight) }
    svg.append("</svg>\n")
    return svg
  }

  fileprivate static func length(_ bar: Bar) -> Int {
    bar.whole > 0 ? min(bar.value, bar.whole) * barWidth / bar.whole : 0
  }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(_ bar: BarChart.Bar, at top: Int) {
    append("<text x=\"0\" y=\"\(top + 18)\" fill=\"#1b1f24\">")
    append(escapingHTML: bar.label.truncated(toCharacters: 38))
    append("</text>")
    append(rectangleAt: top, width: BarChart.barWidth, fill: "#e3e8ef")
    append(rectangleAt: top, width: BarChart.length(bar), fill: "#24478f")
    let numberStart = BarChart.labelWidth + BarChart.barWidth + 8
    append("<text x=\"\(numberStart)\" y=\"\(top + 18)\" fill=\"#1b1f24\">")
    append(escapingHTML: bar.note)
    append("</text>\n")
  }

  private mutating func append(rectangleAt top: Int, width: Int, fill: String) {
    append("<rect x=\"\(BarChart.labelWidth)\" y=\"\(top + 5)\" width=\"\(width)\"")
    append(" height=\"18\" fill=\"\(fill)\"/>")
  }
}
