public import Text

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

/// The machine's own file system, through POSIX.
public struct DiskFileSystem: FileSystem {
  /// The machine's file system.
  public init() {}

  /// Reads a folder with `readdir`; the kind of an entry costs no further look at the disk.
  public func entries(of folder: String) throws(FileSystemError) -> [FolderEntry] {
    guard let stream = unsafe opendir(folder) else { throw failure("read the folder", folder) }
    defer { unsafe closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name == "." || name == ".." { continue }
      let kind: FileStatus.Kind
      switch unsafe Int32(entry.pointee.d_type) {
      case Int32(DT_REG): kind = .file
      case Int32(DT_DIR): kind = .folder
      case Int32(DT_LNK): kind = .symbolicLink
      case Int32(DT_UNKNOWN): kind = try status(of: joined(folder, name))?.kind ?? .other
      default: kind = .other
      }
      entries.append(FolderEntry(name: name, kind: kind))
    }
    guard errno == 0 else { throw failure("read the folder", folder) }
    return entries.sorted { $0.name.precedesInBytes($1.name) }
  }

  /// Reads a file to its end, whatever its size was when it was opened.
  public func contents(of path: String) throws(FileSystemError) -> Bytes {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("read", path) }
    defer { close(descriptor) }
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw failure("read", path) }
    // A file may grow or shrink while it is read: the size is a first guess, the end decides.
    var bytes = Bytes()
    var capacity = max(Int(info.st_size), 0) + 1
    while true {
      var failed = false
      var reachedEnd = false
      let filled = bytes.count
      let larger = unsafe Bytes(unsafeUninitializedCapacity: capacity) { buffer, count in
        _ = unsafe buffer.update(fromContentsOf: bytes)
        count = filled
        while count < capacity {
          let got = unsafe Self.read(descriptor, buffer.baseAddress, count, capacity - count)
          if got < 0 { failed = true }
          let isShort = got < capacity - count
          count += max(got, 0)
          // What ends where the file's size says needs no second look.
          if got == 0 || (isShort && count == info.st_size) { reachedEnd = true }
          if failed || reachedEnd { break }
        }
      }
      if failed { throw failure("read", path) }
      bytes = larger
      if reachedEnd { return bytes }
      capacity *= 2
    }
  }

  private static func read(
    _ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>?, _ offset: Int, _ count: Int
  ) -> Int {
    while true {
      let got = unsafe systemRead(descriptor, base.map { unsafe $0 + offset }, count)
      if got >= 0 || errno != EINTR { return got }
    }
  }

  /// Looks at a path with `lstat`.
  public func status(of path: String) throws(FileSystemError) -> FileStatus? {
    var info = stat()
    guard unsafe lstat(path, &info) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("look at", path)
    }
    return Self.status(info)
  }

  /// Looks at paths with `fstatat`, so that the way to the folder is gone once for all of them.
  public func statuses(of paths: ArraySlice<String>, below folder: String) -> [FileStatus?] {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return paths.map { _ in nil } }
    defer { close(descriptor) }
    return paths.map { path in
      var info = stat()
      guard unsafe fstatat(descriptor, path, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
      return Self.status(info)
    }
  }

  private static func status(_ info: stat) -> FileStatus {
    let kind: FileStatus.Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    return FileStatus(
      kind: kind, size: Int(info.st_size),
      identity: FileStatus.Identity(
        device: UInt64(truncatingIfNeeded: info.st_dev),
        number: UInt64(truncatingIfNeeded: info.st_ino)),
      times: times(info))
  }

  private static func times(_ info: stat) -> FileStatus.Times {
    #if canImport(Darwin)
      let (modified, changed) = (info.st_mtimespec, info.st_ctimespec)
    #else
      let (modified, changed) = (info.st_mtim, info.st_ctim)
    #endif
    return FileStatus.Times(modified: nanoseconds(modified), changed: nanoseconds(changed))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Two seconds ago, the tick of the coarsest file system (FAT).
  public var settledTime: Int64 {
    var now = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else { return .min }
    return Self.nanoseconds(now) - 2_000_000_000
  }

  /// Writes a file with mode 0644; a full disk is noticed at the latest when it is closed.
  public func write(_ bytes: Bytes, to path: String) throws(FileSystemError) {
    try write(bytes, to: path, O_CREAT | O_TRUNC)
  }

  /// Writes behind what is there with `O_APPEND`.
  public func append(_ bytes: Bytes, to path: String) throws(FileSystemError) {
    try write(bytes, to: path, O_APPEND)
  }

  private func write(
    _ bytes: Bytes, to path: String, _ flags: Int32
  ) throws(FileSystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { throw failure("write", path) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe systemWrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let error = failure("write", path)
        close(descriptor)
        throw error
      }
      written += count
    }
    // A full disk or a quota may only show itself when the file is closed.
    guard close(descriptor) == 0 else { throw failure("write", path) }
  }

  /// Creates a folder with mode 0755.
  public func createFolder(_ path: String) throws(FileSystemError) {
    guard unsafe mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    throw failure("create the folder", path)
  }

  /// Moves with `rename`, which is atomic on one file system.
  public func rename(_ path: String, to target: String) throws(FileSystemError) {
    guard systemRename(path, target) == 0 else { throw failure("move a file to", target) }
  }

  /// Removes with `unlink`; a file that is gone already is no error.
  public func removeFile(_ path: String) throws(FileSystemError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
  }

  /// Removes with `rmdir`; a folder that is gone already is no error.
  public func removeFolder(_ path: String) throws(FileSystemError) {
    guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
  }

  /// Waits with `fsync`.
  public func synchronize(_ path: String) throws(FileSystemError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("save", path) }
    defer { close(descriptor) }
    // Some file systems cannot: then there is nothing to wait for.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("save", path) }
  }

  /// Locks with `flock`, which the system releases when the program ends, however it ends.
  public func lock(_ folder: String, whenBusy: () -> Void) throws(FileSystemError) -> FolderLock {
    while true {
      let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure("lock", folder) }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        whenBusy()
        while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
      }
      // Another build may have replaced the folder while this one waited for its lock.
      var locked = stat()
      var present = stat()
      if unsafe fstat(descriptor, &locked) == 0, unsafe stat(folder, &present) == 0,
        locked.st_ino == present.st_ino, locked.st_dev == present.st_dev
      {
        return FolderLock { close(descriptor) }
      }
      close(descriptor)
    }
  }

  private func failure(_ operation: String, _ path: String) -> FileSystemError {
    let code = errno
    let reason =
      switch code {
      case ENOENT: "there is no such file or folder"
      case EACCES, EPERM: "permission denied"
      case ENOSPC: "the disk is full"
      case EDQUOT: "the disk quota is used up"
      case EROFS: "the file system is read-only"
      case ENOTDIR: "a file stands where a folder is needed"
      case EISDIR: "it is a folder"
      case EMFILE, ENFILE: "too many files are open"
      case ENAMETOOLONG: "the name is too long"
      default: unsafe String(cString: strerror(code))
      }
    return FileSystemError(operation: operation, path: path, reason: reason)
  }
}

// The C functions whose names the methods above have taken.
private func systemRead(_ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>?, _ count: Int)
  -> Int
{ unsafe read(descriptor, base, count) }

private func systemWrite(_ descriptor: Int32, _ base: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  unsafe write(descriptor, base, count)
}

private func systemRename(_ path: String, _ target: String) -> Int32 {
  unsafe rename(path, target)
}
