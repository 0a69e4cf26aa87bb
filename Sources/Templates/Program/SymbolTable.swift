import Text

/// The names of a set of templates.
struct SymbolTable: Sendable {
  /// The variable that holds the text of a block while the block's filters are applied to it.
  static let captured = VariableID(index: 0)
  static let loop = VariableID(index: 1)
  static let caller = VariableID(index: 2)
  static let variableArguments = VariableID(index: 3)
  static let keywordArguments = VariableID(index: 4)

  /// The names that the language gives a meaning to, each at the number of its constant above.
  private static let reserved = [" captured", "loop", "caller", "varargs", "kwargs"]

  private(set) var variables = NameTable(reserved)
  private(set) var attributes = NameTable(LoopAttribute.allCases.map(\.rawValue))
  private(set) var blocks = NameTable()

  mutating func variable(_ name: String) -> VariableID {
    VariableID(index: Int32(variables.insert(name).number))
  }

  mutating func attribute(_ name: String) -> AttributeID {
    AttributeID(index: Int32(attributes.insert(name).number))
  }

  mutating func block(_ name: String) -> BlockNameID {
    BlockNameID(index: Int32(blocks.insert(name).number))
  }

  /// The variable of a name, where a template has it.
  func knownVariable(_ name: String) -> VariableID? {
    variables.number(of: name).map { VariableID(index: Int32($0)) }
  }

  /// The attribute of a name, where a template has it.
  func knownAttribute(_ name: String) -> AttributeID? {
    attributes.number(of: name).map { AttributeID(index: Int32($0)) }
  }

  func name(of variable: VariableID) -> String { variables.names[Int(variable.index)] }
  func name(of attribute: AttributeID) -> String { attributes.names[Int(attribute.index)] }
  func name(of block: BlockNameID) -> String { blocks.names[Int(block.index)] }
}

/// What `loop` tells inside a `for`; the attributes' numbers begin with these.
enum LoopAttribute: String, Sendable, CaseIterable {
  case index
  case index0
  case revindex
  case revindex0
  case first
  case last
  case length
  case depth
  case depth0
  case previtem
  case nextitem
  case cycle
  case changed

  private static let byNumber = allCases

  init?(_ attribute: AttributeID) {
    guard Int(attribute.index) < Self.byNumber.count else { return nil }
    self = Self.byNumber[Int(attribute.index)]
  }
}
