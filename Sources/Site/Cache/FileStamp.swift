/// What a look at a file tells of its bytes without reading them.
///
/// Two equal stamps mean equal bytes where the file's last change lies before the file system's
/// `settledTime` at the first look; a program can set a file back to an earlier time, but not its
/// time of change.
struct FileStamp: Sendable, Hashable {
  let size: Int
  let times: FileStatus.Times
  /// The file's number on its file system; 0 where it has none.
  let number: UInt64

  init(_ status: FileStatus) {
    size = status.size
    times = status.times
    number = status.identity?.number ?? 0
  }

  fileprivate init(size: Int, times: FileStatus.Times, number: UInt64) {
    self.size = size
    self.times = times
    self.number = number
  }

  /// Whether the file cannot have changed unnoticed after a look at a time with this settled time.
  func isSettled(at settledTime: Int64) -> Bool { max(times.modified, times.changed) < settledTime }
}

extension FileSystem {
  /// A look at files below a folder, several at a time; nil where there is none.
  func stamps(of paths: [String], below folder: String, width: Int) async -> [FileStamp?] {
    await concurrentMap(paths.indices.runs(ofLength: 256), width: width) { run in
      statuses(of: paths[run], below: folder).map { status in
        status.flatMap { $0.kind == .file ? FileStamp($0) : nil }
      }
    }.flatMap { $0 }
  }
}

extension CacheEncoder {
  mutating func write(_ stamp: FileStamp) {
    write(stamp.size)
    write(Int(stamp.times.modified))
    write(Int(stamp.times.changed))
    write(unsigned: stamp.number)
  }
}

extension CacheDecoder {
  mutating func stamp() throws(CacheDamage) -> FileStamp {
    FileStamp(
      size: try integer(),
      times: FileStatus.Times(
        modified: Int64(try integer()), changed: Int64(try integer())),
      number: try unsigned())
  }
}
