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

  init(paths: [String]) { self.paths = paths.sorted() }

  /// Reads a manifest; nil where the bytes are none.
  init?(_ bytes: Bytes) {
    var lines = bytes.text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard lines.popFirst().map(String.init) == Self.header else { return nil }
    // A path that leads out of the folder was not written by a build.
    let paths = lines.map(String.init)
    guard paths.allSatisfy({ !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") })
    else { return nil }
    self.init(paths: paths)
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
