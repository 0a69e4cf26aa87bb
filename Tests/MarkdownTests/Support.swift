import Diagnostics
import Foundation
import Markdown
import Text

/// A text rendered for a test: its HTML and what else is known of it.
struct Rendering {
  var html: String
  var result: RenderedMarkdown

  var rules: [String] { result.diagnostics.map(\.rule.description) }
}

/// A resolver made of a closure.
struct Resolver: MarkdownReferenceResolver {
  var seen: [MarkdownReference] = []
  var target: (MarkdownReference) -> MarkdownTarget = { _ in MarkdownTarget() }

  mutating func resolve(_ reference: MarkdownReference) -> MarkdownTarget {
    seen.append(reference)
    return target(reference)
  }
}

extension MarkdownSource {
  /// A file that is Markdown from its beginning to its end.
  init(_ text: String) { self.init(bytes: Bytes(text.utf8)) }

  init(bytes: Bytes) {
    self.init(text: SourceText(path: "a.md", bytes: bytes), body: 0..<bytes.count)
  }

  func render(_ configure: (inout MarkdownOptions) -> Void = { _ in }) -> Rendering {
    var options = MarkdownOptions()
    configure(&options)
    var resolver = UnchangedReferences()
    var html = Bytes()
    let result = render(options: options, resolver: &resolver, into: &html)
    return Rendering(html: html.text, result: result)
  }
}

/// The HTML of a text.
func html(_ text: String, _ configure: (inout MarkdownOptions) -> Void = { _ in }) -> String {
  MarkdownSource(text).render(configure).html
}

/// A file of this target's resources.
func resource(_ path: String) throws -> URL {
  guard let url = Bundle.module.resourceURL?.appendingPathComponent(path) else {
    throw CocoaError(.fileNoSuchFile)
  }
  return url
}
