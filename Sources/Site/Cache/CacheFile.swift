internal import Diagnostics
internal import Text

/// The file in the source's `.brightpress/` in which a build keeps what the next one can use.
///
/// It may be deleted at any time. It is written to a file beside it that then takes its place, and
/// carries a version and a checksum: what is damaged, old or of another program is told and never
/// used.
struct CacheFile: Sendable {
  /// The folder of caches, within the source.
  static let folderName = ".brightpress"
  /// How many caches are kept: one for each output folder, environment and set of options.
  static let countMax = 8
  /// Changes whenever the form of the file does.
  static let header = Bytes("brightpress cache 3\n".utf8)

  /// The folder, absolute.
  let folder: String
  /// The file's name, which follows from where and with which options is published.
  let name: String
  let fileSystem: any FileSystem

  var path: String { joined(folder, name) }

  /// What the last build has left; nil where there is nothing, with why in a note where it cannot be
  /// used.
  func reading() -> Checked<CachedBuild?> {
    let bytes: Bytes
    do throws(FileSystemError) {
      guard try fileSystem.status(of: path) != nil else { return Checked(nil) }
      bytes = try fileSystem.contents(of: path)
    } catch {
      return Checked(nil, [.unusableCache(shownPath, error.reason)])
    }
    guard bytes.starts(with: Self.header) else {
      return Checked(nil, [.unusableCache(shownPath, "another version has written it")])
    }
    let end = bytes.count - Self.checksumCount
    guard end >= Self.header.count,
      bytes[end...].elementsEqual(Self.checksum(Digest(of: bytes, in: Self.header.count..<end)))
    else { return Checked(nil, [.unusableCache(shownPath, "it is damaged")]) }
    do throws(CacheDamage) {
      return Checked(try CachedBuild(reading: bytes, in: Self.header.count..<end))
    } catch {
      return Checked(nil, [.unusableCache(shownPath, "it is damaged")])
    }
  }

  /// Puts new contents in the file's place, a part after the other, so that they are never in
  /// memory as a whole.
  ///
  /// - Parameter contents: gives each part to its argument.
  /// - Returns: a note where that was not possible; the site is published all the same.
  func write(
    _ contents: ((Bytes) throws(FileSystemError) -> Void) async throws(FileSystemError) -> Void
  ) async -> [Diagnostic] {
    let checksum = RunningDigest()
    do throws(FileSystemError) {
      try prepareFolder()
      let temporary = path + ".new"
      try fileSystem.write(Self.header, to: temporary)
      try await contents { part throws(FileSystemError) in
        checksum.add(part)
        try fileSystem.append(part, to: temporary)
      }
      try fileSystem.append(Self.checksum(checksum.digest), to: temporary)
      try fileSystem.rename(temporary, to: path)
      return []
    } catch {
      return [.unwrittenCache(shownPath, error.reason)]
    }
  }

  private var shownPath: String { "\(Self.folderName)/\(name)" }

  private static let checksumCount = 16

  /// What stands at the end of the file: the digest of all between the header and it.
  private static func checksum(_ digest: Digest) -> Bytes {
    var encoder = CacheEncoder()
    encoder.write(digest)
    return encoder.bytes
  }

  /// Creates the folder, tells git and backups to pass it over, and clears away what is too much.
  private func prepareFolder() throws(FileSystemError) {
    if try fileSystem.status(of: folder) == nil {
      try fileSystem.createFolder(folder)
      try fileSystem.write(Bytes("*\n".utf8), to: joined(folder, ".gitignore"))
      try fileSystem.write(Self.cacheTag, to: joined(folder, "CACHEDIR.TAG"))
    }
    let others = try fileSystem.entries(of: folder).map(\.name)
      .filter { $0.hasPrefix(Self.namePrefix) && $0 != name }
    guard others.count >= Self.countMax else { return }
    for name in others { try fileSystem.removeFile(joined(folder, name)) }
  }

  static let namePrefix = "build-"

  /// What marks a folder of caches for programs that make backups (bford.info/cachedir).
  private static let cacheTag = Bytes(
    """
    Signature: 8a477f597d28d172789f06886806bc55
    # What Brightpress knows of the last build. It may be deleted at any time.

    """.utf8)
}

extension Diagnostic {
  fileprivate static func unusableCache(_ path: String, _ reason: String) -> Diagnostic {
    .note(
      "unusable-cache", "what the last build has left is not used: \(reason)", at: .file(path),
      help: ["everything is built anew, and the file is written again"])
  }

  fileprivate static func unwrittenCache(_ path: String, _ reason: String) -> Diagnostic {
    .note(
      "unwritten-cache", "the next build will build everything anew: \(reason)", at: .file(path),
      help: ["make the folder writable, or build with '--no-cache'"])
  }
}
