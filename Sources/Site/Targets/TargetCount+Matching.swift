internal import CivilTime
internal import FrontMatter

extension TargetCount {
  /// Whether an item counts: it is of the kind, and every condition is true of it.
  func matches(_ item: ContentItem) -> Bool {
    item.kind == kind && conditions.allSatisfy { $0.holds(item.record) }
  }

  /// How much an item counts: once, or the number in the field that is added up.
  func worth(_ item: ContentItem) -> Int {
    summedField.map { item.record.integer($0) ?? 0 } ?? 1
  }

  /// The day that decides to which period an item belongs.
  ///
  /// That is the date that `date:` names; where the count asks for an address on the ECCP, the day
  /// of posting there; otherwise the item's own day.
  func day(of item: ContentItem) -> CivilDate? {
    if let dateField { return item.day(of: dateField) }
    if conditions.contains(where: { $0.field == ["eccp_url"] }) {
      return item.day(of: "eccp_date") ?? item.day
    }
    return item.day
  }
}

extension TargetCount.Condition {
  /// Whether the condition is true of a front matter.
  ///
  /// Texts are compared without regard to capital letters; a list needs one of the values.
  func holds(_ record: Record) -> Bool {
    guard let name = field.first, let value = record[name] else { return false }
    let texts = value.texts(in: field.dropFirst())
    if values.isEmpty { return !texts.isEmpty }
    let wanted = values.map { $0.lowercased() }
    return texts.contains { wanted.contains($0.lowercased()) }
  }
}

extension ContentItem {
  /// The day on which it was done: an event's last one, otherwise its date.
  var day: CivilDate? { day(of: "end") ?? start?.date ?? date?.date }

  /// The day that a field holds.
  func day(of field: String) -> CivilDate? {
    record.date(field)?.timestamp(in: timeZone).date
  }
}

extension LocatedValue {
  /// All that the value says as texts, or what the field within it says.
  fileprivate func texts(in path: ArraySlice<String>) -> [String] {
    switch value {
    case .text(let text): return text.isEmpty ? [] : [text]
    case .boolean(let flag): return ["\(flag)"]
    case .integer(let number): return ["\(number)"]
    case .date(let date): return [date.timestamp(in: .utc).iso8601]
    case .list(let values): return values.flatMap { $0.texts(in: path) }
    case .record(let record):
      guard let name = path.first else {
        return record.schema.fields.indices.flatMap { record[$0]?.texts(in: []) ?? [] }
      }
      return record[name]?.texts(in: path.dropFirst()) ?? []
    case .table(let entries):
      return entries.filter { path.isEmpty || $0.key == path.first }
        .flatMap { $0.value.texts(in: path.dropFirst()) }
    case .free(let node): return node.texts(in: path)
    }
  }
}

extension YAMLNode {
  fileprivate func texts(in path: ArraySlice<String>) -> [String] {
    switch content {
    case .scalar(let text, _): isNull || !path.isEmpty ? [] : [text]
    case .sequence(let nodes): nodes.flatMap { $0.texts(in: path) }
    case .mapping(let pairs):
      pairs.filter { path.isEmpty || $0.key == path.first }
        .flatMap { $0.value.texts(in: path.dropFirst()) }
    }
  }
}
