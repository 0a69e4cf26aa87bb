internal import FrontMatter

/// Something that the project has promised a number of.
package struct Target: Sendable {
  /// Its name for programs.
  package let id: String
  /// Its name for people.
  package let label: String
  /// How many were promised; nil where the number is open.
  package let goal: Int?
  /// What counts towards it; nil where the configuration does not say, or says it wrongly.
  package let count: TargetCount?
}

/// What counts towards a target.
package struct TargetCount: Sendable {
  /// The index of the kind that is counted.
  let kind: Int
  /// What has to be true of an item, all of it.
  let conditions: [Condition]
  /// The field whose numbers are added up, instead of counting the items.
  package let summedField: String?
  /// The field whose date decides to which period an item belongs.
  let dateField: String?

  /// Something that has to be true of an item.
  struct Condition: Sendable, Hashable {
    /// The field, and then the fields within it: `deliverable`, `status`.
    let field: [String]
    /// The values of which it needs one; empty where it only has to be there.
    let values: [String]
  }
}
