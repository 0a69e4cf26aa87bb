/// A statement, in a form that is quick to run: like an expression, numbers only.
enum StatementNode: Sendable {
  /// Bytes of the source, as they stand.
  case text(ByteSpan)
  case output(ExpressionID)
  case conditional(if: ExpressionID, then: Body, else: Body)
  case loop(Int32)
  case assignment(Int32)
  case blockAssignment(Int32)
  case with(Int32)
  case include(Int32)
  case block(Int32)
  case macro(Int32)
  case importModule(Int32)
  case callBlock(Int32)
  case filterBlock(Int32)
  case autoescape(ExpressionID, Body)
  case `break`
  case `continue`
}

/// Where a value is stored.
indirect enum AssignmentTarget: Sendable {
  case variable(VariableID)
  case list([AssignmentTarget], ByteSpan)
  /// `namespace.name`
  case member(VariableID, String, ByteSpan)

  /// The variables that are given a value.
  var variables: [VariableID] {
    switch self {
    case .variable(let variable): [variable]
    case .list(let targets, _): targets.flatMap(\.variables)
    case .member: []
    }
  }
}

/// The statement `{% for target in items if condition recursive %}`.
struct LoopStatement: Sendable {
  let target: AssignmentTarget
  let items: ExpressionID
  let condition: ExpressionID
  let isRecursive: Bool
  let body: Body
  let otherwise: Body
  /// The variables that an iteration is given.
  let ownVariables: [VariableID]
  /// The variables that an iteration may set, apart from the target and `loop`.
  let locals: [VariableID]
  let span: ByteSpan
}

/// The statement `{% set target = value %}`.
struct AssignmentStatement: Sendable {
  let target: AssignmentTarget
  let value: ExpressionID
  let isTopLevel: Bool
  let span: ByteSpan
}

/// The statement `{% set target | filters %}…{% endset %}`.
struct BlockAssignmentStatement: Sendable {
  let target: AssignmentTarget
  /// The filters, applied to the variable `captured`; none where there are none.
  let filtered: ExpressionID
  let body: Body
  let locals: [VariableID]
  let isTopLevel: Bool
  let span: ByteSpan
}

/// The statement `{% with a = 1, b = 2 %}…{% endwith %}`.
struct WithStatement: Sendable {
  let targets: [AssignmentTarget]
  let values: [ExpressionID]
  let body: Body
  let locals: [VariableID]
}

/// The statement `{% include names ignore missing without context %}`.
struct IncludeStatement: Sendable {
  let name: ExpressionID
  /// The names, where they are constant.
  let constantNames: [String]?
  let ignoresMissing: Bool
  let hasContext: Bool
  let span: ByteSpan
}

/// The statement `{% block name scoped required %}…{% endblock %}`.
struct BlockStatement: Sendable {
  let name: BlockNameID
  let nameSpan: ByteSpan
  let isScoped: Bool
  let isRequired: Bool
  let body: Body
  /// The variables that the block may set; they are gone after it.
  let locals: [VariableID]
  /// The variables of loops and the like around the block, which it must not see.
  let hidden: [VariableID]
}

/// `{% macro name(parameters) %}…{% endmacro %}`, or the body of `{% call %}`.
struct MacroDefinition: Sendable {
  struct Parameter: Sendable {
    let name: String
    let variable: VariableID
    let fallback: ExpressionID
  }

  let name: String
  let variable: VariableID?
  let parameters: [Parameter]
  let body: Body
  let locals: [VariableID]
  /// The variables that the body reads and does not own: they come from where it was defined.
  let free: [VariableID]
  /// Whether the body includes templates, which may read any variable.
  let readsEverything: Bool
  let usesCaller: Bool
  let usesVariableArguments: Bool
  let usesKeywordArguments: Bool
  let isTopLevel: Bool
  let span: ByteSpan
}

/// The statement `{% import "name" as target %}` or `{% from "name" import a as b %}`.
struct ImportStatement: Sendable {
  struct Member: Sendable {
    let name: String
    let variable: VariableID
    let span: ByteSpan
  }

  let name: ExpressionID
  let constantName: String?
  /// The variable that holds all of it; nil for `from`.
  let module: VariableID?
  let members: [Member]
  let hasContext: Bool
  let isTopLevel: Bool
  let span: ByteSpan
}

/// The statement `{% call(parameters) callee(…) %}…{% endcall %}`.
struct CallBlockStatement: Sendable {
  let callee: ExpressionID
  let call: Int32
  let macro: Int32
  let span: ByteSpan
}

/// The statement `{% filter name %}…{% endfilter %}`.
struct FilterBlockStatement: Sendable {
  /// The filters, applied to the variable `captured`.
  let filtered: ExpressionID
  let body: Body
  let locals: [VariableID]
}
