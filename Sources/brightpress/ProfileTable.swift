internal import Site

/// Where a build's time went, as a table for a person.
struct ProfileTable {
  private let profile: BuildProfile

  init(_ profile: BuildProfile) { self.profile = profile }

  /// A line for each stage, in their order, and the pages that took longest.
  var text: String {
    let stages = profile.stages
    let sum = stages.reduce(Duration.zero) { $0 + $1.duration }
    let rows =
      [["time", "share", "stage"]]
      + stages.map { stage in
        [
          stage.duration.inMilliseconds, stage.duration.percent(of: sum),
          "\(stage.name) (\(stage.count) \(stage.unit))",
        ]
      }
    return Self.table(rows) + slowest
  }

  private var slowest: String {
    let pages = profile.pages.sorted { ($1.duration, $0.address) < ($0.duration, $1.address) }
    guard !pages.isEmpty else { return "" }
    let rows = pages.prefix(10).map { [$0.duration.inMilliseconds, $0.address] }
    return "\nThe pages that took longest:\n" + Self.table(rows)
  }

  /// Rows with all columns but the last aligned to the right.
  private static func table(_ rows: [[String]]) -> String {
    guard let columns = rows.first?.indices else { return "" }
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = columns.dropLast().map { column in
        String(repeating: " ", count: widths[column] - row[column].count) + row[column]
      }
      return (cells + row.suffix(1)).joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension Duration {
  /// A duration, such as `12.345 ms`.
  var inMilliseconds: String {
    let (seconds, attoseconds) = components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let fraction = "\(microseconds % 1000)"
    let zeros = String(repeating: "0", count: 3 - fraction.count)
    return "\(microseconds / 1000).\(zeros)\(fraction) ms"
  }

  /// The part that it is of a whole, such as `12.3 %`.
  func percent(of whole: Duration) -> String {
    guard whole > .zero else { return "0.0 %" }
    let tenths = Int((self / whole * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
