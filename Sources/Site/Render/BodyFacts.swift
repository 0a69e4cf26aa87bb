internal import Markdown
private import Synchronization

/// What other pages need to know of an item's text; small, so that it can be kept for all items.
struct BodyFacts: Sendable {
  /// The first sentences, as plain text.
  let summary: String
  let wordCount: Int
  /// The anchors with U+0000 between them: one text takes a fraction of the memory of many.
  private let joinedAnchors: String

  init(summary: String, anchors: [String], wordCount: Int) {
    self.summary = summary
    self.wordCount = wordCount
    joinedAnchors = anchors.joined(separator: "\0")
  }

  init(_ rendered: RenderedMarkdown) {
    self.init(
      summary: rendered.summary, anchors: rendered.anchors, wordCount: rendered.wordCount)
  }

  /// The anchors that the text has.
  ///
  /// - Complexity: O(*n*) in their length.
  var anchors: [String] {
    joinedAnchors.utf8.split(separator: 0).map { String(Substring($0)) }
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
