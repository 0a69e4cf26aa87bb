internal import Diagnostics
package import Site

/// Why a name stands for no item.
package enum ItemNameError: Error, Sendable, Hashable {
  /// There is none of this path or slug; the text says what might be meant.
  case unknown(String, suggestion: String)
  /// Several have this slug.
  case ambiguous(String, paths: [String])

  /// The problem in a sentence.
  package var message: String {
    switch self {
    case .unknown(let name, let suggestion): "there is no item '\(name)'; \(suggestion)"
    case .ambiguous(let name, let paths):
      "'\(name)' could be any of these, so write a path: " + paths.joined(separator: ", ")
    }
  }
}

extension SiteReading {
  /// The item of a path or a slug, published or not.
  ///
  /// A path counts from the site's folder or from `content/`, and may be that of an item's own
  /// folder; a slug stands for the item in the first of the site's languages that has it.
  package func item(named name: String) throws(ItemNameError) -> SiteItem {
    let pages = items.filter(\.hasOwnPage)
    var path = name
    while path.hasSuffix("/") { path.removeLast() }
    if path.hasPrefix("./") { path.removeFirst(2) }
    for candidate in [path, "content/" + path] {
      let forms = [candidate, candidate + ".md", candidate + "/index.md"]
      if let item = pages.first(where: { forms.contains($0.path) }) { return item }
    }
    let equal = pages.filter { $0.slug == path }
    let byLanguage = languages.lazy.map { code in equal.filter { $0.language == code } }
    if let found = byLanguage.first(where: { !$0.isEmpty }), let first = found.first {
      guard found.count == 1 else { throw .ambiguous(name, paths: found.map(\.path)) }
      return first
    }
    let known = path.contains("/") ? pages.map(\.path) : pages.map(\.slug)
    throw .unknown(
      name,
      suggestion: suggestion(for: path, among: known, called: "there are") ?? "the site has none")
  }
}
