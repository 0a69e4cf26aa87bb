import Text

/// The footnotes of a text: which ids they have, and how often each is referred to.
struct FootnoteLedger {
  private struct Footnote {
    /// The part of its ids that names it, ready for an attribute.
    var name: String
    /// How often the text refers to it.
    var referenceCount = 0
    /// How many of these references were written.
    var writtenCount = 0
  }

  private var footnotes: [Footnote] = []
  /// How many definitions were begun; they stand at the end of the document, in order.
  private var begunCount = 0
  /// Whether the definition that was begun last has its links back.
  var hasBackReferences = false

  /// No footnotes.
  init() {}

  /// The footnotes of a document; their ids are taken before a heading can take them.
  init(of document: CMarkNode, identifiers: inout HeadingIdentifiers) {
    var definition = document.lastChild
    var names: [String] = []
    while let footnote = definition, footnote.kind == .footnoteDefinition {
      var name = Bytes()
      footnote.withLiteral { name.append(escapedAddress: $0) }
      names.append(name.text)
      definition = footnote.previous
    }
    guard !names.isEmpty else { return }
    var counts = [Int](repeating: 0, count: names.count)
    document.forEachDescendant { node in
      if node.kind == .footnoteReference, let index = Self.index(of: node), index < counts.count {
        counts[index] += 1
      }
      return true
    }
    for (name, count) in zip(names.reversed(), counts) {
      footnotes.append(
        Footnote(
          name: Self.claim(name, count: count, &identifiers), referenceCount: count))
    }
  }

  /// Whether the section of footnotes was begun.
  var isOpen: Bool { begunCount > 0 }

  /// Begins the next definition; the name in its id.
  mutating func beginDefinition() -> String? {
    begunCount += 1
    hasBackReferences = false
    return begunCount <= footnotes.count ? footnotes[begunCount - 1].name : nil
  }

  /// The names of the references to the definition that was begun last.
  var backReferences: [String] {
    guard begunCount > 0, begunCount <= footnotes.count else { return [] }
    let footnote = footnotes[begunCount - 1]
    return (0..<footnote.referenceCount).map { Self.reference($0, to: footnote.name) }
  }

  /// Writes down one more reference: the name of its definition and its own.
  mutating func addReference(_ node: CMarkNode) -> (definition: String, reference: String)? {
    guard let index = Self.index(of: node), index < footnotes.count else { return nil }
    footnotes[index].writtenCount += 1
    let footnote = footnotes[index]
    return (footnote.name, Self.reference(footnote.writtenCount - 1, to: footnote.name))
  }

  private static func reference(_ index: Int, to name: String) -> String {
    index == 0 ? name : name + "-" + String(index + 1)
  }

  /// cmark numbers the footnotes in the order of their first references.
  private static func index(of reference: CMarkNode) -> Int? {
    reference.withLiteral { Int($0.string).map { $0 - 1 } }
  }

  /// The name, or one beside it where a footnote called `a-2` meets the second reference to `a`.
  private static func claim(
    _ name: String, count: Int, _ identifiers: inout HeadingIdentifiers
  ) -> String {
    var candidate = name
    while true {
      let ids = ["fn-" + candidate] + (0..<count).map { "fnref-" + reference($0, to: candidate) }
      if ids.allSatisfy({ identifiers.isFree($0) }) {
        for id in ids { _ = identifiers.claim(id) }
        return candidate
      }
      candidate += "_"
    }
  }
}
