internal import ArgumentParser
internal import Dissemination
internal import Site
internal import Text

/// The command `brightpress list`.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists what would be published and what not, and why.",
    discussion: """
      With '--translations', lists what is not translated into one of the site's languages, and \
      what was translated before its original changed ('updated', or else 'date').
      """)

  /// Which items are listed.
  enum Wanted: String, ExpressibleByArgument, CaseIterable {
    case drafts, scheduled, expired, published, all

    var states: Set<ListedState> {
      switch self {
      case .drafts: [.draft]
      case .scheduled: [.scheduled]
      case .expired: [.expired]
      case .published: [.published]
      case .all: Set(ListedState.allCases)
      }
    }
  }

  /// The form of a list.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  @Argument(help: "drafts, scheduled, expired, published or all.")
  var wanted = Wanted.all

  @Flag(help: "List what is not translated, and what is older than its original.")
  var translations = false

  @Option(help: "The form of the list: table, csv or json.")
  var format = Format.table

  @OptionGroup var site: SiteOptions
  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    var options = BuildOptions(source: FilePaths.absolute(site.source), output: nil)
    options.configuration = site.configuration
    options.filter = site.filter
    options.width = Machine.processorCount
    let (reading, result) = await options.read(in: try Machine.world())
    reporting.report(result.diagnostics, source: site.source)
    guard let reading else { throw ExitCode(result.failure?.exitStatus ?? 2) }
    Terminal.write(output(reading), to: .standardOutput)
    if let failure = result.failure { throw ExitCode(failure.exitStatus) }
  }

  private func output(_ reading: SiteReading) -> Bytes {
    if translations {
      let listing = TranslationListing(reading)
      return output(listing.sheet, json: listing.json)
    }
    let listing = ItemListing(reading, states: wanted.states)
    return output(listing.sheet, json: listing.json)
  }

  private func output(_ sheet: ReportSheet, json: Bytes) -> Bytes {
    switch format {
    case .table: Bytes(sheet.listing.utf8)
    case .csv: sheet.csv
    case .json: json
    }
  }
}
