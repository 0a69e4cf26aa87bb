private import Synchronization
public import Text

/// A file system in memory, in which a test's whole site fits.
public final class MemoryFileSystem: FileSystem {
  private enum Node {
    /// A file that was written at a moment of the disk's own clock.
    case file(Bytes, time: Int64)
    case folder
    case symbolicLink
  }

  private struct State {
    var nodes: [String: Node] = ["/": .folder]
    var writableCount: Int?
    var canRename = true
    /// A clock that ticks with every write, so that no two changes have one time.
    var time: Int64 = 0

    mutating func file(_ bytes: Bytes) -> Node {
      time += 1
      return .file(bytes, time: time)
    }
  }

  private let state: Mutex<State>

  /// A file system that holds `files`, with the folders that they need.
  public init(_ files: [String: String] = [:]) {
    state = Mutex(State())
    for (path, text) in files { add(Bytes(text.utf8), at: path) }
  }

  /// Puts a file at a path, with the folders that it needs.
  public func add(_ bytes: Bytes, at path: String) {
    add(at: path) { $0.file(bytes) }
  }

  /// Puts a symbolic link at a path, with the folders that it needs.
  public func addSymbolicLink(at path: String) { add(at: path) { _ in .symbolicLink } }

  private func add(at path: String, _ node: (inout State) -> Node) {
    state.withLock { state in
      var folder = parentFolder(of: path)
      while let path = folder {
        state.nodes[path] = .folder
        folder = parentFolder(of: path)
      }
      state.nodes[path] = node(&state)
    }
  }

  /// Lets `count` more writes succeed and fails those after them, as a full disk does.
  public func failWrites(after count: Int?) {
    state.withLock { $0.writableCount = count }
  }

  /// Lets no folder or file take another one's place, as in a folder that nobody may write to.
  public func failRenames() {
    state.withLock { $0.canRename = false }
  }

  /// The files below a folder with their text, by their paths within it.
  public func files(below folder: String) -> [String: String] {
    state.withLock { state in
      var result: [String: String] = [:]
      for (path, node) in state.nodes where path.hasPrefix(folder + "/") {
        if case .file(let bytes, _) = node {
          result[String(path.dropFirst(folder.count + 1))] = bytes.text
        }
      }
      return result
    }
  }

  /// The nodes whose folder this is.
  public func entries(of folder: String) throws(FileSystemError) -> [FolderEntry] {
    let found: [FolderEntry]? = state.withLock { state in
      guard case .folder? = state.nodes[folder] else { return nil }
      return state.nodes.compactMap { path, node in
        guard parentFolder(of: path) == folder else { return nil }
        return FolderEntry(name: fileName(of: path), kind: Self.kind(of: node))
      }
    }
    guard let found else { throw missing("read the folder", folder) }
    return found.sorted { $0.name.precedesInBytes($1.name) }
  }

  /// The bytes of a file.
  public func contents(of path: String) throws(FileSystemError) -> Bytes {
    guard case .file(let bytes, _)? = state.withLock({ $0.nodes[path] }) else {
      throw missing("read", path)
    }
    return bytes
  }

  /// The kind and the size of a node.
  public func status(of path: String) throws(FileSystemError) -> FileStatus? {
    guard let node = state.withLock({ $0.nodes[path] }) else { return nil }
    if case .file(let bytes, let time) = node {
      return FileStatus(
        kind: .file, size: bytes.count,
        times: FileStatus.Times(modified: time, changed: time))
    }
    return FileStatus(kind: Self.kind(of: node), size: 0)
  }

  /// Puts a file into a folder that exists, unless the disk is made to be full.
  public func write(_ bytes: Bytes, to path: String) throws(FileSystemError) {
    let reason: String? = state.withLock { state in
      if let count = state.writableCount {
        guard count > 0 else { return "the disk is full" }
        state.writableCount = count - 1
      }
      guard case .folder? = state.nodes[parentFolder(of: path) ?? "/"] else {
        return "there is no such file or folder"
      }
      state.nodes[path] = state.file(bytes)
      return nil
    }
    if let reason { throw FileSystemError(operation: "write", path: path, reason: reason) }
  }

  /// Puts a longer file into the place of a file, unless the disk is made to be full.
  public func append(_ bytes: Bytes, to path: String) throws(FileSystemError) {
    try write(try contents(of: path) + bytes, to: path)
  }

  /// Adds a folder whose parent exists.
  public func createFolder(_ path: String) throws(FileSystemError) {
    let isDone = state.withLock { state in
      guard case .folder? = state.nodes[parentFolder(of: path) ?? "/"] else { return false }
      if state.nodes[path] == nil { state.nodes[path] = .folder }
      return true
    }
    guard isDone else { throw missing("create the folder", path) }
  }

  /// Moves a node and all below it.
  public func rename(_ path: String, to target: String) throws(FileSystemError) {
    let isDone = state.withLock { state in
      guard state.canRename, let node = state.nodes.removeValue(forKey: path) else { return false }
      state.nodes[target] = node
      for (child, node) in state.nodes where child.hasPrefix(path + "/") {
        state.nodes[child] = nil
        state.nodes[target + child.dropFirst(path.count)] = node
      }
      return true
    }
    guard isDone else { throw missing("move a file to", target) }
  }

  /// Takes a node out.
  public func removeFile(_ path: String) throws(FileSystemError) {
    state.withLock { $0.nodes[path] = nil }
  }

  /// Takes an empty folder out.
  public func removeFolder(_ path: String) throws(FileSystemError) {
    let isEmpty = state.withLock { state in
      guard !state.nodes.keys.contains(where: { $0.hasPrefix(path + "/") }) else { return false }
      state.nodes[path] = nil
      return true
    }
    guard isEmpty else {
      throw FileSystemError(operation: "remove", path: path, reason: "the folder is not empty")
    }
  }

  /// A lock that nobody else could want.
  public func lock(_ folder: String, whenBusy: () -> Void) throws(FileSystemError) -> FolderLock {
    FolderLock {}
  }

  /// Always now: no two writes have one time.
  public var settledTime: Int64 { .max }

  /// Does nothing: memory is all there is.
  public func synchronize(_ path: String) throws(FileSystemError) {}

  private static func kind(of node: Node) -> FileStatus.Kind {
    switch node {
    case .file: .file
    case .folder: .folder
    case .symbolicLink: .symbolicLink
    }
  }

  private func missing(_ operation: String, _ path: String) -> FileSystemError {
    FileSystemError(
      operation: operation, path: path, reason: "there is no such file or folder")
  }
}
