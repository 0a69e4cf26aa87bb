internal import Diagnostics
internal import FrontMatter
internal import Templates

// What is published besides pages: former addresses, files beside the content, static files.
extension PlanBuilder {
  mutating func addAliases() {
    for index in items.indices where items[index].state == .published {
      for alias in items[index].record[.aliases]?.list ?? [] {
        guard let written = alias.text else { continue }
        let place = location(index, alias.range)
        guard let address = SiteAddress(written) else {
          diagnostics.append(.invalidAddress(written, at: place))
          continue
        }
        // A former address without a file's ending was a folder's.
        let isFile = fileName(of: address.path).contains(".") || address.isFolder
        add(
          .redirect(to: index), at: isFile ? address : address.appending(""),
          .written(description: "the alias of '\(items[index].path)'", location: place))
      }
    }
  }

  mutating func addAssets() {
    for path in parsed.source.assetFiles {
      guard let address = assetAddress(path) else { continue }
      assets[path] = address
      add(
        .asset(path), at: address, .written(description: "'\(path)'", location: .file(path)))
    }
    for (index, file) in parsed.source.staticFiles.enumerated() where isPublished(file) {
      guard let address = SiteAddress(file.name) else {
        diagnostics.append(.invalidFileName(file.path))
        continue
      }
      add(
        .staticFile(index), at: address,
        .written(description: "'\(file.path)'", location: .file(file.path)))
      staticAssets[file.name] = StaticAsset(address: address, integrity: nil)
    }
    addFingerprints()
  }

  /// Publishes the files that templates name with `asset` a second time, under their fingerprints.
  ///
  /// All static files get one where a template works out a name. The plain addresses stay, for
  /// what style sheets and other sites refer to.
  private mutating func addFingerprints() {
    let named = templates.constantArguments(of: "asset")
    let names = Set(named.texts.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 })
    for (index, file) in parsed.source.staticFiles.enumerated()
    where staticAssets[file.name] != nil && (named.hasOthers || names.contains(file.name)) {
      // What cannot be read is reported when it is to be published.
      guard var bytes = parsed.source.contents(of: file) else { continue }
      // What `theme` sets stands at its end when it is published.
      if file.name == ThemeSettings.stylesheetName { bytes += configuration.theme.stylesheet }
      let digest = SubresourceIntegrity(of: bytes)
      guard let address = SiteAddress(StaticAsset.name(file.name, with: digest.fingerprint)) else {
        continue
      }
      staticAssets[file.name] = StaticAsset(address: address, integrity: digest.integrity)
      add(
        .staticFile(index), at: address,
        .written(description: "'\(file.path)'", location: .file(file.path)))
    }
  }

  /// Where a file beside the content goes: into its bundle's folder, or its kind's; nil where it
  /// belongs to a bundle that is not published.
  mutating func assetAddress(_ path: String) -> SiteAddress? {
    var base = ""
    var rest = ""
    var folder = parentFolder(of: path)
    while let current = folder, current != "content" {
      if let bundle = bundles[current] {
        guard items[bundle].state == .published else { return nil }
        base = addresses[bundle].path
        rest = String(path.dropFirst(current.count + 1))
        break
      }
      folder = parentFolder(of: current)
    }
    if rest.isEmpty {
      let parts = path.split(separator: "/", maxSplits: 2).dropFirst()
      let kind = parts.first.flatMap { configuration.kindIndex(named: String($0)) }
      if let kind, parts.count == 2, let list = configuration.kinds[kind].listAddress {
        (base, rest) = (list.path, String(parts.last ?? ""))
      } else {
        (base, rest) = ("/", parts.joined(separator: "/"))
      }
    }
    let parent =
      base.hasSuffix("/") ? base : String(base[...(base.lastIndex(of: "/") ?? base.startIndex)])
    guard let address = SiteAddress(parent + rest) else {
      diagnostics.append(.invalidFileName(path))
      return nil
    }
    return address
  }
}

extension Diagnostic {
  fileprivate static func invalidFileName(_ path: String) -> Diagnostic {
    .error(
      "invalid-file-name", "'\(fileName(of: path))' cannot be part of an address",
      at: .file(path), help: ["rename the file without '\\', '%', '?', '#', ':' or quotation marks"]
    )
  }
}
