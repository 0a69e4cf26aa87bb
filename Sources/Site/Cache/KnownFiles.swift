private import Synchronization
internal import Text

/// What the bytes of the source's files are: as the last build knew them where they have not changed
/// since, and otherwise as this build has read them.
struct KnownFiles: Sendable {
  /// A file as a build has left it.
  struct Entry: Sendable {
    let stamp: FileStamp
    /// Whether an equal stamp means equal bytes.
    let isSettled: Bool
    /// What its bytes were; nil for a content file, whose parts are known by its item.
    let digest: Digest?
  }

  /// The files as they are now.
  let stamps: [String: FileStamp]
  /// The files as the last build knew them.
  let previous: [String: Entry]
  private let read = ReadDigests()

  /// The files of a source, and what the last build knew of them.
  init(stamps: [String: FileStamp] = [:], previous: [String: Entry] = [:]) {
    self.stamps = stamps
    self.previous = previous
  }

  /// Whether a file has certainly the bytes that the last build knew.
  func isUnchanged(_ path: String) -> Bool {
    guard let entry = previous[path], entry.isSettled else { return false }
    return stamps[path] == entry.stamp
  }

  /// What a file's bytes are, where that is known without reading them.
  func digest(of path: String) -> Digest? {
    if isUnchanged(path), let digest = previous[path]?.digest { return digest }
    return read.digests.withLock { $0[path] }
  }

  /// Keeps what the bytes are that were read from a file.
  func keep(_ digest: Digest, of path: String) {
    read.digests.withLock { $0[path] = digest }
  }
}

/// The digests of the files that this build has read.
private final class ReadDigests: Sendable {
  let digests = Mutex<[String: Digest]>([:])
}

extension SiteSource {
  /// What the bytes of a file are; nil where it cannot be read.
  func digest(of path: String) -> Digest? {
    if let digest = known.digest(of: path) { return digest }
    do throws(FileSystemError) {
      let digest = Digest(of: try contents(of: path))
      known.keep(digest, of: path)
      return digest
    } catch {
      return nil
    }
  }

  /// The paths of the files that are read when a page needs them: not the configuration, the
  /// templates and the texts of templates, which every build reads.
  var lazyPaths: [String] {
    contentFiles + assetFiles + staticFiles.filter(\.isOnDisk).map(\.path)
  }

  /// Looks at all files, several at a time.
  func stamped(width: Int) async -> [String: FileStamp] {
    let paths = lazyPaths
    let found = await concurrentMap(paths, width: width) { path -> FileStamp? in
      do throws(FileSystemError) {
        guard let status = try fileSystem.status(of: joined(root, path)), status.kind == .file
        else { return nil }
        return FileStamp(status)
      } catch {
        return nil  // Reported when the file is read.
      }
    }
    var stamps: [String: FileStamp] = [:]
    stamps.reserveCapacity(paths.count)
    for (path, stamp) in zip(paths, found) { stamps[path] = stamp }
    return stamps
  }
}
