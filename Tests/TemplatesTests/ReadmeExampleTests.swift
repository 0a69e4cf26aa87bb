import Diagnostics
import Foundation
import Templates
import Testing
import Text

/// The example of the library in README.md, which is this file's function, word for word.
@Suite struct ReadmeExampleTests {
  private func example() throws -> String {
    // begin
    let templates: KeyValuePairs = [
      "base.html": "<title>{% block title %}{% endblock %}</title>",
      "hello.html":
        "{% extends 'base.html' %}{% block title %}Hello {{ name | title }}!{% endblock %}",
    ]
    let compiled = TemplateSet.compiling(
      templates.map { name, text in SourceText(path: name, bytes: Bytes(text.utf8)) },
      root: "", environment: TemplateEnvironment(globals: ["name"]))
    if compiled.diagnostics.containsError {
      print(DiagnosticReport(compiled.diagnostics).rendered(as: .text))
    }
    var page = Bytes()
    try compiled.value.render(
      "hello.html", globals: ["ann & bob"], subject: "a greeting", into: &page)
    // <title>Hello Ann &amp; Bob!</title>
    // end
    return page.text
  }

  @Test func `the example says what it prints`() throws {
    let lines = try text(of: #filePath).split(separator: "\n").map(String.init)
    let comment = try #require(lines.last { $0.hasPrefix("    // <") })
    #expect(try example() == comment.dropFirst("    // ".count))
  }

  @Test func `README.md shows the example`() throws {
    let lines = try text(of: #filePath).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "    // begin"))
    let end = try #require(lines.firstIndex(of: "    // end"))
    let code = lines[(start + 1)..<end].map { $0.dropFirst(4) }.joined(separator: "\n")
    let readme = try text(of: #filePath + "/../../../README.md")
    let imports = "import Diagnostics\nimport Templates\nimport Text\n\n"
    #expect(readme.contains("```swift\n" + imports + code + "\n```\n"))
  }

  private func text(of path: String) throws -> String {
    try String(contentsOf: URL(filePath: path).standardizedFileURL, encoding: .utf8)
  }
}
