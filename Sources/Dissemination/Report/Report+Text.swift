internal import CivilTime
internal import Site
internal import Text

extension Report {
  /// The parts of the report as text for a terminal; all of them where none is named.
  package func text(_ sections: [ReportSection]) -> String {
    let parts = (sections.isEmpty ? ReportSection.allCases : sections).map { section -> String in
      switch section {
      case .targets: sheet(.targets).text()
      case .activities: activityText
      case .partners, .quarters: sheet(section).text()
      case .missing: gapText
      }
    }
    return heading + "\n" + parts.joined(separator: "\n")
  }

  /// What the report is about, and the day it is worked out for.
  package var heading: String {
    "\(projectName ?? siteTitle)\n\(scope), as of \(day.iso)\n"
  }

  /// Whose work of which days it is: `All partners, 2023-01-01 to 2023-06-30`.
  var scope: String {
    let who = partnerName ?? options.partner ?? "All partners"
    let kind = options.kind.map { ", \($0)" } ?? ""
    switch (options.period.first, options.period.last) {
    case (nil, nil): return who + kind + ", the whole project"
    case (let first?, nil): return who + kind + ", from \(first.iso)"
    case (nil, let last?): return who + kind + ", to \(last.iso)"
    case (let first?, let last?): return who + kind + ", \(first.iso) to \(last.iso)"
    }
  }

  /// A terminal is too narrow for all columns.
  private var activityText: String {
    let shown: [ActivityColumn] = [.date, .status, .channel, .participants, .activity, .partner]
    let counts = ActivityStatus.allCases.map { "\(count($0)) \($0.rawValue)" }
    return activitySheet(shown).text(cellLength: 48)
      + (activities.isEmpty ? "" : "  \(counts.joined(separator: ", "))\n")
  }

  private var gapText: String {
    var text = "Missing for a final report\n"
    if gaps.isEmpty { text += "  Nothing is missing.\n" }
    for gap in gaps {
      let count = gap.paths.isEmpty ? "" : " (\(gap.paths.count))"
      text += "  - \(gap.message)\(count)\n    \(gap.help)\n"
      for path in gap.paths.prefix(3) { text += "      \(path)\n" }
      if gap.paths.count > 3 { text += "      … and \(gap.paths.count - 3) more\n" }
    }
    return text
  }

  /// The parts of the report as Markdown; all of them where none is named.
  package func markdown(_ sections: [ReportSection]) -> String {
    let parts = (sections.isEmpty ? ReportSection.allCases : sections).map { sheet($0).markdown }
    return "# \(projectName ?? siteTitle)\n\n\(scope), as of \(day.iso)\n\n"
      + parts.joined(separator: "\n")
  }
}
