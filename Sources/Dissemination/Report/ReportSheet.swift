internal import Site

/// A part of a report as rows and columns of text, which every form of the report can show.
package struct ReportSheet: Sendable, Hashable {
  /// A heading with how its column is set.
  package struct Column: Sendable, Hashable {
    /// The heading.
    package let title: String
    /// Whether it holds numbers.
    package var isNumber = false
  }

  /// What the part is called.
  package let title: String
  /// The columns.
  package let columns: [Column]
  /// The rows, each with a text for each column.
  package let rows: [[String]]
  /// What to say where there is no row.
  package let emptyText: String
}

extension Report {
  /// A part of the report with all that is known.
  package func sheet(_ section: ReportSection) -> ReportSheet {
    switch section {
    case .targets: targetSheet
    case .activities: activitySheet(ActivityColumn.allCases)
    case .partners: groupSheet("by partner", "Partner", partners)
    case .quarters: groupSheet("by quarter", "Quarter", quarters)
    case .missing: gapSheet
    }
  }

  /// The activities in some columns.
  func activitySheet(_ columns: [ActivityColumn]) -> ReportSheet {
    ReportSheet(
      title: "Communication and dissemination activities",
      columns: columns.map { .init(title: $0.rawValue, isNumber: $0 == .participants) },
      rows: activities.map { activity in columns.map { $0.text(activity) } },
      emptyText: "No activity belongs to this report.")
  }

  private var targetSheet: ReportSheet {
    ReportSheet(
      title: "Targets",
      columns: [
        .init(title: "Target"), .init(title: "Reached", isNumber: true),
        .init(title: "Goal", isNumber: true), .init(title: "Share", isNumber: true),
      ],
      rows: targets.map { target in
        [
          target.label, "\(target.count)", target.goal.map(String.init) ?? "open",
          target.sharePercent.map { "\($0) %" } ?? "",
        ]
      }, emptyText: "The site sets no targets.")
  }

  private func groupSheet(_ order: String, _ first: String, _ groups: [Group]) -> ReportSheet {
    ReportSheet(
      title: "Delivered activities \(order)",
      columns: [.init(title: first)] + kinds.map { .init(title: $0.title, isNumber: true) }
        + [.init(title: "All", isNumber: true)],
      rows: groups.map { group in
        [group.name] + group.counts.map(String.init) + ["\(group.total)"]
      }, emptyText: "Nothing has been delivered.")
  }

  private var gapSheet: ReportSheet {
    ReportSheet(
      title: "Missing for a final report",
      columns: [.init(title: "Missing"), .init(title: "What to do"), .init(title: "Where")],
      rows: gaps.map { [$0.message, $0.help, $0.paths.joined(separator: "; ")] },
      emptyText: "Nothing is missing.")
  }
}
