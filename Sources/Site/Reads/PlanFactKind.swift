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
  /// Feeds as little as tells facts apart to a hasher: pages note facts by the hundred.
  func hash(into hasher: inout Hasher) {
    switch self {
    case .item(let number), .address(let number), .text(let number), .body(let number),
      .neighbours(let number), .translations(let number), .referrers(let number),
      .related(let number), .template(let number), .phrases(let number):
      hasher.combine(number << 8 | Int(kind.rawValue))
    case .reference(let item, let slot): hasher.combine(item << 16 | slot)
    case .list(let kind, let language): hasher.combine(kind << 16 | language)
    case .listPage(let kind, let language, let page):
      hasher.combine(page << 32 | kind << 16 | language)
    case .terms(let taxonomy, let language): hasher.combine(taxonomy << 16 | language)
    case .term(let taxonomy, let term): hasher.combine(term << 16 | taxonomy)
    case .termItems(let taxonomy, let term, let language):
      hasher.combine(term << 32 | taxonomy << 16 | language)
    case .termPage(let taxonomy, let term, let language, let page):
      hasher.combine(page << 48 | term << 16 | taxonomy << 8 | language)
    case .introduction(let text), .route(let text), .contentFile(let text), .file(let text),
      .fileSize(let text), .staticAsset(let text), .noTemplate(let text):
      hasher.combine(text)
    case .feed(let feed): hasher.combine(feed)
    case .names, .today, .wholeSite: hasher.combine(kind.rawValue)
    }
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
