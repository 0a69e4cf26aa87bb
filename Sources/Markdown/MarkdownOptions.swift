/// How a Markdown text becomes HTML.
public struct MarkdownOptions: Sendable {
  /// Whether HTML in the text reaches the page as it is.
  ///
  /// Off, it is left out and each place is reported: whoever may write a post could otherwise run
  /// scripts in its readers' browsers. GitHub's `tagfilter` is no replacement, since it lets
  /// `<img onerror=…>` pass. Links with a scheme that runs scripts are dropped either way.
  public var allowsRawHTML = false
  /// Whether a `# heading` at the very beginning is left out, because the page shows it as its
  /// title.
  public var omitsLeadingHeading = false
  /// The words that the renderer itself writes, in the page's language.
  public var labels = MarkdownLabels()
  /// What every id begins with, so that several texts can stand on one page.
  public var idPrefix = ""
  /// How many characters a summary has at most, where the author marked no end of it.
  public var summaryLength = 300
  /// What a text may cost.
  public var limits = MarkdownLimits()

  /// The options of an ordinary page.
  public init() {}
}
