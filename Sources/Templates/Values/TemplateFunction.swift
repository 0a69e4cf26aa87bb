/// Something that templates can call, such as `asset("style.css")`.
public struct TemplateFunction: Sendable {
  /// What a function does: a value for its arguments, or a failure that names what is wrong.
  public typealias Body =
    @Sendable (TemplateArguments) throws(TemplateFailure) -> TemplateValue

  /// The name under which templates and messages know it.
  public let name: String
  /// What the renderer itself makes, since it lives as long as one rendering.
  let maker: Maker?
  private let body: Body

  enum Maker: Sendable { case namespace, cycler, joiner }

  /// A function under its name.
  public init(name: String, _ body: @escaping Body) {
    self.name = name
    self.maker = nil
    self.body = body
  }

  /// A function that the renderer carries out.
  init(name: String, maker: Maker) {
    self.name = name
    self.maker = maker
    self.body = { (_) throws(TemplateFailure) in .none }
  }

  /// The value for some arguments.
  public func callAsFunction(_ arguments: TemplateArguments) throws(TemplateFailure)
    -> TemplateValue
  {
    try body(arguments)
  }
}
