import Text

/// All templates of a set, compiled, with what they need to run: immutable.
final class Program: Sendable {
  let units: [TemplateUnit]
  let symbols: SymbolTable
  let vocabulary: Vocabulary
  let attributes: AttributeTable
  let context: FilterContext
  /// By the number of a template: its layout; nil where it extends a template by a variable name.
  let layouts: [Layout?]
  /// The variables at the beginning of every rendering, apart from the globals that it is given.
  let initialVariables: [TemplateValue]
  /// By the place of a global in the environment: its variable.
  let globalVariables: [VariableID]
  private let numbers: [String: Int]

  init(
    units: [TemplateUnit], symbols: SymbolTable, vocabulary: Vocabulary,
    environment: TemplateEnvironment, layouts: [Layout?]
  ) {
    var symbols = symbols
    self.units = units
    self.vocabulary = vocabulary
    self.layouts = layouts
    self.attributes = AttributeTable(
      types: environment.objectTypes, names: symbols.attributes.names)
    self.context = FilterContext(environment: environment)
    self.globalVariables = environment.globals.map { symbols.variable($0) }
    let functions = TemplateFunction.builtIn + environment.functions
    let functionVariables = functions.map { symbols.variable($0.name) }
    var variables = [TemplateValue](
      repeating: .undefined(.notSet), count: symbols.variables.names.count)
    for (function, variable) in zip(functions, functionVariables) {
      variables[Int(variable.index)] = .function(function)
    }
    self.initialVariables = variables
    self.symbols = symbols
    self.numbers = Dictionary(
      units.map { ($0.name, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  func unit(named name: String) -> TemplateUnit? { numbers[name].map { units[$0] } }

  var names: [String] { units.map(\.name) }
}
