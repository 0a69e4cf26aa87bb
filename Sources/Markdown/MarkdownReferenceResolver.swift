/// Decides where the links and images of a Markdown text lead.
///
/// It is asked once for each link and image in the order of the text (and may collect what it saw),
/// except for those whose address could run a script: they never reach the page.
public protocol MarkdownReferenceResolver {
  /// The target of a reference.
  mutating func resolve(_ reference: MarkdownReference) -> MarkdownTarget
}

/// Leaves every link and image as the author wrote it.
public struct UnchangedReferences: MarkdownReferenceResolver, Sendable {
  /// A resolver that changes nothing.
  public init() {}

  /// A target that leaves the reference as it is.
  public func resolve(_ reference: MarkdownReference) -> MarkdownTarget { MarkdownTarget() }
}
