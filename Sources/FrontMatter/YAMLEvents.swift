private import CLibYAML
internal import Text

/// One step of a YAML stream, with the bytes of the text that it came from.
struct YAMLEvent {
  enum Kind {
    case scalar(text: String, isPlain: Bool)
    case alias(name: String)
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    case documentStart
    case other
    case streamEnd
  }

  var kind: Kind
  var range: Range<Int>
  var anchor: String?
  var tag: String?
}

/// Why libyaml could not go on, and where.
struct YAMLSyntaxError: Error {
  var problem: String
  var offset: Int
  var context: String?
  var contextOffset: Int?
}

/// libyaml's parser over bytes in memory; the one owner of its memory, and this its one file.
///
/// libyaml counts characters; the reader gives byte offsets, which are the same for ASCII text and
/// otherwise found by walking forward once.
@safe struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var offsets: CharacterOffsets

  init(_ text: ArraySlice<UInt8>) {
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    let initialized = unsafe yaml_parser_initialize(parser)
    precondition(initialized == 1, "libyaml fails here only when memory is exhausted")
    unsafe bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = unsafe bytes.initialize(from: text)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, UnsafePointer(bytes.baseAddress), text.count)
    offsets = CharacterOffsets(text)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe bytes.deallocate()
  }

  /// The next event; throws where the text is not YAML.
  mutating func next() throws(YAMLSyntaxError) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
    defer { unsafe yaml_event_delete(&event) }
    let start = unsafe offsets.byteOffset(ofCharacter: Int(event.start_mark.index))
    let end = unsafe offsets.byteOffset(ofCharacter: Int(event.end_mark.index))
    return unsafe YAMLEventReader.event(event, range: start..<max(start, end))
  }

  private static func event(_ event: yaml_event_t, range: Range<Int>) -> YAMLEvent {
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return unsafe YAMLEvent(
        kind: .scalar(text: text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), range: range,
        anchor: string(scalar.anchor), tag: string(scalar.tag))
    case YAML_ALIAS_EVENT:
      return unsafe YAMLEvent(
        kind: .alias(name: string(event.data.alias.anchor) ?? ""), range: range)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      return unsafe YAMLEvent(
        kind: .sequenceStart, range: range, anchor: string(sequence.anchor),
        tag: string(sequence.tag))
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      return unsafe YAMLEvent(
        kind: .mappingStart, range: range, anchor: string(mapping.anchor), tag: string(mapping.tag))
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, range: range)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, range: range)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, range: range)
    case YAML_STREAM_END_EVENT: return YAMLEvent(kind: .streamEnd, range: range)
    default: return YAMLEvent(kind: .other, range: range)
    }
  }

  private static func string(_ text: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: text)
  }

  private mutating func syntaxError() -> YAMLSyntaxError {
    let failed = unsafe parser.pointee
    let problem = unsafe failed.problem.map { unsafe String(cString: $0) } ?? "not YAML"
    if unsafe failed.error == YAML_READER_ERROR {
      return unsafe YAMLSyntaxError(problem: problem, offset: Int(failed.problem_offset))
    }
    let context = unsafe failed.context.map { unsafe String(cString: $0) }
    let contextOffset = unsafe offsets.byteOffset(ofCharacter: Int(failed.context_mark.index))
    let offset = unsafe offsets.byteOffset(ofCharacter: Int(failed.problem_mark.index))
    return YAMLSyntaxError(
      problem: problem, offset: offset, context: context,
      contextOffset: context == nil ? nil : contextOffset)
  }
}

/// Byte offsets of characters that are asked for in nearly ascending order.
private struct CharacterOffsets {
  private let text: ArraySlice<UInt8>
  private let isASCII: Bool
  private var character = 0
  private var byte = 0

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    isASCII = text.allSatisfy { $0 < 0x80 }
  }

  mutating func byteOffset(ofCharacter wanted: Int) -> Int {
    if isASCII { return min(wanted, text.count) }
    if wanted < character { (character, byte) = (0, 0) }
    while character < wanted && byte < text.count {
      byte += 1
      while byte < text.count && text[text.startIndex + byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    return byte
  }
}
