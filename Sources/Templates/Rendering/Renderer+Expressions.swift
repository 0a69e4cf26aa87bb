import Diagnostics
import Text

extension Renderer {
  /// The value of an expression; a failure where a name in it has none.
  mutating func evaluate(_ expression: ExpressionID, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateValue
  {
    switch unit.contents.expressions[Int(expression.index)] {
    case .constant(let number): return unit.contents.constants[Int(number)]
    case .variable(let variable):
      let value = self[variable]
      if case .undefined(let reason) = value, reason != .noElse {
        throw undefined(variable, reason).placed(unit.number, unit.span(of: expression))
      }
      return value
    case .attribute(let base, let name, let isOptional):
      if isOptional { return try optional(expression, unit) }
      let subject = try evaluate(base, unit)
      let value = attribute(name, of: subject)
      if case .undefined(.noAttribute) = value {
        throw missing(name, of: subject, base, unit).placed(
          unit.number, unit.span(of: expression))
      }
      return value
    case .element(let base, let key, let isOptional):
      if isOptional { return try optional(expression, unit) }
      let subject = try evaluate(base, unit)
      let position = try evaluate(key, unit)
      let value = element(position, of: subject)
      if value.isUndefined {
        throw subject.missingElement(position).placed(unit.number, unit.span(of: expression))
      }
      return value
    case .and(let left, let right):
      let value = try evaluate(left, unit)
      return value.isTruthy ? try evaluate(right, unit) : value
    case .or(let left, let right):
      let value = try evaluate(left, unit)
      return value.isTruthy ? value : try evaluate(right, unit)
    case .not(let operand): return .bool(!(try evaluate(operand, unit).isTruthy))
    case .conditional(let test, let value, let otherwise):
      if try evaluate(test, unit).isTruthy { return try evaluate(value, unit) }
      return otherwise.isNone ? .undefined(.noElse) : try evaluate(otherwise, unit)
    case .isDefined(let subject): return .bool(!(try evaluateIfPresent(subject, unit).isUndefined))
    case .defaulted(let subject, let call): return try defaulted(subject, call, unit)
    case .list(let range): return .list(try values(range, unit))
    case .tuple(let range): return .tuple(try values(range, unit))
    default:
      do throws(TemplateFailure) {
        return try evaluateRest(unit.contents.expressions[Int(expression.index)], unit)
      } catch {
        throw error.placed(unit.number, unit.span(of: expression))
      }
    }
  }

  /// The kinds of expressions whose failures get the place of the whole expression.
  private mutating func evaluateRest(_ node: ExpressionNode, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateValue
  {
    switch node {
    case .comparison(let kind, let left, let right):
      let left = try evaluate(left, unit)
      return .bool(try kind.holds(left, try evaluate(right, unit)))
    case .comparisonChain(let number): return try chain(number, unit)
    case .arithmetic(let kind, let left, let right):
      let left = try evaluate(left, unit)
      return try kind.apply(left, try evaluate(right, unit), context)
    case .concatenation(let range): return try concatenate(values(range, unit))
    case .negated(let operand): return try evaluate(operand, unit).negated()
    case .positive(let operand):
      let value = try evaluate(operand, unit)
      guard value.asNumber != nil else {
        throw TemplateFailure("wrong-kind", "'+' needs a number, and got \(value.kindName)")
      }
      return value
    case .filter(let number, let subject, let call):
      let value = try evaluate(subject, unit)
      let arguments = try arguments(of: call, unit)
      return try program.vocabulary.filters[Int(number)].body(value, arguments, context)
    case .test(let number, let subject, let call):
      let value = try evaluateIfPresent(subject, unit)
      let arguments = try arguments(of: call, unit)
      return .bool(try program.vocabulary.tests[Int(number)].body(value, arguments))
    case .call(let callee, let call): return try self.call(callee, call, unit)
    case .methodCall(let base, let name, let call):
      return try callMethod(base, name, call, unit)
    case .dictionary(let range): return try dictionary(range, unit)
    case .slice(let base, let range): return try slice(base, range, unit)
    case .parentBlock:
      var bytes = Bytes()
      try renderParentBlock(into: &bytes)
      return captured(bytes)
    case .blockCall(let name):
      var bytes = Bytes()
      try renderNamedBlock(name, into: &bytes)
      return captured(bytes)
    case .constant, .variable, .attribute, .element, .and, .or, .not, .conditional, .isDefined,
      .defaulted, .list, .tuple:
      preconditionFailure("'evaluate' handles these itself")
    }
  }

  /// The value of an expression, undefined where a name or an attribute in it has none.
  mutating func evaluateIfPresent(_ expression: ExpressionID, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateValue
  {
    switch unit.contents.expressions[Int(expression.index)] {
    case .variable(let variable):
      let value = self[variable]
      if case .undefined(.failed) = value { throw .consequence }
      return value
    case .attribute(let base, let name, let isOptional):
      let subject = try evaluateIfPresent(base, unit)
      guard subject.isPresent else { return isOptional ? .none : .undefined(.noAttribute) }
      let value = attribute(name, of: subject)
      return isOptional && value.isUndefined ? .none : value
    case .element(let base, let key, let isOptional):
      let subject = try evaluateIfPresent(base, unit)
      guard subject.isPresent else { return isOptional ? .none : .undefined(.noElement) }
      let value = element(try evaluate(key, unit), of: subject)
      return isOptional && value.isUndefined ? .none : value
    case .filter(let number, _, _) where program.vocabulary.filters[Int(number)].name == "attr":
      do throws(TemplateFailure) {
        return try evaluate(expression, unit)
      } catch {
        guard error.rule == "unknown-attribute" else { throw error }
        return .undefined(.noAttribute)
      }
    default: return try evaluate(expression, unit)
    }
  }

  /// `value?.name` and `value?[key]`: none where any of it is missing.
  private mutating func optional(_ expression: ExpressionID, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateValue
  {
    let value = try evaluateIfPresent(expression, unit)
    return value.isUndefined ? .none : value
  }

  private mutating func defaulted(
    _ subject: ExpressionID, _ call: Int32, _ unit: TemplateUnit
  ) throws(TemplateFailure) -> TemplateValue {
    let value = try evaluateIfPresent(subject, unit)
    let arguments = try arguments(of: call, unit)
    let isMissing = !value.isPresent || (arguments.isTrue(1, "boolean") && !value.isTruthy)
    guard isMissing else { return value }
    return arguments.value(0, "default_value") ?? .text("")
  }

  private mutating func values(_ range: OperandRange, _ unit: TemplateUnit)
    throws(TemplateFailure) -> [TemplateValue]
  {
    var values: [TemplateValue] = []
    values.reserveCapacity(range.indices.count)
    for index in range.indices {
      values.append(try evaluate(unit.contents.operands[index], unit))
    }
    return values
  }

  private mutating func dictionary(_ range: OperandRange, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateValue
  {
    let values = try values(range, unit)
    var dictionary = TemplateDictionary()
    for index in stride(from: 0, to: values.count, by: 2) {
      guard let key = values[index].keyText else {
        throw TemplateFailure("wrong-kind", "\(values[index].kindName) cannot be a key")
      }
      dictionary[key] = values[index + 1]
    }
    return .dictionary(dictionary)
  }

  private mutating func chain(_ number: Int32, _ unit: TemplateUnit)
    throws(TemplateFailure) -> TemplateValue
  {
    let chain = unit.contents.chains[Int(number)]
    var left = try evaluate(chain.first, unit)
    for link in chain.links {
      let right = try evaluate(link.operand, unit)
      guard try link.operator.holds(left, right) else { return .bool(false) }
      left = right
    }
    return .bool(true)
  }

  /// `a ~ b`: one text; safe where one of them is and the output is escaped.
  private func concatenate(_ values: [TemplateValue]) throws(TemplateFailure) -> TemplateValue {
    try TemplateValue.joined(values, separator: .text(""), context)
  }

  // MARK: Failures

  private func undefined(_ variable: VariableID, _ reason: UndefinedReason) -> TemplateFailure {
    let name = program.symbols.name(of: variable)
    switch reason {
    case .failed: return .consequence
    case .notGiven where variable == SymbolTable.caller:
      return TemplateFailure(
        "undefined-name", "'caller' is not defined, since the macro was not called by 'call'",
        help: ["ask with `{% if caller is defined %}`, or use `{% call %}`"])
    case .notGiven:
      return TemplateFailure(
        "undefined-name", "the argument '\(name)' was not given",
        help: ["give the parameter a default: `{% macro name(\(name)='…') %}`"])
    case .notSet where name == "null" || name == "nil":
      return TemplateFailure(
        "undefined-name", "'\(name)' is not defined", help: ["write `none`"])
    case .notSet, .noAttribute, .noElement, .noElse:
      let known = program.symbols.variables.names.indices.filter { !variables[$0].isUndefined }
      return TemplateFailure(
        "undefined-name", "'\(name)' is not defined",
        help: suggestions(
          for: name, among: known.map { program.symbols.variables.names[$0] }.sortedForHelp(),
          called: "names"))
    }
  }

  private func missing(
    _ name: AttributeID, of subject: TemplateValue, _ base: ExpressionID, _ unit: TemplateUnit
  ) -> TemplateFailure {
    let text = program.symbols.name(of: name)
    switch subject {
    case .reference(let reference): return missingMember(text, reference)
    case .none:
      let shown = unit.source.bytes[unit.span(of: base).range].text
      return TemplateFailure(
        "unknown-attribute", "'\(shown)' is none and has no attribute '\(text)'",
        help: ["write `\(shown)?.\(text)`, or test it with `{% if \(shown) %}` first"])
    default: return subject.missingAttribute(text)
    }
  }

  private func missingMember(_ name: String, _ reference: TemplateReference) -> TemplateFailure {
    switch reference.kind {
    case .module: return missingMember(name, of: reference.index)
    case .loop:
      return TemplateFailure(
        "unknown-attribute", "a loop has no attribute '\(name)'",
        help: suggestions(
          for: name, among: LoopAttribute.allCases.map(\.rawValue), called: "attributes of 'loop'"))
    case .namespace:
      return TemplateFailure(
        "unknown-attribute", "the namespace has no attribute '\(name)'",
        help: suggestions(
          for: name, among: namespaces[reference.index].keys, called: "its attributes"))
    case .macro, .cycler, .joiner:
      return TemplateFailure(
        "unknown-attribute",
        "\(TemplateValue.reference(reference).kindName) has no attribute '\(name)'")
    }
  }
}
