public import Diagnostics
public import Text

/// Sets single values in a file's front matter and leaves every other byte as it was.
///
/// Comments, the order of the fields, the ends of lines, a byte order mark, quotation marks of other
/// fields and everything after the front matter stay. The result is read again before it is handed
/// out: where a field would not be what was asked for, or another field would change, there is an
/// error instead of a file.
public struct FrontMatterEditor: Sendable {
  /// The file that is edited.
  public let source: SourceText

  /// An editor for a file.
  public init(_ source: SourceText) { self.source = source }

  /// The file with fields set to values.
  ///
  /// A field that stands there keeps its place, whether its value is plain, quoted, empty, an alias,
  /// or goes over several lines; a field with this value already is left alone. One that is not
  /// there becomes a line before the end of the front matter, and a file without front matter gets
  /// one.
  ///
  /// - Parameter fields: at most one value for each name.
  /// - Returns: the bytes of the whole file.
  /// - Throws: why the file cannot be edited safely, at the place in the file, with the line to write
  ///   by hand.
  /// - Complexity: O(*n*) in the length of the file.
  public func setting(_ fields: [FrontMatterField]) throws(FrontMatterEditError) -> Bytes {
    let block = FrontMatterBlock.finding(in: source)
    guard block.diagnostics.isEmpty else { throw FrontMatterEditError(block.diagnostics) }
    guard let yaml = block.value.yaml else { return withNewBlock(of: fields) }
    let document = YAMLDocument.reading(source, range: yaml)
    guard !document.diagnostics.containsError else {
      throw FrontMatterEditError(document.diagnostics)
    }
    let plan = try edits(for: fields, yaml, document.value)
    let edited = source.bytes.applying(plan)
    try verify(edited, fields, block.value, document.value)
    return edited
  }

  private func withNewBlock(of fields: [FrontMatterField]) -> Bytes {
    guard !fields.isEmpty else { return source.bytes }
    let bytes = source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = lineEnd
    var edited = Array(bytes[..<start])
    for line in ["---"] + fields.map(\.line) + ["---"] { edited.append(line + end) }
    edited.append(contentsOf: bytes[start...])
    return edited
  }

  private func edits(
    for fields: [FrontMatterField], _ yaml: Range<Int>, _ root: YAMLNode?
  ) throws(FrontMatterEditError) -> [ByteEdit] {
    let mapping: RootMapping
    do throws(YAMLSyntaxError) {
      mapping = try RootMapping(source.bytes[yaml])
    } catch {
      let problem = Diagnostic.syntax(error, in: source, base: yaml.lowerBound)
      throw FrontMatterEditError([problem])
    }
    guard mapping.form == .block || mapping.form == .empty else {
      let start = root?.range.lowerBound ?? yaml.lowerBound
      throw FrontMatterEditError([
        .notByLines(mapping.form, fields, at: source.location(at: start))
      ])
    }
    var edits: [ByteEdit] = []
    var added = ""
    for field in fields {
      if let entry = mapping.entries.first(where: { $0.key == field.name }) {
        guard root?.scalar(field.name) != field.value.text else { continue }
        edits += try replacement(of: entry, by: field, mapping)
      } else {
        added += indentation(of: mapping) + field.line + lineEnd
      }
    }
    if !added.isEmpty { edits.append(ByteEdit(yaml.upperBound..<yaml.upperBound, added)) }
    return edits
  }

  private func replacement(
    of entry: RootMapping.Entry, by field: FrontMatterField, _ mapping: RootMapping
  ) throws(FrontMatterEditError) -> [ByteEdit] {
    let place = entry.value.isEmpty ? entry.keyRange : entry.value
    if entry.isCollection {
      throw FrontMatterEditError([.isCollection(field, at: source.location(of: place))])
    }
    if let anchor = entry.anchor, mapping.aliases.contains(anchor) {
      throw FrontMatterEditError([.isRepeated(field, anchor, at: source.location(of: place))])
    }
    guard !entry.value.isEmpty else {
      return [ByteEdit(entry.value, " " + field.value.yaml)]
    }
    guard let block = BlockScalarLines(of: entry.value, in: source.bytes) else {
      return [ByteEdit(entry.value, field.value.yaml)]
    }
    return [ByteEdit(block.header, field.value.yaml), ByteEdit(block.content, "")]
  }

  /// The blanks before the first field, which a new one needs too.
  private func indentation(of mapping: RootMapping) -> String {
    guard let first = mapping.entries.first else { return "" }
    let start = first.keyRange.lowerBound
    let blanks = source.bytes[..<start].reversed().prefix { $0 == 0x20 }
    return String(repeating: " ", count: blanks.count)
  }

  /// What ends the file's first line.
  private var lineEnd: String {
    let bytes = source.bytes
    guard let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    guard bytes[end] == 0x0D else { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? "\r\n" : "\r"
  }
}
