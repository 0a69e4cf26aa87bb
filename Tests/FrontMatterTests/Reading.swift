import Diagnostics
import FrontMatter
import Text

/// The front matter of a file, read without a schema.
struct Reading {
  let block: FrontMatterBlock
  let yaml: YAMLNode?
  let source: SourceText
  let diagnostics: [Diagnostic]

  init(_ text: String) { self.init(SourceText(path: "a.md", bytes: Bytes(text.utf8))) }

  init(_ source: SourceText) {
    self.source = source
    let block = FrontMatterBlock.finding(in: source)
    self.block = block.value
    guard let range = block.value.yaml else {
      (yaml, diagnostics) = (nil, block.diagnostics)
      return
    }
    let document = YAMLDocument.reading(source, range: range)
    yaml = document.value
    diagnostics = block.diagnostics + document.diagnostics
  }

  /// The file's text after its front matter.
  var body: String { source.bytes[block.body].text }

  /// Each problem: `LINE:COLUMN MESSAGE [RULE]`.
  var problems: [String] { diagnostics.problems }

  /// The value of a key of the outermost table.
  subscript(key: String) -> YAMLNode? {
    guard case .mapping(let pairs)? = yaml?.content else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// The text of a key's value.
  func text(_ key: String) -> String? {
    guard case .scalar(let text, _)? = self[key]?.content else { return nil }
    return text
  }
}

extension [Diagnostic] {
  /// Each problem: `LINE:COLUMN MESSAGE [RULE]`, in the order of their places.
  var problems: [String] {
    sortedForReport().map {
      "\($0.location.line):\($0.location.column) \($0.message) [\($0.rule)]"
    }
  }
}

extension YAMLNode {
  /// The value in a compact form: texts in quotation marks, `[…]`, `{key: …}`.
  var dump: String {
    switch content {
    case .scalar(let text, let isPlain): isPlain ? text : "\"\(text)\""
    case .sequence(let nodes): "[" + nodes.map(\.dump).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key): \($0.value.dump)" }.joined(separator: ", ") + "}"
    }
  }
}
