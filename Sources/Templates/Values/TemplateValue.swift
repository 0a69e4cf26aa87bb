public import CivilTime
public import Text

/// Anything that a template can hold in a variable.
///
/// The set is closed: a filter switches over it exhaustively, and nothing is ever looked at by
/// reflection.
public enum TemplateValue: Sendable {
  /// A name without a value. It is never printed silently: reading it is an error, unless the
  /// template allows for it with `default`, `is defined` or `?.`.
  case undefined(UndefinedReason)
  /// A known absence, such as the image of a page that has none.
  case none
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction.
  case number(Double)
  /// Text, which is escaped when it is printed.
  case text(String)
  /// Text that is safe in the output as it is, such as rendered Markdown.
  case markup(Bytes)
  /// An instant with the offset under which it was written.
  case date(Timestamp)
  /// Values in order.
  case list([TemplateValue])
  /// Values in order that are written with commas, or belong together as a key and its value do:
  /// `(1, 2)`. What can be done with a list can be done with them, but for joining the two.
  case tuple([TemplateValue])
  /// Values in order that are made when they are read.
  indirect case sequence(any TemplateSequence)
  /// Values under names, in the order in which they were added.
  indirect case dictionary(TemplateDictionary)
  /// A thing of the program's with attributes, such as a page.
  case object(TemplateObjectBox)
  /// Something that can be called.
  indirect case function(TemplateFunction)
  /// Something that lives as long as one rendering: a macro, a loop, a namespace.
  case reference(TemplateReference)
}

/// Why a value is missing; decides how a message about it reads.
public enum UndefinedReason: Sendable, Hashable {
  /// Nothing was ever stored under the name.
  case notSet
  /// An object or a dictionary has no such attribute.
  case noAttribute
  /// A list has no such element.
  case noElement
  /// The argument was not given to a macro.
  case notGiven
  /// An `if` without `else` inside an expression was false: prints nothing.
  case noElse
  /// The value could not be made; the error about it has been reported.
  case failed
}

/// A handle to something that exists during one rendering only.
///
/// It is a number, not a pointer, so that values stay immutable and can cross threads; outside
/// the rendering that made it, it means nothing.
public struct TemplateReference: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case namespace, macro, loop, cycler, joiner, module
  }
  let kind: Kind
  let index: Int
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  /// Text.
  public init(stringLiteral text: String) { self = .text(text) }
  /// A whole number.
  public init(integerLiteral number: Int) { self = .integer(number) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A list.
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}
