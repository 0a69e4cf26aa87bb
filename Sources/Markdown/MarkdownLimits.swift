/// What a Markdown text may cost before it is refused.
///
/// cmark-gfm takes time that grows with the square of some inputs. The limits are far beyond what
/// people write (the longest of thousands of real posts has 80 kB) and keep every text below
/// about a second.
public struct MarkdownLimits: Sendable, Hashable {
  /// The bytes of a text.
  public var byteCount = 1_000_000

  /// The limits of an ordinary site.
  public init() {}
}
