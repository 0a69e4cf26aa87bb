public import Text

/// A part of a text that a site shows in a form of its own, such as a picture with a caption.
///
/// All of them are ordinary Markdown, which any other program shows in a plain form.
public enum MarkdownComponent: Sendable {
  /// An image with a title, alone in a paragraph: `![alt](hall.jpg "The hall © Anna")`.
  case figure(MarkdownPicture)
  /// An image that is a link to a film, alone in a paragraph.
  case video(MarkdownPicture, address: String)
  /// A link to a document, alone in a paragraph: the text of the link, where it leads.
  case document(title: String, target: MarkdownTarget, destination: String)
  /// A block quote whose last paragraph begins with a dash and says who speaks: both as HTML.
  case quotation(content: Bytes, source: Bytes)
  /// A list each of whose items begins with a heading: the items as HTML.
  case cards([Bytes])
}

/// A picture of a text with what belongs to it.
public struct MarkdownPicture: Sendable, Hashable {
  /// Where it is.
  public var target: MarkdownTarget
  /// The address as the author wrote it.
  public var destination: String
  /// What it shows, for those who do not see it.
  public var alternativeText: String
  /// What its title says before a `©`.
  public var caption: String
  /// What its title says from a `©` on.
  public var credit: String
}
