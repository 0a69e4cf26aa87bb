import Diagnostics
import Foundation
import Templates
import Text

/// One file of `Cases`: JSON, a line `---`, templates, a line `---`, and what is expected.
///
/// A line `== name.html` begins a template; the first is rendered. Without one, all of it is
/// `test.html`. A first line `options: trim, lstrip` of the templates sets the options.
struct GoldenCase {
  let name: String
  let context: String
  let templates: String
  let expected: String

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  /// The names of all cases, sorted.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  init(named name: String) throws {
    self.name = name
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let parts = text.components(separatedBy: "\n---\n")
    context = parts[0]
    templates = parts.count > 1 ? parts[1] : ""
    expected = parts.count > 2 ? parts[2...].joined(separator: "\n---\n") : ""
  }

  /// What the case gives now.
  func actual() throws -> String {
    let context = try GoldenContext.dictionary(context)
    var environment = TemplateEnvironment(
      globals: context.keys,
      functions: [
        TemplateFunction(name: "asset") { (arguments) throws(TemplateFailure) in
          let path = try arguments.requiredText(0, "path")
          guard path != "missing.css" else {
            throw TemplateFailure("missing-asset", "there is no file '\(path)'", help: ["add it"])
          }
          return .text("/static/" + path)
        }
      ], objectTypes: TestKind.all)
    environment.limits.steps = 10_000
    environment.limits.outputBytes = 100_000
    var lines = templates.split(separator: "\n", omittingEmptySubsequences: false)
    if let options = lines.first, options.hasPrefix("options:") {
      environment.trimsBlocks = options.contains(" trim")
      environment.stripsBlockIndents = options.contains("lstrip")
      lines.removeFirst()
    }
    let sources = Self.sources(lines)
    let compiled = TemplateSet.compiling(sources, environment: environment)
    var text = compiled.diagnostics.map(\.printed).joined()
    if compiled.diagnostics.containsError { return text }
    var output = Bytes()
    do throws(TemplateError) {
      let main = String(sources[0].path.dropFirst("templates/".count))
      try compiled.value.render(
        main, globals: context.values, subject: "content/test.md", into: &output)
      text += output.text
    } catch {
      text += error.diagnostics.map(\.printed).joined() + "while rendering \(error.subject)"
    }
    return text
  }

  private static func sources(_ lines: [Substring]) -> [SourceText] {
    var files: [(name: String, lines: [Substring])] = []
    for line in lines {
      if line.hasPrefix("== ") {
        files.append((String(line.dropFirst(3)), []))
      } else {
        if files.isEmpty { files.append(("test.html", [])) }
        files[files.count - 1].lines.append(line)
      }
    }
    return files.map { file in
      SourceText(
        path: "templates/" + file.name, bytes: Bytes(file.lines.joined(separator: "\n").utf8))
    }
  }

  /// Writes the case with what it gives now as what is expected.
  func record(_ actual: String) throws {
    let text = [context, templates, actual].joined(separator: "\n---\n")
    try text.write(to: Self.folder.appending(path: name), atomically: true, encoding: .utf8)
  }
}

extension Diagnostic {
  /// The diagnostic as a user would read it, near enough.
  var printed: String {
    var text = "\(severity.rawValue)[\(rule)]: \(message)\n"
    text += "  at \(location.path):\(location.line):\(location.column)\n"
    if let excerpt = location.excerpt {
      text += "  | \(excerpt.before)\(excerpt.marked)\(excerpt.after)\n"
      let indent = excerpt.before.map { $0 == "\t" ? "\t" : " " }.joined()
      text += "  | \(indent)\(String(repeating: "^", count: location.length))\n"
    }
    for line in help { text += "  help: \(line)\n" }
    for place in related {
      text += "  \(place.message): \(place.location.path):"
      text += "\(place.location.line):\(place.location.column)\n"
    }
    return text
  }
}
