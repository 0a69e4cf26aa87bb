internal import Diagnostics
internal import Site
internal import Text

/// Looks at one page after it was rendered.
struct PageChecks {
  let rendered: RenderedPage
  let knowledge: SiteKnowledge
  let page: HTMLPage
  let places: ContentPlaces
  /// Which value of a property counts for an element.
  let styles: StyleCascade

  init(_ rendered: RenderedPage, _ knowledge: SiteKnowledge) {
    self.rendered = rendered
    self.knowledge = knowledge
    page = HTMLPage(rendered.bytes)
    styles = StyleCascade(sheet: knowledge.styleSheet(of: page, at: rendered.path), page: page)
    places = ContentPlaces(rendered)
  }

  /// All that was found.
  var diagnostics: [Diagnostic] { accessibility + visibility }

  /// The elements of a name that somebody can see.
  func elements(_ name: String) -> [Int] {
    page.elements.indices.filter { page.elements[$0].name == name && !page.isHidden($0) }
  }
}
