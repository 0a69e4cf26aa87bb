package import CivilTime
package import Diagnostics
internal import FrontMatter
package import Funding

/// A planned site as the commands above the pipeline read it: the material of reports and checks.
package struct SiteReading: Sendable {
  let plan: SitePlan
  /// The day and time that count as now.
  package let now: Timestamp

  /// The day that counts as today, in the site's time zone.
  package var today: CivilDate { plan.today }

  /// All items, published or not, in the order of their paths.
  package var items: [SiteItem] {
    plan.items.indices.map { SiteItem(plan: plan, index: $0) }
  }

  /// The item at an index of `items`.
  package func item(_ index: Int) -> SiteItem { SiteItem(plan: plan, index: index) }

  /// The site's name.
  package var title: String { plan.configuration.title }
  /// The site's address.
  package var address: String { plan.configuration.baseURL.absolute(.home) }
  /// Language codes (BCP 47); the first is the default.
  package var languages: [String] { plan.configuration.languages }
  /// The short and the full name of the project, as far as they are known.
  package var projectName: String? {
    let project = plan.configuration.project
    let names = [project.acronym, project.name].compactMap { $0 }
    return names.isEmpty ? nil : names.joined(separator: " – ")
  }
  /// The first and the last day of the project.
  package var projectDuration: ReportingPeriod {
    let (start, end) = (plan.configuration.project.start, plan.configuration.project.end)
    return ReportingPeriod(first: start, last: end.map(\.lastDayOfMonth))
  }
  /// Who pays; nil where the site names nobody.
  package var funding: Funding? { plan.configuration.funding }
  /// What the project has promised.
  package var targets: [Target] { plan.configuration.targets }
  /// What the report takes for granted.
  package var report: ReportSettings { plan.configuration.report }
  /// How long and how small things may be.
  package var limits: Limits { plan.configuration.limits }
  /// The names that have one right spelling.
  package var glossary: [GlossaryEntry] { plan.configuration.glossary }
  /// The kinds by name, with what their items are called on the site.
  package var kinds: [(name: String, title: String)] {
    plan.configuration.kinds.map { ($0.name, $0.title) }
  }

  /// How far a target has been reached in a period, by those items that `isWanted` accepts.
  package func progress(
    of target: Target, in period: ReportingPeriod,
    where isWanted: (SiteItem) -> Bool = { _ in true }
  ) -> TargetProgress {
    target.progress(plan.items, in: period) { isWanted(item($0)) }
  }

  /// The place of a setting of `site.yaml`, such as `funding`; the file where it is not written.
  package func location(ofSetting name: String) -> TextLocation {
    let source = plan.source.configuration
    guard let file = ConfigurationFile.reading(source).value, let value = file.record[name] else {
      return .file(source.path)
    }
    return file.record(value)
  }
}

extension CivilDate {
  /// The last day of its month.
  fileprivate var lastDayOfMonth: CivilDate {
    CivilDate(year: year, month: month, day: CivilDate.dayCount(year: year, month: month)) ?? self
  }
}
