package import Site

/// Whether an item is published, in the words of the command line.
package enum ListedState: String, Sendable, CaseIterable {
  /// It is on the site.
  case published
  /// It is a draft.
  case draft
  /// Its time has not come.
  case scheduled
  /// Its time is over.
  case expired

  /// The state of an item.
  package init(_ item: SiteItem) {
    switch item.unpublishedState {
    case nil: self = .published
    case .draft: self = .draft
    case .scheduled: self = .scheduled
    case .expired: self = .expired
    }
  }
}
