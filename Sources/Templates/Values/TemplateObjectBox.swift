/// An object inside a value, with its type at hand.
///
/// A class, so that an attribute is read through the value without a copy of the object, which
/// would cost as much as the reading.
public final class TemplateObjectBox: Sendable {
  /// The object.
  public let object: any TemplateObject
  /// The type of the object.
  public let type: TemplateObjectType

  init(_ object: consuming any TemplateObject) {
    self.type = object.type
    self.object = object
  }
}

extension TemplateValue {
  /// A thing of the program's with attributes, such as a page.
  public static func object(_ object: consuming any TemplateObject) -> TemplateValue {
    .object(TemplateObjectBox(object))
  }
}
