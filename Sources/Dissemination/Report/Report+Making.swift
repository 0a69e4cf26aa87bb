internal import CivilTime
internal import Funding
package import Site

extension Report {
  /// The report on a site.
  package init(on site: SiteReading, _ options: ReportOptions = ReportOptions()) {
    let wanted = ActivityReader(site: site).activities().filter { activity in
      (options.partner.map(activity.partnerSlugs.contains) ?? true)
        && (options.kind.map { $0 == activity.kind } ?? true)
    }
    let inPeriod = wanted.filter { options.period.contains($0.lastDay) }
    let reported = site.kinds.filter { kind in
      site.report.activities.contains { $0.kind == kind.name }
        && (options.kind.map { $0 == kind.name } ?? true)
    }
    let targets = site.targets.map { target in
      site.progress(of: target, in: options.period) { item in
        (options.kind.map { $0 == item.kind } ?? true)
          && (options.partner.map { item.partnerSlugs.contains($0) } ?? true)
      }
    }
    let gaps = ReportGaps(
      site: site, options: options, targets: targets, activities: inPeriod,
      undated: options.period.isUnlimited ? [] : wanted.filter { $0.lastDay == nil })
    let delivered = inPeriod.filter { $0.status == .delivered }
    self.init(
      siteTitle: site.title, projectName: site.projectName,
      grantAgreement: site.funding?.grantAgreement, day: site.today, options: options,
      partnerName: options.partner.flatMap { slug in
        site.items.first { $0.kind == "partners" && $0.slug == slug }?.title
      },
      targets: targets, activities: inPeriod, kinds: reported,
      partners: Self.partners(delivered, reported.map(\.name), site, options),
      quarters: Self.quarters(delivered, reported.map(\.name)), gaps: gaps.all,
      funding: Self.fundingTexts(site))
  }

  private static func counts(_ activities: [Activity], _ kinds: [String]) -> [Int] {
    kinds.map { kind in activities.count { $0.kind == kind } }
  }

  /// Every partner of the site, so that a partner without activities shows.
  ///
  /// An exchange between two partners is counted for both.
  private static func partners(
    _ activities: [Activity], _ kinds: [String], _ site: SiteReading, _ options: ReportOptions
  ) -> [Group] {
    var known: Set<String> = []
    var groups = site.items.filter { item in
      item.kind == "partners" && item.isPublished
        && (options.partner.map { $0 == item.slug } ?? true)
        && known.insert(item.translationKey).inserted
    }.map { partner in
      Group(
        name: partner.title,
        counts: counts(activities.filter { $0.partnerSlugs.contains(partner.slug) }, kinds))
    }
    let others = activities.filter(\.partnerSlugs.isEmpty)
    if !others.isEmpty {
      groups.append(Group(name: "No partner named", counts: counts(others, kinds)))
    }
    return groups
  }

  /// From the first quarter that has an activity to the last, those between without one too.
  private static func quarters(_ activities: [Activity], _ kinds: [String]) -> [Group] {
    let days = activities.compactMap(\.lastDay)
    guard let first = days.min(), let last = days.max() else { return [] }
    return (first.quarter...last.quarter).map { quarter in
      Group(
        name: "\(quarter / 4) Q\(quarter % 4 + 1)",
        counts: counts(activities.filter { $0.lastDay?.quarter == quarter }, kinds))
    }
  }

  private static func fundingTexts(_ site: SiteReading) -> FundingTexts? {
    let language = site.languages.first ?? "en"
    guard let funding = site.funding, let statement = funding.statement(in: language) else {
      return nil
    }
    return FundingTexts(
      statement: statement, acknowledgement: funding.acknowledgement(in: language),
      disclaimer: funding.disclaimer(in: language, of: .publication))
  }
}

extension SiteItem {
  /// The slugs of the partners that it comes from.
  fileprivate var partnerSlugs: [String] {
    ["partner", "host_partner", "visitor_partner"].compactMap { reference($0)?.slug }
  }
}

extension CivilDate {
  /// Quarters since the year 0.
  fileprivate var quarter: Int { year * 4 + (month - 1) / 3 }
}
