public import Diagnostics
public import Text

/// Templates that were compiled together and can be rendered from many threads at once.
public struct TemplateSet: Sendable {
  let program: Program
  private var meter: TemplateMeter?

  init(program: Program) { self.program = program }

  /// The same templates, with what they cost added up; otherwise nothing is measured.
  public func measured(by meter: TemplateMeter) -> TemplateSet {
    var measured = self
    measured.meter = meter
    return measured
  }

  /// Compiles templates.
  ///
  /// The name of a template is its path without `root`. Every mistake of every file is returned:
  /// what cannot be read, names that are certainly not defined, templates that do not exist.
  /// A set with errors must not be rendered; what it holds then is only for looking at.
  public static func compiling(
    _ sources: [SourceText], root: String = "templates/", environment: TemplateEnvironment
  ) -> Checked<TemplateSet> {
    var compilation = Compilation(root: root, environment: environment)
    for source in sources { compilation.add(source) }
    return compilation.finished()
  }

  /// Whether there is a template of this name.
  public func contains(_ name: String) -> Bool { program.unit(named: name) != nil }

  /// The names of all templates, in the order of their sources.
  public var names: [String] { program.names }

  /// Renders a template, and appends what it writes to `output`.
  ///
  /// - Parameters:
  ///   - name: the template's name.
  ///   - globals: the values of the environment's globals, in their order.
  ///   - subject: what is rendered, for the error: `content/posts/a.md`.
  ///   - language: the code of the language that the output is in, for the forms of words; the
  ///     environment's where it is nil.
  ///   - output: where the bytes go. After an error it holds what was written so far.
  /// - Precondition: there are as many values as the environment has globals.
  /// - Throws: every error that was met; after one, rendering goes on with the next statement.
  public func render(
    _ name: String, globals: [TemplateValue], subject: String, language: String? = nil,
    into output: inout Bytes
  ) throws(TemplateError) {
    var unused = TemplateReads()
    try render(
      name, globals: globals, subject: subject, language: language, into: &output,
      observing: &unused)
  }

  /// Renders a template as `render(_:globals:subject:language:into:)` does, and tells which
  /// templates that took: whoever keeps the output knows by them when it is out of date.
  ///
  /// - Parameters:
  ///   - name: the template's name.
  ///   - globals: the values of the environment's globals, in their order.
  ///   - subject: what is rendered, for the error.
  ///   - language: the code of the language that the output is in.
  ///   - output: where the bytes go. After an error it holds what was written so far.
  ///   - reads: where the templates go, in place of what was there; after an error too.
  /// - Precondition: there are as many values as the environment has globals.
  /// - Throws: every error that was met; after one, rendering goes on with the next statement.
  public func render(
    _ name: String, globals: [TemplateValue], subject: String, language: String? = nil,
    into output: inout Bytes, observing reads: inout TemplateReads
  ) throws(TemplateError) {
    guard let unit = program.unit(named: name) else {
      reads = TemplateReads()
      reads.missed(name)
      throw TemplateError(
        diagnostics: [
          .error(
            "missing-template", "there is no template '\(name)'", at: .file(subject),
            help: suggestions(for: name, among: names, called: "templates"))
        ], subject: subject)
    }
    var renderer = Renderer(program: program, globals: globals, outputStart: output.count)
    if let language { renderer.context.textLanguage = language }
    renderer.stopwatch = meter.map {
      Stopwatch(templateCount: program.units.count, now: $0.now)
    }
    renderer.renderRoot(unit, into: &output)
    reads = renderer.reads
    if let stopwatch = renderer.stopwatch { meter?.add(stopwatch, in: program) }
    guard renderer.failures.isEmpty else {
      throw TemplateError(
        diagnostics: renderer.failures.map { $0.diagnostic(in: program) }, subject: subject)
    }
  }
}
