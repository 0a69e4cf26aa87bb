/// An expression, in a form that is quick to evaluate.
///
/// A node holds numbers only and no references, so that looking at one never touches a reference
/// count: that is what evaluating a tree of objects or of closures spends most of its time on.
enum ExpressionNode: Sendable {
  case constant(Int32)
  case variable(VariableID)
  case list(OperandRange)
  case tuple(OperandRange)
  /// Keys and values in turn.
  case dictionary(OperandRange)
  case attribute(of: ExpressionID, AttributeID, isOptional: Bool)
  case element(of: ExpressionID, at: ExpressionID, isOptional: Bool)
  /// Start, stop and step, each of which may be missing.
  case slice(of: ExpressionID, OperandRange)
  case negated(ExpressionID)
  case positive(ExpressionID)
  case not(ExpressionID)
  case arithmetic(ArithmeticOperator, ExpressionID, ExpressionID)
  case concatenation(OperandRange)
  case comparison(ComparisonOperator, ExpressionID, ExpressionID)
  /// `a < b < c`: the operators are in the template's list of chains.
  case comparisonChain(Int32)
  case and(ExpressionID, ExpressionID)
  case or(ExpressionID, ExpressionID)
  case conditional(if: ExpressionID, then: ExpressionID, else: ExpressionID)
  case filter(Int32, ExpressionID, call: Int32)
  /// `value | default(…)`: the one filter whose subject may be missing.
  case defaulted(ExpressionID, call: Int32)
  case test(Int32, ExpressionID, call: Int32)
  /// `value is defined`: the one test whose subject may be missing.
  case isDefined(ExpressionID)
  case call(ExpressionID, call: Int32)
  /// `value.name(…)`
  case methodCall(ExpressionID, AttributeID, call: Int32)
  /// `super()`, as many levels up as it is written.
  case parentBlock
  /// `self.name()`
  case blockCall(BlockNameID)
}

enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "**"
}

enum ComparisonOperator: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contained = "in"
  case notContained = "not in"
}

/// What stands in the parentheses of a call.
struct CallSite: Sendable {
  struct NamedArgument: Sendable {
    let name: String
    let value: ExpressionID
  }

  var positional = OperandRange.empty
  var named: [NamedArgument] = []
  /// What stands in `*arguments`.
  var spread = ExpressionID.none
  /// What stands in `**arguments`.
  var namedSpread = ExpressionID.none

  /// Whether nothing stands there, which needs no evaluation.
  var isEmpty: Bool {
    positional.isEmpty && named.isEmpty && spread.isNone && namedSpread.isNone
  }
}

/// What stands in `a < b <= c`.
struct ComparisonChain: Sendable {
  let first: ExpressionID
  let links: [(operator: ComparisonOperator, operand: ExpressionID)]
}
