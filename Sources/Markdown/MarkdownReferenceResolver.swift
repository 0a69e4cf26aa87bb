public import Text

/// Decides where the links and images of a Markdown text lead, and how components are written.
///
/// It is asked once for each link and image in the order of the text (and may collect what it saw),
/// except for those whose address could run a script: they never reach the page.
public protocol MarkdownReferenceResolver {
  /// The target of a reference.
  mutating func resolve(_ reference: MarkdownReference) -> MarkdownTarget
  /// Whether components have a form of their own; otherwise they are written as plain Markdown is.
  var writesComponents: Bool { get }
  /// Appends a component as HTML to a page; called only where `writesComponents` is true.
  mutating func write(_ component: MarkdownComponent, into html: inout Bytes)
}

extension MarkdownReferenceResolver {
  /// No component has a form of its own.
  public var writesComponents: Bool { false }
  /// Writes nothing.
  public mutating func write(_ component: MarkdownComponent, into html: inout Bytes) {}
}

/// Leaves every link and image as the author wrote it.
public struct UnchangedReferences: MarkdownReferenceResolver, Sendable {
  /// A resolver that changes nothing.
  public init() {}

  /// A target that leaves the reference as it is.
  public func resolve(_ reference: MarkdownReference) -> MarkdownTarget { MarkdownTarget() }
}
