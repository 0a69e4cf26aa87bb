package import CivilTime
package import Site

/// A communication or dissemination activity as the portal asks for it, with its evidence.
package struct Activity: Sendable {
  /// Its file: `content/events/visit.md`.
  package let path: String
  /// The name of its kind: `events`.
  package let kind: String
  /// Its name.
  package let name: String
  /// What it is, in a sentence or two; nil where nobody has written that.
  package let description: String?
  /// Who is reached.
  package let audience: [ReportAudience]
  /// The site's words for an audience that are none of the portal's.
  package let unknownAudiences: [String]
  /// How they are reached.
  package let channel: ReportChannel?
  /// What came of it.
  package let outcome: String?
  /// How many people took part.
  package let participants: Int?
  /// How it stands.
  package let status: ActivityStatus
  /// Whether its date is past although it is still called planned.
  package let isOverdue: Bool
  /// The first day; nil while nobody knows.
  package let firstDay: CivilDate?
  /// The last day, which decides to which period it belongs.
  package let lastDay: CivilDate?
  /// Where it can be seen.
  package let evidence: String
  /// The names of the partners that it comes from.
  package let partners: [String]
  /// The slugs of these partners.
  package let partnerSlugs: [String]
}

extension Activity {
  /// `2023-05-12`, or `2023-05-12/2023-05-13` (ISO 8601) where it takes several days.
  var date: String? {
    guard let firstDay else { return nil }
    guard let lastDay, lastDay != firstDay else { return firstDay.iso }
    return firstDay.iso + "/" + lastDay.iso
  }
}
