internal import Funding
internal import Site
private import Synchronization
internal import Text

/// What the checks of all pages need to know of a site, worked out once.
final class SiteKnowledge: Sendable {
  let site: SiteReading
  /// The files that are the emblem of the European Union, by their addresses.
  let emblems: Set<String>
  /// The files of the partners' logos.
  let logos: Set<String>
  private let sheets = Mutex<[String: StyleSheet]>([:])

  init(of site: SiteReading) {
    self.site = site
    logos = site.logoFiles
    let forms = Set(EUEmblem.Style.allCases.map { EUEmblem.svg(style: $0) })
    emblems = Set(
      site.files.filter { file in
        file.address.lowercased().hasSuffix(".svg")
          && (site.bytes(of: file).map(forms.contains) ?? false)
      }.map(\.address))
  }

  /// The style sheets that a page links to and has in itself, in their order.
  func styleSheet(of page: HTMLPage, at path: String) -> StyleSheet {
    let linked = page.elements.compactMap { element -> StyleSheet? in
      guard element.name == "link", let address = element["href"],
        (element["rel"] ?? "").lowercased().split(separator: " ").contains("stylesheet")
      else { return nil }
      return site.file(at: address, onPage: path).map(styleSheet)
    }
    return StyleSheet(linked + page.styles.map { StyleSheet(Bytes(page.bytes[$0])) })
  }

  private func styleSheet(_ file: PublishedFile) -> StyleSheet {
    if let known = sheets.withLock({ $0[file.address] }) { return known }
    let sheet = StyleSheet(site.bytes(of: file) ?? [])
    sheets.withLock { $0[file.address] = sheet }
    return sheet
  }
}
