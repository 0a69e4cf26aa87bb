internal import Diagnostics
private import Synchronization

/// Finds files with nearly the same path; its index is made when the first link leads nowhere.
final class SimilarFiles: Sendable {
  private struct Index {
    var pathsByName: [String: [String]] = [:]
    var namesByFolder: [String: [String]] = [:]
  }

  private let index = Mutex<Index?>(nil)

  /// A file of the same name elsewhere, or one of a similar name in the same folder.
  ///
  /// - Complexity: O(*n*) in the number of files for the first call, afterwards in the number of
  ///   files in one folder.
  func similar(to path: String, isPicture: Bool, among files: () -> [String]) -> String? {
    let name = fileName(of: path)
    let (moved, siblings) = index.withLock { index in
      let found = index ?? Self.index(files())
      index = found
      // Of several files of one name, such as `index.md`, none is the one that was meant.
      let named = found.pathsByName[name] ?? []
      return (named.count == 1 ? named.first : nil, found.namesByFolder[parentFolder(of: path) ?? ""])
    }
    if let moved { return "@/" + moved.dropFirst("content/".count) }
    // In a folder of thousands, a similar name says little and costs much.
    guard let siblings, siblings.count <= 500 else { return nil }
    return nearest(to: name, among: siblings.filter { Self.isPicture($0) == isPicture })
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
