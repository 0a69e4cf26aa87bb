internal import FrontMatter

/// Reads what the project's report takes for granted.
enum ReportReader {
  /// What the built-in kinds are as activities, where a site does not say otherwise.
  private static let channels: [(kind: String, channel: ReportChannel)] = [
    ("posts", .website), ("events", .event), ("publications", .website), ("exchanges", .other),
  ]

  /// The settings; the site's come before the defaults.
  static func settings(_ record: Record?, _ kinds: [ContentKind]) -> ReportSettings {
    let entries = record?.table("activities") ?? []
    let activities = kinds.compactMap { kind -> ReportSettings.Activities? in
      let own = entries.first { $0.key == kind.name }?.value.record
      let standard = channels.first { $0.kind == kind.name }?.channel
      guard own?.boolean("counts") ?? (own != nil || standard != nil) else { return nil }
      return ReportSettings.Activities(
        kind: kind.name,
        channel: own?.text("channel").flatMap(ReportChannel.init) ?? standard,
        audience: own?.texts("audience").compactMap(ReportAudience.init) ?? [])
    }
    var audiences: [String: [ReportAudience]] = [:]
    for entry in record?.table("audiences") ?? [] {
      audiences[entry.key.lowercased()] = entry.value.texts?.compactMap(ReportAudience.init)
    }
    return ReportSettings(activities: activities, audiences: audiences)
  }
}
