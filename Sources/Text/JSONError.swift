/// Why a text is no JSON, with its place.
public struct JSONError: Error, Sendable, Hashable {
  /// What is wrong: lower case, no full stop.
  public let message: String
  /// The bytes that are meant.
  public let range: Range<Int>

  /// A mistake at a place.
  public init(message: String, range: Range<Int>) {
    self.message = message
    self.range = range
  }
}
