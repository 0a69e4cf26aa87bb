/// The words that the renderer writes into a page, in English unless replaced.
public struct MarkdownLabels: Sendable, Hashable {
  /// The title of a `[!NOTE]`.
  public var note = "Note"
  /// The title of a `[!TIP]`.
  public var tip = "Tip"
  /// The title of an `[!IMPORTANT]`.
  public var important = "Important"
  /// The title of a `[!WARNING]`.
  public var warning = "Warning"
  /// The title of a `[!CAUTION]`.
  public var caution = "Caution"
  /// The name of the section of footnotes, read out by screen readers.
  public var footnotes = "Footnotes"
  /// The name of the link from a footnote back to where it was referred to.
  public var backToText = "Back to text"
  /// The name of a task's checkbox that has no text of its own.
  public var task = "Task"

  /// The English labels.
  public init() {}
}
