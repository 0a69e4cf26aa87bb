/// Numbers for names: the same number for the same name.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  init(_ names: [String] = []) {
    for name in names { _ = number(of: name) }
  }

  /// The number of a name, a new one where it has none.
  mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  /// The number of a name, where it has one.
  func knownNumber(of name: String) -> Int32? { numbers[name] }

  subscript(number: Int32) -> String { names[Int(number)] }
}

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
    VariableID(index: variables.number(of: name))
  }

  mutating func attribute(_ name: String) -> AttributeID {
    AttributeID(index: attributes.number(of: name))
  }

  mutating func block(_ name: String) -> BlockNameID {
    BlockNameID(index: blocks.number(of: name))
  }

  func name(of variable: VariableID) -> String { variables[variable.index] }
  func name(of attribute: AttributeID) -> String { attributes[attribute.index] }
  func name(of block: BlockNameID) -> String { blocks[block.index] }
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
