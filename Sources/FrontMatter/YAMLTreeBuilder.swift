internal import Diagnostics
private import Text

/// Puts libyaml's events together to a tree.
struct YAMLTreeBuilder {
  let source: SourceText
  /// Where the YAML begins in the file.
  let base: Int
  private(set) var diagnostics: [Diagnostic] = []
  private var anchors: [String: (node: YAMLNode, count: Int)] = [:]
  private var nodeCount = 0

  /// The tags of YAML's core schema, which say what the schema here says anyway, and `!`.
  private static let knownTags: Set<String> = Set(
    ["str", "int", "float", "bool", "null", "seq", "map"].map { "tag:yaml.org,2002:" + $0 } + ["!"])

  init(source: SourceText, base: Int) {
    self.source = source
    self.base = base
  }

  /// The first document's root; nil where there is none.
  mutating func document(_ reader: consuming YAMLEventReader) throws(YAMLFailure) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      let event = try next(&reader)
      switch event.kind {
      case .streamEnd: return root
      case .other: continue
      case .documentStart:
        guard root == nil else { throw YAMLFailure(diagnostic: .secondDocument(at(event.range))) }
      default: root = try node(event, &reader, depth: 0)
      }
    }
  }

  private mutating func node(
    _ event: YAMLEvent, _ reader: inout YAMLEventReader, depth: Int
  ) throws(YAMLFailure) -> YAMLNode {
    guard depth <= YAMLDocument.maximumDepth else {
      throw YAMLFailure(diagnostic: .tooDeep(at(event.range)))
    }
    try count(1, event.range)
    if let tag = event.tag, !Self.knownTags.contains(tag) {
      diagnostics.append(.unsupportedTag(tag, at: at(event.range)))
    }
    let countBefore = nodeCount
    let node: YAMLNode
    switch event.kind {
    case .scalar(let text, let isPlain):
      node = YAMLNode(
        .scalar(printable(text, event.range), isPlain: isPlain), range: inFile(event.range))
    case .alias(let name): return try anchored(name, event.range)
    case .sequenceStart: node = try sequence(event, &reader, depth: depth)
    case .mappingStart: node = try mapping(event, &reader, depth: depth)
    case .sequenceEnd, .mappingEnd, .documentStart, .other, .streamEnd:
      preconditionFailure("libyaml only begins a value with one of the events above")
    }
    if let anchor = event.anchor {
      anchors[anchor] = (node, nodeCount - countBefore + 1)
    }
    return node
  }

  /// A text without the characters that nothing can hold that is made of it: they are reported, and
  /// left out here so that no page, feed or address has to think of them.
  private mutating func printable(_ text: String, _ range: Range<Int>) -> String {
    guard text.hasControlCharacters else { return text }
    let found = text.unicodeScalars.filter(\.isControlCharacter)
    guard let first = found.first else { return text }
    let place = YAMLEscape.range(of: first, in: source.bytes[inFile(range)])
    diagnostics.append(
      .controlCharacters(Array(found), at: source.location(of: place ?? inFile(range))))
    return text.withoutControlCharacters
  }

  private mutating func sequence(
    _ start: YAMLEvent, _ reader: inout YAMLEventReader, depth: Int
  ) throws(YAMLFailure) -> YAMLNode {
    var elements: [YAMLNode] = []
    while true {
      let event = try next(&reader)
      if case .sequenceEnd = event.kind {
        return YAMLNode(.sequence(elements), range: inFile(start.range, to: event.range))
      }
      elements.append(try node(event, &reader, depth: depth + 1))
    }
  }

  private mutating func mapping(
    _ start: YAMLEvent, _ reader: inout YAMLEventReader, depth: Int
  ) throws(YAMLFailure) -> YAMLNode {
    var pairs: [YAMLPair] = []
    var keys = NameTable()
    while true {
      let keyEvent = try next(&reader)
      if case .mappingEnd = keyEvent.kind {
        return YAMLNode(.mapping(pairs), range: inFile(start.range, to: keyEvent.range))
      }
      let key = try node(keyEvent, &reader, depth: depth + 1)
      let value = try node(next(&reader), &reader, depth: depth + 1)
      guard case .scalar(let name, _) = key.content else {
        diagnostics.append(.keyIsNoText(at(keyEvent.range)))
        continue
      }
      let place = keys.insert(name)
      guard place.inserted else {
        diagnostics.append(
          .duplicateKey(
            name, at: source.location(of: key.range),
            first: source.location(of: pairs[place.number].keyRange)))
        continue
      }
      pairs.append(YAMLPair(key: name, keyRange: key.range, value: value))
    }
  }

  private mutating func anchored(
    _ name: String, _ range: Range<Int>
  ) throws(YAMLFailure) -> YAMLNode {
    guard let anchor = anchors[name] else {
      throw YAMLFailure(diagnostic: .unknownAlias(name, at: at(range)))
    }
    try count(anchor.count, range)
    return anchor.node
  }

  /// A few aliases of aliases can stand for billions of values: what they repeat counts.
  private mutating func count(_ added: Int, _ range: Range<Int>) throws(YAMLFailure) {
    nodeCount += added
    guard nodeCount <= YAMLDocument.maximumNodeCount else {
      throw YAMLFailure(diagnostic: .tooManyNodes(at(range)))
    }
  }

  private func next(_ reader: inout YAMLEventReader) throws(YAMLFailure) -> YAMLEvent {
    do throws(YAMLSyntaxError) {
      return try reader.next()
    } catch {
      throw YAMLFailure(diagnostic: .syntax(error, in: source, base: base))
    }
  }

  private func inFile(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound + base..<range.upperBound + base
  }

  private func inFile(_ start: Range<Int>, to end: Range<Int>) -> Range<Int> {
    start.lowerBound + base..<max(start.lowerBound, end.upperBound) + base
  }

  private func at(_ range: Range<Int>) -> TextLocation { source.location(of: inFile(range)) }
}

extension Diagnostic {
  fileprivate static func secondDocument(_ location: TextLocation) -> Diagnostic {
    .error(
      "yaml-document", "a second YAML document begins here, and only one is read", at: location,
      help: ["remove the line, or put the text in quotation marks"])
  }

  fileprivate static func tooDeep(_ location: TextLocation) -> Diagnostic {
    .error(
      "yaml-limit",
      "lists and tables are nested more than \(YAMLDocument.maximumDepth) deep here", at: location)
  }

  fileprivate static func tooManyNodes(_ location: TextLocation) -> Diagnostic {
    .error(
      "yaml-limit",
      "the document has more than \(YAMLDocument.maximumNodeCount) values, aliases expanded",
      at: location)
  }

  fileprivate static func unsupportedTag(_ tag: String, at location: TextLocation) -> Diagnostic {
    .error(
      "yaml-tag", "the tag '\(tag)' has no meaning here", at: location,
      help: ["remove the tag, or put the text in quotation marks"])
  }

  fileprivate static func keyIsNoText(_ location: TextLocation) -> Diagnostic {
    .error(
      "yaml-key", "a key has to be a text", at: location,
      help: ["if the value begins with '{' or '[', put it in quotation marks"])
  }

  fileprivate static func duplicateKey(
    _ name: String, at location: TextLocation, first: TextLocation
  ) -> Diagnostic {
    .error(
      "duplicate-key", "the key '\(name)' stands here a second time", at: location,
      help: ["keep one of the two, lines \(first.line) and \(location.line)"],
      related: [.init("the first '\(name)'", at: first)])
  }

  fileprivate static func unknownAlias(_ name: String, at location: TextLocation) -> Diagnostic {
    .error(
      "yaml-alias", "nothing is called '&\(name)' above this line", at: location,
      help: ["a text that begins with '*' needs quotation marks"])
  }
}
