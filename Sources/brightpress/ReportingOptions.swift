public import ArgumentParser
public import Diagnostics
internal import Site

extension DiagnosticFormat: ExpressibleByArgument {}

/// How the program speaks.
struct ReportingOptions: ParsableArguments {
  @Option(help: "The form of diagnostics: text, json, github or sarif.")
  var diagnostics: DiagnosticFormat = .text

  @Flag(name: .shortAndLong, help: "Write diagnostics only.")
  var quiet = false

  @Option(help: "When to use colours: auto, always or never.")
  var color: ColorMode = .auto

  /// Whether a line may show how far the build is.
  var showsProgress: Bool {
    diagnostics == .text && !quiet && Terminal.isTerminal(.standardError)
  }

  /// Writes the diagnostics to standard error.
  func report(_ found: [Diagnostic], source: String) {
    let prefix = source == "." ? "" : source.hasSuffix("/") ? source : source + "/"
    let report = DiagnosticReport(found, pathPrefix: prefix)
    Terminal.write(
      report.rendered(as: diagnostics, isColored: Terminal.isColored(color, .standardError)),
      to: .standardError)
  }

  /// Writes a file that the user has asked for.
  ///
  /// - Throws: the exit status of a machine that refused, which has been told.
  func write(_ bytes: [UInt8], to path: String) throws {
    guard path != "-" else { return Terminal.write(bytes, to: .standardOutput) }
    do throws(FileSystemError) {
      try DiskFileSystem().write(bytes, to: FilePaths.absolute(path))
    } catch {
      report([.error("file-system", error.message, at: .file(path))], source: ".")
      throw ExitCode(BuildResult.Failure.environment.exitStatus)
    }
  }

  /// Writes a line for a person to standard error, unless a program reads it.
  func say(_ line: String) {
    guard diagnostics == .text else { return }
    Terminal.write(line + "\n", to: .standardError)
  }
}
