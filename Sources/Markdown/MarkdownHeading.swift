/// A heading of a rendered text, for a table of contents and for links to it.
public struct MarkdownHeading: Sendable, Hashable {
  /// 1 to 6.
  public var level: Int
  /// The value of its `id` attribute, unique on the page.
  public var id: String
  /// Its text without markup.
  public var title: String
  /// Its text as HTML without links, images and footnotes, where it has other markup (`<code>`,
  /// `<em>`); nil where the escaped `title` says the same.
  public var titleHTML: String?

  /// A heading with its parts.
  public init(level: Int, id: String, title: String, titleHTML: String? = nil) {
    self.level = level
    self.id = id
    self.title = title
    self.titleHTML = titleHTML
  }
}
