import Diagnostics
import Text

/// One rendering: the variables as they are now, and what exists only while it lasts.
///
/// Every name in a set of templates has one place in `variables`, whichever template uses it.
/// Whatever sets a variable for a part of a template keeps the value from before and puts it back
/// afterwards, so that an included template sees the variables of the one that includes it, and
/// reading a variable is an array access.
struct Renderer {
  let program: Program
  /// The globals, before any template has set anything.
  let globals: [TemplateValue]
  var variables: [TemplateValue]
  /// The variables as they are outside of blocks, loops and macros, for each template that is
  /// rendered or imported: what macros and blocks see, wherever they are called.
  var modules: [Module]
  var module = 0
  var macros: [MacroInstance] = []
  var loops: [LoopState] = []
  var namespaces: [TemplateDictionary] = []
  var cyclers: [Cycler] = []
  var importedModules: [Int: Int] = [:]
  var context: FilterContext
  var layout: Layout?
  var block: BlockPosition?
  /// Whether the templates' blocks are only collected, because another template is extended.
  var skipsBlocks = false
  var callers: [Caller] = []
  var failures: [RecordedFailure] = []
  var steps = 0
  var nesting = 0
  /// Measures the templates; nil, and no work at all, unless somebody asked for it.
  var stopwatch: Stopwatch?
  /// The templates that were looked up.
  private(set) var reads: TemplateReads
  private let outputEnd: Int

  /// The top level of a template that is rendered or imported.
  ///
  /// What it has set itself lies beside what it found, which is shared: an included template that
  /// sets one variable would otherwise copy all of them.
  struct Module {
    let unit: TemplateUnit?
    private let found: [TemplateValue]
    private var set: [(variable: VariableID, value: TemplateValue)] = []

    /// A top level that finds these variables.
    init(_ unit: TemplateUnit?, variables: [TemplateValue]) {
      self.unit = unit
      found = variables
    }

    /// A top level that finds what is set at another one.
    init(_ unit: TemplateUnit?, within outer: Module) {
      self.unit = unit
      found = outer.found
      set = outer.set
    }

    subscript(variable: VariableID) -> TemplateValue {
      get { set.last { $0.variable == variable }?.value ?? found[Int(variable.index)] }
      set {
        if let place = set.firstIndex(where: { $0.variable == variable }) {
          set[place].value = newValue
        } else {
          set.append((variable, newValue))
        }
      }
    }

    /// All variables.
    var variables: [TemplateValue] {
      var all = found
      for (variable, value) in set { all[Int(variable.index)] = value }
      return all
    }
  }

  /// Which definition of which block is rendered.
  struct BlockPosition {
    let name: BlockNameID
    let level: Int
  }

  /// What tells the renderer how a body ended.
  enum Flow { case next, leaveLoop, nextIteration }

  init(program: Program, globals values: [TemplateValue], outputStart: Int) {
    precondition(
      values.count == program.globalVariables.count,
      "a rendering needs a value for each of the environment's globals")
    self.program = program
    var variables = program.initialVariables
    for (variable, value) in zip(program.globalVariables, values) {
      variables[Int(variable.index)] = value
    }
    self.globals = variables
    self.variables = variables
    self.modules = [Module(nil, variables: variables)]
    self.context = program.context
    self.context.globals = values
    self.reads = TemplateReads(templateCount: program.units.count)
    self.outputEnd = outputStart + program.context.limits.outputBytes
  }

  var kind: OutputKind { context.kind }

  subscript(variable: VariableID) -> TemplateValue {
    get { variables[Int(variable.index)] }
    set { variables[Int(variable.index)] = newValue }
  }

  /// Renders a template from its beginning.
  mutating func renderRoot(_ unit: TemplateUnit, into output: inout Bytes) {
    reads.found(unit.number)
    do throws(TemplateFailure) {
      try renderTemplate(unit, into: &output)
    } catch {
      record(error)
    }
  }

  /// The template of a name, if there is one; either way, it is noted.
  mutating func template(named name: String) -> TemplateUnit? {
    guard let unit = program.unit(named: name) else {
      reads.missed(name)
      return nil
    }
    reads.found(unit.number)
    return unit
  }

  // MARK: Failures

  /// Keeps a failure for the report, once, with what led to it.
  mutating func record(_ failure: TemplateFailure) {
    switch failure.weight {
    case .consequence, .end: return
    case .ordinary, .final: break
    }
    guard !failures.contains(where: { $0.isSame(as: failure) }) else { return }
    failures.append(RecordedFailure(failure: failure, callers: callers))
  }

  /// Keeps a failure and goes on, unless a limit was reached.
  mutating func recordOrEnd(_ failure: TemplateFailure) throws(TemplateFailure) {
    if failure.endsRendering { throw failure }
    record(failure)
    if failures.count >= context.limits.errors { throw .enough }
  }

  // MARK: Limits

  mutating func countStep(_ output: borrowing Bytes) throws(TemplateFailure) {
    try countStep()
    try checkSize(output)
  }

  mutating func countStep() throws(TemplateFailure) {
    steps += 1
    if steps > context.limits.steps {
      throw .limit("loops and macros take more than \(context.limits.steps) steps")
    }
  }

  func checkSize(_ output: borrowing Bytes) throws(TemplateFailure) {
    if output.count > outputEnd {
      throw .limit("the output is larger than \(context.limits.outputBytes) bytes")
    }
  }
}

extension TemplateFailure {
  /// A limit is reached: rendering ends.
  static func limit(_ message: String) -> TemplateFailure {
    TemplateFailure("limit-reached", message, weight: .final)
  }

  /// Enough errors were reported: rendering ends without another.
  static let enough = TemplateFailure("limit-reached", "too many errors", weight: .end)

  var endsRendering: Bool {
    switch weight {
    case .ordinary, .consequence: false
    case .final, .end: true
    }
  }
}
