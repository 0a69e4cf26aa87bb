private import Synchronization
internal import Text

/// What a build has changed in the output folder.
public struct PublishReport: Sendable, Hashable {
  /// Files that were not there before.
  public var added: [String] = []
  /// Files whose bytes are new.
  public var changed: [String] = []
  /// Files that were left as they were.
  public var unchangedCount = 0
  /// Files that the site no longer has.
  public var removed: [String] = []
  /// Whether an update that was interrupted earlier was completed first.
  public var recoveredUpdate = false
}

extension PublishReport {
  /// What a deployment has to do, a file a line: `+ path` for each file to send, then `- path` for
  /// each to remove.
  public var changedFilesList: String {
    ((added + changed).map { "+ \($0)\n" } + removed.map { "- \($0)\n" }).joined()
  }
}

/// A site on its way into its output folder: files are staged while others are still rendered.
final class Publication: Sendable {
  /// What is to be done with a file.
  enum Change: Sendable {
    case added, changed, unchanged
    /// A file is in its place that no build has put there.
    case blocked
  }

  private let output: OutputFolder
  private let knownFolders: Mutex<Set<String>>
  private let updateBegan = Mutex(false)

  /// Whether an update has begun to replace published files.
  ///
  /// If it fails then, the journal stays, and the next build carries the update to its end.
  var hasBegunUpdate: Bool { updateBegan.withLock { $0 } }

  init(_ output: OutputFolder) throws(FileSystemError) {
    self.output = output
    let files = joined(output.staging, "files")
    try output.fileSystem.createFolder(files)
    knownFolders = Mutex([files])
  }

  /// The folder that is published into.
  var folder: String { output.path }

  /// The files that are published now.
  var publishedPaths: [String] { output.manifest.paths }

  /// Stages a file unless the published one has the same bytes.
  func stage(_ bytes: Bytes, at path: String) throws(FileSystemError) -> Change {
    var change = Change.added
    if !output.isFirstBuild {
      let target = joined(output.path, path)
      if let status = try output.fileSystem.status(of: target), status.kind == .file {
        if status.size == bytes.count, try output.fileSystem.contents(of: target) == bytes {
          return .unchanged
        }
        guard output.ownsFile(path) else { return .blocked }
        change = .changed
      }
    }
    let staged = joined(output.staging, "files/" + path)
    if let folder = parentFolder(of: staged) { try createFolders(folder) }
    try output.fileSystem.write(bytes, to: staged)
    return change
  }

  /// Creates a folder once, whichever task needs it first.
  private func createFolders(_ folder: String) throws(FileSystemError) {
    if knownFolders.withLock({ $0.contains(folder) }) { return }
    if let parent = parentFolder(of: folder) { try createFolders(parent) }
    try output.fileSystem.createFolder(folder)
    _ = knownFolders.withLock { $0.insert(folder) }
  }

  /// Publishes what was staged.
  ///
  /// - Parameters:
  ///   - staged: the files that are not as they were, in the order in which an update replaces them.
  ///   - paths: all files of the site; nil where they are those that are published already.
  /// - Returns: what has changed.
  /// - Throws: what the disk refused.
  func commit(
    _ staged: [(path: String, change: Change)], of paths: [String]?
  ) throws(FileSystemError) -> PublishReport {
    var report = PublishReport()
    report.recoveredUpdate = output.recoveredUpdate
    let manifest = paths.map(PublishedManifest.init(paths:)) ?? output.manifest
    report.unchangedCount = manifest.paths.count - staged.count
    for file in staged {
      switch file.change {
      case .added: report.added.append(file.path)
      case .changed: report.changed.append(file.path)
      case .unchanged, .blocked: preconditionFailure("only what was staged is published")
      }
    }
    if paths != nil { report.removed = output.manifest.paths(notIn: manifest) }
    if output.isFirstBuild {
      try stageManifest(manifest)
      try output.replaceWhole()
    } else {
      try update(staged.map(\.path), report, manifest)
    }
    return report
  }

  private func update(
    _ replacements: [String], _ report: PublishReport, _ manifest: PublishedManifest
  ) throws(FileSystemError) {
    var replacements = replacements
    if manifest != output.manifest {
      try stageManifest(manifest)
      replacements.append(PublishedManifest.fileName)
    }
    guard !replacements.isEmpty else {
      return try output.fileSystem.removeTree(output.staging)
    }
    let clearances = Publication.clearances(report.removed, for: report.added)
    let journal = PublicationJournal(
      clearances: clearances, replacements: replacements,
      removals: report.removed.filter { !clearances.contains($0) })
    let path = joined(output.staging, PublicationJournal.fileName)
    try output.fileSystem.write(journal.bytes, to: path)
    try output.fileSystem.synchronize(path)
    updateBegan.withLock { $0 = true }
    try OutputFolder.carryOut(
      journal, from: output.staging, to: output.path, output.fileSystem)
  }

  /// The files to be removed that stand where an added file needs a folder, or the reverse.
  private static func clearances(_ removed: [String], for added: [String]) -> [String] {
    guard !removed.isEmpty, !added.isEmpty else { return [] }
    let addedFiles = Set(added)
    var addedFolders = Set<String>()
    for path in added {
      var folder = parentFolder(of: path)
      while let name = folder, addedFolders.insert(name).inserted {
        folder = parentFolder(of: name)
      }
    }
    return removed.filter { path in
      if addedFolders.contains(path) { return true }
      var folder = parentFolder(of: path)
      while let name = folder {
        if addedFiles.contains(name) { return true }
        folder = parentFolder(of: name)
      }
      return false
    }
  }

  private func stageManifest(_ manifest: PublishedManifest) throws(FileSystemError) {
    try output.fileSystem.write(
      manifest.bytes, to: joined(output.staging, "files/" + PublishedManifest.fileName))
  }
}
