/// An address that a Markdown text refers to: what `MarkdownReferenceResolver` is asked about.
public struct MarkdownReference: Sendable, Hashable {
  /// How an address is referred to.
  public enum Kind: Sendable, Hashable {
    /// `[text](destination)`, or by a reference definition.
    case link
    /// `![text](destination)`
    case image
    /// `<https://example.org>`, or a bare address or e-mail address in the text.
    case autolink
  }

  /// How it is referred to.
  public var kind: Kind
  /// The address as cmark decoded it: entities and backslashes resolved, percent-encoding kept.
  public var destination: String
  /// The line of the Markdown text (not of the file) near which it stands, from 1.
  ///
  /// It may stand some lines below; `MarkdownSource.range(of:)` finds the exact place.
  public var line: Int
  /// The byte in that line near which it stands, from 1; 0 where cmark does not know.
  public var column: Int
  /// The last line of the block that it stands in.
  public var lastLine: Int
}
