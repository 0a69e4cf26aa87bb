internal import Dissemination

/// What a person wants to know after packs were made.
struct ECCPSummary {
  let outcome: ECCPRun.Outcome
  let report: ECCPFolder.Report
  /// The folder of the packs as the user knows it.
  let folder: String

  var text: String {
    var text = "\(counted(outcome.packCount, "pack")) in '\(folder)': "
    text += "\(counted(report.writtenCount, "file")) new or changed, "
    text += "\(report.removed.count) removed.\n"
    if outcome.packCount > 0 { text += "Open '\(folder)/index.html' in a browser.\n" }
    if outcome.unreadyCount > 0 {
      text += "\(counted(outcome.unreadyCount, "item")) not ready to be posted: "
      text += "'brightpress eccp --status' says why.\n"
    }
    return text
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
