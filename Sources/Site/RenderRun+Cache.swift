internal import Diagnostics

// What a run takes over from the last build, and what it keeps for the next one.
extension RenderRun {
  /// What can be taken over; nothing where there is no cache, or where it is damaged after all.
  func reuse(_ publication: Publication?) async -> Reuse {
    let nothing = Reuse(routeCount: plan.routes.count)
    // Measuring templates means rendering with all of them.
    guard let previous = session?.previous, let session, let publication, hasValidTemplates,
      observer.templateClock == nil
    else { return nothing }
    let items = previous.contentFiles.map { plan.itemsByPath[$0] }
    do throws(CacheDamage) {
      return try await Reuse(
        previous, session, plan: plan, items: items, output: publication.folder,
        width: options.width)
    } catch {
      return nothing
    }
  }

  /// Writes the cache for the next build.
  ///
  /// - Parameters:
  ///   - outcomes: what came of the routes.
  ///   - paths: the routes' files.
  ///   - reuse: what was taken over from the last build.
  ///   - result: gets a note where the cache cannot be written.
  func keep(
    _ outcomes: [Outcome], _ paths: [String], _ reuse: Reuse, _ result: inout BuildResult
  ) async {
    guard let session, let folder = options.output else { return }
    var table = KeptFacts(facts: facts.facts, reuse: reuse)
    let pages = zip(plan.routes, outcomes).map { route, outcome in
      CachedBuild.Page(
        identity: outcome.place.map { reuse.pages[$0].identity } ?? plan.identity(of: route),
        facts: outcome.place.map { table.numbers(of: reuse.pages[$0]) } ?? outcome.reads,
        diagnostics: outcome.diagnostics)
    }
    let outputs = await outputs(outcomes, paths, session, in: folder)
    guard let previous = outputs else { return }
    let contents = CacheContents(
      key: session.key, plan: plan,
      window: PublicationWindow(
        around: world.now, items: plan.items, configuration: plan.configuration),
      sharedDigest: session.sharedDigest,
      summary: CachedBuild.Summary(
        diagnostics: result.diagnostics.filter { !session.notes.contains($0) },
        pageCount: result.pageCount, fileCount: result.fileCount, unpublished: result.unpublished),
      parsed: parsed, settledTime: session.settledTime, outputs: previous, facts: table.facts,
      factDigests: table.digests, pages: pages, previous: session.previous)
    let width = options.width
    let notes = await session.file.write { add throws(FileSystemError) in
      try await contents.write(width: width, to: add)
    }
    result.add(notes, cause: .environment)
  }

  /// The published files as they are now, with the manifest; nil where one has vanished already.
  private func outputs(
    _ outcomes: [Outcome], _ paths: [String], _ session: CacheSession, in folder: String
  ) async -> [CachedBuild.Output]? {
    let previous = session.previous?.outputs ?? []
    @Sendable func output(_ path: String) -> CachedBuild.Output? {
      session.stamp(of: path, in: folder).map { CachedBuild.Output(path: path, stamp: $0) }
    }
    let found = await concurrentMap(Array(paths.indices), width: options.width) { index in
      outcomes[index].place.map { previous[$0] } ?? output(paths[index])
    }
    let outputs = (found + [output(PublishedManifest.fileName)]).compactMap { $0 }
    return outputs.count == found.count + 1 ? outputs : nil
  }
}

/// The facts of this build's pages: those that were rendered, and then those that were taken over.
private struct KeptFacts {
  private(set) var facts: [PlanFact]
  /// What is known of what they say; none where nothing was taken over.
  private(set) var digests: [Digest?]
  private let reuse: Reuse
  /// By the number of a fact in the cache: its number now.
  private var numbers: [UInt32?]

  init(facts: [PlanFact], reuse: Reuse) {
    self.facts = facts
    self.reuse = reuse
    digests = reuse.facts.isEmpty ? [] : Array(repeating: nil, count: facts.count)
    numbers = Array(repeating: nil, count: reuse.facts.count)
  }

  /// The numbers of the facts of a page that was taken over.
  mutating func numbers(of page: CachedBuild.Page) -> [UInt32] {
    page.facts.map { number in
      if let known = numbers[Int(number)] { return known }
      guard let fact = reuse.facts[Int(number)] else {
        preconditionFailure("a page is taken over only where all of its facts are there")
      }
      let new = UInt32(facts.count)
      facts.append(fact)
      digests.append(reuse.digests[Int(number)])
      numbers[Int(number)] = new
      return new
    }
  }
}
