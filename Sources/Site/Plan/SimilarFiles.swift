internal import Diagnostics
private import Synchronization

/// Finds files with nearly the same path; its index is made when the first link leads nowhere.
final class SimilarFiles: Sendable {
  private struct Index {
    var pathsByName: [String: [String]] = [:]
    var namesByFolder: [String: [String]] = [:]
  }

  private let index = Mutex<Index?>(nil)

  /// A file of the same name elsewhere, or one of a similar name in the same folder, as a file in
  /// `folder` has to write it.
  ///
  /// - Complexity: O(*n*) in the number of files for the first call, afterwards in the number of
  ///   files in one folder.
  func similar(
    to path: String, from folder: String, isPicture: Bool, among files: () -> [String]
  ) -> String? {
    let name = fileName(of: path)
    let (moved, siblings) = index.withLock { index in
      let found = index ?? Self.index(files())
      index = found
      return (
        Self.moved(path, found.pathsByName[name] ?? []),
        found.namesByFolder[parentFolder(of: path) ?? ""]
      )
    }
    if let moved { return "@/" + moved.dropFirst("content/".count) }
    // In a folder of thousands, a similar name says little and costs much.
    guard let siblings, siblings.count <= 500 else { return nil }
    let near = nearest(to: name, among: siblings.filter { Self.isPicture($0) == isPicture })
    guard let near, let wanted = parentFolder(of: path), wanted != folder else { return near }
    return "@/" + joined(wanted, near).dropFirst("content/".count)
  }

  /// The file of the same name that was probably meant.
  ///
  /// Every bundle has an `index.md`: of those, only a path that is much like the wanted one counts.
  private static func moved(_ path: String, _ namesakes: [String]) -> String? {
    guard namesakes.count <= 500 else { return nil }
    if let near = nearest(to: path, among: namesakes) { return near }
    return namesakes.count == 1 && fileName(of: path) != "index.md" ? namesakes.first : nil
  }

  private static func index(_ files: [String]) -> Index {
    var index = Index()
    for path in files.sorted() {
      index.pathsByName[fileName(of: path), default: []].append(path)
      index.namesByFolder[parentFolder(of: path) ?? "", default: []].append(fileName(of: path))
    }
    return index
  }

  private static func isPicture(_ name: String) -> Bool {
    mediaType(of: name).hasPrefix("image/")
  }
}
