/// The texts that templates give to a function, as far as they are written in them.
public struct ConstantArguments: Sendable, Hashable {
  /// The texts, each once.
  public internal(set) var texts: Set<String> = []
  /// Whether something else is given to it somewhere, or the function itself is passed on.
  public internal(set) var hasOthers = false

  /// Nothing is given to it.
  public init() {}
}

extension TemplateSet {
  /// What the templates give as the first argument to the function of a name, or give to the
  /// filter of that name.
  ///
  /// A program that prepares something for each of them, such as the files that a page names, finds
  /// with it what is needed before it renders.
  public func constantArguments(of name: String) -> ConstantArguments {
    var found = ConstantArguments()
    guard let function = program.symbols.knownVariable(name) else { return found }
    for unit in program.units {
      unit.contents.collectArguments(of: function, name, program.vocabulary, into: &found)
    }
    return found
  }
}

extension TemplateUnit.Contents {
  fileprivate func collectArguments(
    of function: VariableID, _ name: String, _ vocabulary: Vocabulary,
    into found: inout ConstantArguments
  ) {
    var uses = 0
    var calls = 0
    for node in expressions {
      switch node {
      case .variable(function): uses += 1
      case .call(let callee, let call):
        guard case .variable(function) = expressions[Int(callee.index)] else { continue }
        calls += 1
        add(firstArgument(of: call), to: &found)
      case .filter(let number, let subject, let call):
        let filter = vocabulary.filters[Int(number)].name
        if filter == name { add(subject, to: &found) }
        // The filter may be applied to what only rendering knows.
        if filter == "map", mayName(name, firstArgument(of: call)) { found.hasOthers = true }
      default: continue
      }
    }
    if uses > calls { found.hasOthers = true }
  }

  private func firstArgument(of call: Int32) -> ExpressionID? {
    let site = calls[Int(call)]
    return site.positional.indices.first.map { operands[$0] } ?? site.named.first?.value
  }

  private func add(_ argument: ExpressionID?, to found: inout ConstantArguments) {
    guard let argument, case .constant(let number) = expressions[Int(argument.index)],
      let text = constants[Int(number)].asText
    else {
      found.hasOthers = true
      return
    }
    found.texts.insert(text)
  }

  /// Whether `map(…)` with this argument may apply the filter of a name.
  private func mayName(_ name: String, _ argument: ExpressionID?) -> Bool {
    guard let argument else { return false }
    guard case .constant(let number) = expressions[Int(argument.index)] else { return true }
    return constants[Int(number)].asText == name
  }
}
