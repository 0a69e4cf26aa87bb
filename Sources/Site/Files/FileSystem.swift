public import Text

/// What the pipeline needs of a disk: the one way in and out for bytes.
///
/// `DiskFileSystem` is the real one and `MemoryFileSystem` its twin for tests; both behave as
/// POSIX says. Paths use `/` between their parts.
public protocol FileSystem: Sendable {
  /// A folder's entries, sorted by the bytes of their names.
  func entries(of folder: String) throws(FileSystemError) -> [FolderEntry]
  /// A file's bytes.
  func contents(of path: String) throws(FileSystemError) -> Bytes
  /// What stands at a path, symbolic links not followed; nil where there is nothing.
  func status(of path: String) throws(FileSystemError) -> FileStatus?
  /// What stands at paths below a folder, symbolic links at their ends not followed; nil where there
  /// is nothing, and where it cannot be looked at.
  func statuses(of paths: ArraySlice<String>, below folder: String) -> [FileStatus?]
  /// Creates a file or replaces its bytes. Its folder has to exist.
  func write(_ bytes: Bytes, to path: String) throws(FileSystemError)
  /// Writes bytes behind those that a file has.
  func append(_ bytes: Bytes, to path: String) throws(FileSystemError)
  /// Creates a folder whose parent exists; nothing happens where it is there already.
  func createFolder(_ path: String) throws(FileSystemError)
  /// Moves a file over another one, or a folder over an empty one, in a single step.
  func rename(_ path: String, to target: String) throws(FileSystemError)
  /// Removes a file or a symbolic link.
  func removeFile(_ path: String) throws(FileSystemError)
  /// Removes an empty folder.
  func removeFolder(_ path: String) throws(FileSystemError)
  /// Keeps other builds away from a folder for as long as the lock lives.
  ///
  /// Where another program holds the lock, `whenBusy` is called once before waiting for it.
  func lock(_ folder: String, whenBusy: () -> Void) throws(FileSystemError) -> FolderLock
  /// A moment before which every change is told from the next one by a file's times.
  ///
  /// A file that changed later may change once more without new times, since clocks of file systems
  /// tick as rarely as every two seconds.
  var settledTime: Int64 { get }
  /// Makes sure that a file's bytes survive a power cut.
  func synchronize(_ path: String) throws(FileSystemError)
}

/// One name in a folder.
public struct FolderEntry: Sendable, Hashable {
  /// The name, without its folder.
  public let name: String
  /// What it is.
  public let kind: FileStatus.Kind

  /// A name and what it is.
  public init(name: String, kind: FileStatus.Kind) {
    self.name = name
    self.kind = kind
  }
}

/// What stands at a path.
public struct FileStatus: Sendable, Hashable {
  /// The kinds of things at a path.
  public enum Kind: Sendable, Hashable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case symbolicLink
    /// A device, a socket or a pipe.
    case other
  }

  /// What it is.
  public let kind: Kind
  /// Its size in bytes.
  public let size: Int
  /// What tells it from everything else on the machine; nil where the file system has no numbers.
  public let identity: Identity?
  /// When its bytes were last changed, and when anything about it was; in nanoseconds of the file
  /// system's own clock.
  public let times: Times

  /// The times of a thing on a file system.
  public struct Times: Sendable, Hashable {
    /// When its bytes were last changed, or are said to have been.
    public let modified: Int64
    /// When anything about it was last changed; no program can choose this one.
    public let changed: Int64

    /// The times of a thing.
    public init(modified: Int64 = 0, changed: Int64 = 0) {
      self.modified = modified
      self.changed = changed
    }
  }

  /// The numbers of a file system and of a thing on it: equal for two paths of one thing.
  public struct Identity: Sendable, Hashable {
    /// The file system; things on one of them can be renamed to each other's places.
    public let device: UInt64
    /// The thing's number there.
    public let number: UInt64

    /// The numbers of a thing.
    public init(device: UInt64, number: UInt64) {
      self.device = device
      self.number = number
    }
  }

  /// A thing at a path.
  public init(kind: Kind, size: Int, identity: Identity? = nil, times: Times = Times()) {
    self.kind = kind
    self.size = size
    self.identity = identity
    self.times = times
  }
}

/// A lock on a folder; it ends with the value's life, and the system ends it with the program's.
public final class FolderLock: Sendable {
  private let release: @Sendable () -> Void

  /// A lock that `release` gives back.
  public init(release: @escaping @Sendable () -> Void) { self.release = release }

  deinit { release() }
}

/// Why the disk did not do what it was asked to.
public struct FileSystemError: Error, Sendable, Hashable {
  /// What was being done, in the form "read", "write", "create the folder".
  public let operation: String
  /// The path that it was done to.
  public let path: String
  /// The system's reason in words: "no such file or folder", "the disk is full".
  public let reason: String

  /// A failure of an operation on a path.
  public init(operation: String, path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// The failure in words, such as `cannot write 'output/index.html': the disk is full`.
  public var message: String { "cannot \(operation) '\(path)': \(reason)" }
}

extension FileSystem {
  /// Looks at one path after the other.
  public func statuses(of paths: ArraySlice<String>, below folder: String) -> [FileStatus?] {
    paths.map { path in
      do throws(FileSystemError) {
        return try status(of: joined(folder, path))
      } catch {
        return nil
      }
    }
  }

  /// Creates a folder and those above it.
  public func createFolders(_ path: String) throws(FileSystemError) {
    if let status = try status(of: path), status.kind == .folder { return }
    if let parent = parentFolder(of: path) { try createFolders(parent) }
    try createFolder(path)
  }

  /// Removes a folder with all that is in it; nothing happens where there is none.
  public func removeTree(_ path: String) throws(FileSystemError) {
    guard let status = try status(of: path) else { return }
    guard status.kind == .folder else { return try removeFile(path) }
    for entry in try entries(of: path) {
      let child = joined(path, entry.name)
      if entry.kind == .folder { try removeTree(child) } else { try removeFile(child) }
    }
    try removeFolder(path)
  }
}

/// `folder/name`, or `name` where the folder is the current one.
func joined(_ folder: String, _ name: String) -> String {
  if folder.isEmpty || folder == "." { return name }
  return folder.hasSuffix("/") ? folder + name : folder + "/" + name
}

/// The folder that a path lies in: `a/b` → `a`, `/a` → `/`; nil for `a` and `/`.
func parentFolder(of path: String) -> String? {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
  if slash == path.startIndex { return path == "/" ? nil : "/" }
  return String(path[..<slash])
}

/// The last part of a path.
func fileName(of path: String) -> String {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
    ?? path
}
