internal import CivilTime
internal import Diagnostics
internal import Site

/// What a person wants to know after a build.
struct BuildSummary {
  let result: BuildResult
  /// The output folder as the user knows it.
  let output: String
  let duration: Duration

  /// After a good build.
  var text: String {
    guard let report = result.report else { return "" }
    var text = "Published \(counted(result.pageCount, "page")) and "
    text += "\(counted(result.fileCount, "other file")) into '\(output)' in \(seconds):\n"
    text += "  \(report.added.count) new, \(report.changed.count) changed, "
    text += "\(report.unchangedCount) unchanged, \(report.removed.count) removed\n"
    if report.recoveredUpdate {
      text += "An update that was interrupted earlier was completed first.\n"
    }
    for path in report.removed.prefix(20) { text += "  removed \(path)\n" }
    if report.removed.count > 20 { text += "  … and \(report.removed.count - 20) more\n" }
    text += unpublished
    let warnings = result.diagnostics.count { $0.severity == .warning }
    if warnings > 0 { text += "\(counted(warnings, "warning")).\n" }
    return text
  }

  /// After a build that published nothing.
  var failureText: String {
    let errors = result.diagnostics.count { $0.severity == .error }
    let warnings = result.diagnostics.count { $0.severity == .warning }
    let problems = [counted(errors, "error"), counted(warnings, "warning")].joined(separator: ", ")
    if result.isUpdateInterrupted {
      return
        "The update of '\(output)' was interrupted: some files are new, some as they were, each "
        + "of them whole. The next build completes it."
    }
    let reason = errors == 0 && warnings > 0 ? " (and '--strict' was given)" : ""
    return "Nothing was published: \(problems)\(reason). The site in '\(output)' is as it was."
  }

  private var unpublished: String {
    guard !result.unpublished.isEmpty else { return "" }
    var counts = (drafts: 0, scheduled: 0, expired: 0)
    var lines = ""
    for item in result.unpublished {
      switch item.state {
      case .draft:
        counts.drafts += 1
        lines += "  \(item.path): a draft\n"
      case .scheduled(let due):
        counts.scheduled += 1
        lines += "  \(item.path): scheduled for \(due.iso8601)\n"
      case .expired(let end):
        counts.expired += 1
        lines += "  \(item.path): expired on \(end.iso8601)\n"
      }
    }
    let parts = [
      (counts.drafts, counts.drafts == 1 ? "draft" : "drafts", "--drafts"),
      (counts.scheduled, "scheduled", "--future"), (counts.expired, "expired", "--expired"),
    ].filter { $0.0 > 0 }
    let heading = parts.map { "\($0.0) \($0.1) (\($0.2))" }.joined(separator: ", ")
    return "Not published: \(heading)\n" + lines
  }

  private var seconds: String {
    let (whole, attoseconds) = duration.components
    let hundredths = whole * 100 + attoseconds / 10_000_000_000_000_000
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
