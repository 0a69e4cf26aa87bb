public import Diagnostics

/// A Markdown text inside a file: GitHub Flavored Markdown with footnotes, alerts and heading ids.
///
/// It knows the whole file, so that every problem found in it has its place there.
public struct MarkdownSource: Sendable {
  /// The file.
  public let text: SourceText
  /// The bytes of the file that are Markdown: what follows the front matter.
  public let body: Range<Int>

  /// The Markdown in a part of a file; a range that reaches outside the file is cut.
  public init(text: SourceText, body: Range<Int>) {
    self.text = text
    self.body = body.clamped(to: 0..<text.bytes.count)
  }
}
