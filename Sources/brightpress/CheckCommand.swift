internal import ArgumentParser
internal import Checks
internal import Diagnostics
internal import Site

/// The command `brightpress check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the site: all that a build checks and more, writing nothing.")

  @OptionGroup var site: SiteOptions
  @OptionGroup var reporting: ReportingOptions

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
    options.inspect = Checks.full

    let progress = ProgressLine(isEnabled: reporting.showsProgress)
    let observer = BuildObserver(progress: { progress.update($0, of: $1) })
    let result = await options.build(in: try Machine.world(), observer: observer)
    progress.clear()
    reporting.report(result.diagnostics, source: site.source)
    let summary = CheckSummary(result: result).text
    if let failure = result.failure {
      reporting.say(summary)
      throw ExitCode(failure.exitStatus)
    }
    if !reporting.quiet { Terminal.write(summary + "\n", to: .standardOutput) }
  }
}

/// What a person wants to know after a check.
struct CheckSummary {
  let result: BuildResult

  /// How many pages were looked at and what was found: `Checked 68 pages: no errors, 2 warnings, 1 note.`.
  var text: String {
    let counts = Diagnostic.Severity.allCases.map { severity -> String in
      let count = result.diagnostics.count { $0.severity == severity }
      return "\(count == 0 ? "no" : "\(count)") \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let pages = "\(result.pageCount) page\(result.pageCount == 1 ? "" : "s")"
    return "Checked \(pages): \(counts.joined(separator: ", "))."
  }
}
