internal import Diagnostics
internal import Text

extension FrontMatterEditor {
  /// Reads the edited file again: the fields have their values, and all others are as they were.
  func verify(
    _ edited: Bytes, _ fields: [FrontMatterField], _ before: FrontMatterBlock, _ root: YAMLNode?
  ) throws(FrontMatterEditError) {
    let file = SourceText(path: source.path, bytes: edited)
    let after = FrontMatterBlock.finding(in: file).value
    guard let yaml = after.yaml else { throw unsafe(fields, before) }
    let document = YAMLDocument.reading(file, range: yaml)
    let names = Set(fields.map(\.name))
    guard !document.diagnostics.containsError,
      fields.allSatisfy({ document.value?.scalar($0.name) == $0.value.text }),
      sameFields(root, document.value, except: names),
      source.bytes[before.body] == edited[after.body]
    else { throw unsafe(fields, before) }
  }

  private func unsafe(
    _ fields: [FrontMatterField], _ block: FrontMatterBlock
  ) -> FrontMatterEditError {
    FrontMatterEditError([.cannotEdit(fields, at: source.location(of: block.fence))])
  }

  private func sameFields(
    _ before: YAMLNode?, _ after: YAMLNode?, except names: Set<String>
  ) -> Bool {
    let old = (before?.pairs ?? []).filter { !names.contains($0.key) }
    let new = (after?.pairs ?? []).filter { !names.contains($0.key) }
    return old.count == new.count
      && zip(old, new).allSatisfy { $0.key == $1.key && $0.value.says(sameAs: $1.value) }
  }
}

extension YAMLNode {
  /// The keys and values of a table; none of anything else.
  var pairs: [YAMLPair] { if case .mapping(let pairs) = content { pairs } else { [] } }

  /// The text of a key's value in a table; nil where there is none, or nothing.
  func scalar(_ key: String) -> String? {
    guard let value = pairs.first(where: { $0.key == key })?.value, !value.isNull,
      case .scalar(let text, _) = value.content
    else { return nil }
    return text
  }

  /// Whether two values are equal wherever they stand.
  func says(sameAs other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar, .scalar): content == other.content
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.says(sameAs: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy { $0.key == $1.key && $0.value.says(sameAs: $1.value) }
    case (.scalar, _), (.sequence, _), (.mapping, _): false
    }
  }
}
