internal import Site

/// The columns in which the Funding & Tenders Portal asks for activities, with the partner behind.
package enum ActivityColumn: String, Sendable, Hashable, CaseIterable {
  case activity = "Activity"
  case description = "Description"
  case audience = "Audience"
  case channel = "Channel"
  case outcome = "Outcome"
  case participants = "Participants"
  case status = "Status"
  case date = "Date"
  case evidence = "Evidence"
  case partner = "Partner"

  /// What stands in the column; empty where it is not known.
  package func text(_ activity: Activity) -> String {
    switch self {
    case .activity: activity.name
    case .description: activity.description ?? ""
    case .audience: activity.audience.map(\.rawValue).joined(separator: "; ")
    case .channel: activity.channel?.rawValue ?? ""
    case .outcome: activity.outcome ?? ""
    case .participants: activity.participants.map(String.init) ?? ""
    case .status: activity.status.rawValue
    case .date: activity.date ?? ""
    case .evidence: activity.evidence
    case .partner: activity.partners.joined(separator: "; ")
    }
  }
}
