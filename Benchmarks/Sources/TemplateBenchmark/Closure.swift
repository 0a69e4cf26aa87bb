import Templates
import Text

/// An evaluator of the other kind, to compare with: each part of a template is a function that was
/// made once, and rendering calls them one within another.
///
/// It does what the library does for the same parts, by the same means: variables in slots, values
/// of the same type, attributes by an index that was found beforehand, failures as typed throws, a
/// count of steps, escaping as HTML. It lacks what a page of the benchmark does not need: places in
/// messages, limits, white space, inheritance worked out while rendering.
struct Closure {
  /// A failure that the library would report with its place.
  struct Failure: Error { let message: String }

  /// What changes while a page is rendered.
  struct State {
    var variables: [TemplateValue]
    var steps = 0
  }

  typealias Expression = (inout State) throws(Failure) -> TemplateValue
  typealias Statement = (inout State, inout Bytes) throws(Failure) -> Void

  let body: Statement

  func render(_ globals: [TemplateValue], slots: Int, into output: inout Bytes) throws(Failure) {
    let empty = TemplateValue.undefined(.notSet)
    var state = State(
      variables: globals + Array(repeating: empty, count: slots - globals.count))
    try body(&state, &output)
  }
}

// What a compiler would make of the tags.
extension Closure {
  static func text(_ text: String) -> Statement {
    let bytes = Bytes(text.utf8)
    return { _, output in output.append(contentsOf: bytes) }
  }

  static func output(_ value: @escaping Expression) -> Statement {
    { (state, output) throws(Failure) in
      switch try value(&state) {
      case .text(let text): output.append(escapingHTML: text)
      case .markup(let bytes): output.append(contentsOf: bytes)
      case .integer(let integer): output.append(decimal: integer)
      case .number(let number): output.append(number.description)
      default: throw Failure(message: "this cannot be printed")
      }
    }
  }

  static func sequence(_ statements: [Statement]) -> Statement {
    { (state, output) throws(Failure) in
      for statement in statements { try statement(&state, &output) }
    }
  }

  static func conditional(
    _ test: @escaping Expression, _ then: @escaping Statement, else otherwise: Statement? = nil
  ) -> Statement {
    { (state, output) throws(Failure) in
      if try test(&state).isTruthy {
        try then(&state, &output)
      } else {
        try otherwise?(&state, &output)
      }
    }
  }

  static func set(_ slot: Int, _ value: @escaping Expression) -> Statement {
    { (state, _) throws(Failure) in state.variables[slot] = try value(&state) }
  }

  static func loop(_ slot: Int, _ items: @escaping Expression, _ body: @escaping Statement)
    -> Statement
  {
    { (state, output) throws(Failure) in
      guard case .list(let items) = try items(&state) else {
        throw Failure(message: "a 'for' cannot run over this")
      }
      let saved = state.variables[slot]
      for item in items {
        state.steps += 1
        guard state.steps < 10_000_000 else { throw Failure(message: "too many steps") }
        state.variables[slot] = item
        try body(&state, &output)
      }
      state.variables[slot] = saved
    }
  }

  static func variable(_ slot: Int) -> Expression {
    { (state) throws(Failure) in
      let value = state.variables[slot]
      if case .undefined = value { throw Failure(message: "this is not defined") }
      return value
    }
  }

  /// An attribute, with its index in the type that the benchmark's value has.
  static func attribute(
    _ base: @escaping Expression, _ name: String, _ type: TemplateObjectType
  ) -> Expression {
    let index = type.attributes.firstIndex(of: name) ?? 0
    return { (state) throws(Failure) in
      guard case .object(let box) = try base(&state), box.type === type else {
        throw Failure(message: "there is no '\(name)'")
      }
      return box.object.attribute(index)
    }
  }

  static func equal(_ left: @escaping Expression, _ right: @escaping Expression) -> Expression {
    { (state) throws(Failure) in
      let (a, b) = (try left(&state), try right(&state))
      guard case .text(let a) = a, case .text(let b) = b else { return false }
      return .bool(a == b)
    }
  }

  static func or(_ left: @escaping Expression, _ right: @escaping Expression) -> Expression {
    { (state) throws(Failure) in
      let value = try left(&state)
      return value.isTruthy ? value : try right(&state)
    }
  }

  static func constant(_ value: TemplateValue) -> Expression { { _ in value } }

  static func join(_ items: @escaping Expression, _ separator: String) -> Expression {
    { (state) throws(Failure) in
      guard case .list(let items) = try items(&state) else {
        throw Failure(message: "'join' needs a list")
      }
      return .text(items.compactMap(\.asText).joined(separator: separator))
    }
  }
}
