/// The kinds of facts that a page can read, numbered as a cache writes them.
package enum PlanFactKind: UInt8, Sendable, CaseIterable {
  case item = 0
  case reference
  case address
  case text
  case body
  case neighbours
  case translations
  case referrers
  case list
  case listPage
  case terms
  case term
  case termItems
  case termPage
  case introduction
  case route
  case contentFile
  case file
  case fileSize
  case staticAsset
  case template
  case noTemplate
  case phrases
  case names
  case today
  case wholeSite
  case related
  case feed
}

extension PlanFact {
  /// A number for look-ups: different facts seldom have the same.
  var key: UInt64 {
    switch self {
    case .item(let number), .address(let number), .text(let number), .body(let number),
      .neighbours(let number), .translations(let number), .referrers(let number),
      .related(let number), .template(let number), .phrases(let number):
      key(number)
    case .reference(let item, let slot): key(item << 12 ^ slot)
    case .list(let kind, let language): key(kind << 12 ^ language)
    case .listPage(let kind, let language, let page): key((page << 12 ^ kind) << 12 ^ language)
    case .terms(let taxonomy, let language): key(taxonomy << 12 ^ language)
    case .term(let taxonomy, let term): key(term << 12 ^ taxonomy)
    case .termItems(let taxonomy, let term, let language):
      key((term << 12 ^ taxonomy) << 12 ^ language)
    case .termPage(let taxonomy, let term, let language, let page):
      key(((page << 20 ^ term) << 8 ^ taxonomy) << 8 ^ language)
    case .introduction(let text), .route(let text), .contentFile(let text), .file(let text),
      .fileSize(let text), .staticAsset(let text), .noTemplate(let text):
      key(Int(truncatingIfNeeded: Digest.lookUpKey(of: text)))
    case .feed(let feed): key(feed)
    case .names, .today, .wholeSite: key(0)
    }
  }

  private func key(_ number: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: number) << 6 ^ UInt64(kind.rawValue)
  }

  private func key(_ feed: SiteFeed) -> UInt64 {
    let topic =
      switch feed.topic {
      case .site: 0
      case .kind(let kind): kind << 2 ^ 1
      case .term(let taxonomy, let term): (term << 12 ^ taxonomy) << 2 ^ 2
      case .partner(let item): item << 2 ^ 3
      }
    return key(topic << 8 ^ feed.language)
  }

  /// What kind of fact this is.
  var kind: PlanFactKind {
    switch self {
    case .item: .item
    case .reference: .reference
    case .address: .address
    case .text: .text
    case .body: .body
    case .neighbours: .neighbours
    case .translations: .translations
    case .referrers: .referrers
    case .list: .list
    case .listPage: .listPage
    case .terms: .terms
    case .term: .term
    case .termItems: .termItems
    case .termPage: .termPage
    case .introduction: .introduction
    case .route: .route
    case .contentFile: .contentFile
    case .file: .file
    case .fileSize: .fileSize
    case .staticAsset: .staticAsset
    case .template: .template
    case .noTemplate: .noTemplate
    case .phrases: .phrases
    case .names: .names
    case .today: .today
    case .wholeSite: .wholeSite
    case .related: .related
    case .feed: .feed
    }
  }
}
