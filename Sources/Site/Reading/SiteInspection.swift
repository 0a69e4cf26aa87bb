package import Diagnostics
package import Text

/// What somebody beside the pipeline has to say about a site: the checks.
package struct SiteInspection: Sendable {
  /// What was found in the plan, before any page is rendered.
  package var diagnostics: [Diagnostic]
  /// Looks at a page after it was rendered; nil where no page is looked at.
  ///
  /// It is called from several tasks at once.
  package var page: (@Sendable (RenderedPage) -> [Diagnostic])?

  /// What was found, and how pages are looked at.
  package init(
    diagnostics: [Diagnostic] = [], page: (@Sendable (RenderedPage) -> [Diagnostic])? = nil
  ) {
    self.diagnostics = diagnostics
    self.page = page
  }
}

/// A page for people after it was rendered.
package struct RenderedPage: Sendable {
  /// Its bytes: HTML.
  package let bytes: Bytes
  /// Its path below the output folder.
  package let path: String
  /// The code of its language.
  package let language: String
  /// The item whose page it is, or whose text introduces a list; nil for a list without one.
  package let item: SiteItem?
  /// The template that made it, within the site's folder: `templates/post.html`.
  package let template: String
}

extension SitePlan {
  /// A rendered route as a page for people; nil for feeds, redirects and files.
  func page(_ route: Route, _ rendered: RenderedRoute) -> RenderedPage? {
    guard let template = rendered.template else { return nil }
    let language: Int
    var item = introductions[route.address.path]
    switch route.content {
    case .item(let index):
      item = index
      language = items[index].language
    case .home(let code), .list(_, let code, _), .taxonomy(_, let code),
      .term(_, _, let code, _):
      language = code
    case .notFound: language = 0
    case .redirect, .feed, .sitemap, .robots, .emblem, .asset, .staticFile: return nil
    }
    return RenderedPage(
      bytes: rendered.bytes, path: route.address.outputPath,
      language: configuration.languages[language],
      item: item.map { SiteItem(plan: self, index: $0) }, template: "templates/" + template)
  }
}
