internal import Text

/// The list of files that a build has put into an output folder, kept in that folder.
///
/// It marks a folder as Brightpress's own, and only what it lists is ever removed.
struct PublishedManifest: Sendable, Hashable {
  /// The file's name in the output folder.
  static let fileName = ".brightpress-manifest"
  private static let header = "brightpress manifest 1"

  /// The published files, relative to the output folder, sorted.
  let paths: [String]

  init(paths: [String]) {
    self.paths = paths.sorted { $0.precedesInBytes($1) }
  }

  /// Reads a manifest; nil where the bytes are none.
  init?(_ bytes: Bytes) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
    guard lines.popFirst()?.elementsEqual(Self.header.utf8) == true else { return nil }
    // A path that leads out of the folder was not written by a build.
    guard lines.allSatisfy(Self.isInside) else { return nil }
    self.init(paths: lines.map(\.text))
  }

  private static func isInside(_ path: ArraySlice<UInt8>) -> Bool {
    guard path.first != UInt8(ascii: "/") else { return false }
    // Only a path with two dots in a row can have a part `..`.
    let hasDots = zip(path, path.dropFirst()).contains { $0 == UInt8(ascii: ".") && $0 == $1 }
    guard hasDots else { return true }
    return !path.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
  }

  /// Whether a file is in the list.
  ///
  /// - Complexity: O(log *n*).
  func contains(_ path: String) -> Bool {
    var (low, high) = (0, paths.count)
    while low < high {
      let middle = (low + high) / 2
      if paths[middle].precedesInBytes(path) { low = middle + 1 } else { high = middle }
    }
    return low < paths.count && paths[low] == path
  }

  /// The files that another list does not have.
  func paths(notIn other: PublishedManifest) -> [String] {
    var missing: [String] = []
    var place = 0
    for path in paths {
      while place < other.paths.count, other.paths[place].precedesInBytes(path) { place += 1 }
      if place == other.paths.count || other.paths[place] != path { missing.append(path) }
    }
    return missing
  }

  /// The file's contents.
  var bytes: Bytes {
    var bytes = Bytes((Self.header + "\n").utf8)
    for path in paths {
      bytes.append(path)
      bytes.append("\n")
    }
    return bytes
  }
}
