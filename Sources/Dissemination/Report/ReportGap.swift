/// Something that a final report needs and that is not there.
package struct ReportGap: Sendable, Hashable {
  /// What is missing.
  package let message: String
  /// How to add it.
  package let help: String
  /// The files where it is missing; empty where it is missing from the project as a whole.
  package let paths: [String]
}
