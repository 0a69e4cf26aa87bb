/// The forms in which a run's diagnostics can be written.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For a person: one line each as compilers write it, then the source line and a mark under it.
  case text
  /// For a program: one JSON array of objects.
  case json
  /// For a code review on GitHub: workflow commands that become annotations.
  case github
  /// For code scanning: a SARIF 2.1.0 log (OASIS standard).
  case sarif
}

/// A run's diagnostics on their way to a reader.
public struct DiagnosticReport: Sendable {
  /// What was found, sorted by path, line and column.
  public let diagnostics: [Diagnostic]
  /// What stands before each path: empty, or a folder with a `/` at its end.
  ///
  /// With it a path can be opened from where the program was started. Only machine formats use it.
  public let pathPrefix: String

  /// A report of diagnostics, which it sorts; equal ones are reported once.
  public init(_ diagnostics: [Diagnostic], pathPrefix: String = "") {
    self.diagnostics = diagnostics.sortedForReport()
    self.pathPrefix = pathPrefix
  }

  /// How many diagnostics have a severity.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The report in a format, ready to be written as it is; `isColored` gives the text form colours.
  public func rendered(as format: DiagnosticFormat, isColored: Bool = false) -> String {
    switch format {
    case .text: diagnostics.map { TextRendering(isColored: isColored).text(of: $0) }.joined()
    case .json: jsonRendering
    case .github: diagnostics.map(githubCommand).joined()
    case .sarif: sarifRendering
    }
  }
}
