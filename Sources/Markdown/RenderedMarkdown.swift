public import Diagnostics
private import Text

/// What is known of a text after it was rendered, beside its HTML.
public struct RenderedMarkdown: Sendable {
  /// The headings in order, without one that was left out (`omitsLeadingHeading`).
  public var headings: [MarkdownHeading] = []
  /// Every id that exists in the HTML: headings, footnotes, and those in allowed raw HTML.
  public var anchors: [String] = []
  /// Plain text of the beginning: up to `<!-- more -->` where the author put that, otherwise whole
  /// words of the first paragraphs up to `MarkdownOptions.summaryLength` characters.
  public var summary = ""
  /// Whether the author marked the end of the summary by `<!-- more -->`.
  public var hasMoreMarker = false
  /// How many words the text has; each Chinese or Japanese character counts as one.
  public var wordCount = 0
  /// The text of a `# heading` at the very beginning, whether left out or not.
  public var leadingHeading: String?
  /// What is wrong with the text.
  public var diagnostics: [Diagnostic] = []

  /// A text of which nothing is known.
  public init() {}

  /// Makes the texts such as a page can hold, whatever bytes the source had.
  mutating func removeControlCharacters() {
    summary.removeControlCharacters()
    leadingHeading?.removeControlCharacters()
    for index in headings.indices {
      headings[index].title.removeControlCharacters()
      headings[index].titleHTML?.removeControlCharacters()
    }
  }
}
