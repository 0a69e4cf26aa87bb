package import Diagnostics
internal import Funding
package import Site

/// Making packs and writing them.
package struct ECCPRun: Sendable {
  /// The site.
  package let site: SiteReading
  /// Cuts a picture to a size.
  package let cut: @Sendable (UncutPicture, PixelSize) -> PictureCutting

  /// A run for a site; `cut` is how this machine cuts pictures.
  package init(
    site: SiteReading, cut: @escaping @Sendable (UncutPicture, PixelSize) -> PictureCutting
  ) {
    self.site = site
    self.cut = cut
  }

  /// What came of a run.
  package struct Outcome: Sendable {
    /// How many packs there are now.
    package let packCount: Int
    /// How many items are not ready to be posted.
    package let unreadyCount: Int
    /// What changed in the folder; nil where nothing was written, since a text has an error.
    package let report: ECCPFolder.Report?
    /// What the items lack for good posts, and what is wrong with their texts.
    package let diagnostics: [Diagnostic]
  }

  /// Writes the packs of the items that are selected into a folder.
  ///
  /// Nothing is written where one of their texts has an error. With `keepsOthers` the packs that
  /// lie there are made again and stay; otherwise those that are not selected are removed.
  package func write(
    _ items: [SiteItem], keepsOthers: Bool, into folder: ECCPFolder
  ) throws(ECCPFolderError) -> Outcome {
    var wanted = Dictionary(
      items.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    if keepsOthers {
      for item in site.items where item.isPublished && item.hasOwnPage {
        if let maker = ECCPPackMaker(item, of: site), folder.packs.contains(maker.folder) {
          wanted[item.index] = item
        }
      }
    }
    let ordered = wanted.values.sorted { ($0.eccpOrder, $0.path) < ($1.eccpOrder, $1.path) }
    var packs: [ECCPPack] = []
    var diagnostics: [Diagnostic] = []
    for item in ordered {
      guard let maker = ECCPPackMaker(item, of: site) else { continue }
      let pack = maker.pack()
      let cutPack = pack.value.cutting(to: maker.size, at: maker.pictureLocation, with: cut)
      packs.append(cutPack.value)
      diagnostics += pack.diagnostics + cutPack.diagnostics
    }
    let isRight = !diagnostics.containsError
    return Outcome(
      packCount: packs.count, unreadyCount: site.eccpItems.count { $0.eccpObstacle != nil },
      report: isRight ? try folder.write(files(of: packs)) : nil,
      diagnostics: diagnostics.mergingEqual)
  }

  private func files(of packs: [ECCPPack]) -> [ECCPFile] {
    let emblem = site.funding == nil ? nil : EUEmblem.svg()
    var files = packs.flatMap { $0.files(limits: site.limits, emblem: emblem) }
    files.append(ECCPFile(path: "index.html", bytes: ECCPIndex(site: site, packs: packs).html))
    return files
  }
}

extension [Diagnostic] {
  /// The diagnostics with equal warnings told once, for the first place and how many more there are.
  ///
  /// Each pack says its own.
  fileprivate var mergingEqual: [Diagnostic] {
    var groups: [String: [Diagnostic]] = [:]
    for diagnostic in self where diagnostic.severity != .error {
      groups[diagnostic.message, default: []].append(diagnostic)
    }
    let merged = groups.values.compactMap { group -> Diagnostic? in
      guard var first = group.sortedForReport().first else { return nil }
      let more = group.count - 1
      if more > 0 { first.message += " (here and in \(more) more item\(more == 1 ? "" : "s"))" }
      return first
    }
    return (filter { $0.severity == .error } + merged).sortedForReport()
  }
}
