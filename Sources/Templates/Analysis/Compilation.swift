import Diagnostics

/// Turns source texts into a set of templates, and collects what is wrong with them.
struct Compilation {
  private let root: String
  private let environment: TemplateEnvironment
  private let vocabulary: Vocabulary
  private var symbols = SymbolTable()
  private var units: [TemplateUnit] = []
  private var diagnostics: [Diagnostic] = []

  init(root: String, environment: TemplateEnvironment) {
    self.root = root
    self.environment = environment
    self.vocabulary = Vocabulary(filters: environment.filters, tests: environment.tests)
    for name in environment.globals { _ = symbols.variable(name) }
    for function in TemplateFunction.builtIn + environment.functions {
      _ = symbols.variable(function.name)
    }
  }

  /// Reads one template.
  mutating func add(_ source: SourceText) {
    let name =
      source.path.hasPrefix(root) ? String(source.path.dropFirst(root.count)) : source.path
    if let first = units.first(where: { $0.name == name }) {
      diagnostics.append(
        .error(
          "duplicate-template", "there are two templates '\(name)'", at: .file(source.path),
          related: [Diagnostic.Related("the first one", at: .file(first.source.path))]))
      return
    }
    let options = Lexer.Options(
      trimsBlocks: environment.trimsBlocks, stripsBlockIndents: environment.stripsBlockIndents)
    let (tokens, lexical) = Lexer.tokens(of: source, options: options)
    var parser = Parser(
      source: source, tokens: tokens, vocabulary: vocabulary, symbols: symbols)
    parser.parse()
    symbols = parser.symbols
    diagnostics += lexical + parser.diagnostics
    units.append(
      TemplateUnit(
        number: units.count, name: name, source: source, contents: parser.contents))
  }

  /// The set, with all that is wrong in its templates.
  mutating func finished() -> Checked<TemplateSet> {
    var structure = StructureCheck(units: units)
    let layouts = structure.layouts(blockNameCount: symbols.blocks.names.count)
    diagnostics += structure.diagnostics
    var names = NameCheck(
      units: units, symbols: symbols,
      known: environment.globals + (TemplateFunction.builtIn + environment.functions).map(\.name))
    // Names that only seem to be missing, because a tag could not be read, are not reported.
    if !diagnostics.containsError { diagnostics += names.check(layouts: layouts) }
    let program = Program(
      units: units, symbols: symbols, vocabulary: vocabulary, environment: environment,
      layouts: layouts)
    return Checked(TemplateSet(program: program), diagnostics.sortedForReport())
  }
}
