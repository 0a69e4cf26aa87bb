/// What a Markdown text may cost before it is refused.
///
/// cmark-gfm takes time and memory that grow with the square (or worse) of some inputs. The limits
/// are far beyond what people write (the longest of thousands of real posts has 80 kB) and keep
/// every text below about a second.
public struct MarkdownLimits: Sendable, Hashable {
  /// The bytes of a text.
  public var byteCount = 1_000_000
  /// How deep quotes and lists nest; each two columns of indentation in front of a list marker
  /// count as one level.
  public var nestingDepth = 100
  /// The cells of all tables of a text; a row counts as many as the table has columns.
  public var tableCellCount = 200_000
  /// The steps that the parser would spend on the constructs for which it searches the same bytes
  /// again and again: about as many nanoseconds.
  public var parserStepCount = 200_000_000

  /// The limits of an ordinary site.
  public init() {}
}
