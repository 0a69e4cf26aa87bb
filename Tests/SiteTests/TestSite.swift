import CivilTime
import Diagnostics
import Site
import Text

/// A whole site in memory, which a test writes as one text and builds as often as it likes.
///
/// The clock stands at 15 June 2023, 12:00 UTC. The theme says no more than a test needs to see.
struct TestSite {
  static let source = "/home/site"
  static let output = "/home/site/output"
  static let now = Timestamp(secondsSinceEpoch: 1_686_830_400)

  let fileSystem: MemoryFileSystem
  /// What counts as now.
  var now = TestSite.now
  /// The time zones of the machine.
  var timeZones = TestSite.timeZones
  /// The theme that comes with the program.
  var theme: [ThemeFile]

  /// A site of the files in an archive: `-- PATH --` lines, each followed by a file's text.
  ///
  /// Where there is no `site.yaml`, a small one is added.
  init(_ archive: String = "", theme: [ThemeFile] = TestSite.tinyTheme) {
    self.theme = theme
    fileSystem = MemoryFileSystem()
    write("site.yaml", "title: Test site\nbase_url: https://example.org/\n")
    for (path, text) in Self.files(inArchive: archive) { write(path, text) }
  }

  /// The files of an archive in the order in which they stand there.
  static func files(inArchive archive: String) -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    for line in archive.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      }
    }
    // The line break before the next file's line belongs to the archive's form.
    return files.map { ($0.path, $0.text.hasSuffix("\n\n") ? String($0.text.dropLast()) : $0.text) }
  }

  /// Writes or replaces a file of the site.
  func write(_ path: String, _ text: String) {
    fileSystem.add(Bytes(text.utf8), at: "\(Self.source)/\(path)")
  }

  /// Writes the beginning of a PNG file, which is all that is read of one.
  func writePicture(_ path: String, width: Int, height: Int) {
    let size = [width, height].flatMap { number in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    fileSystem.add(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Bytes("IHDR".utf8) + size
        + [8, 2, 0, 0, 0, 0, 0, 0, 0],
      at: "\(Self.source)/\(path)")
  }

  /// Writes a post of a date, with a line of text.
  func writePost(_ name: String, date: String = "2023-02-23", _ fields: String = "") {
    let more = fields.isEmpty ? "" : fields + "\n"
    write(
      "content/posts/\(name).md", "---\ntitle: Title of \(name)\ndate: \(date)\n\(more)---\nText.\n"
    )
  }

  /// Takes a file of the site away.
  func remove(_ path: String) throws {
    try fileSystem.removeFile("\(Self.source)/\(path)")
  }

  /// Builds the site as it is now.
  func build(
    observer: BuildObserver = BuildObserver(), _ adjust: (inout BuildOptions) -> Void = { _ in }
  ) async -> TestBuild {
    var options = BuildOptions(source: Self.source, output: Self.output)
    adjust(&options)
    let world = BuildWorld(
      fileSystem: fileSystem, now: now, timeZones: timeZones, theme: theme)
    let result = await options.build(in: world, observer: observer)
    let output = options.output ?? Self.output
    return TestBuild(result: result, files: fileSystem.files(below: output))
  }

  static let timeZones = TimeZones(names: { ["Europe/Stockholm", "UTC"] }, timeZone)

  /// UTC, and Stockholm with its summer time of 2023.
  static func timeZone(_ name: String) -> TimeZoneRules? {
    switch name {
    case "UTC": .utc
    case "Europe/Stockholm":
      TimeZoneRules(name: name) { instant in
        (1_679_792_400..<1_698_541_200).contains(instant) ? 7200 : 3600
      }
    default: nil
    }
  }
}

/// What came of a build.
struct TestBuild {
  static let manifest = ".brightpress-manifest"

  let result: BuildResult
  /// All files in the output folder, by path.
  let files: [String: String]

  /// What was found, without the notes that many a test's site has no content, or that its items
  /// have no identities or dates.
  private var diagnostics: [Diagnostic] {
    DiagnosticReport(result.diagnostics).diagnostics.filter {
      $0.rule != "no-content" && $0.rule != "undated-event"
        && !($0.rule == "missing-id" && $0.severity == .note)
    }
  }

  /// Each problem's first line: `PATH:LINE:COLUMN: SEVERITY: MESSAGE [RULE]`.
  var problems: [String] {
    diagnostics.map { diagnostic in
      let place = diagnostic.location
      let severity = diagnostic.severity.rawValue
      return "\(place.path):\(place.line):\(place.column): \(severity): "
        + "\(diagnostic.message) [\(diagnostic.rule)]"
    }
  }

  /// The rules of all problems, sorted.
  var rules: [String] { diagnostics.map(\.rule.description).sorted() }

  /// The ways out that the problems of a rule name.
  func help(_ rule: String) -> [String] {
    result.diagnostics.filter { $0.rule.description == rule }.flatMap(\.help)
  }

  /// The published files without the record of them, sorted.
  var paths: [String] { files.keys.filter { $0 != Self.manifest }.sorted() }

  /// The HTML pages, sorted.
  var pages: [String] { paths.filter { $0.hasSuffix(".html") } }

  /// The text of a file; empty where there is none.
  subscript(path: String) -> String { files[path] ?? "" }

  /// The paths of files in which a text stands, sorted.
  func files(containing text: String) -> [String] {
    paths.filter { files[$0]?.contains(text) == true }
  }
}
