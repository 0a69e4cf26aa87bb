/// A page on the way from the home page to this one.
public struct LinkedBreadcrumb: Sendable, Hashable {
  /// The page's title, plain text.
  public let title: String
  /// The page, absolute.
  public let address: String

  /// A page on the way.
  public init(title: String, address: String) {
    self.title = title
    self.address = address
  }
}
