internal import Diagnostics
private import Synchronization
internal import Text

/// Rendering all routes of a plan and publishing them, if everything is right.
struct RenderRun: Sendable {
  let plan: SitePlan
  let planProblems: PlanProblems
  let parsed: ParsedSite
  let options: BuildOptions
  let world: BuildWorld
  let observer: BuildObserver
  /// What the last build has left; nil where it is not to be used.
  let session: CacheSession?
  /// Whether pages can be rendered; otherwise only the texts are looked at.
  let hasValidTemplates: Bool
  /// The facts that pages have read.
  let facts = FactTable()

  /// What came of a route; there is one for each, so that it is kept small.
  struct Outcome: Sendable {
    var change: Publication.Change?
    var diagnostics: [Diagnostic] = []
    /// The anchors on other pages that have to be there.
    var anchors: [ItemBody.AnchorCheck] = []
    /// What is wrong with templates, to be told once for all pages.
    var templateErrors: [RenderedRoute.PageError] = []
    /// What an inspection has found, to be told once for all pages.
    var findings: [RenderedRoute.PageError] = []
    /// Why the file could not be staged; one at most.
    var failures: [FileSystemError] = []
    /// The numbers of the facts that it has read.
    var reads: [UInt32] = []
    /// Its place in the cache, where it was taken over from there.
    var place: Int?

    init() {}

    init(_ rendered: RenderedRoute) {
      diagnostics = rendered.diagnostics
      anchors = rendered.anchors
      templateErrors = rendered.templateErrors
      findings = rendered.findings
    }
  }

  /// Renders, and publishes where the result has no error so far and none is found.
  ///
  /// - Parameters:
  ///   - destination: where to; nil where nothing is published, or something is wrong already. It is
  ///     no part of the run, which may outlive the build: it holds the folder's lock.
  ///   - result: gets what comes of it.
  func publish(to destination: Destination?, into result: inout BuildResult) async {
    let publication = destination?.publication
    if result.failure == nil, let error = destination?.error { result.fail(error) }
    let verifying = observer.profile?.begin()
    let (reuse, inspection) = await both(width: options.width) {
      await self.reuse(publication)
    } and: {
      options.inspect?(SiteReading(plan: plan, now: world.now))
    }
    verifying?.end("verify", reuse.places.count { $0 != nil }, "pages taken over")
    result.add(
      (inspection?.diagnostics ?? []).adjusted(by: plan.configuration), cause: .content)
    let rendering = observer.profile?.begin()
    let state = RunState(
      publication: result.failure == nil ? publication : nil, inspectPage: inspection?.page)
    var outcomes = await render(state, reuse)
    addAnchorProblems(to: &outcomes)
    rendering?.end("render", outcomes.count { $0.place == nil }, "pages and files")
    collect(outcomes, await checkTexts(), into: &result)
    if options.isStrict && result.diagnostics.contains(where: { $0.severity == .warning }) {
      result.fail(as: .content)
    }
    if let publication, let problem = publication.removalProblem(plan), !options.allowsRemovals {
      result.add([problem], cause: .content)
    }
    do throws(FileSystemError) {
      if result.failure == nil, let publication {
        let publishing = observer.profile?.begin()
        let report = try publication.commit(
          staged(outcomes), of: isPublishedAlready ? nil : plan.routes.map(\.address.outputPath))
        result.report = report
        publishing?.end("publish", report.added.count + report.changed.count, "files replaced")
        let keeping = observer.profile?.begin()
        await keep(outcomes, reuse, &result)
        keeping?.end("keep for the next build", facts.facts.count, "facts read")
      }
    } catch {
      result.fail(error)
      result.isUpdateInterrupted = publication?.hasBegunUpdate ?? false
    }
    // The next build needs the journal and the files of an update that was interrupted.
    if result.failure != nil && !result.isUpdateInterrupted { discard(destination, &result) }
  }

  private func discard(_ destination: Destination?, _ result: inout BuildResult) {
    do throws(FileSystemError) {
      try destination?.output?.discard()
    } catch {
      result.fail(error)
    }
  }

  /// Whether exactly the site's files are published, as the last build has left their list.
  private var isPublishedAlready: Bool {
    guard plan.changedTexts != nil, let session, let folder = options.output,
      let manifest = session.previous?.outputs.last
    else { return false }
    return session.stamp(of: manifest.path, in: folder) == manifest.stamp
  }

  /// Renders every route; pages are staged as soon as their bytes exist, until the first error.
  private func render(_ state: RunState, _ reuse: Reuse) async -> [Outcome] {
    let total = plan.routes.count
    var outcomes = reuse.places.map { place in
      var outcome = Outcome()
      guard let place else { return outcome }
      outcome.change = .unchanged
      outcome.place = place
      outcome.diagnostics = reuse.pages[place].page.diagnostics
      return outcome
    }
    let pending = plan.routes.indices.filter { reuse.places[$0] == nil }
    observer.progress(state.countRoutes(total - pending.count), total)
    // A file that speaks of all pages takes as long as hundreds of them, and would keep one task
    // busy at the end.
    let order =
      pending.filter { plan.routes[$0].content.isSitemap }
      + pending.filter { !plan.routes[$0].content.isSitemap }
    let rendered = await concurrentMap(order, width: options.width) { index in
      defer { observer.progress(state.countRoutes(1), total) }
      return render(plan.routes[index], state)
    }
    for (index, outcome) in zip(order, rendered) { outcomes[index] = outcome }
    return outcomes
  }

  private func render(_ route: Route, _ state: RunState) -> Outcome {
    let timer = observer.profile?.begin()
    defer { timer?.end(page: route.address.path) }
    let reader = PlanReader(plan, for: route, leavingOut: options.unnotedFacts)
    var rendered = hasValidTemplates ? reader.render(route) : plan.check(route)
    rendered.diagnostics = rendered.diagnostics.adjusted(by: plan.configuration)
    if rendered.diagnostics.containsError || !rendered.templateErrors.isEmpty { state.fail() }
    inspect(route, &rendered, state)
    var outcome = Outcome(rendered)
    if session != nil { outcome.reads = facts.numbers(of: reader.reads) }
    if let publication = state.publication, !state.hasFailed {
      do throws(FileSystemError) {
        outcome.change = try publication.stage(rendered.bytes, at: route.address.outputPath)
        if outcome.change == .blocked { state.fail() }
      } catch {
        outcome.failures = [error]
        state.fail()
      }
    }
    return outcome
  }

  /// Has a page looked at: what is in its text is told there, and what its template shows is told
  /// once for all pages.
  private func inspect(_ route: Route, _ rendered: inout RenderedRoute, _ state: RunState) {
    guard let inspectPage = state.inspectPage, rendered.templateErrors.isEmpty,
      let page = plan.page(route, rendered)
    else { return }
    for finding in inspectPage(page).adjusted(by: plan.configuration) {
      if finding.location.path == page.item?.path {
        rendered.diagnostics.append(finding)
      } else {
        rendered.findings.append(.init(diagnostic: finding, page: page.path))
      }
    }
  }

  /// Looks for the anchors that pages want of others, now that all texts have been read.
  private func addAnchorProblems(to outcomes: inout [Outcome]) {
    for index in outcomes.indices where !outcomes[index].anchors.isEmpty {
      let problems = plan.problems(of: outcomes[index].anchors)
      outcomes[index].diagnostics += problems.adjusted(by: plan.configuration)
      outcomes[index].anchors = []
    }
  }

  /// Looks at the texts of items that have no page, since their address has a problem.
  private func checkTexts() async -> [Outcome] {
    await concurrentMap(plan.unroutedItems, width: options.width) { item in
      var outcome = Outcome(plan.checkText(of: item))
      outcome.diagnostics += plan.problems(of: outcome.anchors)
      outcome.diagnostics = outcome.diagnostics.adjusted(by: plan.configuration)
      return outcome
    }
  }

  private func collect(
    _ outcomes: [Outcome], _ unrouted: [Outcome], into result: inout BuildResult
  ) {
    // A page whose front matter is wrong says nothing about its template: what it lacks is told.
    let faulty = Set(
      result.diagnostics.lazy.filter { $0.severity == .error }.map(\.location.path))
    for outcomes in [outcomes, unrouted] {
      result.add(outcomes.flatMap(\.diagnostics), cause: .content)
      result.add(outcomes.flatMap(\.findings).merged(), cause: .content)
    }
    result.add(
      outcomes.flatMap(\.templateErrors).filter { !faulty.contains($0.page) }.merged(),
      cause: .content)
    if let failure = outcomes.lazy.flatMap(\.failures).first { result.fail(failure) }
    if let path = options.output,
      let blocked = outcomes.firstIndex(where: { $0.change == .blocked })
    {
      result.fail(.foreign(folder: path, example: plan.routes[blocked].address.outputPath))
    }
    result.diagnostics = result.diagnostics.mergingNotes()
  }

  /// The files that are not as they were, in the order in which an update replaces them.
  private func staged(_ outcomes: [Outcome]) -> [(path: String, change: Publication.Change)] {
    var staged: [(order: Int, path: String, change: Publication.Change)] = []
    for (index, outcome) in outcomes.enumerated() {
      switch outcome.change {
      case .added?, .changed?, .blocked?:
        let route = plan.routes[index]
        staged.append(
          (route.publishingOrder, route.address.outputPath, outcome.change ?? .unchanged))
      case .unchanged?, nil: continue
      }
    }
    staged.sort { $0.order == $1.order ? $0.path.precedesInBytes($1.path) : $0.order < $1.order }
    return staged.map { ($0.path, $0.change) }
  }
}

/// What the tasks of a run share.
private final class RunState: Sendable {
  /// Where pages are staged; nil where nothing is published.
  let publication: Publication?
  /// Looks at each page after it was rendered.
  let inspectPage: (@Sendable (RenderedPage) -> [Diagnostic])?
  private let failed = Atomic<Bool>(false)
  private let done = Atomic<Int>(0)

  init(
    publication: Publication?, inspectPage: (@Sendable (RenderedPage) -> [Diagnostic])?
  ) {
    self.publication = publication
    self.inspectPage = inspectPage
  }

  var hasFailed: Bool { failed.load(ordering: .relaxed) }
  func fail() { failed.store(true, ordering: .relaxed) }

  /// Counts routes that are done, and tells how many are by now.
  func countRoutes(_ count: Int) -> Int { done.add(count, ordering: .relaxed).newValue }
}

extension SitePlan {
  /// What is wrong with the text of a route, where pages cannot be rendered.
  func check(_ route: Route) -> RenderedRoute {
    let index: Int
    if case .item(let item) = route.content {
      index = item
    } else if let introduction = introductions[route.address.path] {
      index = introduction
    } else {
      return RenderedRoute()
    }
    return checkText(of: index)
  }

  /// What is wrong with the text of an item.
  func checkText(of index: Int) -> RenderedRoute {
    let body = PlanReader(self).body(of: index)
    return RenderedRoute(diagnostics: body.diagnostics, anchors: body.anchors)
  }

  /// The published items for which there is no route.
  var unroutedItems: [Int] {
    var routed = Set(introductions.values)
    for case .item(let index) in routes.map(\.content) { routed.insert(index) }
    return items.indices.filter { items[$0].state == .published && !routed.contains($0) }
  }
}

extension Sequence where Element == Diagnostic {
  /// The diagnostics with equal notes told once: the first place, and how many more there are.
  func mergingNotes() -> [Diagnostic] {
    var kept: [Diagnostic] = []
    var notes: [NoteKey: EqualNotes] = [:]
    for diagnostic in self {
      if diagnostic.severity == .note {
        let key = NoteKey(rule: diagnostic.rule, message: diagnostic.message)
        notes[key, default: EqualNotes(first: diagnostic)].add(diagnostic)
      } else {
        kept.append(diagnostic)
      }
    }
    for group in notes.values { kept.append(group.first.standing(for: group.places.count)) }
    return kept
  }
}

extension Diagnostic {
  /// The diagnostic as the only one of several that say the same.
  func standing(for count: Int) -> Diagnostic {
    var diagnostic = self
    let more = count - 1
    if more > 0 { diagnostic.message += " (here and in \(more) more place\(more == 1 ? "" : "s"))" }
    return diagnostic
  }
}

/// Notes that say the same.
private struct EqualNotes {
  /// The first of them in a report.
  var first: Diagnostic
  /// Where they are.
  var places: Set<TextLocation> = []

  mutating func add(_ note: Diagnostic) {
    places.insert(note.location)
    if note.precedesInReport(first) { first = note }
  }
}

/// What equal notes have in common.
private struct NoteKey: Hashable {
  let rule: Diagnostic.Rule
  let message: String
}
