/// A piece of HTML.
enum HTMLToken: Sendable, Hashable {
  /// Text, with its character references resolved.
  case text(String)
  /// A start tag: the name in lower case, and the attributes.
  case start(String, HTMLAttributes)
  /// An end tag: the name in lower case.
  case end(String)
}

/// The attributes of a tag; of two with one name the first counts.
struct HTMLAttributes: Sendable, Hashable {
  private var values: [String: String] = [:]

  subscript(name: String) -> String? { values[name] }

  /// Whether one of the words of `class` is this one.
  func hasClass(_ name: String) -> Bool {
    values["class"]?.split(separator: " ").contains { $0 == name } ?? false
  }

  mutating func add(_ name: String, _ value: String) {
    if values[name] == nil { values[name] = value }
  }
}
