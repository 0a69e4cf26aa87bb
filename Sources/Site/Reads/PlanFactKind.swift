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
}

extension PlanFact {
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
    }
  }
}
