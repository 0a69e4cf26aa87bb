import Foundation
import Testing

/// One example of the specification's text: Markdown, and the HTML it must become.
struct SpecificationExample: CustomTestStringConvertible {
  var file: String
  var number: Int
  var section: String
  /// The extensions that the example is for, as written behind `example`.
  var extensions: [String]
  var markdown: String
  var html: String

  var testDescription: String { "\(file) \(number) (\(section))" }

  /// Every example of a file of fixtures.
  static func all(in file: String) throws -> [SpecificationExample] {
    let text = try String(contentsOf: resource("Fixtures/" + file), encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var section = ""
    var current: SpecificationExample?
    var isHTML = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if var example = current {
        if line == fence {
          example.markdown.replace("→", with: "\t")
          example.html.replace("→", with: "\t")
          examples.append(example)
          current = nil
        } else if line == "." && !isHTML {
          isHTML = true
        } else {
          if isHTML { example.html += line + "\n" } else { example.markdown += line + "\n" }
          current = example
        }
      } else if line.hasPrefix(fence + " example") {
        isHTML = false
        current = SpecificationExample(
          file: file, number: examples.count + 1, section: section,
          extensions: line.dropFirst(fence.count + 8).split(separator: " ").map(String.init),
          markdown: "", html: "")
      } else if line.hasPrefix("#") {
        section = String(line.drop { $0 == "#" || $0 == " " })
      }
    }
    return examples
  }
}
