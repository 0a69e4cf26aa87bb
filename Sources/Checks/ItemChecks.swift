internal import CivilTime
internal import Diagnostics
internal import FrontMatter
internal import Site

/// What the front matter of the published items tells.
struct ItemChecks {
  let site: SiteReading
  /// Whether a rule is looked at.
  var isWanted: (CheckRule) -> Bool = { _ in true }

  var diagnostics: [Diagnostic] {
    let duration = site.projectDuration
    return site.items.filter(\.isPublished).flatMap { item in
      lengths(item) + pictures(item) + dates(item, duration) + profile(item) + exchange(item)
    }
  }

  // MARK: Lengths

  private func lengths(_ item: SiteItem) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let limits = site.limits
    // Counting characters takes longer than counting bytes, of which there are never fewer.
    if item.title.utf8.count > limits.titleLength, item.title.count > limits.titleLength {
      found.append(
        Diagnostic(
          .longTitle,
          "the title has \(item.title.count) characters, more than \(limits.titleLength)",
          at: item.location(ofField: item.record["title"] == nil ? "name" : "title"),
          help: ["say the rest in 'summary'; lists and the ECCP cut long titles"]))
    }
    if let summary = item.record.text("summary"), summary.utf8.count > limits.teaserLength,
      summary.count > limits.teaserLength
    {
      found.append(
        Diagnostic(
          .longTeaser,
          "the summary has \(summary.count) characters, more than \(limits.teaserLength)",
          at: item.location(ofField: "summary"),
          help: [
            "put the message first and take out \(summary.count - limits.teaserLength) characters",
            "the ECCP cuts teasers there",
          ]))
    }
    return found
  }

  // MARK: Pictures

  private func pictures(_ item: SiteItem) -> [Diagnostic] {
    guard let image = item.record["image"] else {
      guard isWanted(.missingLeadImage), item.kind == "posts", item.record["eccp_image"] == nil
      else { return [] }
      return [
        Diagnostic(
          .missingLeadImage, "the post has no picture", at: .file(item.path),
          help: ["add 'image: {src: park.jpg, alt: …}'; 1200 by 900 pixels suit the ECCP"])
      ]
    }
    let alt = image.record?.text("alt") ?? item.record.text("image_alt") ?? ""
    let file = image.record?.text("src") ?? ""
    guard alt.allSatisfy(\.isWhitespace), !item.isMissing(file: file) else { return [] }
    return [
      Diagnostic(
        .missingImageAlt, "the picture of \(item.noun) has no alternative text",
        at: item.location(of: image),
        help: ["add 'image_alt: …': what it shows, for those who do not see it"])
    ]
  }

  // MARK: Dates

  private func dates(_ item: SiteItem, _ duration: ReportingPeriod) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let status = item.record.text("status")
    if let day = item.day, day < site.today, status == "planned" || status == "confirmed" {
      found.append(
        Diagnostic(
          .overdueEvent, "the day of \(item.noun) is past, and it is still \(status ?? "")",
          at: item.location(ofField: "status"),
          help: ["write 'status: held', 'status: postponed' or 'status: cancelled'"]))
    }
    guard !duration.isUnlimited else { return found }
    let isHeld = item.kind == "events" || item.kind == "exchanges"
    guard isHeld || item.kind == "posts" || item.kind == "publications" else { return found }
    for field in ["date", "start", "end"] {
      guard let day = item.day(of: field), !duration.contains(day) else { continue }
      found.append(
        Diagnostic(
          .dateOutsideProject,
          "the '\(field)' of \(item.noun) is outside of the project's duration",
          at: item.location(ofField: field),
          help: [
            "the project runs \(text(duration)): check the date, or 'project:' in site.yaml"
          ], severity: isHeld ? .warning : .note))
    }
    return found
  }

  private func text(_ period: ReportingPeriod) -> String {
    let days = [(period.first, "from"), (period.last, "to")].compactMap { day, word in
      day.map { "\(word) \($0.iso)" }
    }
    return days.joined(separator: " ")
  }

  // MARK: Partners and exchanges

  private func profile(_ item: SiteItem) -> [Diagnostic] {
    guard item.kind == "partners", item.record["eccp_profile"] == nil else { return [] }
    return [
      Diagnostic(
        .missingProfile, "the partner has no profile on the ECCP", at: .file(item.path),
        help: ["add 'eccp_profile: https://…': posts are made in the name of a profile"])
    ]
  }

  private func exchange(_ item: SiteItem) -> [Diagnostic] {
    guard item.kind == "exchanges" else { return [] }
    var found: [Diagnostic] = []
    if let from = item.record.text("country_from"), let to = item.record.text("country_to"),
      from.lowercased() == to.lowercased()
    {
      found.append(
        Diagnostic(
          .exchangeCountry, "the exchange leads from '\(from)' to the same country",
          at: item.location(ofField: "country_to"),
          help: ["ClusterXchange is for visits to another country"]))
    }
    if item.record.text("mode") != "online", let problem = duration(item) {
      found.append(
        Diagnostic(
          .exchangeDuration, problem, at: item.location(ofField: "end"),
          help: ["ClusterXchange pays for three working days to one month"]))
    }
    return found
  }

  private func duration(_ item: SiteItem) -> String? {
    guard let start = item.start?.date, let end = item.end?.date, start <= end else { return nil }
    let days = start.daysSinceEpoch...end.daysSinceEpoch
    let working = days.count { CivilDate(daysSinceEpoch: $0).weekday < 5 }
    if working < 3 { return "the exchange takes \(working) working day\(working == 1 ? "" : "s")" }
    // The longest month has 31 days.
    return days.count > 31 ? "the exchange takes \(days.count) days" : nil
  }
}
