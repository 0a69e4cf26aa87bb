internal import Diagnostics
internal import FrontMatter
internal import Templates

extension PlanBuilder {
  /// What the fields that name another item refer to; a name that leads nowhere is reported.
  mutating func references() -> [SitePlan.ItemField: Int] {
    lazy var bySlug = itemsBySlug()
    var references: [SitePlan.ItemField: Int] = [:]
    let slots = configuration.kinds.map(\.schema.referenceSlots)
    for index in items.indices {
      let item = items[index]
      for slot in slots[item.kind] {
        let field = item.record.schema.fields[slot]
        guard case .reference(let kindName) = field.type, let value = item.record[slot],
          let name = value.text
        else { continue }
        guard let kind = configuration.kindIndex(named: kindName) else { continue }
        if let found = target(name, bySlug[kind] ?? [:], language: item.language) {
          references[SitePlan.ItemField(item: index, slot: slot)] = found
        } else if item.state == .published {
          diagnostics.append(
            .unknownReference(
              field.name, name, kindName, (bySlug[kind] ?? [:]).keys.sorted(),
              at: location(index, value.range)))
        }
      }
    }
    return references
  }

  /// The items of each kind by slug; of one slug in several languages, all.
  private func itemsBySlug() -> [Int: [String: [Int]]] {
    var bySlug: [Int: [String: [Int]]] = [:]
    for index in items.indices where items[index].state == .published {
      bySlug[items[index].kind, default: [:]][items[index].slug, default: []].append(index)
    }
    return bySlug
  }

  private func target(_ name: String, _ bySlug: [String: [Int]], language: Int) -> Int? {
    guard let found = bySlug[name] else { return nil }
    return found.first { items[$0].language == language } ?? found.first
  }

  /// Templates that front matter names and nobody has written, and those that every site needs.
  mutating func checkTemplates() {
    for index in items.indices {
      guard let field = items[index].record[.template], let name = field.text,
        !templates.contains(name), !templates.contains(name + ".html")
      else { continue }
      diagnostics.append(
        .missingTemplate(name, templates.names, at: location(index, field.range)))
    }
    var needed = [["home.html"], ["taxonomy.html"], ["term.html"], ["404.html"], ["redirect.html"]]
    for kind in configuration.kinds {
      needed.append(kind.templateNames)
      if kind.listAddress != nil { needed.append(kind.listTemplateNames) }
    }
    for names in needed where !names.contains(where: templates.contains) {
      guard let name = names.last else { continue }
      let missing = Diagnostic.missingTemplate(
        name, templates.names, at: .file("templates/\(name)"))
      if !diagnostics.contains(missing) { diagnostics.append(missing) }
    }
  }
}

extension RecordSchema {
  /// The slots of the fields that name another item.
  fileprivate var referenceSlots: [Int] {
    fields.indices.filter { if case .reference = fields[$0].type { true } else { false } }
  }
}

extension Diagnostic {
  fileprivate static func unknownReference(
    _ field: String, _ name: String, _ kind: String, _ known: [String], at location: TextLocation
  ) -> Diagnostic {
    .error(
      "unknown-reference", "'\(field)' is '\(name)', and \(kind) has no such item", at: location,
      help: [suggestion(for: name, among: known, called: kind)].compactMap { $0 })
  }

  fileprivate static func missingTemplate(
    _ name: String, _ known: [String], at location: TextLocation
  ) -> Diagnostic {
    .error(
      "missing-template", "there is no template '\(name)'", at: location,
      help: [suggestion(for: name, among: known, called: "templates")].compactMap { $0 })
  }
}
