public import CivilTime
internal import Diagnostics
internal import Templates
internal import Text

/// What a build is asked to do.
public struct BuildOptions: Sendable {
  /// The site's folder, absolute.
  public var source: String
  /// The folder to publish into, absolute; nil checks everything and writes nothing.
  public var output: String?
  /// The environment and the base URL.
  public var configuration = ConfigurationOptions()
  /// What is published although its time is not now.
  public var filter = PublicationFilter()
  /// Whether warnings fail the build.
  public var isStrict = false
  /// Whether most of the published pages may be removed.
  public var allowsRemovals = false
  /// How many tasks work at a time.
  public var width = 1
  /// Who looks at the plan and at the pages, and has a say; nil for nobody.
  ///
  /// Pages are looked at where they are rendered: what is taken over from the last build is not.
  package var inspect: (@Sendable (SiteReading) -> SiteInspection)?
  /// Whether what the last build has left in the source's `.brightpress/` is used and kept up.
  public var usesCache = true
  /// What pages read without its being noted: a planted fault, which the tests of the incremental
  /// build have to find.
  package var unnotedFacts: Set<PlanFactKind> = []

  /// A build of the site in a folder.
  public init(source: String, output: String?) {
    self.source = source
    self.output = output
  }
}

/// What a build sees of the world; read once at the program's edge and passed in.
public struct BuildWorld: Sendable {
  /// The disk.
  public var fileSystem: any FileSystem
  /// The time, which decides what is scheduled and what has expired.
  public var now: Timestamp
  /// The time zone database: the rules of a zone by its name.
  public var timeZones: TimeZones
  /// The theme that comes with the program.
  public var theme: [ThemeFile]
  /// What tells this program from any other that could have written a cache.
  public var programIdentity: String

  /// A world.
  public init(
    fileSystem: any FileSystem, now: Timestamp,
    timeZones: TimeZones, theme: [ThemeFile],
    programIdentity: String = ""
  ) {
    self.fileSystem = fileSystem
    self.now = now
    self.timeZones = timeZones
    self.theme = theme
    self.programIdentity = programIdentity
  }
}

/// What a build tells while it runs.
public struct BuildObserver: Sendable {
  /// Called from any task after a route was rendered, with how many are done of how many.
  public var progress: @Sendable (_ done: Int, _ total: Int) -> Void
  /// Called where another build holds the output folder, before waiting for it.
  public var waiting: @Sendable () -> Void
  /// The time since any fixed moment, to measure templates with; nil measures nothing.
  public var templateClock: (@Sendable () -> Duration)?
  /// Where the time that each stage takes is noted; nil measures nothing.
  public var profile: BuildProfile?

  /// An observer.
  public init(
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    waiting: @escaping @Sendable () -> Void = {},
    templateClock: (@Sendable () -> Duration)? = nil
  ) {
    self.progress = progress
    self.waiting = waiting
    self.templateClock = templateClock
  }
}

extension BuildOptions {
  /// Builds the site: load, parse, plan, render, publish.
  ///
  /// Nothing is published unless everything is right; every problem of the run is in the result.
  public func build(in world: BuildWorld, observer: BuildObserver = BuildObserver()) async
    -> BuildResult
  {
    var result = BuildResult()
    let (found, cache) = await both(width: width) {
      loaded(in: world, observer, into: &result)
    } and: {
      usesCache && output != nil ? OpenedCache(of: self, in: world) : nil
    }
    guard let loaded = found else { return result }
    var source = loaded.source
    let settings = loaded.settings
    var session: CacheSession?
    if let cache {
      let timer = observer.profile?.begin()
      defer { timer?.end("look for changes", source.known.stamps.count, "files looked at") }
      let (opened, known) = await CacheSession.opening(cache, self, source, in: world)
      (session, source) = (opened, known)
      let today = settings.timeZone.day(of: world.now)
      if observer.templateClock == nil,
        let unchanged = await opened.unchangedResult(self, source, now: world.now, today: today)
      {
        return unchanged
      }
    }
    result.add(session?.notes ?? [], cause: .environment)
    let meter = observer.templateClock.map(TemplateMeter.init(now:))
    let planned = await planned(
      source, settings, session: session, publishes: true, meter: meter, in: world, observer,
      into: &result)
    let run = RenderRun(
      plan: planned.plan, planProblems: planned.problems, parsed: planned.parsed, options: self,
      world: world, observer: observer, session: session,
      hasValidTemplates: planned.hasValidTemplates)
    await run.publish(to: planned.destination, into: &result)
    result.run = run
    // A note for later would only stand in the way of what is wrong now.
    if result.failure == nil {
      let identities = planned.problems.identities.adjusted(by: settings)
      result.add(identities.filter { $0.severity == .note }, cause: .content)
    }
    result.templateCosts = meter?.costs.map(BuildResult.TemplateCost.init) ?? []
    return result
  }

  /// Reads the site for what is made of it beside its pages: load, parse, plan.
  ///
  /// Every problem up to the plan is in the result; the reading is nil where there is no site.
  package func read(in world: BuildWorld) async -> (site: SiteReading?, result: BuildResult) {
    var result = BuildResult()
    let observer = BuildObserver()
    guard let (source, settings) = loaded(in: world, observer, into: &result) else {
      return (nil, result)
    }
    let planned = await planned(
      source, settings, session: nil, publishes: false, meter: nil, in: world, observer,
      into: &result)
    result.diagnostics = result.diagnostics.mergingNotes()
    return (SiteReading(plan: planned.plan, now: world.now), result)
  }

  /// The names of all files, and the configuration; nil where there is none.
  private func loaded(
    in world: BuildWorld, _ observer: BuildObserver, into result: inout BuildResult
  ) -> (source: SiteSource, settings: SiteConfiguration)? {
    let loading = observer.profile?.begin()
    let source: SiteSource
    do throws(SiteLoadingError) {
      source = try SiteSource.loading(
        from: self.source, environment: configuration.environment, theme: world.theme,
        fileSystem: world.fileSystem)
    } catch {
      result.fail(error)
      return nil
    }
    loading?.end("load", source.contentFiles.count + source.assetFiles.count, "files found")
    let configured = source.configured(
      configuration, filter: filter, timeZones: world.timeZones)
    result.add(configured.diagnostics, cause: .configuration)
    return configured.value.map { (source, $0) }
  }

  /// A plan, what it was made of, whether its templates can render pages, and where they go.
  private struct PlannedSite {
    let plan: SitePlan
    let parsed: ParsedSite
    let hasValidTemplates: Bool
    let destination: Destination?
    let problems: PlanProblems
  }

  private func planned(
    _ source: SiteSource, _ settings: SiteConfiguration, session: CacheSession?,
    publishes: Bool, meter: TemplateMeter?, in world: BuildWorld, _ observer: BuildObserver,
    into result: inout BuildResult
  ) async -> PlannedSite {
    let types = ObjectTypes(settings.kinds)
    let (parsed, templates) = await both(width: width) {
      let parsing = observer.profile?.begin()
      let parsed = await source.parsed(
        settings, filter: filter, now: world.now, previous: session?.previous,
        textRoom: publishes ? ByteRoom.forTexts : 0, width: width)
      parsing?.end("parse", parsed.value.items.count, "items")
      return parsed
    } and: {
      let compiling = observer.profile?.begin()
      defer { compiling?.end("compile templates", source.templates.count, "templates") }
      return TemplateSet.compiling(source.templates, environment: types.environment)
    }
    result.add(parsed.diagnostics.adjusted(by: settings), cause: .content)
    result.add(templates.diagnostics, cause: .content)
    result.add(source.templates.compactMap(\.encodingProblem), cause: .content)
    let publishes = publishes && result.failure == nil
    let (plan, destination) = await both(width: width) {
      let planning = observer.profile?.begin()
      let plan = Self.plan(
        of: parsed.value, meter.map(templates.value.measured) ?? templates.value, types, session)
      planning?.end(
        "plan", plan.value.routes.count,
        plan.value.changedTexts == nil ? "addresses" : "addresses taken over")
      return plan
    } and: {
      publishes ? output.map { Destination($0, self, in: world, observer) } : nil
    }
    result.add(plan.problems.diagnostics.adjusted(by: settings), cause: .content)
    result.add(
      plan.problems.identities.adjusted(by: settings).filter { $0.severity != .note },
      cause: .content)
    result.count(plan.value)
    return PlannedSite(
      plan: plan.value, parsed: parsed.value,
      hasValidTemplates: !templates.diagnostics.containsError, destination: destination,
      problems: plan.problems)
  }

  /// The plan of a site with what is wrong with it: the last build's, where that is still right.
  private static func plan(
    of site: ParsedSite, _ templates: TemplateSet, _ types: ObjectTypes, _ session: CacheSession?
  ) -> (value: SitePlan, problems: PlanProblems) {
    if let known = session?.knownPlan(of: site) {
      let plan = SitePlan(
        site, known.contents, templates: templates, types: types, changedTexts: site.changedTexts)
      return (plan, known.problems)
    }
    var builder = PlanBuilder(site, templates: templates, types: types)
    let plan = builder.plan()
    return (
      plan.value,
      PlanProblems(diagnostics: plan.diagnostics, identities: plan.value.identityProblems())
    )
  }
}

extension Sequence where Element == Diagnostic {
  /// The diagnostics with the weights that the site gives to rules.
  func adjusted(by configuration: SiteConfiguration) -> [Diagnostic] {
    compactMap { diagnostic in
      guard let severity = configuration.severities[diagnostic.rule] else { return diagnostic }
      guard let severity else { return nil }
      var adjusted = diagnostic
      adjusted.severity = severity
      return adjusted
    }
  }
}
