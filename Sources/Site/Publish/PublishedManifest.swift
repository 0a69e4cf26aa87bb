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
    self.paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
    // Only a path with two dots somewhere can have a part `..`.
    guard path.text.utf8.elementsEqual(path), path.text.contains("..") else { return true }
    return !path.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
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
