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
  package var inspect: (@Sendable (SiteReading) -> SiteInspection)?

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
  public var timeZones: @Sendable (String) -> TimeZoneRules?
  /// The theme that comes with the program.
  public var theme: [ThemeFile]

  /// A world.
  public init(
    fileSystem: any FileSystem, now: Timestamp,
    timeZones: @escaping @Sendable (String) -> TimeZoneRules?, theme: [ThemeFile]
  ) {
    self.fileSystem = fileSystem
    self.now = now
    self.timeZones = timeZones
    self.theme = theme
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
    let meter = observer.templateClock.map(TemplateMeter.init(now:))
    guard let planned = await planned(in: world, meter: meter, into: &result) else { return result }
    let inspection = inspect?(SiteReading(plan: planned.plan, now: world.now))
    result.add(
      (inspection?.diagnostics ?? []).adjusted(by: planned.plan.configuration), cause: .content)
    let run = RenderRun(
      plan: planned.plan, options: self, world: world, observer: observer,
      hasValidTemplates: planned.hasValidTemplates, inspectPage: inspection?.page)
    await run.publish(into: &result)
    result.templateCosts = meter?.costs.map(BuildResult.TemplateCost.init) ?? []
    return result
  }

  /// Reads the site for what is made of it beside its pages: load, parse, plan.
  ///
  /// Every problem up to the plan is in the result; the reading is nil where there is no site.
  package func read(in world: BuildWorld) async -> (site: SiteReading?, result: BuildResult) {
    var result = BuildResult()
    let planned = await planned(in: world, meter: nil, into: &result)
    result.diagnostics = result.diagnostics.mergingNotes()
    return (planned.map { SiteReading(plan: $0.plan, now: world.now) }, result)
  }

  /// A plan, and whether its templates can render pages.
  private struct PlannedSite {
    let plan: SitePlan
    let hasValidTemplates: Bool
  }

  private func planned(
    in world: BuildWorld, meter: TemplateMeter?, into result: inout BuildResult
  ) async -> PlannedSite? {
    let source: SiteSource
    do throws(SiteLoadingError) {
      source = try SiteSource.loading(
        from: self.source, environment: configuration.environment, theme: world.theme,
        fileSystem: world.fileSystem)
    } catch {
      result.fail(error)
      return nil
    }
    let configured = source.configured(configuration, timeZones: world.timeZones)
    result.add(configured.diagnostics, cause: .configuration)
    guard let settings = configured.value else { return nil }

    let parsed = await source.parsed(settings, filter: filter, now: world.now, width: width)
    result.add(parsed.diagnostics.adjusted(by: settings), cause: .content)
    let types = ObjectTypes(settings.kinds)
    let templates = TemplateSet.compiling(source.templates, environment: types.environment)
    result.add(templates.diagnostics, cause: .content)
    result.add(source.templates.compactMap(\.encodingProblem), cause: .content)
    var builder = PlanBuilder(
      parsed.value, templates: meter.map(templates.value.measured) ?? templates.value, types: types)
    let plan = builder.plan()
    result.add(plan.diagnostics.adjusted(by: settings), cause: .content)
    result.count(plan.value)
    return PlannedSite(
      plan: plan.value, hasValidTemplates: !templates.diagnostics.containsError)
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
