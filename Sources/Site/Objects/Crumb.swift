internal import Templates

/// A page on the way from the home page to another one.
struct Crumb: Sendable {
  let title: String
  let address: SiteAddress

  /// As templates see it.
  func value(_ baseURL: BaseURL) -> TemplateValue {
    .dictionary(["title": .text(title), "url": .text(baseURL.relative(address))])
  }
}
