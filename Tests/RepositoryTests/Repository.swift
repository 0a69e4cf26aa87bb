import Foundation

/// The files of this repository, as the tests read them.
enum Repository {
  /// The top-level folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A text file by its path from the top, or nil where there is none.
  static func text(of path: String) throws -> String? {
    let file = root.appending(path: path)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// Every Swift source of the product, in the order of their paths.
  static func sources() throws -> [SourceFile] { try readSources.get() }

  private static let readSources = Result {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Sources").path)
      .filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { path in
        let file = root.appending(path: "Sources").appending(path: path)
        return SourceFile(
          path: "Sources/" + path, text: try String(contentsOf: file, encoding: .utf8))
      }
  }
}
