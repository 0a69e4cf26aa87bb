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
    // Where nothing but texts has changed, the items are those of the cache.
    let items =
      plan.changedTexts == nil
      ? previous.contentFiles.map { plan.itemsByPath[$0] } : plan.items.indices.map { $0 }
    do throws(CacheDamage) {
      return try await Reuse(
        previous, session, plan: plan, items: items, in: publication.folder, width: options.width)
    } catch {
      return nothing
    }
  }

  /// Writes the cache for the next build.
  ///
  /// - Parameters:
  ///   - outcomes: what came of the routes.
  ///   - reuse: what was taken over from the last build.
  ///   - result: gets a note where the cache cannot be written.
  func keep(
    _ outcomes: [Outcome], _ reuse: Reuse, _ result: inout BuildResult
  ) async {
    guard let session, let folder = options.output else { return }
    let kept = KeptPages(plan, outcomes, facts.facts, reuse, session.previous)
    let outputs = await outputs(outcomes, session, in: folder)
    guard let previous = outputs else { return }
    let contents = CacheContents(
      key: session.key, plan: plan, planProblems: planProblems, window: window,
      sharedDigest: session.sharedDigest,
      summary: CachedBuild.Summary(
        diagnostics: result.diagnostics.filter { !session.notes.contains($0) },
        pageCount: result.pageCount, fileCount: result.fileCount, unpublished: result.unpublished),
      parsed: parsed, settledTime: session.settledTime, outputs: previous, kept: kept,
      previous: session.previous)
    let width = options.width
    let notes = await session.file.write { add throws(FileSystemError) in
      try await contents.write(width: width, to: add)
    }
    result.add(notes, cause: .environment)
  }

  /// When the same items are published: as long as the last build said, where they are the same.
  private var window: PublicationWindow {
    if let previous = session?.previous, plan.changedTexts != nil { return previous.window }
    return PublicationWindow(
      around: world.now, items: plan.items, configuration: plan.configuration)
  }

  /// The published files as they are now, with the manifest; nil where one has vanished already.
  private func outputs(
    _ outcomes: [Outcome], _ session: CacheSession, in folder: String
  ) async -> [CachedBuild.Output]? {
    let previous = session.previous?.outputs ?? []
    @Sendable func output(_ path: String) -> CachedBuild.Output? {
      session.stamp(of: path, in: folder).map { CachedBuild.Output(path: path, stamp: $0) }
    }
    let found = await concurrentMap(Array(outcomes.indices), width: options.width) { index in
      outcomes[index].place.map { previous[$0] } ?? output(plan.routes[index].address.outputPath)
    }
    let outputs = (found + [output(PublishedManifest.fileName)]).compactMap { $0 }
    return outputs.count == found.count + 1 ? outputs : nil
  }
}
