import Foundation
import Testing

/// What authors of a theme rely on when they try out a template.
@Suite struct RenderTemplateTests {
  /// Runs the command in a new folder with these files.
  private func render(_ files: [String: String], _ arguments: String...) async throws -> Ended {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try await Program.run(["render-template"] + arguments, in: folder.path)
  }

  @Test func `the values of a JSON file are printed as the template's kind needs them`()
    async throws
  {
    let files = [
      "a.html": "{{ name }} {{ numbers }}\n", "a.txt": "{{ name }}",
      "a.json": #"{"name": "R&D", "numbers": [1, 2.50, -0, 12345678901]}"#,
    ]
    let html = try await render(files, "a.html", "--context", "a.json")
    #expect(html.status == 0 && html.errors == "")
    #expect(html.output == "R&amp;D [1, 2.5, 0, 12345678901]")
    #expect(try await render(files, "a.txt", "--context", "a.json").output == "R&D")
  }

  @Test func `templates of its folder or of the root are found, and no others are read`()
    async throws
  {
    let files = [
      "t/a.html": "{% include 'b.html' %}", "t/b.html": "b", "t/broken.html": "{% if %}",
      "t/sub/c.html": "{% extends 'a.html' %}", "t/sub/d.html": "{% include name %}",
      "d.json": #"{"name": "b.html"}"#,
    ]
    #expect(try await render(files, "t/a.html").output == "b")
    #expect(try await render(files, "t/sub/c.html", "--root", "t").output == "b")
    let computed = try await render(files, "t/sub/d.html", "--root", "t", "--context", "d.json")
    #expect(computed.output == "b")
    let missing = try await render(files, "t/sub/c.html")
    #expect(missing.status == 1)
    #expect(missing.errors.hasPrefix("t/sub/c.html:1:1: error: there is no template 'a.html'"))
  }

  @Test func `a mistake in a template ends with 1, at its place, and prints nothing`()
    async throws
  {
    let files = ["a.html": "text\n{{ nmae }}", "a.json": #"{"name": 1}"#]
    let run = try await render(files, "a.html", "--context", "a.json")
    #expect(run.status == 1 && run.output == "")
    #expect(run.errors.hasPrefix("a.html:2:4: error: 'nmae' is not defined [undefined-name]"))
    #expect(run.errors.contains("did you mean 'name'?"))
  }

  @Test(arguments: [
    (#"{"a": [1,]}"#, "a.json:1:10: error: a value must stand here [malformed-json]"),
    ("[1]", "a.json:1:1: error: the values of a template must be a JSON object"),
    ("", "a.json:1:1: error: a value is missing at the end"),
  ])
  func `wrong JSON ends with 2, at its place`(json: String, message: String) async throws {
    let run = try await render(["a.html": "a", "a.json": json], "a.html", "--context", "a.json")
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.hasPrefix(message))
  }

  @Test(arguments: [
    [], ["no.html"], ["a.html", "--context", "no.json"], ["a.html", "--root", "folder"],
    ["a.html", "b.html"],
  ])
  func `wrong usage ends with 2`(arguments: [String]) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("a".utf8).write(to: folder.appending(path: "a.html"))
    let run = try await Program.run(["render-template"] + arguments, in: folder.path)
    #expect(run.status == 2 && run.output == "" && !run.errors.isEmpty)
  }
}
