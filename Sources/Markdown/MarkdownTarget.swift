/// What a `MarkdownReference` leads to on the site.
public struct MarkdownTarget: Sendable, Hashable {
  /// The address to write, before HTML escaping; nil leaves it as the author wrote it.
  public var address: String?
  /// The file that it leads to, as the site calls it; nil for a page and for another site.
  public var file: String?
  /// An image's width in CSS pixels, if known: written so that the page does not jump.
  public var width: Int?
  /// An image's height in CSS pixels, if known.
  public var height: Int?

  /// A target; without arguments one that leaves the reference as it is.
  public init(
    address: String? = nil, file: String? = nil, width: Int? = nil, height: Int? = nil
  ) {
    self.address = address
    self.file = file
    self.width = width
    self.height = height
  }
}
