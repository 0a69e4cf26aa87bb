internal import Feeds
internal import Text

/// A text in the form that an editor in a web form keeps: no element but those of `EditorTag`, no
/// attribute but an address, a description, a size and a number, no relative address.
struct EditorDocument: Sendable, Hashable {
  /// The blocks in their order.
  var blocks: [EditorNode]

  /// A document of blocks.
  init(_ blocks: [EditorNode]) { self.blocks = blocks }

  /// What is left of a page's HTML: every text stays, in the nearest element that there is.
  ///
  /// - Parameters:
  ///   - html: a fragment, such as the text of a post; anything may stand in it.
  ///   - base: the page's address, by which relative ones are resolved.
  /// - Complexity: O(*n*): one forward pass.
  init(html: Bytes, base: WebAddress) {
    var builder = EditorDocumentBuilder(base: base)
    var tokens = HTMLTokenizer(html)
    while let token = tokens.next() { builder.add(token) }
    blocks = builder.finished()
  }

  /// The texts of the paragraphs that stand by themselves, without those that have none.
  var paragraphs: [String] {
    blocks.compactMap { block in
      guard case .element(let element) = block, element.tag == .paragraph else { return nil }
      let text = element.children.spokenText
      return text.isEmpty ? nil : text
    }
  }
}

extension [EditorNode] {
  /// The text without addresses and pictures.
  var spokenText: String {
    map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.tag == .lineBreak ? " " : element.children.spokenText
      }
    }.joined()
  }
}
