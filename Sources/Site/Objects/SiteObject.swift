private import Synchronization
internal import Templates

/// The site as the templates of one page see it.
///
/// A class, since it keeps what it has made: templates test a list and then run over it, and the
/// header, the text and the footer of a page ask for the same ones.
final class SiteObject: TemplateObject {
  let reader: PlanReader
  let language: Int
  /// The path of the page that is being rendered, to mark it in the navigation.
  let currentPath: String
  /// The item that the page shows; nil where it shows none.
  let currentItem: Int?
  /// What was made and is kept, by the indices of the attributes.
  private let kept = Mutex<[(index: Int, value: TemplateValue)]>([])

  init(reader: PlanReader, language: Int, currentPath: String, currentItem: Int?) {
    self.reader = reader
    self.language = language
    self.currentPath = currentPath
    self.currentItem = currentItem
  }

  var type: TemplateObjectType { reader.types.site }

  func attribute(_ index: Int) -> TemplateValue {
    let attribute = SiteAttribute.all[index]
    guard attribute.isKept else { return value(of: attribute) }
    if let known = kept.withLock({ $0.first { $0.index == index }?.value }) { return known }
    let value = value(of: attribute)
    kept.withLock { $0.append((index, value)) }
    return value
  }

  private func value(of attribute: SiteAttribute) -> TemplateValue {
    let configuration = reader.configuration
    switch attribute {
    case .title: return .text(reader.siteTitle(language))
    case .description: return optionalText(reader.siteDescription(language))
    case .baseURL: return .text(configuration.baseURL.absolute(.home))
    case .basePath: return .text(configuration.baseURL.path)
    case .language: return .text(configuration.languages[language])
    case .languages: return languages
    case .menu: return menu
    case .project: return reader.siteValues.project[language]
    case .funding: return reader.siteValues.funding[language]
    case .extra: return reader.siteValues.extra[language]
    case .kinds: return kinds
    case .items:
      return items(
        configuration.kinds.indices.flatMap { reader.list(kind: $0, language: language) })
    case .posts: return items("posts")
    case .events: return items("events")
    case .publications: return items("publications")
    case .partners: return items("partners")
    case .exchanges: return items("exchanges")
    case .pages: return items(ContentKind.pagesName)
    case .taxonomies: return taxonomies
    case .feedURL:
      return reader.feedURL(SiteFeed(.site, language)).map { .text($0) } ?? .none
    case .feeds: return reader.feedDescriptions
    case .feedListURL:
      let address = PlanReader.feedListAddress
      return reader.route(atPath: address.path) == nil
        ? .none : .text(configuration.baseURL.relative(address))
    case .generator: return .text("Brightpress")
    case .targets: return targets
    case .environment: return .text(configuration.environment)
    case .homeURL:
      return .text(configuration.baseURL.relative(reader.localized(.home, language)))
    case .theme: return .dictionary(["logo": optionalText(configuration.theme.logo)])
    case .isPreview: return .bool(configuration.isPreview)
    case .locale: return optionalText(openGraphLocale(configuration.languages[language]))
    case .calendar: return reader.calendarLinks(language: language)
    case .bibliography: return reader.bibliographyLinks(language)
    }
  }

  private func items(_ kind: String) -> TemplateValue {
    reader.configuration.kindIndex(named: kind).map {
      items(reader.list(kind: $0, language: language))
    } ?? .none
  }

  private func items(_ indices: [Int]) -> TemplateValue {
    .sequence(ItemSequence(reader: reader, items: indices))
  }

  /// What the project has promised, and how far it has got.
  private var targets: TemplateValue {
    guard !reader.configuration.targets.isEmpty else { return .list([]) }
    let items = reader.wholeSite.items
    return .list(
      reader.configuration.targets.map { target in
        let progress = target.progress(items)
        return .dictionary([
          "id": .text(target.id),
          "label": .text(target.labels[reader.configuration.languages[language]]),
          "count": .integer(progress.count),
          "goal": target.goal.map { .integer($0) } ?? .none,
          "share": progress.sharePercent.map { .integer($0) } ?? .none,
          "is_reached": .bool(progress.isReached ?? false),
          "url": target.count.flatMap { listURL(kind: $0.kind) } ?? .none,
        ])
      })
  }

  /// The address of a kind's list, where it has one in this language.
  private func listURL(kind: Int) -> TemplateValue? {
    guard hasList(kind) else { return nil }
    return reader.listAddress(kind: kind, language: language)
      .map { .text(reader.configuration.baseURL.relative($0)) }
  }

  private func hasList(_ kind: Int) -> Bool {
    let settings = reader.configuration.kinds[kind]
    return settings.listAddress != nil
      && (reader.configuration.hasEmptyList(settings, language)
        || !reader.list(kind: kind, language: language).isEmpty)
  }

  private var menu: TemplateValue {
    .list(
      reader.configuration.menu.indices.map {
        .object(
          MenuEntryObject(
            reader: reader, index: $0, language: language, currentPath: currentPath))
      })
  }

  private var kinds: TemplateValue {
    .list(
      reader.configuration.kinds.indices.filter(hasList)
        .map { .object(KindObject(reader: reader, kind: $0, language: language)) })
  }

  private var taxonomies: TemplateValue {
    .list(
      reader.taxonomyIndices.map { index in
        let settings = reader.taxonomySettings(index)
        let address = reader.localized(reader.taxonomyAddress(index), language)
        return .dictionary([
          "name": .text(settings.name),
          "title": .text(reader.title(ofTaxonomy: index, language: language)),
          "url": .text(reader.configuration.baseURL.relative(address)),
          "terms": .sequence(TermSequence(reader: reader, taxonomy: index, language: language)),
        ])
      })
  }
}

/// A kind with its items in a language.
struct KindObject: TemplateObject {
  let reader: PlanReader
  let kind: Int
  let language: Int

  var type: TemplateObjectType { reader.types.kind }
  var identity: Int? { kind }

  func attribute(_ index: Int) -> TemplateValue {
    switch KindAttribute.all[index] {
    case .name: return .text(reader.configuration.kinds[kind].name)
    case .title: return .text(reader.title(ofKind: kind, language: language))
    case .url:
      return reader.listAddress(kind: kind, language: language)
        .map { .text(reader.configuration.baseURL.relative($0)) } ?? .none
    case .items:
      return .sequence(
        ItemSequence(reader: reader, items: reader.list(kind: kind, language: language)))
    }
  }
}

/// An entry of the main navigation.
struct MenuEntryObject: TemplateObject {
  let reader: PlanReader
  let index: Int
  let language: Int
  let currentPath: String

  /// Where it leads on pages in the language.
  private let path: String

  init(reader: PlanReader, index: Int, language: Int, currentPath: String) {
    self.reader = reader
    self.index = index
    self.language = language
    self.currentPath = currentPath
    path = reader.localizedPath(reader.configuration.menu[index].url, language: language)
  }

  var type: TemplateObjectType { reader.types.menuEntry }
  var identity: Int? { index }

  func attribute(_ index: Int) -> TemplateValue {
    let entry = reader.configuration.menu[self.index]
    switch MenuAttribute.all[index] {
    case .label: return .text(entry.label[reader.configuration.languages[language]])
    case .url: return .text(reader.urlWithBase(path))
    case .isCurrent:
      let isHome = entry.url == "/"
      return .bool(currentPath == path || (!isHome && currentPath.hasPrefix(path)))
    }
  }
}

/// The terms of a taxonomy that items in a language have.
struct TermSequence: TemplateSequence {
  let reader: PlanReader
  let taxonomy: Int
  let language: Int

  private let terms: [Int]

  init(reader: PlanReader, taxonomy: Int, language: Int) {
    self.reader = reader
    self.taxonomy = taxonomy
    self.language = language
    terms = reader.usedTerms(taxonomy: taxonomy, language: language)
  }

  var count: Int { terms.count }

  func element(at index: Int) -> TemplateValue {
    .object(TermObject(reader: reader, taxonomy: taxonomy, term: terms[index], language: language))
  }
}

/// A term of a taxonomy, such as a tag.
struct TermObject: TemplateObject {
  let reader: PlanReader
  let taxonomy: Int
  let term: Int
  let language: Int

  var type: TemplateObjectType { reader.types.term }
  var identity: Int? { taxonomy << 32 | term }

  func attribute(_ index: Int) -> TemplateValue {
    switch TermAttribute.all[index] {
    case .name: return .text(reader.termName(taxonomy: taxonomy, term: term))
    case .slug: return .text(reader.termSlug(taxonomy: taxonomy, term: term))
    case .url:
      let address = reader.termAddress(taxonomy: taxonomy, term: term)
      return .text(reader.configuration.baseURL.relative(reader.localized(address, language)))
    case .count: return .integer(items.count)
    case .items: return .sequence(ItemSequence(reader: reader, items: items))
    }
  }

  private var items: [Int] {
    reader.items(taxonomy: taxonomy, term: term, language: language)
  }
}
