internal import Site

/// What each template has cost, as a table for a person.
struct TemplateTable {
  let costs: [BuildResult.TemplateCost]

  /// A line for each template, the one with the most time of its own first.
  var text: String {
    let sum = costs.reduce(Duration.zero) { $0 + $1.own }
    let heading = ["own time", "share", "with others", "average", "calls"]
    var rows = [heading]
    for cost in costs {
      rows.append([
        Self.milliseconds(cost.own), Self.percent(cost.own, of: sum),
        Self.milliseconds(cost.total), Self.milliseconds(cost.total / max(1, cost.calls)),
        "\(cost.calls)",
      ])
    }
    let widths = heading.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let names = ["template"] + costs.map(\.name)
    return zip(rows, names).map { row, name in
      let cells = zip(row, widths).map { cell, width in
        String(repeating: " ", count: width - cell.count) + cell
      }
      return (cells + [name]).joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A duration, such as `12.345 ms`.
  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let fraction = "\(microseconds % 1000)"
    let zeros = String(repeating: "0", count: 3 - fraction.count)
    return "\(microseconds / 1000).\(zeros)\(fraction) ms"
  }

  /// A part of a whole, such as `12.3 %`.
  private static func percent(_ part: Duration, of whole: Duration) -> String {
    guard whole > .zero else { return "0.0 %" }
    let tenths = Int((part / whole * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
