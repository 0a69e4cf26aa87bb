/// One field of a record: its name, what it may hold, and the other names it is known by.
public struct FieldSchema: Sendable {
  /// The name, in `snake_case` as in every file.
  public let name: String
  /// What it may hold.
  public let type: FieldType
  /// Names under which other generators know it.
  public let aliases: [FieldAlias]
  /// Whether a record without it is wrong.
  public let isRequired: Bool
  /// What it means, in one sentence for documentation and editors.
  public let summary: String

  /// A field.
  public init(
    _ name: String, _ type: FieldType, aliases: [FieldAlias] = [], isRequired: Bool = false,
    _ summary: String = ""
  ) {
    self.name = name
    self.type = type
    self.aliases = aliases
    self.isRequired = isRequired
    self.summary = summary
  }
}

/// Another name for a field, as other generators write it.
public struct FieldAlias: Sendable, ExpressibleByStringLiteral {
  /// How the value under the other name becomes the field's.
  public enum Reading: Sendable, Hashable {
    /// As it is.
    case same
    /// `published: false` for `draft: true`; a date under the name means another field.
    case negated(dateField: String?)
    /// `status: draft` for `draft: true`.
    case equal(String)
    /// `taxonomies: {tags: […]}` for `tags: […]`.
    case member(String)
  }

  /// The other name.
  public let name: String
  /// How its value is read.
  public let reading: Reading

  /// A name with its reading.
  public init(_ name: String, _ reading: Reading) {
    self.name = name
    self.reading = reading
  }

  /// A name whose value is the field's.
  public init(stringLiteral name: String) {
    self.init(name, .same)
  }
}
