/// What a person adds on the European Cluster Collaboration Platform.
enum ECCPKind: String, Sendable, Hashable, CaseIterable {
  /// A news article.
  case news
  /// An entry of the event calendar.
  case event
  /// A document of the library, posted as news with the document attached.
  case publication

  /// What the items of a kind of the site become there; nil where they have no place on it.
  init?(siteKind name: String) {
    switch name {
    case "posts": self = .news
    case "events": self = .event
    case "publications": self = .publication
    default: return nil
    }
  }

  /// What the platform's menu calls it.
  var label: String {
    switch self {
    case .news: "News"
    case .event: "Event"
    case .publication: "News with a document"
    }
  }
}
