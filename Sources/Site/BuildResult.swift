public import CivilTime
public import Diagnostics
internal import Templates

/// What came of a build.
public struct BuildResult: Sendable {
  /// Why nothing was published.
  public enum Failure: Sendable, Hashable, Comparable {
    /// The content or a template has an error.
    case content
    /// The configuration or the command has an error.
    case configuration
    /// The machine failed: a full disk, a missing permission.
    case environment
  }

  /// An item that was left out, and why.
  public struct Unpublished: Sendable, Hashable {
    /// Its file.
    public let path: String
    /// Why: a draft, scheduled, expired.
    public let state: State

    /// The reasons for leaving an item out.
    public enum State: Sendable, Hashable {
      /// It is a draft.
      case draft
      /// Its time has not come.
      case scheduled(Timestamp)
      /// Its time is over.
      case expired(Timestamp)
    }
  }

  /// What a template has cost in all renderings together.
  public struct TemplateCost: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// How often it was rendered, included, extended or imported, or another called its macros.
    public let calls: Int
    /// The time of its own statements.
    public let own: Duration
    /// The time with all that it includes, extends and calls.
    public let total: Duration

    init(_ cost: Templates.TemplateCost) {
      (name, calls, own, total) = (cost.name, cost.calls, cost.own, cost.total)
    }
  }

  /// Every problem of the run.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// Why nothing was published; nil after a good build.
  public internal(set) var failure: Failure?
  /// Whether the build failed while it was replacing published files, so that some of them are new;
  /// the next build completes the update.
  public internal(set) var isUpdateInterrupted = false
  /// What has changed in the output folder; nil where nothing was published.
  public internal(set) var report: PublishReport?
  /// How many pages people can read.
  public internal(set) var pageCount = 0
  /// How many other files there are: feeds, pictures, styles.
  public internal(set) var fileCount = 0
  /// What each template has cost, where the observer has a clock; most time of its own first.
  public internal(set) var templateCosts: [TemplateCost] = []
  /// What was left out, in the order of the paths.
  public internal(set) var unpublished: [Unpublished] = []

  /// What the result was made with: taking a site of many pages apart takes a while, which a program
  /// that ends with the build can save by ending before the result does.
  var run: RenderRun?

  mutating func add(_ found: [Diagnostic], cause: Failure) {
    diagnostics += found
    if found.containsError { fail(as: cause) }
    if found.contains(where: { $0.rule == Diagnostic.unreadableRule }) { fail(as: .environment) }
  }

  /// The worst cause counts.
  mutating func fail(as cause: Failure) {
    failure = max(failure ?? cause, cause)
  }

  mutating func fail(_ error: SiteLoadingError) {
    switch error {
    case .noConfiguration(let folder):
      add(
        [
          .error(
            "no-site", "there is no 'site.yaml' in '\(folder)'", at: .file("site.yaml"),
            help: ["name the site's folder with '--source', or begin with a line 'format: 1'"])
        ], cause: .configuration)
    case .fileSystem(let error): fail(error)
    }
  }

  mutating func fail(_ error: FileSystemError) {
    add([.error("file-system", error.message, at: .file(error.path))], cause: .environment)
  }

  mutating func fail(_ error: OutputError) {
    switch error {
    case .fileSystem(let error): fail(error)
    case .unsuitable(let folder, let reason):
      add(
        [
          .error(
            "unsuitable-output", "'\(folder)' cannot be published into: \(reason)",
            at: .file(folder), help: ["name another folder with '--output'"])
        ], cause: .configuration)
    case .foreign(let folder, let example):
      add(
        [
          .error(
            "foreign-output",
            "'\(folder)' has files that Brightpress did not put there, such as '\(example)'",
            at: .file(folder),
            help: [
              "name an empty or a new folder with '--output', or empty this one yourself"
            ])
        ], cause: .configuration)
    }
  }

  mutating func count(_ plan: SitePlan) {
    for route in plan.routes {
      switch route.content {
      case .item, .standIn, .home, .list, .taxonomy, .term, .notFound: pageCount += 1
      case .redirect, .feed, .feedList, .feedStylesheet, .calendar, .eventCalendar, .bibliography,
        .citation, .sitemap, .robots, .headers, .emblem, .asset, .staticFile:
        fileCount += 1
      }
    }
    unpublished = plan.items.compactMap { item in
      switch item.state {
      case .published: nil
      case .draft: Unpublished(path: item.path, state: .draft)
      case .scheduled(let due): Unpublished(path: item.path, state: .scheduled(due))
      case .expired(let end): Unpublished(path: item.path, state: .expired(end))
      }
    }
  }
}
