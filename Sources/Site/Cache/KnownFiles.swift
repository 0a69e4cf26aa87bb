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

  /// The files as they are now, in the order of the source's `lazyPaths`; nil for one that vanished.
  let stamps: [FileStamp?]
  /// The files as the last build knew them, in the same order; nil for one that is new.
  private let previous: [Entry?]
  private let places: PathPlaces
  private let read = ReadDigests()

  /// Nothing is known of any file.
  init() {
    stamps = []
    previous = []
    places = PathPlaces([])
  }

  /// The files of a source, and what the last build knew of them.
  init(_ source: SiteSource, stamps: [FileStamp?], previous build: CachedBuild?) {
    let paths = source.lazyPaths
    self.stamps = stamps
    places = PathPlaces(paths)
    guard let build else {
      previous = Array(repeating: nil, count: paths.count)
      return
    }
    let content = build.places(of: source.contentFiles).map { $0.map { build.contentEntries[$0] } }
    previous = content + paths.dropFirst(content.count).map { build.otherFiles[$0] }
  }

  /// Whether the file at an index has certainly the bytes that the last build knew.
  func isUnchanged(at index: Int) -> Bool {
    guard let entry = previous[index], entry.isSettled else { return false }
    return stamps[index] == entry.stamp
  }

  /// Whether a file has certainly the bytes that the last build knew.
  func isUnchanged(_ path: String) -> Bool { places[path].map(isUnchanged(at:)) ?? false }

  /// What a file's bytes are, where that is known without reading them.
  func digest(of path: String) -> Digest? {
    if let index = places[path], isUnchanged(at: index), let digest = previous[index]?.digest {
      return digest
    }
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

  /// Looks at all files, several at a time; nil for what is no file, which is reported when it is
  /// read.
  func stamped(width: Int) async -> [FileStamp?] {
    await fileSystem.stamps(of: lazyPaths, below: root, width: width)
  }
}
