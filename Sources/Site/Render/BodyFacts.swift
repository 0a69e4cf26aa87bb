internal import Markdown
private import Synchronization

/// What other pages need to know of an item's text; small, so that it can be kept for all items.
struct BodyFacts: Sendable {
  /// The first sentences, as plain text.
  let summary: String
  let wordCount: Int
  /// The anchors with U+0000 between them: one text takes a fraction of the memory of many.
  let joinedAnchors: String

  init(summary: String, anchors: [String], wordCount: Int) {
    self.summary = summary
    self.wordCount = wordCount
    joinedAnchors = anchors.joined(separator: "\0")
  }

  /// Facts as a cache has them, the anchors with U+0000 between them.
  init(summary: String, joinedAnchors: String, wordCount: Int) {
    self.summary = summary
    self.wordCount = wordCount
    self.joinedAnchors = joinedAnchors
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
  /// The last build, which knows some of them, and their places there.
  private let previous: CachedBuild?
  private let places: [Int?]

  /// A store for the items of a site.
  init(_ site: ParsedSite) {
    facts = Mutex(Array(repeating: nil, count: site.items.count))
    previous = site.previous
    places = site.factPlaces
  }

  /// The facts of an item; nil where nobody has worked them out.
  subscript(item: Int) -> BodyFacts? {
    get {
      if let known = facts.withLock({ $0[item] }) { return known }
      guard let previous, let place = places[item] else { return nil }
      do throws(CacheDamage) {
        let known = try previous.facts(at: place)
        facts.withLock { $0[item] = known }
        return known
      } catch {
        return nil  // They are worked out again.
      }
    }
    set { facts.withLock { $0[item] = newValue } }
  }
}
