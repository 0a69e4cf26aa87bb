internal import CivilTime
internal import Diagnostics
internal import Text

/// A cache as a build finds it, before it is known whether it can be used.
struct OpenedCache: Sendable {
  let file: CacheFile
  let read: Checked<CachedBuild?>

  /// Reads the cache of builds with these options.
  init(of options: BuildOptions, in world: BuildWorld) {
    file = CacheFile(
      folder: joined(options.source, CacheFile.folderName), name: options.cacheName,
      fileSystem: world.fileSystem)
    read = file.reading()
  }
}

/// What one build has of the last one's cache, and what it will leave for the next one.
struct CacheSession: Sendable {
  let file: CacheFile
  /// What the results are of: program, configuration, options.
  let key: Digest
  /// What the files are that every build reads.
  let sharedDigest: Digest
  /// The file system's settled time when the source was looked at.
  let settledTime: Int64
  /// What the last build has left; nil where there is nothing that can be used.
  let previous: CachedBuild?
  /// Why there is nothing, where that is not to be expected.
  let notes: [Diagnostic]

  /// Looks at the source's files, and at which of them the cache knows.
  ///
  /// - Returns: the session, and the source with what is known of its files.
  static func opening(
    _ cache: OpenedCache, _ options: BuildOptions, _ source: SiteSource, in world: BuildWorld
  ) async -> (session: CacheSession, source: SiteSource) {
    let settledTime = world.fileSystem.settledTime
    let stamps = await source.stamped(width: options.width)
    let key = options.cacheKey(of: source, in: world)
    let previous = cache.read.value?.key == key ? cache.read.value : nil
    var known = source
    known.known = KnownFiles(source, stamps: stamps, previous: previous)
    let session = CacheSession(
      file: cache.file, key: key, sharedDigest: source.sharedDigest, settledTime: settledTime,
      previous: previous, notes: cache.read.diagnostics)
    return (session, known)
  }

  /// The last build's result, where everything is as it was: the source, the day and the output.
  func unchangedResult(
    _ options: BuildOptions, _ source: SiteSource, now: Timestamp, today: CivilDate
  ) async -> BuildResult? {
    guard let previous, let output = options.output, previous.sharedDigest == sharedDigest,
      previous.window.contains(now), previous.today == today,
      previous.contentFiles == source.contentFiles,
      source.known.stamps.count == previous.contentFiles.count + previous.otherFiles.count,
      source.known.stamps.indices.allSatisfy(source.known.isUnchanged(at:))
    else { return nil }
    let hasWarning = previous.summary.diagnostics.contains { $0.severity == .warning }
    guard !(options.isStrict && hasWarning) else { return nil }
    guard await areUnchanged(previous.outputs, in: output, width: options.width) else { return nil }
    var result = BuildResult()
    result.diagnostics = previous.summary.diagnostics
    result.pageCount = previous.summary.pageCount
    result.fileCount = previous.summary.fileCount
    result.unpublished = previous.summary.unpublished
    // The manifest is an output too, and no file of the site.
    var report = PublishReport()
    report.unchangedCount = previous.outputs.count - 1
    result.report = report
    return result
  }

  /// The last build's plan, where nothing but the texts of items has changed since: not what they
  /// say of themselves, no template, no other file, not the day.
  func knownPlan(of site: ParsedSite) -> CachedPlan? {
    let source = site.source
    guard let previous, site.changedTexts != nil, previous.sharedDigest == sharedDigest,
      previous.today == site.today,
      source.known.stamps.count == previous.contentFiles.count + previous.otherFiles.count,
      source.known.stamps.indices.dropFirst(source.contentFiles.count)
        .allSatisfy(source.known.isUnchanged(at:))
    else { return nil }
    do throws(CacheDamage) {
      return try previous.plan(of: site)
    } catch {
      return nil  // The plan is made anew.
    }
  }

  private func areUnchanged(
    _ outputs: [CachedBuild.Output], in folder: String, width: Int
  ) async -> Bool {
    guard !OutputFolder.isBeingUpdated(folder, file.fileSystem) else { return false }
    let stamps = await file.fileSystem.stamps(
      of: outputs.map(\.path), below: folder, width: width)
    return zip(outputs, stamps).allSatisfy { $0.stamp == $1 }
  }

  /// A look at a published file; nil where there is none.
  func stamp(of path: String, in folder: String) -> FileStamp? {
    do throws(FileSystemError) {
      let status = try file.fileSystem.status(of: joined(folder, path))
      return status.flatMap { $0.kind == .file ? FileStamp($0) : nil }
    } catch {
      return nil  // What cannot be looked at is written anew, or tells why it cannot be.
    }
  }
}

extension BuildOptions {
  /// The name of the cache: builds for other folders, environments and addresses have their own.
  fileprivate var cacheName: String {
    var encoder = CacheEncoder()
    encoder.write(self)
    return CacheFile.namePrefix + Digest(of: encoder.bytes).hexadecimal.prefix(16)
  }

  /// What the results are of.
  fileprivate func cacheKey(of source: SiteSource, in world: BuildWorld) -> Digest {
    var encoder = CacheEncoder()
    encoder.write(self)
    encoder.write(world.programIdentity)
    encoder.write(Digest(of: source.configuration.bytes))
    encoder.write(source.overlay) {
      $0.write($1.path)
      $0.write(Digest(of: $1.bytes))
    }
    encoder.write(world.theme) {
      $0.write($1.path)
      $0.write(Digest(of: $1.bytes))
    }
    return Digest(of: encoder.bytes)
  }
}

extension CacheEncoder {
  /// Writes what of the options shows in the results.
  fileprivate mutating func write(_ options: BuildOptions) {
    write(options.output)
    write(options.configuration.environment)
    write(options.configuration.baseURL)
    write(options.filter.includesDrafts)
    write(options.filter.includesFuture)
    write(options.filter.includesExpired)
  }
}

extension SiteSource {
  /// What the files are that every build reads, and what was found on the way to them.
  fileprivate var sharedDigest: Digest {
    var encoder = CacheEncoder()
    for file in templates + phraseFiles {
      encoder.write(file.path)
      encoder.write(Digest(of: file.bytes))
    }
    encoder.write(environments)
    encoder.write(diagnostics)
    encoder.write(staticFiles.map(\.path))
    return Digest(of: encoder.bytes)
  }
}
