internal import CivilTime
internal import Diagnostics
internal import Text

/// What a build that went well keeps for the next one, in the form of `CachedBuild`.
struct CacheContents {
  let key: Digest
  let plan: SitePlan
  let window: PublicationWindow
  let sharedDigest: Digest
  let summary: CachedBuild.Summary
  /// What was found while each content file was read.
  let parsed: ParsedSite
  /// The file system's settled time when the source was looked at.
  let settledTime: Int64
  let outputs: [CachedBuild.Output]
  /// The facts by their numbers.
  let facts: [PlanFact]
  /// Their digests, where an earlier build has worked them out and they are still right; empty where
  /// there are none.
  let factDigests: [Digest?]
  let pages: [CachedBuild.Page]
  let previous: CachedBuild?

  /// Gives the file's contents between header and checksum to `add`, part by part, made by several
  /// tasks.
  func write(
    width: Int, to add: (Bytes) throws(FileSystemError) -> Void
  ) async throws(FileSystemError) {
    var head = CacheEncoder()
    writeHead(to: &head)
    try add(head.bytes)
    let files = plan.source.contentFiles
    try await writeList(of: files.count, width: width, to: add) { range, encoder in
      for path in files[range] { encoder.write(path) }
    }
    try await writeParts(of: files.count, width: width, to: add) { range, encoder in
      for path in files[range] { writeEntry(of: path, digest: nil, to: &encoder) }
    }
    var others = CacheEncoder()
    others.write(Array(plan.source.lazyPaths.dropFirst(files.count))) { encoder, path in
      encoder.write(path)
      writeEntry(of: path, digest: plan.source.digest(of: path), to: &encoder)
    }
    try add(others.bytes)
    try await writeList(of: outputs.count, width: width, to: add) { range, encoder in
      for output in outputs[range] {
        encoder.write(output.path)
        encoder.write(output.stamp)
      }
    }
    try await writeList(of: plan.items.count, width: width, to: add, writeItems)
    try await writeList(of: plan.items.count, width: width, to: add, writeTexts)
    // As long as nothing has changed, pages are passed over by their length, and facts as the rest.
    var list: [Bytes] = []
    try await writeList(of: pages.count, width: width, to: { list.append($0) }, writePages)
    var length = CacheEncoder()
    length.write(unsigned: UInt64(list.reduce(0) { $0 + $1.count }))
    try add(length.bytes)
    for part in list { try add(part) }
    try await writeList(of: facts.count, width: width, to: add, writeFacts)
  }

  /// Gives a list to `add`, of which `write` writes a range of elements.
  private func writeList(
    of count: Int, width: Int, to add: (Bytes) throws(FileSystemError) -> Void,
    _ write: @escaping @Sendable (Range<Int>, inout CacheEncoder) -> Void
  ) async throws(FileSystemError) {
    var length = CacheEncoder()
    length.write(unsigned: UInt64(count))
    try add(length.bytes)
    try await writeParts(of: count, width: width, to: add, write)
  }

  /// Gives elements to `add`, of which `write` writes a range.
  private func writeParts(
    of count: Int, width: Int, to add: (Bytes) throws(FileSystemError) -> Void,
    _ write: @escaping @Sendable (Range<Int>, inout CacheEncoder) -> Void
  ) async throws(FileSystemError) {
    let ranges = stride(from: 0, to: count, by: 512).map { $0..<min($0 + 512, count) }
    // A few at a time: the next ones need not wait in memory.
    for start in stride(from: 0, to: ranges.count, by: 8) {
      let parts = await concurrentMap(
        Array(ranges[start..<min(start + 8, ranges.count)]), width: width
      ) { range in
        var encoder = CacheEncoder()
        write(range, &encoder)
        return encoder.bytes
      }
      for part in parts { try add(part) }
    }
  }

  private func writeHead(to encoder: inout CacheEncoder) {
    encoder.write(key)
    encoder.write(window.start)
    encoder.write(window.end)
    encoder.write(plan.today)
    encoder.write(sharedDigest)
    write(summary, to: &encoder)
  }

  private func write(_ summary: CachedBuild.Summary, to encoder: inout CacheEncoder) {
    encoder.write(summary.diagnostics)
    encoder.write(summary.pageCount)
    encoder.write(summary.fileCount)
    encoder.write(summary.unpublished) { encoder, item in
      encoder.write(item.path)
      switch item.state {
      case .draft: encoder.write(PublicationState.draft)
      case .scheduled(let due): encoder.write(PublicationState.scheduled(due))
      case .expired(let end): encoder.write(PublicationState.expired(end))
      }
    }
  }

  private func writeEntry(of path: String, digest: Digest?, to encoder: inout CacheEncoder) {
    // A file that vanished has no stamp, and never an equal one.
    let stamp = plan.source.known.stamps[path] ?? FileStamp(FileStatus(kind: .other, size: -1))
    encoder.write(stamp)
    encoder.write(stamp.isSettled(at: settledTime))
    encoder.write(digest) { $0.write($1) }
  }

  @Sendable private func writeItems(_ range: Range<Int>, to encoder: inout CacheEncoder) {
    for index in range {
      if let previous, let place = parsed.reusedPlaces[index] {
        encoder.write(part: previous.itemBytes(at: place))
      } else {
        encoder.writePart { part in
          part.write(plan.items[index], in: plan.configuration)
          part.write(parsed.itemDiagnostics[index])
        }
      }
    }
  }

  @Sendable private func writeTexts(_ range: Range<Int>, to encoder: inout CacheEncoder) {
    for index in range {
      // What was known of a text that has not changed is what it was.
      if let previous, let place = parsed.reusedPlaces[index], parsed.facts[index] != nil {
        encoder.write(part: previous.textBytes(at: place))
      } else {
        encoder.writePart { part in
          if let facts = plan.facts[index] { part.write(facts) }
        }
      }
    }
  }

  @Sendable private func writeFacts(_ range: Range<Int>, to encoder: inout CacheEncoder) {
    var scratch = CacheEncoder()
    for number in range {
      encoder.write(facts[number], in: plan)
      let known = factDigests.isEmpty ? nil : factDigests[number]
      encoder.write(known ?? plan.digest(of: facts[number], using: &scratch))
    }
  }

  @Sendable private func writePages(_ range: Range<Int>, to encoder: inout CacheEncoder) {
    for page in pages[range] {
      encoder.write(page.identity)
      encoder.write(page.facts) { $0.write(unsigned: UInt64($1)) }
      encoder.write(page.diagnostics)
    }
  }
}

extension CacheEncoder {
  /// Writes a part with its length before it.
  fileprivate mutating func writePart(_ write: (inout CacheEncoder) -> Void) {
    var part = CacheEncoder()
    write(&part)
    self.write(part: part.bytes)
  }

  /// Writes the bytes of a part with their length before them.
  fileprivate mutating func write(part: some Collection<UInt8>) {
    write(unsigned: UInt64(part.count))
    bytes.append(contentsOf: part)
  }
}
