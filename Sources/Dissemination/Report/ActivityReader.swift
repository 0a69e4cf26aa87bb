internal import CivilTime
internal import FrontMatter
internal import Site

/// Makes activities from the items of a site.
struct ActivityReader {
  let site: SiteReading

  private var today: CivilDate { site.today }

  /// The activities of everything that is published and whose kind is one of the report's, by date;
  /// those without a date come last.
  ///
  /// A text and its translations are one activity.
  func activities() -> [Activity] {
    var known: Set<String> = []
    let items = site.items.filter { $0.isPublished }.sorted {
      // The default language speaks for its translations.
      (languageIndex($0), $0.index) < (languageIndex($1), $1.index)
    }
    let found = items.compactMap { item -> Activity? in
      guard let settings = site.report.activities.first(where: { $0.kind == item.kind }),
        known.insert(item.kind + "\n" + item.translationKey).inserted
      else { return nil }
      return activity(item, settings)
    }
    return found.sorted { left, right in
      (left.lastDay?.daysSinceEpoch ?? .max, left.path)
        < (right.lastDay?.daysSinceEpoch ?? .max, right.path)
    }
  }

  private func languageIndex(_ item: SiteItem) -> Int {
    site.languages.firstIndex(of: item.language) ?? 0
  }

  private func activity(_ item: SiteItem, _ settings: ReportSettings.Activities) -> Activity {
    let (audience, unknown) = audience(item, settings)
    let status = status(item)
    let first = item.start?.date ?? item.day
    let partners = ["partner", "host_partner", "visitor_partner"].compactMap { item.reference($0) }
    var slugs: [String] = []
    var names: [String] = []
    for partner in partners where !slugs.contains(partner.slug) {
      slugs.append(partner.slug)
      names.append(partner.title)
    }
    return Activity(
      path: item.path, kind: item.kind, name: item.title,
      description: ["summary", "description", "abstract"].lazy
        .compactMap { item.record.text($0) }.first { !$0.isEmpty },
      audience: audience, unknownAudiences: unknown,
      channel: item.record.text("channel").flatMap(ReportChannel.init)
        ?? channel(ofPublication: item) ?? settings.channel,
      outcome: item.record.text("outcome"), participants: item.record.integer("participants"),
      status: status, isOverdue: isCalledPlanned(item) && isPast(item),
      firstDay: first, lastDay: item.day, evidence: item.record.text("eccp_url") ?? item.address,
      partners: names, partnerSlugs: slugs)
  }

  /// The item's audience in the portal's words, or what its kind reaches.
  private func audience(
    _ item: SiteItem, _ settings: ReportSettings.Activities
  ) -> (known: [ReportAudience], unknown: [String]) {
    var known: [ReportAudience] = []
    var unknown: [String] = []
    for word in item.record.texts("audience") {
      let portal = ReportAudience.allCases.first { $0.rawValue.lowercased() == word.lowercased() }
      let meant = portal.map { [$0] } ?? site.report.audiences[word.lowercased()]
      if let meant {
        known += meant.filter { !known.contains($0) }
      } else {
        unknown.append(word)
      }
    }
    return (known.isEmpty ? settings.audience : known, unknown)
  }

  /// What a publication's type says about its channel.
  private func channel(ofPublication item: SiteItem) -> ReportChannel? {
    guard item.kind == "publications" else { return nil }
    switch item.record.text("type") {
    case "newsletter": return .newsletter
    case "poster", "brochure", "book": return .printMaterials
    case "video": return .video
    default: return nil
    }
  }

  // MARK: Status

  private func isCalledPlanned(_ item: SiteItem) -> Bool {
    item.record.text("status") == "planned" || item.record.text("status") == "confirmed"
  }

  private func isPast(_ item: SiteItem) -> Bool { item.day.map { $0 < today } ?? false }

  /// What the item itself says, and where it says nothing, what its dates say.
  private func status(_ item: SiteItem) -> ActivityStatus {
    switch item.record.text("status") {
    case "held": return .delivered
    case "postponed": return .postponed
    case "cancelled": return .cancelled
    case "planned", "confirmed": return .ongoing
    default: break
    }
    if item.kind == "publications" { return publicationStatus(item) }
    let isEvent = item.record.schema.slot(of: "start") != nil
    if isEvent { return isPast(item) ? .delivered : .ongoing }
    return .delivered
  }

  /// A publication is delivered when it is handed in, or when people can read it.
  private func publicationStatus(_ item: SiteItem) -> ActivityStatus {
    switch item.record.record("deliverable")?.text("status") {
    case "submitted", "approved": return .delivered
    case "pending", "draft": return .ongoing
    default: break
    }
    let isReadable =
      item.record["file"] != nil || item.record["doi"] != nil
      || item.record["attachments"] != nil
    return isReadable ? .delivered : .ongoing
  }
}
