internal import Diagnostics
internal import FrontMatter

/// One file of the configuration as it was read: `site.yaml`, or an environment's.
struct ConfigurationFile: Sendable {
  let source: SourceText
  let record: Record

  /// Reads a file; the value is nil where the file is no YAML at all.
  static func reading(_ source: SourceText) -> Checked<ConfigurationFile?> {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let document = YAMLDocument.reading(source, range: start..<source.bytes.count)
    if document.value == nil && document.diagnostics.containsError {
      return Checked(nil, document.diagnostics)
    }
    let record = ConfigurationSchema.site.reading(
      document.value, in: source, start: start..<start)
    // A file that is no table has every setting missing, which says nothing new.
    if let node = document.value, !node.isNull, !node.isMapping {
      return Checked(nil, document.diagnostics + record.diagnostics)
    }
    return Checked(
      ConfigurationFile(source: source, record: record.value),
      document.diagnostics + record.diagnostics)
  }

  /// The place of a table's first line.
  func record(_ value: LocatedValue) -> TextLocation {
    source.location(of: value.range.lowerBound..<value.range.lowerBound + 1)
  }

  /// The place of a value of this file.
  func location(_ value: LocatedValue) -> TextLocation { source.location(of: value.range) }
}

extension Record {
  /// The record with the fields of `overlay` over its own: tables are merged key by key, all else
  /// is replaced.
  func merged(with overlay: Record) -> Record {
    var merged = self
    for slot in schema.fields.indices {
      guard let over = overlay[slot] else { continue }
      merged[slot] = self[slot].map { $0.merged(with: over) } ?? over
    }
    return merged
  }
}

extension LocatedValue {
  fileprivate func merged(with overlay: LocatedValue) -> LocatedValue {
    switch (value, overlay.value) {
    case (.record(let base), .record(let over)):
      return LocatedValue(.record(base.merged(with: over)), range: overlay.range)
    case (.table(let base), .table(let over)):
      var entries = base
      for entry in over {
        if let index = entries.firstIndex(where: { $0.key == entry.key }) {
          let value = entries[index].value.merged(with: entry.value)
          entries[index] = TableEntry(key: entry.key, keyRange: entry.keyRange, value: value)
        } else {
          entries.append(entry)
        }
      }
      return LocatedValue(.table(entries), range: overlay.range)
    default: return overlay
    }
  }
}
