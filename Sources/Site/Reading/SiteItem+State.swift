package import CivilTime

extension SiteItem {
  /// Why it is not published now; nil where it is.
  package var unpublishedState: BuildResult.Unpublished.State? {
    switch plan.items[index].state {
    case .published: nil
    case .draft: .draft
    case .scheduled(let due): .scheduled(due)
    case .expired(let end): .expired(end)
    }
  }

  /// When its text last changed, as its front matter says: `updated`, or else its date.
  package var lastChange: Timestamp? { plan.items[index].updated ?? plan.items[index].date }

  /// Whether it is a text for the home page or for a list, and has no page of its own.
  package var isIntroduction: Bool { plan.items[index].name.role != .item }
}
