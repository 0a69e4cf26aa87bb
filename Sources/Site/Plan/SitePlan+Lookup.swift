internal import Diagnostics
internal import Text

extension SitePlan {
  /// The route at a path as a link writes it: with or without the base path, a slash at its end or
  /// `index.html`.
  func route(atPath path: String) -> Route? {
    if let index = routesByPath[path] { return routes[index] }
    if !path.hasSuffix("/"), let index = routesByPath[path + "/"] { return routes[index] }
    if path.hasSuffix("/index.html"), let index = routesByPath[String(path.dropLast(10))] {
      return routes[index]
    }
    let base = configuration.baseURL.path
    guard !base.isEmpty, path == base || path.hasPrefix(base + "/") else { return nil }
    return route(atPath: path == base ? "/" : String(path.dropFirst(base.count)))
  }

  /// Why nothing is at a path: an item that is not published would be there, or nothing would.
  func unpublishedReason(atPath path: String) -> LinkProblem.Reason {
    let wanted = path.hasSuffix("/") ? path : path + "/"
    guard let index = unpublishedByPath[wanted] ?? unpublishedByPath[path] else {
      return .notFound(similar: nil)
    }
    return .unpublished(items[index].path, items[index].state)
  }

  /// A file of the content whose path is much like one that is not there, as a link in `folder`
  /// has to write it.
  func similarFile(to path: String, from folder: String, wantsPicture: Bool) -> String? {
    similarFiles.similar(to: path, from: folder, isPicture: wantsPicture) {
      Array(assets.keys) + itemsByPath.paths
    }
  }

  /// The translation of an item into a language, or the item itself.
  func translation(of index: Int, language: Int) -> Int {
    guard items[index].language != language,
      let group = translations[items[index].translationKey]
    else { return index }
    return group.first { items[$0].language == language } ?? index
  }

  /// Menu entries that lead to no page of the site.
  func menuProblems() -> [Diagnostic] {
    configuration.menu.compactMap { entry in
      guard entry.url.hasPrefix("/"), !entry.url.hasPrefix("//") else { return nil }
      let path = AddressParts(entry.url).path
      guard let decoded = percentDecoded(path), route(atPath: decoded.composed) == nil else {
        return nil
      }
      return .error(
        "broken-link",
        "the menu entry '\(entry.label.text)' leads to '\(entry.url)', where nothing is",
        at: entry.location,
        help: [
          suggestion(
            for: entry.url,
            among: configuration.kinds.compactMap { $0.listAddress?.path }, called: "lists")
        ].compactMap { $0 })
    }
  }
}
