/// A YAML value with its place: text stays as it was written, and no type is guessed.
public struct YAMLNode: Sendable, Hashable {
  /// What the value is made of.
  public enum Content: Sendable, Hashable {
    /// A text, and whether it stood there without quotation marks.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys and their values in the order of the file; no key stands there twice.
    case mapping([YAMLPair])
  }

  /// What it is made of.
  public let content: Content
  /// Its bytes in the file.
  public let range: Range<Int>

  /// A value at a place.
  public init(_ content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// Whether nothing was written, or YAML's plain `null` or `~`.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Whether it is a table of keys and values.
  public var isMapping: Bool { if case .mapping = content { true } else { false } }

  /// What a person would call it: `a text`, `a list` or `a table of keys and values`.
  public var noun: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a table of keys and values"
    }
  }
}

/// A key and its value.
public struct YAMLPair: Sendable, Hashable {
  /// The key.
  public let key: String
  /// The key's bytes in the file.
  public let keyRange: Range<Int>
  /// The value.
  public let value: YAMLNode

  /// A key and its value.
  public init(key: String, keyRange: Range<Int>, value: YAMLNode) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}
