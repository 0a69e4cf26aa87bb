/// The legal texts of a funded project.
public enum FundingText: String, Sendable, Hashable, CaseIterable {
  /// The few words that stand next to the emblem and are never separated from it.
  case statement
  /// The sentence that says who paid.
  case acknowledgement
  /// The sentences that say whose views these are.
  case disclaimer
}

/// What a legal text speaks of.
public enum FundedWork: String, Sendable, Hashable, CaseIterable {
  /// The project as a whole.
  case project
  /// The website.
  case website
  /// A post, a report or any other thing that is handed around.
  case publication
  /// An event.
  case event
}

/// How much of the money comes from the European Union.
public enum FundingShare: String, Sendable, Hashable, CaseIterable {
  /// All of it, or the agreement says nothing else: `Funded by the European Union`.
  case full = "funded"
  /// A part, where the agreement says so: `Co-funded by the European Union`.
  case partial = "co-funded"
}
