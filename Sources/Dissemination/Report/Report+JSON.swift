internal import CivilTime
internal import Site
package import Text

extension Report {
  /// The whole report for a program (RFC 8259); dates are ISO 8601, what is not known is `null`.
  package var json: Bytes {
    var bytes = Bytes()
    bytes.append(
      json: .object([
        ("project", text(projectName)), ("site", .text(siteTitle)),
        ("grant_agreement", text(grantAgreement)), ("as_of", .text(day.iso)),
        ("from", text(options.period.first?.iso)), ("to", text(options.period.last?.iso)),
        ("partner", text(options.partner)), ("kind", text(options.kind)),
        ("targets", .list(targets.map(json))), ("activities", .list(activities.map(json))),
        ("partners", .list(partners.map(json))), ("quarters", .list(quarters.map(json))),
        ("missing", .list(gaps.map(json))),
      ]))
    bytes.append("\n")
    return bytes
  }

  private func text(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

  private func json(_ target: TargetProgress) -> JSONValue {
    .object([
      ("id", .text(target.id)), ("label", .text(target.label)), ("count", .number(target.count)),
      ("goal", target.goal.map { .number($0) } ?? .null),
      ("share", target.sharePercent.map { .number($0) } ?? .null),
      ("reached", target.isReached.map { .bool($0) } ?? .null),
    ])
  }

  private func json(_ activity: Activity) -> JSONValue {
    .object([
      ("activity", .text(activity.name)), ("description", text(activity.description)),
      ("audience", .list(activity.audience.map { .text($0.rawValue) })),
      ("channel", text(activity.channel?.rawValue)), ("outcome", text(activity.outcome)),
      ("participants", activity.participants.map { .number($0) } ?? .null),
      ("status", .text(activity.status.rawValue)), ("start", text(activity.firstDay?.iso)),
      ("end", text(activity.lastDay?.iso)), ("evidence", .text(activity.evidence)),
      ("partners", .list(activity.partners.map { .text($0) })), ("kind", .text(activity.kind)),
      ("file", .text(activity.path)),
    ])
  }

  private func json(_ group: Group) -> JSONValue {
    .object([
      ("name", .text(group.name)), ("all", .number(group.total)),
      ("kinds", .object(zip(kinds, group.counts).map { ($0.name, .number($1)) })),
    ])
  }

  private func json(_ gap: ReportGap) -> JSONValue {
    .object([
      ("message", .text(gap.message)), ("help", .text(gap.help)),
      ("files", .list(gap.paths.map { .text($0) })),
    ])
  }
}
