import Diagnostics

/// One template, compiled: immutable, and shared by all threads that render it.
final class TemplateUnit: Sendable {
  /// How a template names the one it extends.
  struct Parent: Sendable {
    let name: ExpressionID
    /// The name, where it is constant.
    let constantName: String?
    let span: ByteSpan
  }

  /// Its number in the set.
  let number: Int
  let name: String
  let source: SourceText
  let kind: OutputKind
  let contents: Contents

  init(number: Int, name: String, source: SourceText, contents: Contents) {
    self.number = number
    self.name = name
    self.source = source
    self.kind = OutputKind(templateName: name)
    self.contents = contents
  }

  /// What the parser builds.
  struct Contents: Sendable {
    var expressions: [ExpressionNode] = []
    var expressionSpans: [ByteSpan] = []
    var operands: [ExpressionID] = []
    var constants: [TemplateValue] = []
    var calls: [CallSite] = []
    var chains: [ComparisonChain] = []
    var statements: [StatementNode] = []
    var statementSpans: [ByteSpan] = []
    var loops: [LoopStatement] = []
    var assignments: [AssignmentStatement] = []
    var blockAssignments: [BlockAssignmentStatement] = []
    var withs: [WithStatement] = []
    var includes: [IncludeStatement] = []
    var blocks: [BlockStatement] = []
    var macros: [MacroDefinition] = []
    var imports: [ImportStatement] = []
    var callBlocks: [CallBlockStatement] = []
    var filterBlocks: [FilterBlockStatement] = []
    var body = Body.empty
    var parent: Parent?
    /// The variables that are set outside of blocks, loops and macros.
    var topLevelNames: [VariableID] = []
  }

  /// The block of a name in this template, if it defines it.
  func block(named name: BlockNameID) -> Int? {
    contents.blocks.firstIndex { $0.name == name }
  }

  func span(of expression: ExpressionID) -> ByteSpan {
    expression.isNone ? ByteSpan(0, 0) : contents.expressionSpans[Int(expression.index)]
  }
}
