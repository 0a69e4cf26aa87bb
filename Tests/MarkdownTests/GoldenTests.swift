import Diagnostics
import Foundation
import Markdown
import Testing
import Text

/// Each `Goldens/NAME.md` is rendered and compared with `Goldens/NAME.html`.
///
/// The HTML file ends with what else is known of the text. `UPDATE_GOLDENS=1 swift test` writes the
/// files anew, and fails.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Goldens")

  private static func names(withExtension suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == suffix }
      .map { $0.deletingPathExtension().lastPathComponent }
      .sorted()
  }

  @Test(arguments: try Self.names(withExtension: "md"))
  func `a text becomes its golden HTML`(name: String) throws {
    let source = Self.folder.appendingPathComponent(name + ".md")
    let golden = Self.folder.appendingPathComponent(name + ".html")
    let actual = description(of: MarkdownSource(bytes: Bytes(try Data(contentsOf: source))))
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try actual.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("wrote \(golden.lastPathComponent): look at it, then run without UPDATE_GOLDENS")
    } else {
      #expect(try String(contentsOf: golden, encoding: .utf8) == actual)
    }
  }

  @Test func `every golden file belongs to a text`() throws {
    #expect(try Self.names(withExtension: "html") == Self.names(withExtension: "md"))
  }

  /// The HTML, then a comment with the rest.
  private func description(of source: MarkdownSource) -> String {
    var resolver = Resolver()
    resolver.target = { reference in
      switch reference.destination {
      case "photo.jpg": MarkdownTarget(address: "/photos/photo.jpg", width: 640, height: 480)
      case "about.md": MarkdownTarget(address: "/about/")
      default: MarkdownTarget()
      }
    }
    var html = Bytes()
    let result = source.render(options: MarkdownOptions(), resolver: &resolver, into: &html)
    var lines = [html.text + "<!--"]
    lines += result.headings.map {
      "heading: \($0.level) #\($0.id) \($0.title)" + ($0.titleHTML.map { " = " + $0 } ?? "")
    }
    lines += result.anchors.map { "anchor: " + $0 }
    lines += resolver.seen.map { reference in
      let place = source.text.location(of: source.range(of: reference))
      return "\(reference.kind): \(reference.destination) at \(place.line):\(place.column)"
    }
    lines += result.diagnostics.map {
      "\($0.severity) \($0.rule) at \($0.location.line):\($0.location.column): \($0.message)"
    }
    lines.append("leading heading: " + (result.leadingHeading ?? "none"))
    lines.append("words: \(result.wordCount)")
    lines.append("summary\(result.hasMoreMarker ? " (marked)" : ""): " + result.summary)
    return lines.joined(separator: "\n") + "\n-->\n"
  }
}
