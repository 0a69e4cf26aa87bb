internal import CivilTime
internal import Diagnostics
internal import FrontMatter
package import Site

extension SiteReading {
  /// What can be posted, one of each text's translations: news in the order of their dates, then
  /// events and publications.
  ///
  /// The platform's language is English; a site without it posts in its own first language.
  package var eccpItems: [SiteItem] {
    var chosen: [String: SiteItem] = [:]
    for item in items
    where item.isPublished && item.isListed && item.hasOwnPage
      && ECCPKind(siteKind: item.kind) != nil
    {
      let key = item.kind + " " + item.translationKey
      if let known = chosen[key], rank(known) <= rank(item) { continue }
      chosen[key] = item
    }
    return chosen.values.sorted { ($0.eccpOrder, $0.path) < ($1.eccpOrder, $1.path) }
  }

  private func rank(_ item: SiteItem) -> Int {
    if item.language == "en" || item.language.hasPrefix("en-") { return -1 }
    return languages.firstIndex(of: item.language) ?? languages.count
  }
}

/// The place of an item among those that can be posted.
struct ECCPOrder: Comparable {
  let kind: Int
  let seconds: Int

  static func < (left: ECCPOrder, right: ECCPOrder) -> Bool {
    (left.kind, left.seconds) < (right.kind, right.seconds)
  }
}

extension SiteItem {
  /// News, events, publications; the oldest first, and what has no date last.
  var eccpOrder: ECCPOrder {
    let kind = ECCPKind(siteKind: kind).flatMap { ECCPKind.allCases.firstIndex(of: $0) }
    return ECCPOrder(
      kind: kind ?? ECCPKind.allCases.count,
      seconds: (start ?? date)?.secondsSinceEpoch ?? .max)
  }

  /// Whether the platform has a place for what it is.
  package var isForECCP: Bool { ECCPKind(siteKind: kind) != nil }

  /// Whether it stands on the platform already.
  package var isOnECCP: Bool { record.text("eccp_url")?.isEmpty == false }

  /// Why it cannot be posted yet, for a person; nil where it can.
  package var eccpObstacle: String? {
    guard let kind = ECCPKind(siteKind: kind) else { return "it is \(noun)" }
    switch kind {
    case .news: return nil
    case .event:
      if record.text("status") == "cancelled" { return "the event is cancelled" }
      return start == nil ? "the event has no date" : nil
    case .publication:
      let hasDocument = ["file", "doi", "attachments"].contains { record[$0] != nil }
      return hasDocument ? nil : "the publication has no document"
    }
  }
}
