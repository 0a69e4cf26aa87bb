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
        cost.own.inMilliseconds, cost.own.percent(of: sum),
        cost.total.inMilliseconds, (cost.total / max(1, cost.calls)).inMilliseconds,
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
}
