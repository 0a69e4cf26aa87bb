import Foundation

/// A site in a temporary folder, which goes when the value does.
final class FixtureSite: Sendable {
  /// The site's folder.
  let folder: String

  /// A small site with one item of several kinds, and more files or others in their places.
  init(_ files: [String: String] = [:], withoutStandardFiles: Bool = false) throws {
    folder =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "brightpress-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if !withoutStandardFiles {
      for (path, text) in FixtureSite.standardFiles { try write(text, at: path) }
    }
    for (path, text) in files { try write(text, at: path) }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      // A folder of the system's temporary ones stays behind; no test fails for it.
    }
  }

  static let configuration = """
    format: 1
    title: Test
    base_url: https://test.example/
    time_zone: Europe/Stockholm

    """

  private static let standardFiles = [
    "site.yaml": configuration,
    "content/posts/kick-off.md":
      "---\ntitle: Kick-off\ndate: 2023-02-23\ntags: [alpha, beta]\nid: urn:test:kick-off\n---\nHello.\n\n## Agenda\n\nAll.\n",
    "content/posts/visit/index.md":
      "---\ntitle: A visit\ndate: 2023-03-01\nid: urn:test:visit\n---\nSee [it](../kick-off.md#agenda).\n\n![A](a.svg)\n",
    "content/posts/visit/a.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>\n",
    "content/events/meeting.md": "---\ntitle: Meeting\nstart: 2030-05-01 10:00\n---\nCome.\n",
    "content/about.md": "---\ntitle: About\n---\nAbout us.\n",
  ]

  /// Posts numbered from 1, enough to keep a build busy; `text` is in each.
  static func posts(_ count: Int, text: String) -> [String: String] {
    var files: [String: String] = [:]
    for number in 1...count {
      files["content/posts/post-\(number).md"] = """
        ---
        title: Post \(number)
        date: 2023-\(number % 12 + 10 > 12 ? "0\(number % 9 + 1)" : "11")-\(number % 18 + 10)
        tags: [tag \(number % 7), tag \(number % 5)]
        ---
        \(text)

        ## Part of \(number)

        More about [the kick-off](kick-off.md#agenda).

        """
    }
    return files
  }

  /// Writes a file, with the folders that it needs.
  func write(_ text: String, at path: String) throws { try write(Data(text.utf8), at: path) }

  /// Writes a file's bytes.
  func write(_ bytes: Data, at path: String) throws {
    let url = URL(filePath: folder).appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  /// Removes a file or a folder.
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder)/\(path)")
  }

  /// A file's text.
  func text(at path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(path)")), as: UTF8.self)
  }

  /// Whether something is at a path.
  func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(path)") }

  /// The files below a folder with their bytes, those that begin with a dot too; none where there
  /// is no such folder.
  func tree(_ path: String = "output") throws -> [String: Data] {
    guard has(path) else { return [:] }
    var tree: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(path)") {
      let full = "\(folder)/\(path)/\(name)"
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else {
        continue
      }
      if !isFolder.boolValue { tree[name] = try Data(contentsOf: URL(filePath: full)) }
    }
    return tree
  }

  /// Builds the site.
  func build(_ arguments: String..., environment: [String: String] = [:]) async throws -> Ended {
    try await Program.run(["build"] + arguments, in: folder, environment: environment)
  }
}
