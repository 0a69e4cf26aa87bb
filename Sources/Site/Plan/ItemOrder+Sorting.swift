internal import CivilTime
internal import FrontMatter
internal import Text

extension ItemOrder {
  /// Whether one item comes before another; the order is total, so that it never depends on the
  /// disk.
  func precedes(_ a: ContentItem, _ b: ContentItem) -> Bool {
    switch self {
    case .newestFirst:
      let (first, second) = (a.date?.secondsSinceEpoch ?? .min, b.date?.secondsSinceEpoch ?? .min)
      if first != second { return first > second }
      return byWeight(a, b) ?? byTitle(a, b)
    case .soonestFirst:
      let (first, second) = (a.start?.secondsSinceEpoch ?? .max, b.start?.secondsSinceEpoch ?? .max)
      if first != second { return first < second }
      return byWeight(a, b) ?? byTitle(a, b)
    case .inGivenOrder:
      return byWeight(a, b) ?? byTitle(a, b)
    }
  }

  private func byWeight(_ a: ContentItem, _ b: ContentItem) -> Bool? {
    let (first, second) = (weight(a), weight(b))
    return first == second ? nil : first < second
  }

  private func weight(_ item: ContentItem) -> Int {
    item.record.integer("order") ?? item.record[.weight]?.integer ?? 0
  }

  private func byTitle(_ a: ContentItem, _ b: ContentItem) -> Bool {
    if a.title != b.title { return a.title.precedesInBytes(b.title) }
    return a.path.precedesInBytes(b.path)
  }
}
