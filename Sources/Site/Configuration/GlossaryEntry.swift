/// A name that has one right spelling.
package struct GlossaryEntry: Sendable, Hashable {
  /// The name as it is spelled.
  package let name: String
  /// How it is spelled by mistake.
  package let misspellings: [String]

  /// A name with the wrong spellings of it.
  package init(name: String, misspellings: [String]) {
    self.name = name
    self.misspellings = misspellings
  }
}
