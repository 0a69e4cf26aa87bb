/// The fields that a table of keys and values may have.
///
/// A schema is made once and shared by all records that were read with it: a record's values stand
/// in slots numbered as the fields are, so a field is found without hashing its name.
public final class RecordSchema: Sendable {
  /// What such a record is called in a message, with its article: `a post`.
  public let noun: String
  /// The fields, in the order of their slots.
  public let fields: [FieldSchema]
  private let slots: [String: Int]
  private let aliases: [String: AliasEntry]

  private struct AliasEntry {
    let slot: Int
    let alias: FieldAlias
  }

  /// A schema; of two fields with one name, or an alias that is a field's name, the first counts.
  ///
  /// - Precondition: there are at most 256 fields.
  public init(_ noun: String, _ fields: [FieldSchema]) {
    precondition(fields.count <= 256, "a record numbers its fields in one byte")
    self.noun = noun
    self.fields = fields
    var slots: [String: Int] = [:]
    var aliases: [String: AliasEntry] = [:]
    for (slot, field) in fields.enumerated() {
      if slots[field.name] == nil { slots[field.name] = slot }
      for alias in field.aliases where aliases[alias.name] == nil {
        aliases[alias.name] = AliasEntry(slot: slot, alias: alias)
      }
    }
    self.slots = slots
    self.aliases = aliases
  }

  /// The slot of a field; nil where there is none of that name.
  public func slot(of name: String) -> Int? { slots[name] }

  /// The slot and the reading of another name for a field.
  func alias(_ name: String) -> (slot: Int, alias: FieldAlias)? {
    aliases[name].map { ($0.slot, $0.alias) }
  }

  /// Every name that can be written, for suggestions.
  public var names: [String] { fields.map(\.name) }
}
