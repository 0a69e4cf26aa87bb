internal import Diagnostics
internal import FrontMatter

extension SitePlan {
  /// The pictures and documents in front matter that are not there.
  func missingFiles() -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let reader = PlanReader(self)
    let slots = configuration.kinds.map(\.schema.fileSlots)
    for index in items.indices where items[index].state == .published {
      for slot in slots[items[index].kind] {
        guard let value = items[index].record[slot] else { continue }
        for record in fileRecords(value) { problems += problem(record, item: index, reader) }
      }
    }
    return problems
  }

  private func fileRecords(_ value: LocatedValue) -> [Record] {
    if let record = value.record {
      let isFile =
        record.schema === CommonField.imageSchema || record.schema === CommonField.attachmentSchema
      return isFile ? [record] : []
    }
    return value.list?.flatMap(fileRecords) ?? []
  }

  private func problem(_ record: Record, item: Int, _ reader: PlanReader) -> [Diagnostic] {
    guard let value = record["src"] ?? record["file"], let written = value.text,
      reader.file(written, from: item).isMissing
    else { return [] }
    let isImage = record.schema === CommonField.imageSchema
    let place = location(item, value.range)
    let similar = resolvedPath(written, in: items[item].folder).flatMap {
      similarFile(to: $0, from: items[item].folder, wantsPicture: isImage)
    }
    return [
      .error(
        isImage ? "missing-image" : "missing-file",
        "there is no \(isImage ? "picture" : "file") '\(written)'", at: place,
        help: (similar.map { ["did you mean '\($0)'?"] } ?? []) + [
          "put the file beside '\(items[item].path)', or into 'static' for a path that begins with '/'"
        ])
    ]
  }

  /// A place in an item's file.
  func location(_ item: Int, _ range: Range<Int>) -> TextLocation {
    source.location(range, in: items[item].path)
  }
}

extension RecordSchema {
  /// The slots of the fields that can name a file.
  fileprivate var fileSlots: [Int] { fields.indices.filter { fields[$0].type.canNameFile } }
}

extension FieldType {
  fileprivate var canNameFile: Bool {
    switch self {
    case .record(let schema, _):
      schema === CommonField.imageSchema || schema === CommonField.attachmentSchema
    case .list(let element, _, _): element.canNameFile
    case .text, .translatedText, .boolean, .integer, .date, .month, .choice, .reference, .table,
      .free:
      false
    }
  }
}
