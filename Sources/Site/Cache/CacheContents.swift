internal import CivilTime
internal import Diagnostics
internal import Text

/// What a build that went well keeps for the next one, in the form of `CachedBuild`.
struct CacheContents {
  let key: Digest
  let plan: SitePlan
  let planProblems: PlanProblems
  let window: PublicationWindow
  let sharedDigest: Digest
  let summary: CachedBuild.Summary
  /// What was found while each content file was read.
  let parsed: ParsedSite
  /// The file system's settled time when the source was looked at.
  let settledTime: Int64
  let outputs: [CachedBuild.Output]
  /// The pages, with the facts that they have read.
  let kept: KeptPages
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
      for index in range { writeEntry(of: index, digest: nil, to: &encoder) }
    }
    let paths = plan.source.lazyPaths
    var others = CacheEncoder()
    others.write(Array(files.count..<paths.count)) { encoder, index in
      encoder.write(paths[index])
      writeEntry(of: index, digest: plan.source.digest(of: paths[index]), to: &encoder)
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
    try add(planPart)
    // As long as nothing has changed, pages are passed over by their length, and facts as the rest.
    var list: [Bytes] = []
    try await writeList(of: kept.pages.count, width: width, to: { list.append($0) }, writePages)
    var length = CacheEncoder()
    length.write(unsigned: UInt64(list.reduce(0) { $0 + $1.count }))
    try add(length.bytes)
    for part in list { try add(part) }
    var counts = CacheEncoder()
    counts.write(kept.settledFactCount)
    counts.write(unsigned: UInt64(kept.knownFactCount + kept.facts.count))
    try add(counts.bytes)
    if kept.knownFactCount > 0, let previous { try add(Bytes(previous.factBytes)) }
    try await writeParts(of: kept.facts.count, width: width, to: add, writeFacts)
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
    let ranges = (0..<count).runs(ofLength: 1024)
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

  /// The plan, which is what it was where nothing but texts has changed.
  private var planPart: Bytes {
    var encoder = CacheEncoder()
    if let previous, plan.changedTexts != nil {
      encoder.write(part: previous.planBytes)
    } else {
      encoder.writePart {
        $0.write(CachedPlan(contents: plan.contents, problems: planProblems))
      }
    }
    return encoder.bytes
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

  private func writeEntry(of index: Int, digest: Digest?, to encoder: inout CacheEncoder) {
    // A file that vanished has no stamp, and never an equal one.
    let stamp = plan.source.known.stamps[index] ?? FileStamp(FileStatus(kind: .other, size: -1))
    encoder.write(stamp)
    encoder.write(stamp.isSettled(at: settledTime))
    encoder.write(digest) { $0.write($1) }
  }

  @Sendable private func writeItems(_ range: Range<Int>, to encoder: inout CacheEncoder) {
    // Items that were taken over and follow each other are one run of bytes.
    var run: ClosedRange<Int>?
    for index in range {
      let place = parsed.reusedPlaces[index]
      if let place, let open = run, place == open.upperBound + 1 {
        run = open.lowerBound...place
        continue
      }
      if let previous, let run { encoder.bytes.append(contentsOf: previous.itemParts(at: run)) }
      run = place.map { $0...$0 }
      guard place == nil else { continue }
      encoder.writePart { part in
        part.write(plan.items[index], in: plan.configuration)
        part.write(parsed.itemDiagnostics[index])
      }
    }
    if let previous, let run { encoder.bytes.append(contentsOf: previous.itemParts(at: run)) }
  }

  @Sendable private func writeTexts(_ range: Range<Int>, to encoder: inout CacheEncoder) {
    for index in range {
      // What was known of a text that has not changed is what it was.
      if let previous, let place = parsed.reusedPlaces[index], previous.hasFacts(at: place) {
        encoder.bytes.append(contentsOf: previous.textPart(at: place))
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
      encoder.writePart { $0.write(kept.facts[number], in: plan) }
      let known = kept.digests.isEmpty ? nil : kept.digests[number]
      encoder.write(known ?? plan.digest(of: kept.facts[number], using: &scratch))
    }
  }

  @Sendable private func writePages(_ range: Range<Int>, to encoder: inout CacheEncoder) {
    // Known pages that follow each other are one run of bytes.
    var run = 0..<0
    for entry in kept.pages[range] {
      if case .known(let bytes) = entry, bytes.lowerBound == run.upperBound {
        run = run.lowerBound..<bytes.upperBound
        continue
      }
      if let previous { encoder.bytes.append(contentsOf: previous.pageBytes(run)) }
      run = 0..<0
      switch entry {
      case .known(let bytes): run = bytes
      case .made(let page):
        encoder.write(page.identity)
        encoder.write(page.facts) { $0.write(unsigned: UInt64($1)) }
        encoder.write(page.diagnostics)
      }
    }
    if let previous { encoder.bytes.append(contentsOf: previous.pageBytes(run)) }
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
