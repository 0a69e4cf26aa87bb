package import CivilTime
internal import Funding
package import Site

/// What a project has done for others, as its report to the funder asks for it.
package struct Report: Sendable {
  /// A group of activities, and how many of each kind it has.
  package struct Group: Sendable, Hashable {
    /// What they have in common: a partner's name, or a quarter, `2023 Q2`.
    package let name: String
    /// How many of them there are, in the order of `Report.kinds`.
    package let counts: [Int]

    /// All of them.
    package var total: Int { counts.reduce(0, +) }
  }

  /// What has to be said about the funding.
  package struct FundingTexts: Sendable, Hashable {
    package let statement: String
    package let acknowledgement: String?
    package let disclaimer: String?
  }

  /// The site's name.
  package let siteTitle: String
  /// The project's names.
  package let projectName: String?
  /// The number of the grant agreement, where it is known.
  package let grantAgreement: String?
  /// The day that the report is worked out for.
  package let day: CivilDate
  /// What it is about.
  package let options: ReportOptions
  /// The name of the partner that it is about.
  package let partnerName: String?
  /// How far each target has been reached, in the order of the configuration.
  package let targets: [TargetProgress]
  /// The activities by date.
  package let activities: [Activity]
  /// The kinds that have activities at all, with what their items are called.
  package let kinds: [(name: String, title: String)]
  /// The delivered activities by partner, those of no partner last.
  package let partners: [Group]
  /// The delivered activities by quarter, without those that have no date.
  package let quarters: [Group]
  /// What is missing for a final report.
  package let gaps: [ReportGap]
  /// What has to be said about the funding; nil where the site names nobody.
  package let funding: FundingTexts?
}

extension Report {
  /// How many activities stand in a certain way.
  package func count(_ status: ActivityStatus) -> Int {
    activities.count { $0.status == status }
  }
}
