/// Where the fields of a YAML text's outermost table lie, as their writer wrote them.
///
/// `YAMLNode` says what an alias means; this says where it stands.
struct RootMapping {
  /// How the outermost value is written.
  enum Form: Equatable {
    /// Nothing but blanks and comments.
    case empty
    /// A field a line, from a column on.
    case block
    /// `{key: value}`
    case flow
    /// A list or a text.
    case noMapping
  }

  /// A field: its key, and its value as written.
  struct Entry {
    let key: String?
    let keyRange: Range<Int>
    let value: Range<Int>
    let isCollection: Bool
    let anchor: String?
  }

  private(set) var form = Form.empty
  private(set) var entries: [Entry] = []
  /// The names of the anchors that something refers to.
  private(set) var aliases: Set<String> = []

  /// Reads the bytes of one document; ranges are those in the file.
  init(_ yaml: ArraySlice<UInt8>) throws(YAMLSyntaxError) {
    var reader = YAMLEventReader(yaml)
    let base = yaml.startIndex
    while true {
      let event = try reader.next()
      switch event.kind {
      case .streamEnd: return
      case .documentStart, .other: continue
      case .mappingStart: try readEntries(&reader, base)
      case .scalar, .alias, .sequenceStart, .sequenceEnd, .mappingEnd: form = .noMapping
      }
    }
  }

  private mutating func readEntries(
    _ reader: inout YAMLEventReader, _ base: Int
  ) throws(YAMLSyntaxError) {
    while true {
      let keyEvent = try reader.next()
      if case .mappingEnd = keyEvent.kind {
        // Only a closing bracket has bytes of its own.
        form = keyEvent.range.isEmpty ? .block : .flow
        return
      }
      let keyRange = try valueRange(from: keyEvent, &reader)
      let valueEvent = try reader.next()
      let value = try valueRange(from: valueEvent, &reader)
      var key: String?
      if case .scalar(let text, _) = keyEvent.kind { key = text }
      var isCollection = false
      switch valueEvent.kind {
      case .sequenceStart, .mappingStart: isCollection = true
      case .scalar, .alias, .sequenceEnd, .mappingEnd, .documentStart, .other, .streamEnd: break
      }
      entries.append(
        Entry(
          key: key, keyRange: keyRange.moved(by: base), value: value.moved(by: base),
          isCollection: isCollection, anchor: valueEvent.anchor))
    }
  }

  /// The bytes of the value that begins with an event, which reads the rest of it.
  private mutating func valueRange(
    from first: YAMLEvent, _ reader: inout YAMLEventReader
  ) throws(YAMLSyntaxError) -> Range<Int> {
    var event = first
    var depth = 0
    while true {
      switch event.kind {
      case .sequenceStart, .mappingStart: depth += 1
      case .sequenceEnd, .mappingEnd: depth -= 1
      case .alias(let name): aliases.insert(name)
      case .scalar, .documentStart, .other, .streamEnd: break
      }
      if depth == 0 {
        let start = first.range.lowerBound
        return start..<max(start, event.range.upperBound)
      }
      event = try reader.next()
    }
  }
}

extension Range where Bound == Int {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
