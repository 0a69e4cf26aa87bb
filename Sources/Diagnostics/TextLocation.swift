/// A place in a file as a person counts it, with the piece of the line that shows it.
public struct TextLocation: Sendable, Hashable {
  /// The file, relative to the site's folder.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The character in the line, from 1.
  public var column: Int
  /// How many characters are meant, at least 1.
  public var length: Int
  /// The line itself; nil where the file's text is not at hand (a folder, a missing file).
  public var excerpt: TextExcerpt?

  /// A place in a file.
  public init(path: String, line: Int, column: Int, length: Int = 1, excerpt: TextExcerpt? = nil) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
  }

  /// A file as a whole, for problems that have no line: it stands at 1:1, without an excerpt.
  public static func file(_ path: String) -> TextLocation {
    TextLocation(path: path, line: 1, column: 1)
  }
}

/// The source line around a problem, in three parts, so that a mark can be drawn under the middle.
public struct TextExcerpt: Sendable, Hashable {
  /// What stands before the problem in its line.
  public var before: String
  /// What is meant; may be empty.
  public var marked: String
  /// The rest of the line.
  public var after: String
  /// Whether the line begins before `before` does, because it is very long.
  public var isCutAtStart: Bool
  /// Whether the line goes on after `after`, because it is very long.
  public var isCutAtEnd: Bool

  /// An excerpt in its parts.
  public init(
    before: String, marked: String, after: String, isCutAtStart: Bool = false,
    isCutAtEnd: Bool = false
  ) {
    self.before = before
    self.marked = marked
    self.after = after
    self.isCutAtStart = isCutAtStart
    self.isCutAtEnd = isCutAtEnd
  }
}
