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
  /// Their digests, where an earlier build has worked them out and they are still right.
  let factDigests: [Digest?]
  let pages: [CachedBuild.Page]
  let previous: CachedBuild?

  /// The file's contents behind its header.
  var bytes: Bytes {
    var encoder = CacheEncoder()
    // Enough for most sites, so that megabytes are not copied whenever the buffer grows.
    encoder.bytes.reserveCapacity(max(plan.items.count, pages.count) * 1500)
    encoder.write(key)
    encoder.write(window.start)
    encoder.write(window.end)
    encoder.write(plan.today)
    encoder.write(sharedDigest)
    write(summary, to: &encoder)
    encoder.write(plan.source.contentFiles)
    writeFiles(to: &encoder)
    encoder.write(outputs) {
      $0.write($1.path)
      $0.write($1.stamp)
    }
    writeItems(to: &encoder)
    writeTexts(to: &encoder)
    writeFacts(to: &encoder)
    writePages(to: &encoder)
    return encoder.bytes
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

  private func writeFiles(to encoder: inout CacheEncoder) {
    for path in plan.source.contentFiles { writeEntry(of: path, digest: nil, to: &encoder) }
    let others = plan.source.lazyPaths.dropFirst(plan.source.contentFiles.count)
    encoder.write(Array(others)) { encoder, path in
      encoder.write(path)
      writeEntry(of: path, digest: plan.source.digest(of: path), to: &encoder)
    }
  }

  private func writeEntry(of path: String, digest: Digest?, to encoder: inout CacheEncoder) {
    // A file that vanished has no stamp, and never an equal one.
    let stamp = plan.source.known.stamps[path] ?? FileStamp(FileStatus(kind: .other, size: -1))
    encoder.write(stamp)
    encoder.write(stamp.isSettled(at: settledTime))
    encoder.write(digest) { $0.write($1) }
  }

  private func writeItems(to encoder: inout CacheEncoder) {
    encoder.write(Array(plan.items.indices)) { encoder, index in
      if let previous, let place = parsed.reusedPlaces[index] {
        let bytes = previous.itemBytes(at: place)
        encoder.write(unsigned: UInt64(bytes.count))
        encoder.bytes.append(contentsOf: bytes)
      } else {
        encoder.writePart { part in
          part.write(plan.items[index], in: plan.configuration)
          part.write(parsed.itemDiagnostics[index])
        }
      }
    }
  }

  private func writeTexts(to encoder: inout CacheEncoder) {
    encoder.write(plan.facts.all) { encoder, facts in
      encoder.writePart { part in
        if let facts { part.write(facts) }
      }
    }
  }

  private func writeFacts(to encoder: inout CacheEncoder) {
    encoder.writePart { part in
      var scratch = CacheEncoder()
      part.write(Array(facts.indices)) { part, number in
        part.write(facts[number], in: plan)
        part.write(
          factDigests[number] ?? plan.digest(of: facts[number], using: &scratch))
      }
    }
  }

  private func writePages(to encoder: inout CacheEncoder) {
    encoder.writePart { part in
      part.write(pages) { part, page in
        part.write(page.identity)
        part.write(page.facts) { $0.write(unsigned: UInt64($1)) }
        part.write(page.diagnostics)
      }
    }
  }
}

extension CacheEncoder {
  /// Writes a part with its length before it.
  fileprivate mutating func writePart(_ write: (inout CacheEncoder) -> Void) {
    var part = CacheEncoder()
    write(&part)
    self.write(unsigned: UInt64(part.bytes.count))
    bytes.append(contentsOf: part.bytes)
  }
}
