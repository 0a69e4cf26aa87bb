internal import CivilTime
internal import FrontMatter
internal import Text

extension ItemOrder {
  /// Whether one item comes before another; the order is total, so that it never depends on the
  /// disk.
  func precedes(_ a: ContentItem, _ b: ContentItem) -> Bool {
    precedes(SortedItem(a, rank(a), weight(a)), SortedItem(b, rank(b), weight(b)))
  }

  /// Items by their indices, in this order.
  func sorted(_ indices: [Int], of items: [ContentItem]) -> [Int] {
    let ranked = indices.map { index in
      (index: index, item: SortedItem(items[index], rank(items[index]), weight(items[index])))
    }
    return ranked.sorted { precedes($0.item, $1.item) }.map(\.index)
  }

  /// An item with what decides in most cases, so that it is worked out once.
  private struct SortedItem {
    let item: ContentItem
    let rank: Int
    let weight: Int

    init(_ item: ContentItem, _ rank: Int, _ weight: Int) {
      self.item = item
      self.rank = rank
      self.weight = weight
    }
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
