internal import Text

extension PlanReader {
  /// A file that a field of an item's front matter names.
  struct NamedFile: Sendable {
    /// The address as it stands in a page.
    let url: String
    /// The address with scheme and host.
    let absoluteURL: String
    /// The path of the file below `content/`, where it is one.
    let asset: String?
    /// Whether nothing is there.
    let isMissing: Bool
  }

  /// The file that a path in an item's front matter means: beside the item, `@/` below `content/`,
  /// `/` on the site, or an address elsewhere.
  func file(_ written: String, from item: Int) -> NamedFile {
    if written.hasPrefix("https://") || written.hasPrefix("http://") || written.hasPrefix("//") {
      return NamedFile(url: written, absoluteURL: written, asset: nil, isMissing: false)
    }
    let path = written.composed
    if path.hasPrefix("/") {
      guard let route = route(atPath: path) else { return missing(written) }
      var asset: String?
      if case .asset(let file) = route.content { asset = file }
      return named(route.address, asset: asset)
    }
    let folder = path.hasPrefix("@/") ? "content" : folder(of: item)
    guard
      let file = resolvedPath(path.hasPrefix("@/") ? String(path.dropFirst(2)) : path, in: folder),
      let address = assetAddress(file)
    else { return missing(written) }
    return named(address, asset: file)
  }

  private func named(_ address: SiteAddress, asset: String?) -> NamedFile {
    NamedFile(
      url: configuration.baseURL.relative(address),
      absoluteURL: configuration.baseURL.absolute(address), asset: asset, isMissing: false)
  }

  private func missing(_ written: String) -> NamedFile {
    NamedFile(url: written, absoluteURL: written, asset: nil, isMissing: true)
  }

  /// The size of a file beside the content: `245 kB`.
  func sizeInWords(_ path: String) -> String {
    size(of: path).map(Text.sizeInWords(bytes:)) ?? ""
  }
}

/// A path with a query or a fragment, percent-encoded where needed.
func percentEncodedReference(_ reference: String) -> String {
  let parts = AddressParts(reference)
  return percentEncoded(percentDecoded(parts.path) ?? parts.path) + parts.rest
}
