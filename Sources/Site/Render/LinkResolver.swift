internal import Diagnostics
internal import Markdown
internal import Pictures
internal import Text

/// Turns the addresses in a page's Markdown into addresses of the site, and notes what leads
/// nowhere.
struct LinkResolver: MarkdownReferenceResolver {
  let reader: PlanReader
  /// The page that the text stands on.
  let page: PagePlace
  /// The references that lead nowhere, with why.
  private(set) var problems: [LinkProblem] = []
  /// The anchors on other pages that have to be there.
  private(set) var anchors: [WantedAnchor] = []

  /// An anchor that a link names.
  struct WantedAnchor: Sendable {
    /// The item on whose page it should be.
    let item: Int
    let anchor: String
    let reference: MarkdownReference
  }

  /// Errors in the templates of components.
  private(set) var templateErrors: [Diagnostic] = []
  /// What is shown instead of a component while one is rendered: nothing contains itself.
  let writesComponents: Bool

  init(reader: PlanReader, page: PagePlace, writesComponents: Bool = true) {
    self.reader = reader
    self.page = page
    self.writesComponents = writesComponents && reader.hasComponents
  }

  mutating func write(_ component: MarkdownComponent, into html: inout Bytes) {
    templateErrors += reader.write(component, on: page, into: &html)
  }

  mutating func resolve(_ reference: MarkdownReference) -> MarkdownTarget {
    let written = reference.destination
    guard !isExternal(written), !written.isEmpty else { return MarkdownTarget() }
    let parts = AddressParts(written)
    if parts.path.isEmpty {
      if let item = page.item, !parts.fragment.isEmpty { want(parts.fragment, on: item, reference) }
      return MarkdownTarget()
    }
    guard let path = percentDecoded(parts.path)?.composed else {
      problems.append(LinkProblem(reference: reference, reason: .notFound(similar: nil)))
      return MarkdownTarget()
    }
    if path.hasPrefix("/") { return rootRelative(path, parts, reference) }
    return fileRelative(path, parts, reference)
  }

  /// Whether an address leads to another site or is no address of a page at all (`mailto:`).
  private func isExternal(_ address: String) -> Bool {
    if address.hasPrefix("//") { return true }
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    // One letter is no scheme but a drive: `C:\report.pdf`.
    guard address.utf8.distance(from: address.utf8.startIndex, to: colon) > 1 else { return false }
    return address.utf8[..<colon].allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0)
    }
  }

  // MARK: Addresses of the site

  private mutating func rootRelative(
    _ path: String, _ parts: AddressParts, _ reference: MarkdownReference
  ) -> MarkdownTarget {
    if let route = reader.route(atPath: path) { return target(route, parts, reference) }
    problems.append(
      LinkProblem(reference: reference, reason: reader.unpublishedReason(atPath: path)))
    return MarkdownTarget()
  }

  private mutating func target(
    _ route: Route, _ parts: AddressParts, _ reference: MarkdownReference
  ) -> MarkdownTarget {
    if case .item(let index) = route.content, !parts.fragment.isEmpty {
      want(parts.fragment, on: index, reference)
    }
    let address = reader.configuration.baseURL.relative(route.address) + parts.rest
    guard reference.kind == .image, case .asset(let path) = route.content else {
      return MarkdownTarget(address: address)
    }
    return picture(path, address)
  }

  // MARK: Files of the source

  private mutating func fileRelative(
    _ path: String, _ parts: AddressParts, _ reference: MarkdownReference
  ) -> MarkdownTarget {
    let own = page.item.map { reader.folder(of: $0) } ?? "content"
    let folder = path.hasPrefix("@/") ? "content" : own
    let name = path.hasPrefix("@/") ? String(path.dropFirst(2)) : path
    guard let file = resolvedPath(name, in: folder), file.hasPrefix("content/") else {
      problems.append(LinkProblem(reference: reference, reason: .outside))
      return MarkdownTarget()
    }
    if let index = reader.item(atPath: file) { return target(item: index, parts, reference) }
    if let address = reader.assetAddress(file) {
      let url = reader.configuration.baseURL.relative(address) + parts.rest
      return reference.kind == .image
        ? picture(file, url) : MarkdownTarget(address: url, file: file)
    }
    // Perhaps it is written as the browser would read it, from the page's own address.
    if let address = resolvedPath(name, in: page.address.folder),
      let route = reader.route(atPath: "/" + address + (name.hasSuffix("/") ? "/" : ""))
    {
      return target(route, parts, reference)
    }
    let similar = reader.similarFile(
      to: file, from: own, wantsPicture: reference.kind == .image)
    problems.append(LinkProblem(reference: reference, reason: .notFound(similar: similar)))
    return MarkdownTarget()
  }

  private mutating func target(
    item index: Int, _ parts: AddressParts, _ reference: MarkdownReference
  ) -> MarkdownTarget {
    let target = reader.translation(of: index, language: page.language)
    guard reader.state(of: target) == .published else {
      problems.append(
        LinkProblem(
          reference: reference,
          reason: .unpublished(reader.path(of: target), reader.state(of: target))))
      return MarkdownTarget()
    }
    let url = reader.url(of: target)
    // A text that stands in for its translation was written with its own language's anchors in
    // mind; a translated page has others.
    if target != index, isStandIn, !reader.facts(of: target).anchors.contains(parts.fragment) {
      return MarkdownTarget(address: url)
    }
    if !parts.fragment.isEmpty { want(parts.fragment, on: target, reference) }
    return MarkdownTarget(address: url + parts.rest)
  }

  /// Whether the text is in another language than the page.
  private var isStandIn: Bool {
    page.item.map { reader.item($0).language != page.language } ?? false
  }

  private func picture(_ path: String, _ address: String) -> MarkdownTarget {
    let size = reader.picture(path)
    return MarkdownTarget(
      address: address, file: path, width: size?.width, height: size?.height)
  }

  private mutating func want(_ fragment: String, on index: Int, _ reference: MarkdownReference) {
    let anchor = percentDecoded(fragment) ?? fragment
    // Every browser scrolls to the top for `#top`; text fragments name no anchor.
    guard anchor != "top", !anchor.hasPrefix(":~:") else { return }
    anchors.append(WantedAnchor(item: index, anchor: anchor, reference: reference))
  }
}

/// An address taken apart at `?` and `#`.
struct AddressParts {
  /// What stands before them.
  let path: String
  /// What stands after `#`.
  let fragment: String
  /// `?` and `#` with what follows them.
  let rest: String

  init(_ address: String) {
    let bytes = address.utf8
    guard
      let end = bytes.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
    else {
      path = address
      (fragment, rest) = ("", "")
      return
    }
    path = String(address[..<end])
    rest = String(address[end...])
    fragment =
      bytes[end...].firstIndex(of: UInt8(ascii: "#"))
      .map { String(address[bytes.index(after: $0)...]) } ?? ""
  }
}

/// A path within a folder with `.` and `..` worked out, without a slash at its end; nil where it
/// leaves the site.
func resolvedPath(_ path: String, in folder: String) -> String? {
  var resolved = Bytes()
  resolved.reserveCapacity(folder.utf8.count + path.utf8.count + 1)
  for way in [folder, path] {
    guard way.withBytes({ resolved.go(along: $0) }) else { return nil }
  }
  return resolved.text
}

extension Bytes {
  /// Goes on from a folder to where a way leads; false where that is outside of all folders.
  fileprivate mutating func go(along way: Span<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var start = 0
    while start < way.count {
      var end = start
      while end < way.count, way[end] != slash { end += 1 }
      switch end - start {
      case 0: break
      case 1 where way[start] == dot: break
      case 2 where way[start] == dot && way[start + 1] == dot:
        guard !isEmpty else { return false }
        removeLast(count - (lastIndex(of: slash) ?? 0))
      default:
        if !isEmpty { append(slash) }
        append(way.extracting(start..<end))
      }
      start = end + 1
    }
    return true
  }
}

extension ContentItem {
  /// The folder that its file lies in: `content/posts`.
  var folder: String { parentFolder(of: path) ?? "" }
}

extension SiteAddress {
  /// The folder that the address lies in, or is: `/news/2023/`.
  var folder: String { isFolder ? path : parentFolder(of: path) ?? "/" }
}
