package import Site
internal import Text

/// The folder that packs are written into.
///
/// A list of the files that Brightpress has put there lies in it, so that nothing else is ever
/// replaced or removed.
package struct ECCPFolder: Sendable {
  static let manifestName = ".brightpress-eccp"
  private static let manifestHeading = "brightpress-eccp 1\n"

  let path: String
  let fileSystem: any FileSystem
  /// The files that an earlier run has put there, by their paths within the folder.
  let ours: Set<String>

  /// What changed in the folder.
  package struct Report: Sendable, Hashable {
    /// How many files are new or have other bytes.
    package var writtenCount = 0
    /// The files that were removed, since their packs are not wanted any more.
    package var removed: [String] = []
  }

  /// What an earlier run left behind.
  private enum Found {
    case ours(Set<String>)
    case noFolder
    case foreign(String)
  }

  /// A folder with what it holds of ours; it need not exist yet.
  package init(_ path: String, fileSystem: any FileSystem) throws(ECCPFolderError) {
    self.path = path
    self.fileSystem = fileSystem
    let found: Found
    do throws(FileSystemError) {
      found = try Self.found(at: path, fileSystem)
    } catch {
      throw .fileSystem(error)
    }
    switch found {
    case .ours(let paths): ours = paths
    case .noFolder: throw .noFolder(path)
    case .foreign(let example): throw .foreign(path, example: example)
    }
  }

  private static func found(
    at path: String, _ fileSystem: any FileSystem
  ) throws(FileSystemError) -> Found {
    guard let status = try fileSystem.status(of: path) else { return .ours([]) }
    guard status.kind == .folder else { return .noFolder }
    let manifest = path + "/" + manifestName
    guard try fileSystem.status(of: manifest) != nil else {
      return try fileSystem.entries(of: path).first.map { .foreign($0.name) } ?? .ours([])
    }
    let lines = try fileSystem.contents(of: manifest).text.split(separator: "\n")
    return .ours(Set(lines.dropFirst().map(String.init)))
  }

  /// The folders of the packs that lie there: `posts/kick-off`.
  var packs: Set<String> {
    Set(ours.compactMap { $0.hasSuffix("/title.txt") ? String($0.dropLast(10)) : nil })
  }

  /// Makes the folder hold these files and none of an earlier run's besides.
  ///
  /// Each file is whole at any time. The list is complete from the first change to the last, so
  /// that a run which was interrupted is put right by the next one.
  func write(_ files: [ECCPFile]) throws(ECCPFolderError) -> Report {
    let example: String?
    do throws(FileSystemError) {
      example = try foreign(among: files)
    } catch {
      throw .fileSystem(error)
    }
    if let example { throw .foreign(path, example: example) }
    do throws(FileSystemError) {
      return try replace(files)
    } catch {
      throw .fileSystem(error)
    }
  }

  /// A file of somebody else's at a place where one of ours is to go.
  private func foreign(among files: [ECCPFile]) throws(FileSystemError) -> String? {
    for file in files where !ours.contains(file.path) {
      if try fileSystem.status(of: path + "/" + file.path) != nil { return file.path }
    }
    return nil
  }

  private func replace(_ files: [ECCPFile]) throws(FileSystemError) -> Report {
    var report = Report()
    let wanted = Set(files.map(\.path))
    try fileSystem.createFolders(path)
    try writeManifest(ours.union(wanted))
    for file in files where try contents(of: file.path) != file.bytes {
      try write(file.bytes, at: file.path)
      report.writtenCount += 1
    }
    for stale in ours.subtracting(wanted).sorted() {
      if try remove(stale) { report.removed.append(stale) }
      // A run that was interrupted may have left a file that was to become this one.
      _ = try remove(stale + ".new")
      try removeEmptyFolders(above: stale)
    }
    try writeManifest(wanted)
    return report
  }

  private func remove(_ file: String) throws(FileSystemError) -> Bool {
    guard try fileSystem.status(of: path + "/" + file)?.kind == .file else { return false }
    try fileSystem.removeFile(path + "/" + file)
    return true
  }

  private func writeManifest(_ paths: Set<String>) throws(FileSystemError) {
    let text = Self.manifestHeading + paths.sorted().map { $0 + "\n" }.joined()
    try write(Bytes(text.utf8), at: Self.manifestName)
  }

  private func contents(of file: String) throws(FileSystemError) -> Bytes? {
    let full = path + "/" + file
    guard try fileSystem.status(of: full)?.kind == .file else { return nil }
    return try fileSystem.contents(of: full)
  }

  private func write(_ bytes: Bytes, at file: String) throws(FileSystemError) {
    let full = path + "/" + file
    if let slash = full.lastIndex(of: "/") { try fileSystem.createFolders(String(full[..<slash])) }
    try fileSystem.write(bytes, to: full + ".new")
    try fileSystem.rename(full + ".new", to: full)
  }

  private func removeEmptyFolders(above file: String) throws(FileSystemError) {
    var folder = file[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      guard try fileSystem.status(of: path + "/" + folder) != nil else { continue }
      guard try fileSystem.entries(of: path + "/" + folder).isEmpty else { return }
      try fileSystem.removeFolder(path + "/" + folder)
    }
  }
}
