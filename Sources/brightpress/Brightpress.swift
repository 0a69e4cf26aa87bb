internal import ArgumentParser
internal import Diagnostics

/// The command `brightpress`.
@main
struct Brightpress: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brightpress",
    abstract: "Publishes a publicly funded project's site from Markdown files.",
    discussion: """
      Without a command, 'build' runs.

      Exit status: 0 done; 1 errors in content or templates; 2 wrong usage or configuration; \
      3 the machine failed (disk full, no permission). After any status but 0 the published site \
      is as it was.
      """,
    version: ProgramVersion.current,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ECCPCommand.self, FixCommand.self, ListCommand.self,
      ReportCommand.self,
      RenderTemplateCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  /// The program's one exit: every error becomes a text and a status here.
  static func main() async {
    Terminal.ignoreClosedPipes()
    do {
      try checkCommandName()
      var command = try parsedCommand()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      let message = fullMessage(for: error)
      let code = exitCode(for: error)
      if code.isSuccess {
        Terminal.write(message + "\n", to: .standardOutput)
        Terminal.leave(with: 0)
      }
      if !message.isEmpty { Terminal.write(message + "\n", to: .standardError) }
      // ArgumentParser's status for wrong usage is 64 (EX_USAGE); ours is 2.
      Terminal.leave(with: code == .validationFailure ? 2 : code.rawValue)
    }
  }
}

extension Brightpress {
  /// The command that the arguments ask for.
  ///
  /// `build` is tried by itself first: on the way to a command, the library looks at the options of
  /// several and at its own, which takes as long as reading the files of a small site. Whatever is
  /// no build, or is wrong, goes that way, for the messages know all commands there.
  private static func parsedCommand() throws -> any ParsableCommand {
    var arguments = CommandLine.arguments.dropFirst()
    if arguments.first == BuildCommand._commandName { arguments.removeFirst() }
    if let command = try? BuildCommand.parseAsRoot(Array(arguments)), command is BuildCommand {
      return command
    }
    return try parseAsRoot()
  }

  /// Says what was meant where the first word is no command.
  ///
  /// ArgumentParser takes it for an argument of the default command, and suggests nothing.
  private static func checkCommandName() throws {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return }
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    guard !names.contains(word) else { return }
    let help = suggestion(for: word, among: names, called: "commands") ?? ""
    throw ValidationError("there is no command '\(word)'; \(help)")
  }
}

/// The version of the program.
enum ProgramVersion {
  static let current = "0.1.0"
}
