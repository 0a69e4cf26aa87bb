internal import Templates

/// A static file as templates see it: its address where a text is needed.
struct AssetObject: TemplateObject {
  private let asset: StaticAsset
  private let baseURL: BaseURL
  let type: TemplateObjectType

  init(_ asset: StaticAsset, type: TemplateObjectType, baseURL: BaseURL) {
    self.asset = asset
    self.type = type
    self.baseURL = baseURL
  }

  var printedText: String? { baseURL.relative(asset.address) }

  func attribute(_ index: Int) -> TemplateValue {
    switch AssetAttribute.all[index] {
    case .url: .text(baseURL.relative(asset.address))
    case .absoluteURL: .text(baseURL.absolute(asset.address))
    case .integrity: asset.integrity.map { .text($0) } ?? .none
    }
  }
}
