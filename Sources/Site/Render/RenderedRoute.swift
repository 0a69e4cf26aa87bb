internal import Diagnostics
internal import Text

/// The bytes of a route, with what was found while they were made.
struct RenderedRoute: Sendable {
  var bytes = Bytes()
  var diagnostics: [Diagnostic] = []
  /// The anchors on other pages that have to be there.
  var anchors: [ItemBody.AnchorCheck] = []
  /// The errors of templates with the page that was being rendered, to be told once for all pages.
  var templateErrors: [PageError] = []
  /// The template of a page; nil for other files.
  var template: String?
  /// What an inspection has found on the page, to be told once for all pages.
  var findings: [PageError] = []

  /// Something wrong with a template and the page on which it showed.
  struct PageError: Sendable {
    let diagnostic: Diagnostic
    let page: String
  }
}
