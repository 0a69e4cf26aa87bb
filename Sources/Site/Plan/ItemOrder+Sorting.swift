internal import CivilTime
internal import FrontMatter
internal import Text

extension ItemOrder {
  /// Whether one item comes before another; the order is total, so that it never depends on the
  /// disk.
  func precedes(_ a: ContentItem, _ b: ContentItem) -> Bool {
    precedes(ranked(a), ranked(b))
  }

  /// Items by their indices, in this order.
  func sorted(_ indices: [Int], of items: [ContentItem]) -> [Int] {
    indices.map { (index: $0, item: ranked(items[$0])) }
      .sorted { precedes($0.item, $1.item) }.map(\.index)
  }

  /// An item with what decides in most cases, so that it is worked out once.
  private struct SortedItem {
    let item: ContentItem
    let rank: Int
    let weight: Int
  }

  private func ranked(_ item: ContentItem) -> SortedItem {
    SortedItem(item: item, rank: rank(item), weight: weight(item))
  }

  private func precedes(_ a: SortedItem, _ b: SortedItem) -> Bool {
    if a.rank != b.rank { return a.rank < b.rank }
    if a.weight != b.weight { return a.weight < b.weight }
    return byTitle(a.item, b.item)
  }

  /// The place by date: the lower, the earlier in the list.
  private func rank(_ item: ContentItem) -> Int {
    switch self {
    // The complement is in the opposite order, and exists for every number.
    case .newestFirst: ~(item.date?.secondsSinceEpoch ?? .min)
    case .soonestFirst: item.start?.secondsSinceEpoch ?? .max
    case .inGivenOrder: 0
    }
  }

  private func weight(_ item: ContentItem) -> Int {
    item.record.integer("order") ?? item.record[.weight]?.integer ?? 0
  }

  private func byTitle(_ a: ContentItem, _ b: ContentItem) -> Bool {
    if a.title != b.title { return a.title.precedesInBytes(b.title) }
    return a.path.precedesInBytes(b.path)
  }
}
