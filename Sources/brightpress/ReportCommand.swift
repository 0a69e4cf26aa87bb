internal import ArgumentParser
internal import CivilTime
internal import Diagnostics
internal import Dissemination
internal import Site

/// The command `brightpress report`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the project's report: targets, activities, and what is missing.")

  @Option(name: .shortAndLong, help: "The site's folder.", completion: .directory)
  var source = "."

  @Option(
    name: .shortAndLong,
    help: "The environment: 'environments/NAME.yaml' is read over 'site.yaml'.")
  var environment = "production"

  @Option(help: "The form: table, csv, markdown, json or html.")
  var format: ReportFormat = .table

  @Option(help: "The part to write: targets, activities, partners, quarters or missing.")
  var section: [ReportSection] = []

  @Option(help: "The first day of the reporting period, such as 2023-01-01.")
  var from: Day?

  @Option(help: "The last day of the reporting period.")
  var to: Day?

  @Option(help: "Only what one partner has done, by its slug.")
  var partner: String?

  @Option(help: "Only the items of one kind, such as events.")
  var kind: String?

  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if source.isEmpty { throw ValidationError("'--source' needs a folder.") }
    if let from, let to, to.date < from.date {
      throw ValidationError("'--to' is before '--from'.")
    }
    switch format {
    case .csv where section.count > 1:
      throw ValidationError("'--format csv' writes one part: name it with '--section' once.")
    case .json where !section.isEmpty:
      throw ValidationError("'--format json' writes the whole report, without '--section'.")
    case .csv, .json, .table, .markdown, .html: break
    }
  }

  func run() async throws {
    var options = BuildOptions(source: FilePaths.absolute(source), output: nil)
    options.configuration.environment = environment
    options.width = Machine.processorCount
    let (site, result) = await options.read(in: try Machine.world())
    reporting.report(result.diagnostics, source: source)
    if let failure = result.failure {
      reporting.say("There is no report of a site with errors.")
      throw ExitCode(failure.exitStatus)
    }
    guard let site else { throw ExitCode(BuildResult.Failure.configuration.exitStatus) }
    try checkNames(site)
    Terminal.write(bytes(of: Report(on: site, reportOptions)), to: .standardOutput)
  }

  private var reportOptions: ReportOptions {
    var options = ReportOptions()
    options.period = ReportingPeriod(first: from?.date, last: to?.date)
    options.partner = partner
    options.kind = kind
    return options
  }

  private func bytes(of report: Report) -> [UInt8] {
    switch format {
    case .table: Array(report.text(section).utf8)
    case .csv: report.sheet(section.first ?? .activities).csv
    case .markdown: Array(report.markdown(section).utf8)
    case .json: report.json
    case .html: report.html(section)
    }
  }

  /// A misspelt name would give an empty report.
  private func checkNames(_ site: SiteReading) throws {
    let partners = site.items.filter { $0.kind == "partners" && $0.isPublished }.map(\.slug)
    if let partner, !partners.contains(partner) {
      let help = suggestion(for: partner, among: partners, called: "partners") ?? ""
      throw ValidationError("there is no partner '\(partner)'; \(help)")
    }
    let kinds = site.report.activities.map(\.kind)
    if let kind, !kinds.contains(kind) {
      let help = suggestion(for: kind, among: kinds, called: "kinds of activities") ?? ""
      throw ValidationError("'\(kind)' is no kind of activities; \(help)")
    }
  }
}

/// The forms of a report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// Tables for a terminal.
  case table
  /// Comma-separated values.
  case csv
  /// GitHub Flavored Markdown.
  case markdown
  /// JSON for programs.
  case json
  /// A page that can be printed.
  case html
}

extension ReportSection: ExpressibleByArgument {}

/// A day on the command line.
struct Day: ExpressibleByArgument {
  let date: CivilDate

  init?(argument: String) {
    do throws(DateError) {
      guard case .day(let date) = try WrittenDate(argument) else { return nil }
      self.date = date
    } catch {
      return nil
    }
  }
}
