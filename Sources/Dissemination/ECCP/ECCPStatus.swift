internal import CivilTime
internal import FrontMatter
package import Site
internal import Text

/// How many posts stand on the platform, and what is next.
package struct ECCPStatus: Sendable {
  let site: SiteReading

  /// The status of a site.
  package init(_ site: SiteReading) { self.site = site }

  /// A few lines for a person.
  package var text: String {
    let items = site.eccpItems
    let posted = items.filter(\.isOnECCP).sorted {
      (($0.day(of: "eccp_date") ?? .latest), $0.path) < (
        ($1.day(of: "eccp_date") ?? .latest), $1.path
      )
    }
    let pending = items.filter { !$0.isOnECCP }
    let ready = pending.filter { $0.eccpObstacle == nil }
    var text = counters
    text += list("Posted", posted, limit: .max) { item in
      let day = item.day(of: "eccp_date")?.iso ?? "no date"
      return "\(day)  \(item.title.inOneLine)\n              \(item.record.text("eccp_url") ?? "")"
    }
    text += list("Next", ready, limit: 5) { "\($0.title.inOneLine)  (\($0.path))" }
    let unready = pending.filter { $0.eccpObstacle != nil }
    if !unready.isEmpty {
      text += "\nNot ready: \(unready.count)\n"
      let reasons = Dictionary(grouping: unready) { $0.eccpObstacle ?? "" }
      for reason in reasons.keys.sorted() {
        text += "  \(reason): \(reasons[reason]?.count ?? 0)\n"
      }
    }
    return text
  }

  /// The targets that count what is on the platform; without one, the number alone.
  package var counters: String {
    let targets = site.targets.filter(\.countsECCPPosts)
    guard !targets.isEmpty else {
      let count = site.eccpItems.count(where: \.isOnECCP)
      return "On the ECCP: \(count). The site sets no target for it.\n"
    }
    return targets.map { target in
      let progress = site.progress(of: target, in: ReportingPeriod())
      guard let goal = progress.goal, let share = progress.sharePercent else {
        return "\(progress.label): \(progress.count)\n"
      }
      return "\(progress.label): \(progress.count) of \(goal) (\(share) %)\n"
    }.joined()
  }

  private func list(
    _ heading: String, _ items: [SiteItem], limit: Int, _ line: (SiteItem) -> String
  ) -> String {
    guard !items.isEmpty else { return "" }
    var text = "\n\(heading):\n"
    for item in items.prefix(limit) { text += "  \(line(item))\n" }
    if items.count > limit { text += "  … and \(items.count - limit) more\n" }
    return text
  }
}

extension CivilDate {
  /// The last day that there is, for what has none.
  fileprivate static let latest = CivilDate(daysSinceEpoch: .max)
}
