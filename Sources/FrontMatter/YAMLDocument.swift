public import Diagnostics

/// Reading YAML text into nodes with positions, within limits.
public enum YAMLDocument {
  /// How deep lists and tables may be nested; libyaml's own time is quadratic in the depth.
  public static let maximumDepth = 16
  /// How many values a document may have, those that aliases repeat included.
  public static let maximumNodeCount = 50_000

  /// Reads the YAML in a range of a file's bytes.
  ///
  /// Refused with an error at its place: a key twice in one table, a second document, a tag that is
  /// not YAML's own, and anything beyond the limits. The value is nil where the text is not YAML or
  /// holds nothing.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  public static func reading(_ source: SourceText, range: Range<Int>) -> Checked<YAMLNode?> {
    var builder = YAMLTreeBuilder(source: source, base: range.lowerBound)
    do throws(YAMLFailure) {
      let root = try builder.document(YAMLEventReader(source.bytes[range]))
      return Checked(root, builder.diagnostics)
    } catch {
      return Checked(nil, builder.diagnostics + [error.diagnostic])
    }
  }
}

/// What ends the reading of a document.
struct YAMLFailure: Error {
  let diagnostic: Diagnostic
}
