/// The number of a variable's name, the same in all templates of a set: its place in the array of
/// variables while rendering.
struct VariableID: Sendable, Hashable {
  let index: Int32
}

/// The number of an attribute's name, the same in all templates of a set.
struct AttributeID: Sendable, Hashable {
  let index: Int32
}

/// The number of a block's name, the same in all templates of a set.
struct BlockNameID: Sendable, Hashable {
  let index: Int32
}

/// The place of an expression in its template.
struct ExpressionID: Sendable, Hashable {
  let index: Int32

  /// No expression, such as the `else` of an `if` that has none.
  static let none = ExpressionID(index: -1)

  var isNone: Bool { index < 0 }
}

/// Expressions that stand one after the other in their template's list of operands.
struct OperandRange: Sendable, Hashable {
  let start: Int32
  let end: Int32

  static let empty = OperandRange(start: 0, end: 0)

  var isEmpty: Bool { start == end }
  var indices: Range<Int> { Int(start)..<Int(end) }
}

/// Statements that stand one after the other in their template.
struct Body: Sendable, Hashable {
  let start: Int32
  let end: Int32

  static let empty = Body(start: 0, end: 0)

  var isEmpty: Bool { start == end }
  var indices: Range<Int> { Int(start)..<Int(end) }
}
