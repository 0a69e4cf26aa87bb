internal import ArgumentParser
internal import Diagnostics
internal import Site

/// The command `brightpress fix`.
struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Writes into content files what the program knows best.",
    subcommands: [FixIdentitiesCommand.self])
}

/// The command `brightpress fix ids`.
struct FixIdentitiesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ids",
    abstract: "Writes an 'id' into each item of a feed that has none: the identity it has now.",
    discussion: "No other byte of a file changes, and nothing changes for subscribers.")

  @Option(name: .shortAndLong, help: "The site's folder.", completion: .directory)
  var source = "."

  @Flag(name: [.customShort("n"), .long], help: "Show which files would get one; write nothing.")
  var dryRun = false

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let options = BuildOptions(source: FilePaths.absolute(source), output: nil)
    let fixes = await options.fixIdentities(in: try Machine.world(), isRehearsal: dryRun)
    reporting.report(fixes.diagnostics, source: source)
    if !reporting.quiet {
      Terminal.write(summary(fixes.written.count), to: .standardOutput)
      for path in fixes.written { Terminal.write("  \(path)\n", to: .standardOutput) }
    }
    if let failure = fixes.failure { throw ExitCode(failure.exitStatus) }
  }

  private func summary(_ count: Int) -> String {
    let files = count == 1 ? "1 file" : "\(count) files"
    if count == 0 { return "Every item that needs an 'id' has one.\n" }
    return dryRun ? "\(files) would get an 'id':\n" : "Wrote an 'id' into \(files):\n"
  }
}
