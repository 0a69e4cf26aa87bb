internal import Diagnostics
private import Synchronization
internal import Text

/// Rendering all routes of a plan and publishing them, if everything is right.
struct RenderRun: Sendable {
  let plan: SitePlan
  let parsed: ParsedSite
  let options: BuildOptions
  let world: BuildWorld
  let observer: BuildObserver
  /// What the last build has left; nil where it is not to be used.
  let session: CacheSession?
  /// Whether pages can be rendered; otherwise only the texts are looked at.
  let hasValidTemplates: Bool
  /// Looks at each page after it was rendered.
  let inspectPage: (@Sendable (RenderedPage) -> [Diagnostic])?
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
  func publish(into result: inout BuildResult) async {
    var output: OutputFolder?
    var publication: Publication?
    if result.failure == nil, let path = options.output {
      do throws(OutputError) {
        let folder = try OutputFolder(
          path, source: options.source, fileSystem: world.fileSystem, whenBusy: observer.waiting)
        output = folder
        publication = try started(folder)
      } catch {
        result.fail(error)
      }
    }
    let verifying = observer.profile?.begin()
    let reuse = await reuse(publication)
    verifying?.end("verify", reuse.places.count { $0 != nil }, "pages taken over")
    let rendering = observer.profile?.begin()
    var outcomes = await render(publication, reuse)
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
        let paths = plan.routes.map(\.address.outputPath)
        let report = try publication.commit(staged(outcomes, paths), of: paths)
        result.report = report
        publishing?.end("publish", report.added.count + report.changed.count, "files replaced")
        let keeping = observer.profile?.begin()
        await keep(outcomes, paths, reuse, &result)
        keeping?.end("keep for the next build", facts.facts.count, "facts read")
      }
    } catch {
      result.fail(error)
      result.isUpdateInterrupted = publication?.hasBegunUpdate ?? false
    }
    // The next build needs the journal and the files of an update that was interrupted.
    if result.failure != nil && !result.isUpdateInterrupted { discard(output, &result) }
  }

  private func discard(_ output: OutputFolder?, _ result: inout BuildResult) {
    do throws(FileSystemError) {
      try output?.discard()
    } catch {
      result.fail(error)
    }
  }

  private func started(_ output: OutputFolder) throws(OutputError) -> Publication {
    do throws(FileSystemError) {
      return try Publication(output)
    } catch {
      throw .fileSystem(error)
    }
  }

  /// Renders every route; pages are staged as soon as their bytes exist, until the first error.
  private func render(_ publication: Publication?, _ reuse: Reuse) async -> [Outcome] {
    let state = RunState()
    let total = plan.routes.count
    // A file that speaks of all pages takes as long as hundreds of them, and would keep one task
    // busy at the end.
    let first = plan.routes.indices.filter { plan.routes[$0].content.isSitemap }
    let others = plan.routes.indices.filter { !plan.routes[$0].content.isSitemap }
    var outcomes = await concurrentMap(first + others, width: options.width) { index in
      defer { observer.progress(state.countRoute(), total) }
      if let place = reuse.places[index] {
        var outcome = Outcome()
        outcome.change = .unchanged
        outcome.place = place
        outcome.diagnostics = reuse.pages[place].diagnostics
        return outcome
      }
      return render(plan.routes[index], publication, state)
    }
    let ofFirst = outcomes.prefix(first.count)
    outcomes.removeFirst(first.count)
    for (index, outcome) in zip(first, ofFirst) { outcomes.insert(outcome, at: index) }
    return outcomes
  }

  private func render(
    _ route: Route, _ publication: Publication?, _ state: RunState
  ) -> Outcome {
    let timer = observer.profile?.begin()
    defer { timer?.end(page: route.address.path) }
    let reader = PlanReader(plan, for: route, leavingOut: options.unnotedFacts)
    var rendered = hasValidTemplates ? reader.render(route) : plan.check(route)
    rendered.diagnostics = rendered.diagnostics.adjusted(by: plan.configuration)
    if rendered.diagnostics.containsError || !rendered.templateErrors.isEmpty { state.fail() }
    inspect(route, &rendered)
    var outcome = Outcome(rendered)
    if session != nil { outcome.reads = facts.numbers(of: reader.reads) }
    if let publication, !state.hasFailed {
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
  private func inspect(_ route: Route, _ rendered: inout RenderedRoute) {
    guard let inspectPage, rendered.templateErrors.isEmpty, let page = plan.page(route, rendered)
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
  private func staged(
    _ outcomes: [Outcome], _ paths: [String]
  ) -> [(path: String, change: Publication.Change)] {
    var staged: [(order: Int, path: String, change: Publication.Change)] = []
    for (index, outcome) in outcomes.enumerated() {
      switch outcome.change {
      case .added?, .changed?, .blocked?:
        staged.append(
          (plan.routes[index].publishingOrder, paths[index], outcome.change ?? .unchanged))
      case .unchanged?, nil: continue
      }
    }
    staged.sort { $0.order == $1.order ? $0.path.precedesInBytes($1.path) : $0.order < $1.order }
    return staged.map { ($0.path, $0.change) }
  }
}

/// What the tasks of a run share.
private final class RunState: Sendable {
  private let failed = Atomic<Bool>(false)
  private let done = Atomic<Int>(0)

  var hasFailed: Bool { failed.load(ordering: .relaxed) }
  func fail() { failed.store(true, ordering: .relaxed) }
  func countRoute() -> Int { done.add(1, ordering: .relaxed).newValue }
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
