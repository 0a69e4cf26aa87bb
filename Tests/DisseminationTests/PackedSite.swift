import CivilTime
import DefaultTheme
import Diagnostics
import Foundation
import Site
import Text

@testable import Dissemination

/// A site in memory of which packs are made, in a folder beside its content.
struct PackedSite {
  static let source = "/home/site"
  static let folder = "/home/site/eccp"
  let fileSystem = MemoryFileSystem()
  /// What this machine does with a picture that is to be cut.
  var cutting = PictureCutting.unavailable("'vipsthumbnail' is not installed")

  /// A site with a `site.yaml`, of which `more` is the end.
  init(_ more: String = "") {
    write(
      "site.yaml",
      """
      title: Test site
      base_url: https://example.org/
      languages: [en, sv]
      time_zone: UTC
      funding: {preset: smp-2021}
      targets: [{id: eccp-posts, label: Posts on the ECCP, goal: 40, count: {kind: posts, where: eccp_url}}]
      \(more)
      """)
  }

  /// Writes a file of the site.
  func write(_ path: String, _ text: String) { write(path, Bytes(text.utf8)) }

  /// Writes a file of the site.
  func write(_ path: String, _ bytes: Bytes) {
    fileSystem.add(bytes, at: "\(Self.source)/\(path)")
  }

  /// Writes a post with a text.
  func writePost(
    _ name: String, date: String = "2023-02-23", _ fields: String = "", text: String = "Text."
  ) {
    let more = fields.isEmpty ? "" : fields + "\n"
    write(
      "content/posts/\(name).md",
      "---\ntitle: Title of \(name)\ndate: \(date)\n\(more)---\n\(text)\n")
  }

  /// Reads the site as it is now.
  func read() async throws -> SiteReading {
    let options = BuildOptions(source: Self.source, output: nil)
    let world = BuildWorld(
      fileSystem: fileSystem, now: Timestamp(secondsSinceEpoch: 1_686_830_400),
      timeZones: TimeZones { name in
        name == "Europe/Stockholm" ? TimeZoneRules(name: name) { _ in 7200 } : .utc
      },
      theme: DefaultTheme.files.map { ThemeFile(path: $0.path, bytes: $0.bytes) })
    let read = await options.read(in: world)
    guard let site = read.site, read.result.failure == nil else {
      throw Unreadable(messages: read.result.diagnostics.map(\.message))
    }
    return site
  }

  /// The site has mistakes.
  struct Unreadable: Error { let messages: [String] }

  /// Makes packs: of the items that are named, or of all that can be posted.
  @discardableResult
  func pack(_ names: String...) async throws -> ECCPRun.Outcome {
    let site = try await read()
    let folder = try ECCPFolder(Self.folder, fileSystem: fileSystem)
    let items = try names.map { try site.item(named: $0) }
    let cutting = cutting
    let run = ECCPRun(site: site) { _, _ in cutting }
    return try run.write(
      names.isEmpty ? site.eccpItems : items, keepsOthers: !names.isEmpty, into: folder)
  }

  /// The files of the packs, by their paths.
  var files: [String: String] { fileSystem.files(below: Self.folder) }

  /// The text of a file of the packs.
  subscript(path: String) -> String { files[path] ?? "" }
}
