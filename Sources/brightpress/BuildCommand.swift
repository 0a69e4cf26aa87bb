internal import ArgumentParser
internal import Checks
internal import Diagnostics
internal import Site

/// The command `brightpress build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    // Where the command is parsed by itself, the library then looks for its options alone.
    commandName: "build", _superCommandName: "brightpress",
    abstract: "Builds the site and publishes it into the output folder.")

  @OptionGroup var site: SiteOptions
  @OptionGroup var reporting: ReportingOptions

  @Option(
    name: [.customShort("d"), .long],
    help: "The folder to publish into. (default: output in the source)", completion: .directory)
  var output: String?

  @Flag(help: "Fail on warnings too.")
  var strict = false

  @Flag(help: "Publish even where most of the published pages are removed.")
  var allowRemovals = false

  @Flag(help: "Build everything anew, and keep nothing for the next build.")
  var noCache = false

  @Option(
    help: "Write the paths of the files that this build has changed or removed to a file.",
    completion: .file())
  var changedFiles: String?

  @Flag(help: "Show what each template has cost.")
  var templateMetrics = false

  @Flag(help: "Show where the time went, stage by stage.")
  var profile = false

  @Option(
    help: "Write where the time went as a Chrome trace, for a trace viewer.",
    completion: .file(extensions: ["json"]))
  var profileTrace: String?

  @Option(help: "How many tasks work at a time. (default: one a processor)")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' needs a number from 1.") }
    if let output, output.isEmpty { throw ValidationError("'--output' needs a folder.") }
    if site.source.isEmpty { throw ValidationError("'--source' needs a folder.") }
  }

  func run() async throws {
    Machine.prepareMemory()
    let clock = ContinuousClock()
    let start = clock.now
    let source = FilePaths.absolute(site.source)
    let destination = output.map(FilePaths.absolute) ?? FilePaths.joined(source, "output")
    var options = BuildOptions(source: source, output: destination)
    options.configuration = site.configuration
    options.filter = site.filter
    options.isStrict = strict
    options.allowsRemovals = allowRemovals
    options.width = jobs ?? Machine.processorCount
    options.inspect = Checks.inBuilds
    options.usesCache = !noCache

    let progress = ProgressLine(isEnabled: reporting.showsProgress)
    var observer = BuildObserver(
      progress: { progress.update($0, of: $1) },
      waiting: { [reporting] in
        reporting.say("Another build is publishing into '\(destination)'; waiting for it.")
      })
    if templateMetrics { observer.templateClock = { start.duration(to: clock.now) } }
    if profile || profileTrace != nil {
      observer.profile = BuildProfile { start.duration(to: clock.now) }
    }
    let result = await options.build(in: try Machine.world(), observer: observer)
    progress.clear()
    reporting.report(result.diagnostics, source: site.source)
    let summary = BuildSummary(
      result: result, output: FilePaths.shown(destination), duration: clock.now - start)
    if let found = observer.profile {
      if profile { Terminal.write(ProfileTable(found).text, to: .standardError) }
      if let profileTrace {
        try reporting.write(ChromeTrace(found).bytes, to: profileTrace)
      }
    }
    if let failure = result.failure {
      reporting.say(summary.failureText)
      throw ExitCode(failure.exitStatus)
    }
    if let changedFiles {
      try reporting.write(Array((result.report?.changedFilesList ?? "").utf8), to: changedFiles)
    }
    if !reporting.quiet { Terminal.write(summary.text, to: .standardOutput) }
    if templateMetrics {
      Terminal.write(TemplateTable(costs: result.templateCosts).text, to: .standardOutput)
    }
    // The program ends before the result does, which would take a while for many pages.
    withExtendedLifetime(result) { Terminal.leave(with: 0) }
  }
}

extension BuildResult.Failure {
  /// The exit status that tells a script what failed.
  var exitStatus: Int32 {
    switch self {
    case .content: 1
    case .configuration: 2
    case .environment: 3
    }
  }
}
