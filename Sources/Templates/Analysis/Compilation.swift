import Diagnostics
import Text

/// Turns source texts into a set of templates, and collects what is wrong with them.
struct Compilation {
  private let root: String
  private let environment: TemplateEnvironment
  private let vocabulary: Vocabulary
  private var symbols = SymbolTable()
  private var units: [TemplateUnit] = []
  private var diagnostics: [Diagnostic] = []
  /// The paths of templates with tags that could not be read.
  private var unreadable: Set<String> = []
  /// Mistakes that leave the rest of their tag readable.
  private static let harmlessRules: Set<Diagnostic.Rule> = [
    "unknown-filter", "unknown-test", "wrong-argument",
  ]

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
    let found = lexical + parser.diagnostics
    if !found.allSatisfy({ Self.harmlessRules.contains($0.rule) }) {
      unreadable.insert(source.path)
    }
    diagnostics += found
    units.append(
      TemplateUnit(
        number: units.count, name: name, source: source, contents: parser.contents))
  }

  /// The set, with all that is wrong in its templates.
  mutating func finished() -> Checked<TemplateSet> {
    var structure = StructureCheck(units: units, symbols: symbols)
    let layouts = structure.layouts(blockNameCount: symbols.blocks.names.count)
    diagnostics += structure.diagnostics
    var names = NameCheck(
      units: units, symbols: symbols,
      known: environment.globals + (TemplateFunction.builtIn + environment.functions).map(\.name),
      unreadable: unreadable)
    diagnostics += names.check(layouts: layouts)
    let program = Program(
      units: units, symbols: symbols, vocabulary: vocabulary, environment: environment,
      layouts: layouts)
    return Checked(TemplateSet(program: program), diagnostics.sortedForReport())
  }
}
