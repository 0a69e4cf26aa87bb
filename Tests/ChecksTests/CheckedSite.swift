import Checks
import CivilTime
import DefaultTheme
import Diagnostics
import Site
import Testing
import Text

/// A site in memory that is checked as `brightpress check` does it.
///
/// The clock stands at 15 June 2023, 12:00 UTC. Without a change, nothing is wrong with the site.
struct CheckedSite {
  static let configuration = """
    format: 1
    title: BRIGHT for Europe
    base_url: https://bright.example/
    project: {acronym: BRIGHT, start: 2022-02, end: 2024-01}
    funding: {preset: cosme-2014, grant_agreement: "101000000"}
    checks: {missing-id: off}
    """
  static let event = """
    ---
    title: Study visit
    start: 2023-05-11
    end: 2023-05-12
    status: held
    ---
    What was seen.
    """

  var files = [
    "site.yaml": CheckedSite.configuration, "content/events/visit.md": CheckedSite.event,
  ]

  /// A site with a page of a text.
  init(page text: String? = nil) {
    if let text { files["content/about.md"] = "---\ntitle: About us\n---\n" + text }
  }

  /// The file of the theme that comes with the program, to change a piece of it.
  static func themeFile(_ path: String) -> String {
    DefaultTheme.files.first { $0.path == path }?.bytes.text ?? ""
  }

  /// Changes a template or a style sheet; the piece has to be there.
  mutating func replace(_ piece: String, in path: String, by other: String) {
    let text = files["templates/" + path] ?? Self.themeFile(path)
    #expect(text.contains(piece), "the theme has changed")
    files["templates/" + path] = text.replacing(piece, with: other)
  }

  /// What a check finds, or a build.
  func diagnostics(
    inspect: @escaping @Sendable (SiteReading) -> SiteInspection = Checks.full
  ) async -> [Diagnostic] {
    var options = BuildOptions(source: "/site", output: nil)
    options.inspect = inspect
    let world = BuildWorld(
      fileSystem: MemoryFileSystem(
        Dictionary(uniqueKeysWithValues: files.map { ("/site/" + $0.key, $0.value) })),
      now: Timestamp(secondsSinceEpoch: 1_686_830_400), timeZones: TimeZones { _ in .utc },
      theme: DefaultTheme.files.map { ThemeFile(path: $0.path, bytes: $0.bytes) })
    // That posts have no identities is a note of every build, and nothing that a check finds.
    return DiagnosticReport(await options.build(in: world).diagnostics).diagnostics.filter {
      $0.rule != "missing-id"
    }
  }

  /// Each finding as `PATH:LINE:COLUMN: SEVERITY: MESSAGE [RULE]`.
  func findings() async -> [String] {
    await diagnostics().map { found in
      "\(found.location.path):\(found.location.line):\(found.location.column): "
        + "\(found.severity.rawValue): \(found.message) [\(found.rule)]"
    }
  }

  /// The rules that are broken.
  func rules() async -> [String] { await diagnostics().map(\.rule.description) }
}
