import Foundation
import Testing

/// The links between the pages of `docs/`.
@Suite struct LinksTests {
  @Test func `every link leads to a page and a heading that is there`() throws {
    let folder = DocumentationPage.repository.appending(path: "docs")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    var anchors: [String: Set<String>] = [:]
    var links: [(page: String, target: Substring)] = []
    for name in names {
      let page = try DocumentationPage(name)
      anchors[name] = Set(page.sections.map { Self.anchor($0.title) })
      let text = page.sections.flatMap(\.lines).joined(separator: "\n")
      links += text.split(separator: "](").dropFirst().map { (name, $0.prefix { $0 != ")" }) }
    }
    #expect(links.count > 40)
    for (name, target) in links where !target.hasPrefix("http") {
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let page = parts[0].isEmpty ? name : String(parts[0])
      let known = try #require(anchors[page], "\(name) links to \(target)")
      if parts.count > 1 {
        #expect(known.contains(String(parts[1])), "\(name) links to \(target)")
      }
    }
  }

  /// What GitHub makes of a heading.
  private static func anchor(_ title: String) -> String {
    title.lowercased().replacing(" ", with: "-").filter {
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
    }
  }
}
