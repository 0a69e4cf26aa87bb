internal import ArgumentParser
internal import Diagnostics
internal import Site

/// The command `brightpress check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the site: all that a build checks and more, writing nothing.")

  @OptionGroup var site: SiteOptions
  @OptionGroup var reporting: ReportingOptions
  @OptionGroup var publishedFeed: PublishedFeedOption

  @Flag(help: "Fail on warnings too.")
  var strict = false

  @Option(help: "How many tasks work at a time. (default: one a processor)")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' needs a number from 1.") }
    if site.source.isEmpty { throw ValidationError("'--source' needs a folder.") }
  }

  func run() async throws {
    var options = BuildOptions(source: FilePaths.absolute(site.source), output: nil)
    options.configuration = site.configuration
    options.filter = site.filter
    options.isStrict = strict
    options.width = jobs ?? Machine.processorCount
    let surprises = try publishedFeed.surprises()
    options.inspect = { SiteInspection(diagnostics: surprises($0)) }
    let result = await options.build(in: try Machine.world())
    reporting.report(result.diagnostics, source: site.source)
    if let failure = result.failure { throw ExitCode(failure.exitStatus) }
  }
}
