import Foundation
import Testing

@testable import Site

/// `docs/messages.md`: every rule that the program can name, and no other.
@Suite struct MessagesPageTests {
  let page: DocumentationPage

  init() throws { page = try DocumentationPage("messages.md") }

  /// Texts in the form of a rule's name that are something else.
  static let otherWords: Set<String> = [
    // Orders of a list, shares of funding, colours of the emblem.
    "newest-first", "soonest-first", "co-funded", "colour-on-dark", "monochrome-black",
    "monochrome-blue", "monochrome-white",
    // Classes and attributes of HTML.
    "alert-title", "aria-hidden", "footnote-backref", "footnote-ref",
    // A command.
    "render-template",
    // Properties of CSS and attributes of HTML that checks look at.
    "inline-size", "block-size", "max-height", "max-width", "min-height", "object-fit",
    "scale-down", "aria-label", "aria-labelledby",
  ]

  /// The names of rules in a source: every literal in the form `two-words` but `otherWords`.
  static func rules(in source: String) -> Set<String> {
    let words = source.split(separator: "\"", omittingEmptySubsequences: false).filter { word in
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      return parts.count > 1
        && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("a"..."z").contains($0) } }
    }
    return Set(words.map(String.init)).subtracting(otherWords)
  }

  static func rulesOfTheProgram() throws -> Set<String> {
    let sources = DocumentationPage.repository.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var rules: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      rules.formUnion(Self.rules(in: try String(contentsOf: file, encoding: .utf8)))
    }
    return rules
  }

  @Test func `every rule has its section and every section its rule`() throws {
    let rules = try Self.rulesOfTheProgram()
    let sections = Set(page.sections.map(\.title).filter { Self.rules(in: "\"\($0)\"") == [$0] })
    #expect(rules.count > 80)
    #expect(rules.subtracting(sections).sorted() == [], "these rules have no section")
    #expect(sections.subtracting(rules).sorted() == [], "these sections have no rule")
  }

  @Test func `every section says something`() {
    for section in page.sections where Self.rules(in: "\"\(section.title)\"") == [section.title] {
      #expect(section.lines.joined().count > 20, "\(section.title)")
    }
  }

  @Test func `the rules that a site can adjust are marked, and no others`() {
    let marked = page.sections.filter {
      $0.lines.joined(separator: " ").lowercased().contains("[adjustable")
    }
    #expect(marked.map(\.title).sorted() == AdjustableRules.all.sorted())
  }

  @Test func `rules are found among other words`() {
    let source = """
      .error("unknown-thing", "there is no-thing", at: place, help: ["a-b c"]) + "newest-first"
      """
    #expect(Self.rules(in: source) == ["unknown-thing"])
  }
}
