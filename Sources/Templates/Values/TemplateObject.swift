/// A thing of the program's that templates read by attributes, such as a page.
///
/// An attribute is known by its index in the type's list of names, so that reading one at render
/// time is an array access and a `switch`, without comparing names.
public protocol TemplateObject: Sendable {
  /// The names of its attributes, shared by all objects of its kind.
  var type: TemplateObjectType { get }
  /// The value of the attribute at an index of `type.attributes`.
  func attribute(_ index: Int) -> TemplateValue
  /// Whether `if` takes it for true; it does unless the type says otherwise.
  var isTruthy: Bool { get }
  /// What tells it from others of its type, such as its position among them; two objects are
  /// equal where their types are the same and their identities are equal and not nil.
  var identity: Int? { get }
  /// What a `for` runs over and `{% set a, b = … %}` takes apart; nil where it is no list.
  var elements: [TemplateValue]? { get }
  /// What `{{ … }}` prints, and what stands for it where a text is needed; nil where it is no text.
  var printedText: String? { get }
}

extension TemplateObject {
  /// An object is true.
  public var isTruthy: Bool { true }
  /// An object is equal to no other unless its type says otherwise.
  public var identity: Int? { nil }
  /// An object is no list unless its type says otherwise.
  public var elements: [TemplateValue]? { nil }
  /// An object cannot be printed unless its type says otherwise.
  public var printedText: String? { nil }
}

/// The attributes that all objects of one kind have.
///
/// Make one per kind, keep it, and register it in the environment: the table from names to
/// indices is then built when the templates are compiled.
public final class TemplateObjectType: Sendable {
  /// What messages call it, without an article: `page`.
  public let name: String
  /// The names, each at its index.
  public let attributes: [String]
  private let indices: [String: Int]

  /// A type under its name, with the names of its attributes.
  ///
  /// - Precondition: no name occurs twice.
  public init(name: String, attributes: [String]) {
    self.name = name
    self.attributes = attributes
    self.indices = Dictionary(
      uniqueKeysWithValues: attributes.enumerated().map { ($0.element, $0.offset) })
  }

  /// The index of an attribute, where there is one of this name.
  public func index(of attribute: String) -> Int? { indices[attribute] }

  /// `a page`, `an event`.
  var nameWithArticle: String {
    name.first.map { "aeiouAEIOU".contains($0) } == true ? "an \(name)" : "a \(name)"
  }
}
