internal import Feeds
private import Synchronization

/// The items of the feeds, each made once however many feeds it is in.
///
/// A page's text is put in here as soon as the page is rendered, so that feeds render hardly any.
/// What does not fit is made again for each feed: memory stays bounded, the result the same.
final class FeedItemStore: Sendable {
  /// An item with what it was made from.
  struct Entry: Sendable {
    let item: PreparedFeedItem
    let reads: [PlanFact]
  }

  /// How many bytes are kept.
  static let byteCountMax = 64 << 20

  private struct State {
    var entries: [Int: Entry] = [:]
    var byteCount = 0
  }

  private let state = Mutex(State())
  private let byteCountMax: Int

  init(byteCountMax: Int = FeedItemStore.byteCountMax) { self.byteCountMax = byteCountMax }

  /// The item of an index, where it is kept.
  subscript(item: Int) -> Entry? { state.withLock { $0.entries[item] } }

  /// Keeps an item if there is room.
  func keep(_ entry: Entry, for item: Int) {
    let size = entry.item.byteCount + entry.reads.count * MemoryLayout<PlanFact>.stride
    state.withLock { state in
      guard state.entries[item] == nil, state.byteCount + size <= byteCountMax else { return }
      state.entries[item] = entry
      state.byteCount += size
    }
  }
}
