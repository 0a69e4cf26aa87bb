internal import Text

/// Why a folder is not published into.
public enum OutputError: Error, Sendable {
  /// The folder is the source, above it, a symbolic link or no folder at all.
  case unsuitable(folder: String, reason: String)
  /// The folder has files that no build has put there.
  case foreign(folder: String, example: String)
  /// The disk refused.
  case fileSystem(FileSystemError)
}

/// The folder that a site is published into, locked for one build.
///
/// New bytes go to a staging folder first. A first build's staging folder takes the output
/// folder's place in a single step; an update moves the files that differ, under a journal.
final class OutputFolder: Sendable {
  /// The folder itself.
  let path: String
  /// Where new files wait: beside the folder for a first build, inside it for an update.
  let staging: String
  /// Whether nothing is published yet.
  let isFirstBuild: Bool
  /// The files that are published now.
  let manifest: PublishedManifest
  /// Whether an interrupted update was completed when the folder was opened.
  let recoveredUpdate: Bool
  let fileSystem: any FileSystem
  private let lock: FolderLock
  private let createdFolder: Bool

  private static let stagingName = ".brightpress-staging"

  /// What may lie in an output folder that is otherwise empty.
  private static let placeholders: Set<String> = [
    ".gitkeep", ".gitignore", ".DS_Store", ".keep",
  ]

  /// Opens a folder for publishing: checks that it is one to publish into, waits for its lock, and
  /// completes or clears away what an interrupted build has left.
  init(
    _ path: String, source: String, fileSystem: any FileSystem, whenBusy: () -> Void
  ) throws(OutputError) {
    self.path = path
    self.fileSystem = fileSystem
    let status = try Self.attempt { () throws(FileSystemError) in try fileSystem.status(of: path) }
    try Self.check(path, status, source: source, fileSystem)
    createdFolder = status == nil
    lock = try Self.attempt { () throws(FileSystemError) in
      if status == nil { try fileSystem.createFolders(path) }
      return try fileSystem.lock(path, whenBusy: whenBusy)
    }
    recoveredUpdate = try Self.attempt { () throws(FileSystemError) in
      try Self.recover(path, fileSystem)
    }
    let known = try Self.attempt { () throws(FileSystemError) in
      try Self.manifest(path, fileSystem)
    }
    manifest = known ?? PublishedManifest(paths: [])
    let foreign = try Self.attempt { () throws(FileSystemError) in
      try known == nil ? Self.foreignFile(path, fileSystem) : nil
    }
    if let foreign { throw .foreign(folder: path, example: foreign) }
    let beside = try Self.attempt { () throws(FileSystemError) in
      try known == nil ? Self.stagingBeside(path, fileSystem) : nil
    }
    isFirstBuild = beside != nil
    staging = beside ?? joined(path, Self.stagingName)
    let staging = staging
    try Self.attempt { () throws(FileSystemError) in
      try fileSystem.removeTree(staging)
      try fileSystem.createFolder(staging)
    }
  }

  /// Turns a failure of the disk into one of the output folder.
  private static func attempt<Value>(
    _ work: () throws(FileSystemError) -> Value
  ) throws(OutputError) -> Value {
    do throws(FileSystemError) {
      return try work()
    } catch {
      throw .fileSystem(error)
    }
  }

  /// Refuses a path that is no folder to publish into.
  private static func check(
    _ path: String, _ status: FileStatus?, source: String, _ fileSystem: any FileSystem
  ) throws(OutputError) {
    if let status, status.kind != .folder {
      let reason = status.kind == .symbolicLink ? "it is a symbolic link" : "it is no folder"
      throw .unsuitable(folder: path, reason: reason)
    }
    let reason = try attempt { () throws(FileSystemError) in
      try unsuitability(of: path, source: source, fileSystem)
    }
    if let reason { throw .unsuitable(folder: path, reason: reason) }
  }

  /// The staging folder of a first build; nil where the output folder cannot be replaced as a whole
  /// because it is a mounted one, so that its first build is published as an update.
  private static func stagingBeside(
    _ path: String, _ fileSystem: any FileSystem
  ) throws(FileSystemError) -> String? {
    let parent = parentFolder(of: path) ?? "."
    let device = try fileSystem.status(of: path)?.identity?.device
    guard try fileSystem.status(of: parent)?.identity?.device == device else { return nil }
    return joined(parent, ".\(Site.fileName(of: path))\(stagingName)")
  }

  /// Why a folder must not be published into: it is the source or above it, or a part of it that is
  /// read.
  private static func unsuitability(
    of path: String, source: String, _ fileSystem: any FileSystem
  ) throws(FileSystemError) -> String? {
    let identity = try fileSystem.status(of: path)?.identity
    var folder: String? = source
    while let current = folder {
      let other = try fileSystem.status(of: current)?.identity
      if current == path || (identity != nil && identity == other) {
        return current == source ? "it is the site's source" : "the site's source is in it"
      }
      folder = parentFolder(of: current)
    }
    for part in ["content", "templates", "static", "environments"] {
      let folder = joined(source, part)
      if path == folder || path.hasPrefix(folder + "/") {
        return "it belongs to the site's source"
      }
    }
    return nil
  }

  /// Completes an update that was interrupted after its journal was written.
  private static func recover(
    _ path: String, _ fileSystem: any FileSystem
  ) throws(FileSystemError) -> Bool {
    guard let journal = try journal(path, fileSystem) else { return false }
    try carryOut(journal, from: joined(path, stagingName), to: path, fileSystem)
    return true
  }

  /// Whether a build is at work in a folder, or one was interrupted there.
  static func isBeingUpdated(_ path: String, _ fileSystem: any FileSystem) -> Bool {
    do throws(FileSystemError) {
      return try fileSystem.status(of: joined(path, stagingName)) != nil
    } catch {
      return true  // Whoever opens the folder will be told why.
    }
  }

  /// The journal of an update that has begun; nil where none has.
  private static func journal(
    _ path: String, _ fileSystem: any FileSystem
  ) throws(FileSystemError) -> PublicationJournal? {
    let file = joined(joined(path, stagingName), PublicationJournal.fileName)
    guard try fileSystem.status(of: file) != nil else { return nil }
    return PublicationJournal(try fileSystem.contents(of: file))
  }

  /// Moves and removes what a journal says; what is done already is passed over.
  static func carryOut(
    _ journal: PublicationJournal, from staging: String, to path: String,
    _ fileSystem: any FileSystem
  ) throws(FileSystemError) {
    for file in journal.clearances
    where try fileSystem.status(of: joined(path, file))?.kind == .file {
      try fileSystem.removeFile(joined(path, file))
      try removeEmptyFolders(above: file, in: path, fileSystem)
    }
    for file in journal.replacements {
      let staged = joined(staging, "files/" + file)
      guard try fileSystem.status(of: staged) != nil else { continue }
      let target = joined(path, file)
      if let folder = parentFolder(of: target) { try fileSystem.createFolders(folder) }
      try fileSystem.rename(staged, to: target)
    }
    for file in journal.removals {
      try fileSystem.removeFile(joined(path, file))
      try removeEmptyFolders(above: file, in: path, fileSystem)
    }
    try fileSystem.removeFile(joined(staging, PublicationJournal.fileName))
    try fileSystem.removeTree(staging)
  }

  private static func removeEmptyFolders(
    above file: String, in path: String, _ fileSystem: any FileSystem
  ) throws(FileSystemError) {
    var folder = parentFolder(of: file)
    while let name = folder {
      let full = joined(path, name)
      guard try fileSystem.status(of: full) != nil else {
        folder = parentFolder(of: name)
        continue
      }
      guard try fileSystem.entries(of: full).isEmpty else { return }
      try fileSystem.removeFolder(full)
      folder = parentFolder(of: name)
    }
  }

  private static func manifest(
    _ path: String, _ fileSystem: any FileSystem
  ) throws(FileSystemError) -> PublishedManifest? {
    let file = joined(path, PublishedManifest.fileName)
    guard try fileSystem.status(of: file) != nil else { return nil }
    return PublishedManifest(try fileSystem.contents(of: file))
  }

  /// A file that no build has put there; nil in an empty folder.
  private static func foreignFile(
    _ path: String, _ fileSystem: any FileSystem
  ) throws(FileSystemError) -> String? {
    try fileSystem.entries(of: path).first {
      !placeholders.contains($0.name) && $0.name != stagingName
    }?.name
  }

  /// Whether a build has put a file there.
  func ownsFile(_ path: String) -> Bool { manifest.contains(path) }

  /// What is in the way of a first build's folder: a placeholder such as `.gitkeep`.
  private func placeholderFiles() throws(FileSystemError) -> [String] {
    try fileSystem.entries(of: path).filter { $0.kind == .file }.map(\.name)
  }

  /// Puts a first build's staging folder into the output folder's place, in a single step.
  func replaceWhole() throws(FileSystemError) {
    let files = joined(staging, "files")
    var placeholders: [(name: String, bytes: Bytes)] = []
    for name in try placeholderFiles() {
      placeholders.append((name, try fileSystem.contents(of: joined(path, name))))
    }
    for (name, bytes) in placeholders { try fileSystem.write(bytes, to: joined(files, name)) }
    do throws(FileSystemError) {
      for (name, _) in placeholders { try fileSystem.removeFile(joined(path, name)) }
      try fileSystem.rename(files, to: path)
    } catch {
      for (name, bytes) in placeholders { try fileSystem.write(bytes, to: joined(path, name)) }
      throw error
    }
    do throws(FileSystemError) {
      try fileSystem.removeTree(staging)
    } catch {
      // The site is published; what is left beside it is cleared away by the next build.
    }
  }

  /// Clears away what a build that failed has staged; the published files stay as they were.
  ///
  /// What an update needs that has begun stays too: the next build completes it.
  func discard() throws(FileSystemError) {
    guard try Self.journal(path, fileSystem) == nil else { return }
    try fileSystem.removeTree(staging)
    if createdFolder, try fileSystem.entries(of: path).isEmpty {
      try fileSystem.removeFolder(path)
    }
  }
}
