internal import CivilTime
internal import FrontMatter
internal import Pictures
internal import Templates

// What the objects say about items; each answer is a look-up in the plan.
extension PlanReader {
  static let emblemAddress = SiteAddress.home.appending("eu-emblem.svg")

  /// The address of an item as it stands in a page.
  func url(of item: Int) -> String { configuration.baseURL.relative(shownAddress(of: item)) }

  /// The address under which search engines should know an item.
  func canonical(of item: Int) -> String {
    self.item(item).record.text("canonical")
      ?? configuration.baseURL.absolute(address(of: item))
  }

  /// The written summary, or the beginning of the text.
  func summary(of item: Int) -> String {
    self.item(item).record[.summary]?.text ?? facts(of: item).summary
  }

  /// A path of the site with the base path before it; any other address as it is.
  func urlWithBase(_ path: String) -> String {
    guard path.hasPrefix("/"), !path.hasPrefix("//") else { return path }
    return configuration.baseURL.path + percentEncodedReference(path)
  }

  /// The address of a kind's list in a language.
  func listAddress(kind: Int, language: Int) -> SiteAddress? {
    configuration.kinds[kind].listAddress.map { localized($0, language) }
  }

  /// An address of the default language in another one.
  func localized(_ address: SiteAddress, _ language: Int) -> SiteAddress {
    configuration.localized(address, language)
  }

  /// The tags of an item as terms.
  func terms(of item: Int) -> TemplateValue {
    guard
      let taxonomy = taxonomyIndices.first(where: { taxonomySettings($0).name == "tags" })
    else { return .list([]) }
    let language = self.item(item).language
    return .list(
      terms(of: item, in: taxonomy).map {
        .object(TermObject(reader: self, taxonomy: taxonomy, term: $0, language: language))
      })
  }

  func translationLinks(of item: Int) -> TemplateValue {
    .list(
      translations(of: item).filter { $0 != item }.map { index in
        .dictionary([
          "language": .text(configuration.languages[self.item(index).language]),
          "url": .text(configuration.baseURL.relative(address(of: index))),
          "title": .text(self.item(index).title),
        ])
      })
  }

  func breadcrumbs(of item: Int) -> [Crumb] {
    let content = self.item(item)
    let language = self.language ?? content.language
    var crumbs = [homeCrumb(language)]
    if let list = listAddress(kind: content.kind, language: language) {
      crumbs.append(Crumb(title: title(ofKind: content.kind, language: language), address: list))
    }
    crumbs.append(Crumb(title: content.title, address: shownAddress(of: item)))
    return crumbs
  }

  func homeCrumb(_ language: Int) -> Crumb {
    Crumb(title: siteTitle(language), address: localized(.home, language))
  }

  // MARK: Fields

  /// The value of a field of an item, as its schema says.
  func value(ofSlot slot: Int, item: Int) -> TemplateValue {
    let record = self.item(item).record
    guard let value = record[slot] else {
      if case .list = record.schema.fields[slot].type { return .list([]) }
      return .none
    }
    if case .reference = record.schema.fields[slot].type {
      return reference(item, slot).map {
        .object(ItemObject(reader: self, item: $0, current: nil))
      } ?? .none
    }
    return templateValue(value, item: item)
  }

  func tableValue(_ entries: [TableEntry], item: Int) -> TemplateValue {
    .dictionary(
      TemplateDictionary(entries.map { ($0.key, templateValue($0.value, item: item)) }))
  }

  private func templateValue(_ value: LocatedValue, item: Int) -> TemplateValue {
    switch value.value {
    case .text(let text): .text(text)
    case .boolean(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .date(let date): .date(date.timestamp(in: self.item(item).timeZone))
    case .list(let values): .list(values.map { templateValue($0, item: item) })
    case .record(let record): recordValue(record, item: item)
    case .table(let entries): tableValue(entries, item: item)
    case .free(let node): TemplateValue(yaml: node)
    }
  }

  private func recordValue(_ record: Record, item: Int) -> TemplateValue {
    if record.schema === CommonField.imageSchema { return imageValue(record, item: item) }
    if record.schema === CommonField.attachmentSchema { return attachmentValue(record, item: item) }
    return .dictionary(
      TemplateDictionary(
        record.schema.fields.indices.map { slot in
          let value = record[slot].map { templateValue($0, item: item) } ?? .none
          return (record.schema.fields[slot].name, value)
        }))
  }

  private func imageValue(_ record: Record, item: Int) -> TemplateValue {
    let written = record.text("src") ?? ""
    let file = file(written, from: item)
    let size = file.asset.flatMap(picture)
    return .dictionary([
      "url": .text(file.url), "absolute_url": .text(file.absoluteURL),
      "alt": optionalText(record.text("alt") ?? self.item(item).record[.imageAlt]?.text),
      "credit": optionalText(record.text("credit")),
      "width": size.map { .integer($0.width) } ?? .none,
      "height": size.map { .integer($0.height) } ?? .none,
    ])
  }

  private func attachmentValue(_ record: Record, item: Int) -> TemplateValue {
    let written = record.text("file") ?? ""
    let file = file(written, from: item)
    let name = fileName(of: written)
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].uppercased() }
    return .dictionary([
      "url": .text(file.url), "title": .text(record.text("title") ?? name),
      "type": .text(ending ?? "file"), "size": .text(file.asset.map(sizeInWords) ?? ""),
    ])
  }
}
