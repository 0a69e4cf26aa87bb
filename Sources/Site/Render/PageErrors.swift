internal import Diagnostics

extension Sequence where Element == RenderedRoute.PageError {
  /// Each mistake of a template once, with the pages that showed it.
  ///
  /// A partial is reached from many templates, and by many kinds of pages: the way to the mistake
  /// that was met first is told, and stands for all others.
  func merged() -> [Diagnostic] {
    var order: [Mistake] = []
    var first: [Mistake: Diagnostic] = [:]
    var pages: [Mistake: Set<String>] = [:]
    for error in self {
      let mistake = Mistake(error.diagnostic)
      if first[mistake] == nil {
        order.append(mistake)
        first[mistake] = error.diagnostic
      }
      pages[mistake, default: []].insert(error.page)
    }
    return order.compactMap { mistake in
      guard var merged = first[mistake], let shown = pages[mistake]?.sorted() else { return nil }
      let more = shown.count - 1
      let others = more > 0 ? " and \(more) more page\(more == 1 ? "" : "s")" : ""
      merged.help.append("it showed while rendering '\(shown.first ?? "")'\(others)")
      return merged
    }
  }
}

/// What one mistake in a template has in common wherever it shows.
private struct Mistake: Hashable {
  let rule: Diagnostic.Rule
  let location: TextLocation
  /// Nil where it differs with the page: that a post, or an event, has no such attribute.
  let message: String?

  init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule
    location = diagnostic.location
    message = rule == "unknown-attribute" ? nil : diagnostic.message
  }
}
