internal import Markdown
private import Synchronization

/// What other pages need to know of an item's text; small, so that it can be kept for all items.
struct BodyFacts: Sendable {
  /// The first sentences, as plain text.
  let summary: String
  /// The anchors that the text has.
  let anchors: [String]
  let wordCount: Int

  init(summary: String, anchors: [String], wordCount: Int) {
    self.summary = summary
    self.anchors = anchors
    self.wordCount = wordCount
  }

  init(_ rendered: RenderedMarkdown) {
    summary = rendered.summary
    anchors = rendered.anchors
    wordCount = rendered.wordCount
  }

  /// Minutes that reading takes at 200 words a minute, at least one.
  var readingTime: Int { max(1, (wordCount + 199) / 200) }
}

/// The facts of the items' texts, worked out once for each.
final class BodyFactsStore: Sendable {
  private let facts: Mutex<[BodyFacts?]>

  /// A store with the facts that are known already; nil for those that are not.
  init(_ known: [BodyFacts?]) { facts = Mutex(known) }

  /// The facts of all items.
  var all: [BodyFacts?] { facts.withLock { $0 } }

  subscript(item: Int) -> BodyFacts? {
    get { facts.withLock { $0[item] } }
    set { facts.withLock { $0[item] = newValue } }
  }
}
