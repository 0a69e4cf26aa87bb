import CivilTime
import DefaultTheme
import Diagnostics
import Foundation
import Site

/// A site in memory out of the examples of a page, built with the theme that comes with the
/// program.
struct ExampleSite {
  var files: [String: String]

  /// The files of the page's examples, and empty files for those that the examples name.
  init(_ page: DocumentationPage, named extra: [String] = []) {
    files = [
      "site.yaml": """
      format: 1
      title: BRIGHT for Europe
      base_url: https://bright.example/
      languages: [en, sv]
      time_zone: Europe/Stockholm
      """
    ]
    for path in extra { files[path] = "\n" }
    for block in page.blocks where !block.isMistake {
      if let path = block.path { files[path] = block.text }
    }
  }

  /// What a build says about the site, in the form that a person reads, without the note that its
  /// items have no identities: the program writes those, not the author.
  func messages(_ configure: (inout BuildOptions) -> Void = { _ in }) async -> String {
    let found = await build(configure).diagnostics.filter { $0.rule != "missing-id" }
    return DiagnosticReport(found).rendered(as: .text)
  }

  /// The paths of the files that a build publishes.
  func publishedFiles() async -> Set<String> {
    let result = await build { $0.output = "/output" }
    return Set(result.report?.added ?? [])
  }

  /// The texts of the files that a build publishes, by their paths; throws where it does not.
  func publishedTexts() async throws -> [String: String] {
    let disk = fileSystem
    let result = await build(on: disk) { $0.output = "/output" }
    guard result.failure == nil else { throw Unbuilt(messages: result.diagnostics.map(\.message)) }
    return disk.files(below: "/output")
  }

  /// An example that is no site.
  struct Unbuilt: Error {
    let messages: [String]
  }

  /// The paths of the theme's files.
  static var themePaths: [String] { DefaultTheme.files.map(\.path) }

  /// A text of the theme.
  static func themeText(_ path: String) -> String? {
    DefaultTheme.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private var fileSystem: MemoryFileSystem {
    MemoryFileSystem(
      Dictionary(uniqueKeysWithValues: files.map { ("/site/" + $0.key, $0.value) }))
  }

  /// What comes of a build in the spring of 2026; it writes nothing unless told to.
  func build(_ configure: (inout BuildOptions) -> Void = { _ in }) async -> BuildResult {
    await build(on: fileSystem, configure)
  }

  private func build(
    on fileSystem: MemoryFileSystem, _ configure: (inout BuildOptions) -> Void
  ) async -> BuildResult {
    var options = BuildOptions(source: "/site", output: nil)
    configure(&options)
    let world = BuildWorld(
      fileSystem: fileSystem,
      now: Timestamp(secondsSinceEpoch: 1_774_000_000),
      timeZones: TimeZones { name in
        TimeZone(identifier: name).map { zone in
          TimeZoneRules(name: name) { instant in
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
          }
        }
      },
      theme: DefaultTheme.files.map { ThemeFile(path: $0.path, bytes: $0.bytes) })
    return await options.build(in: world)
  }
}
