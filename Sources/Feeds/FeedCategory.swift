/// A term that an item is filed under.
public struct FeedCategory: Sendable, Hashable {
  /// The term as a person reads it: consumers that drop the taxonomy show this alone.
  public let name: String
  /// The page that stands for the taxonomy or for the term.
  public let domain: WebAddress?

  /// A term, and the taxonomy it belongs to.
  public init(name: String, domain: WebAddress? = nil) {
    self.name = name
    self.domain = domain
  }
}
