internal import Markdown

extension Phrasebook {
  /// The words that Markdown's own parts need, in a language.
  func markdownLabels(language: Int) -> MarkdownLabels {
    func text(_ key: String, _ standard: String) -> String {
      plainText("markdown." + key, language: language) ?? standard
    }
    var labels = MarkdownLabels()
    labels.note = text("note", labels.note)
    labels.tip = text("tip", labels.tip)
    labels.important = text("important", labels.important)
    labels.warning = text("warning", labels.warning)
    labels.caution = text("caution", labels.caution)
    labels.footnotes = text("footnotes", labels.footnotes)
    labels.backToText = text("back_to_text", labels.backToText)
    labels.task = text("task", labels.task)
    return labels
  }
}
