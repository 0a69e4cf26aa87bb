/// What one rendering may use, so that no template runs for ever or fills the memory.
public struct TemplateLimits: Sendable {
  /// Iterations of all loops, and calls of macros and includes, together.
  public var steps = 10_000_000
  /// Bytes of the output, and of any single text on the way to it.
  public var outputBytes = 64 << 20
  /// Elements of any single list that a template makes.
  public var elements = 1_000_000
  /// Templates included and macros called within one another.
  public var depth = 100
  /// Different errors that one rendering reports before it ends.
  public var errors = 20

  /// The usual limits.
  public init() {}

  /// Refuses a text that is larger than an output may be.
  func check(_ text: String) throws(TemplateFailure) {
    guard text.utf8.count <= outputBytes else {
      throw .limit("the text is larger than \(outputBytes) bytes")
    }
  }
}
