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

  /// An error in a template and the page on which it showed.
  struct PageError: Sendable {
    let diagnostic: Diagnostic
    let page: String
  }
}
