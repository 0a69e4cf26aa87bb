internal import ArgumentParser
internal import Diagnostics
internal import Site
internal import Templates
internal import Text

/// The command `brightpress render-template`.
struct RenderTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-template", abstract: "Renders one template with values from a JSON file.",
    discussion: """
      The members of the JSON object are the names that the template sees; there is no site. \
      Values are escaped as the template's name asks for: those of 'card.html' as HTML.

      Exit status: 0 rendered; 1 errors in a template; 2 wrong usage or JSON.
      """)

  @Argument(help: "The template.", completion: .file())
  var file: String

  @Option(help: "A file with a JSON object.", completion: .file(extensions: ["json"]))
  var context: String?

  @Option(
    help: """
      The folder that names of templates count from, with FILE in or below it. \
      (default: the template's own)
      """, completion: .directory)
  var root: String?

  @Flag(help: "Drop the first line break after a tag, as Jinja's trim_blocks does.")
  var trimBlocks = false

  @Flag(help: "Drop spaces before a tag that begins its line, as Jinja's lstrip_blocks does.")
  var lstripBlocks = false

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    let folder = try TemplateFolder(file: file, root: root)
    let values = try globals()
    var environment = TemplateEnvironment(globals: values.keys)
    environment.trimsBlocks = trimBlocks
    environment.stripsBlockIndents = lstripBlocks
    let compiled: Checked<TemplateSet>
    do throws(FileSystemError) {
      compiled = try folder.compiled(environment)
    } catch {
      throw ValidationError(error.message)
    }
    guard !compiled.diagnostics.containsError else {
      throw failure(compiled.diagnostics, status: 1)
    }
    var output = Bytes()
    do throws(TemplateError) {
      try compiled.value.render(
        folder.main, globals: values.values, subject: file, into: &output)
    } catch {
      throw failure(error.diagnostics, status: 1)
    }
    Terminal.write(output, to: .standardOutput)
  }

  /// The values that the context names.
  private func globals() throws -> TemplateDictionary {
    guard let context else { return TemplateDictionary() }
    let source: SourceText
    do throws(FileSystemError) {
      source = SourceText(path: context, bytes: try DiskFileSystem().contents(of: context))
    } catch {
      throw ValidationError(error.message)
    }
    let checked = TemplateDictionary.reading(source)
    guard !checked.diagnostics.containsError else {
      throw failure(checked.diagnostics, status: 2)
    }
    return checked.value
  }

  /// Reports what was found; the status that the program then ends with.
  private func failure(_ found: [Diagnostic], status: Int32) -> ExitCode {
    reporting.report(found, source: ".")
    return ExitCode(status)
  }
}
