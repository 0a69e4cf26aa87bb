import ArgumentParser
import Diagnostics
import Site
import Testing

@testable import brightpress

/// `docs/command-line.md`: every option, exit status and form of diagnostics.
@Suite struct CommandLinePageTests {
  let page: DocumentationPage

  init() throws { page = try DocumentationPage("command-line.md") }

  /// The names that the program's own help has in its list of options.
  static func options(inHelp help: String) -> Set<String> {
    let lines = help.split(separator: "\n").filter { $0.hasPrefix("  -") }
    return Set(
      lines.flatMap { line in
        line.split(separator: " ").prefix { $0.hasPrefix("-") || $0.hasPrefix("<") }
          .map { $0.filter { $0 != "," } }.filter { $0.hasPrefix("-") }
      })
  }

  @Test func `every option is listed`() {
    let known = Self.options(inHelp: Brightpress.helpMessage(for: BuildCommand.self, columns: 100))
    let listed = page.section("Options").rows.flatMap { $0[0].codeWords }
    #expect(known.count > 15)
    #expect(Set(listed) == known)
  }

  @Test func `every option for trying out a template is listed`() {
    let help = Brightpress.helpMessage(for: RenderTemplateCommand.self, columns: 100)
    let listed = page.section("Trying out a template").rows.flatMap { $0[0].codeWords }
    #expect(Set(listed) == Self.options(inHelp: help))
  }

  @Test func `every option for posting on the ECCP is listed`() throws {
    let help = Brightpress.helpMessage(for: ECCPCommand.self, columns: 100)
    let rows = try DocumentationPage("eccp.md").section("Which items get a pack").rows
    let listed = rows.flatMap { $0[0].codeWords }.filter { $0.hasPrefix("-") }
    #expect(Set(listed) == Self.options(inHelp: help))
  }

  @Test func `every command is listed`() {
    let commands = Brightpress.configuration.subcommands.map { $0._commandName }
    let listed = page.sections.flatMap(\.tables).first?.rows.compactMap { $0[0].codeWords.first }
    #expect(listed == commands)
  }

  @Test func `every option of a check and of a report is listed on its page`() throws {
    for (name, help) in [
      ("checks.md", Brightpress.helpMessage(for: CheckCommand.self, columns: 100)),
      ("report.md", Brightpress.helpMessage(for: ReportCommand.self, columns: 100)),
    ] {
      let rows = try DocumentationPage(name).section("Options").rows
      #expect(Set(rows.flatMap { $0[0].codeWords }) == Self.options(inHelp: help), "\(name)")
    }
  }

  @Test func `every exit status is listed`() {
    let failures: [BuildResult.Failure] = [.content, .configuration, .environment]
    let listed = page.section("Exit status").rows.map { $0[0] }
    #expect(listed == ["0"] + failures.map { "\($0.exitStatus)" })
  }

  @Test func `the diagnostics are written as the page shows them`() throws {
    let source = SourceText(
      path: "content/posts/kick-off.md",
      bytes: Array("---\ntitle: Kick-off\ntag: [study visits]\n---\n".utf8))
    let diagnostic = Diagnostic.error(
      "unknown-field", "a post has no field 'tag'", at: source.location(of: 20..<23),
      help: ["did you mean 'tags'?", "values of your own go under 'extra:'"])
    let report = DiagnosticReport([diagnostic])
    for (title, format) in [
      ("For people", DiagnosticFormat.text), ("For programs", .json), ("For code reviews", .github),
    ] {
      let block = try #require(page.section(title).blocks.first)
      #expect(block.text == report.rendered(as: format), "\(title)")
    }
    let text = page.section("Options").lines.joined().codeWords
    for format in DiagnosticFormat.allCases { #expect(text.contains(format.rawValue)) }
    for mode in ColorMode.allCases { #expect(text.contains(mode.rawValue)) }
  }

  @Test func `options are found in a help text`() {
    let help = """
      OPTIONS:
        -s, --source <source>   The site's --folder.
        --strict                Fail.
      """
    #expect(Self.options(inHelp: help) == ["-s", "--source", "--strict"])
  }
}
