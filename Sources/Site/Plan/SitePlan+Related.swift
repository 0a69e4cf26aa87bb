internal import FrontMatter

extension SitePlan {
  /// How many related items a page names.
  private static let relatedCountMax = 3
  /// How many items of one term are looked at: the first of its list, which are the newest.
  private static let candidateCountMax = 60
  /// What a partner in common weighs, beside tags.
  private static let partnerWeight = 6

  /// The items that are most like an item.
  ///
  /// Tags that both have count, a rare one more, and the partner. Equals stand in the order of their
  /// kinds and lists.
  func related(to index: Int) -> [Int] {
    guard positions[index] >= 0,
      let tags = taxonomies.firstIndex(where: { $0.settings.name == "tags" })
    else { return [] }
    let item = items[index]
    var scores: [Int: Int] = [:]
    for term in taxonomies[tags].terms(of: item) {
      let members = taxonomies[tags].terms[term].items[item.language]
      let weight = max(1, 12 - (members.count.bitWidth - members.count.leadingZeroBitCount))
      for other in members.prefix(Self.candidateCountMax) where isCandidate(other, for: index) {
        scores[other, default: 0] += weight
      }
    }
    if let partner = partner(of: index) {
      for other in (referrers[partner] ?? []).prefix(Self.candidateCountMax)
      where isCandidate(other, for: index) {
        scores[other, default: 0] += Self.partnerWeight
      }
    }
    let order = scores.sorted { left, right in
      (-left.value, items[left.key].kind, positions[left.key])
        < (-right.value, items[right.key].kind, positions[right.key])
    }
    return order.prefix(Self.relatedCountMax).map(\.key)
  }

  /// Partners have lists of their own, and what follows or goes before is linked already.
  private func isCandidate(_ other: Int, for index: Int) -> Bool {
    guard other != index, items[other].language == items[index].language, positions[other] >= 0
    else { return false }
    let kind = configuration.kinds[items[other].kind]
    return kind.listAddress != nil && kind.order != .inGivenOrder
  }

  private func partner(of index: Int) -> Int? {
    items[index].record.schema.slot(of: "partner").flatMap { reference(index, $0) }
  }
}
