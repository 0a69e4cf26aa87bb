internal import FrontMatter
package import Pictures
package import Text

/// A file that the site publishes beside its pages.
package struct PublishedFile: Sendable, Hashable {
  /// The path of its address, without the base path: `/style.css`.
  package let address: String
  /// The file of the site that it is; nil where it is generated or belongs to the theme.
  package let source: String?
  let content: Route.Content
}

extension SiteReading {
  /// The files that are published beside the pages, generated ones included.
  package var files: [PublishedFile] { plan.routes.compactMap(file) }

  private func file(_ route: Route) -> PublishedFile? {
    switch route.content {
    case .asset(let path):
      PublishedFile(address: route.address.path, source: path, content: route.content)
    case .staticFile(let index):
      PublishedFile(
        address: route.address.path, source: diskPath(plan.source.staticFiles[index]),
        content: route.content)
    case .emblem: PublishedFile(address: route.address.path, source: nil, content: route.content)
    case .item, .home, .list, .taxonomy, .term, .notFound, .redirect, .feed, .sitemap, .robots: nil
    }
  }

  private func diskPath(_ file: SiteSource.StaticFile) -> String? {
    switch file.origin {
    case .disk: file.path
    case .theme: nil
    }
  }

  /// The bytes of a published file; nil where it cannot be read, which a build reports.
  package func bytes(of file: PublishedFile) -> Bytes? {
    let rendered = PlanReader(plan).render(
      Route(address: SiteAddress(file.address) ?? .home, content: file.content))
    return rendered.diagnostics.isEmpty ? rendered.bytes : nil
  }

  /// What a picture's first bytes say; nil where the file is none.
  package func picture(_ file: PublishedFile) -> PictureHeader? {
    file.source.flatMap { plan.pictures.size(of: $0) }
      ?? bytes(of: file).flatMap(PictureHeader.init(reading:))
  }

  /// The published file that an address in a page means; nil where it is none of this site's.
  ///
  /// - Parameters:
  ///   - written: the value of an attribute `src` or `href`.
  ///   - page: the path of the page below the output folder, for relative addresses.
  /// - Returns: the file, or nil.
  package func file(at written: String, onPage page: String) -> PublishedFile? {
    var address = written.prefix { $0 != "?" && $0 != "#" }
    let base = plan.configuration.baseURL.absolute(.home)
    if address.hasPrefix(base) { address = "/" + address.dropFirst(base.count) }
    guard !address.isEmpty, !address.hasPrefix("//"), !address.contains("://") else { return nil }
    var parts: [Substring] = []
    if !address.hasPrefix("/") { parts = page.split(separator: "/").dropLast() }
    for part in address.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    guard let path = percentDecoded("/" + parts.joined(separator: "/")),
      let route = plan.route(atPath: path.composed)
    else { return nil }
    return file(route)
  }

  /// The files of the partners' logos.
  package var logoFiles: Set<String> {
    Set(
      items.compactMap { item in
        guard let written = item.record.record("logo")?.text("src") else { return nil }
        let reader = PlanReader(plan)
        return reader.file(written, from: item.index).asset
      })
  }
}
