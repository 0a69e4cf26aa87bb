internal import Funding
internal import Site

/// Finds what is missing for a final report.
struct ReportGaps {
  let site: SiteReading
  let options: ReportOptions
  let targets: [TargetProgress]
  let activities: [Activity]
  /// The activities that a period leaves out, since they have no date.
  let undated: [Activity]

  /// All that is missing: from the project as a whole first.
  var all: [ReportGap] { project + status + details }

  private var project: [ReportGap] {
    var gaps: [ReportGap] = []
    if let funding = site.funding, funding.grantAgreement == nil {
      gaps.append(
        ReportGap(
          message: "the number of the grant agreement",
          help: "set 'grant_agreement' under 'funding:' in site.yaml", paths: []))
    }
    for target in targets where target.isReached == false {
      gaps.append(
        ReportGap(
          message: "\(target.label): \(target.count) of \(target.goal ?? 0)",
          help: "the goal of the target '\(target.id)' is not reached", paths: []))
    }
    if !activities.contains(where: { $0.status == .delivered }) {
      gaps.append(
        ReportGap(
          message: "an activity with the status Delivered",
          help: "the portal wants at least one in a final report", paths: []))
    }
    return gaps
  }

  private var status: [ReportGap] {
    [
      gap(
        "the status after its date: it is past and still planned or confirmed",
        "write 'status: held', 'postponed' or 'cancelled'", activities.filter(\.isOverdue)),
      gap(
        "the end of what is Ongoing: a final report has nothing of it",
        "deliver or cancel it, and say so in 'status'",
        activities.filter { $0.status == .ongoing && !$0.isOverdue }),
      gap(
        "a new date or the end of what is Postponed: a final report has nothing of it",
        "hold or cancel it, and say so in 'status'", activities.filter { $0.status == .postponed }),
    ].compactMap { $0 }
  }

  private var details: [ReportGap] {
    let active = activities.filter { $0.status != .cancelled }
    let delivered = active.filter { $0.status == .delivered }
    return [
      gap(
        "a date: without one it belongs to no period", "add 'date', or 'start' to an event",
        undated + active.filter { $0.lastDay == nil }),
      gap(
        "a description", "add 'summary: …'",
        active.filter { ($0.description ?? "").isEmpty }),
      gap(
        "an audience", "add 'audience: […]', or set one for the kind under 'report:' in site.yaml",
        active.filter { $0.audience.isEmpty && $0.unknownAudiences.isEmpty }),
      gap(
        "a channel", "add 'channel: …', or set one for the kind under 'report:' in site.yaml",
        active.filter { $0.channel == nil }),
      gap(
        "an outcome", "add 'outcome: …', a sentence on what came of it",
        delivered.filter { ($0.outcome ?? "").isEmpty }),
      gap(
        "the number of participants", "add 'participants: …'",
        delivered.filter {
          ($0.kind == "events" || $0.kind == "exchanges") && $0.participants == nil
        }),
    ].compactMap { $0 } + unknownAudiences(active)
  }

  /// Each word for an audience that the portal does not know, with the files that use it.
  private func unknownAudiences(_ activities: [Activity]) -> [ReportGap] {
    Set(activities.flatMap(\.unknownAudiences)).sorted().compactMap { word in
      gap(
        "the portal's word for the audience '\(word)'",
        "say which of the portal's audiences it is: report: {audiences: {\"\(word)\": […]}}",
        activities.filter { $0.unknownAudiences.contains(word) })
    }
  }

  private func gap(_ message: String, _ help: String, _ activities: [Activity]) -> ReportGap? {
    guard !activities.isEmpty else { return nil }
    return ReportGap(message: message, help: help, paths: activities.map(\.path).sorted())
  }
}
