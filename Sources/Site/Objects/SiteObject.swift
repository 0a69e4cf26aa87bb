internal import Templates

/// The site as the templates of one page see it.
struct SiteObject: TemplateObject {
  let plan: SitePlan
  let language: Int
  /// The path of the page that is being rendered, to mark it in the navigation.
  let currentPath: String

  var type: TemplateObjectType { plan.types.site }

  func attribute(_ index: Int) -> TemplateValue {
    guard let attribute = SiteAttribute(rawValue: index) else { return .none }
    let configuration = plan.configuration
    switch attribute {
    case .title: return .text(configuration.title)
    case .description: return optionalText(configuration.description)
    case .baseURL: return .text(configuration.baseURL.absolute(.home))
    case .basePath: return .text(configuration.baseURL.path)
    case .language: return .text(configuration.languages[language])
    case .languages: return languages
    case .menu: return menu
    case .project: return plan.siteValues.project
    case .funding: return plan.siteValues.funding[language]
    case .extra: return plan.siteValues.extra
    case .kinds: return kinds
    case .items: return items(plan.lists.flatMap { $0[language] })
    case .posts: return items("posts")
    case .events: return items("events")
    case .publications: return items("publications")
    case .partners: return items("partners")
    case .pages: return items(ContentKind.pagesName)
    case .taxonomies: return taxonomies
    case .feedURL: return .text(configuration.baseURL.relative(plan.feedAddress(language)))
    case .generator: return .text("Brightpress")
    case .environment: return .text(configuration.environment)
    }
  }

  private func items(_ kind: String) -> TemplateValue {
    plan.configuration.kindIndex(named: kind).map { items(plan.lists[$0][language]) } ?? .none
  }

  private func items(_ indices: [Int]) -> TemplateValue {
    .sequence(ItemSequence(plan: plan, items: indices))
  }

  private var languages: TemplateValue {
    .list(
      plan.configuration.languages.enumerated().map { index, code in
        .dictionary([
          "code": .text(code), "name": .text(code),
          "url": .text(plan.configuration.baseURL.relative(plan.localized(.home, index))),
        ])
      })
  }

  private var menu: TemplateValue {
    .list(
      plan.configuration.menu.indices.map {
        .object(MenuEntryObject(plan: plan, index: $0, currentPath: currentPath))
      })
  }

  private var kinds: TemplateValue {
    .list(
      plan.configuration.kinds.indices.filter { plan.configuration.kinds[$0].listAddress != nil }
        .map { .object(KindObject(plan: plan, kind: $0, language: language)) })
  }

  private var taxonomies: TemplateValue {
    .list(
      plan.taxonomies.indices.map { index in
        let taxonomy = plan.taxonomies[index]
        let address = plan.localized(taxonomy.address, language)
        return .dictionary([
          "name": .text(taxonomy.settings.name), "title": .text(taxonomy.settings.title),
          "url": .text(plan.configuration.baseURL.relative(address)),
          "terms": .sequence(TermSequence(plan: plan, taxonomy: index, language: language)),
        ])
      })
  }
}

/// A kind with its items in a language.
struct KindObject: TemplateObject {
  let plan: SitePlan
  let kind: Int
  let language: Int

  var type: TemplateObjectType { plan.types.kind }
  var identity: Int? { kind }

  func attribute(_ index: Int) -> TemplateValue {
    guard let attribute = KindAttribute(rawValue: index) else { return .none }
    switch attribute {
    case .name: return .text(plan.configuration.kinds[kind].name)
    case .title: return .text(plan.configuration.kinds[kind].title)
    case .url:
      return plan.listAddress(kind: kind, language: language)
        .map { .text(plan.configuration.baseURL.relative($0)) } ?? .none
    case .items:
      return .sequence(ItemSequence(plan: plan, items: plan.lists[kind][language]))
    }
  }
}

/// An entry of the main navigation.
struct MenuEntryObject: TemplateObject {
  let plan: SitePlan
  let index: Int
  let currentPath: String

  var type: TemplateObjectType { plan.types.menuEntry }
  var identity: Int? { index }

  func attribute(_ index: Int) -> TemplateValue {
    guard let attribute = MenuAttribute(rawValue: index) else { return .none }
    let entry = plan.configuration.menu[self.index]
    switch attribute {
    case .label: return .text(entry.label)
    case .url: return .text(plan.urlWithBase(entry.url))
    case .isCurrent:
      return .bool(
        currentPath == entry.url || (entry.url != "/" && currentPath.hasPrefix(entry.url)))
    }
  }
}

/// The terms of a taxonomy that items in a language have.
struct TermSequence: TemplateSequence {
  let plan: SitePlan
  let taxonomy: Int
  let language: Int

  private var terms: [Int] { plan.taxonomies[taxonomy].usedTerms[language] }
  var count: Int { terms.count }

  func element(at index: Int) -> TemplateValue {
    .object(TermObject(plan: plan, taxonomy: taxonomy, term: terms[index], language: language))
  }
}

/// A term of a taxonomy, such as a tag.
struct TermObject: TemplateObject {
  let plan: SitePlan
  let taxonomy: Int
  let term: Int
  let language: Int

  var type: TemplateObjectType { plan.types.term }
  var identity: Int? { taxonomy << 32 | term }

  func attribute(_ index: Int) -> TemplateValue {
    guard let attribute = TermAttribute(rawValue: index) else { return .none }
    let term = plan.taxonomies[taxonomy].terms[self.term]
    switch attribute {
    case .name: return .text(term.name)
    case .slug: return .text(term.slug)
    case .url:
      let address = plan.taxonomies[taxonomy].termAddresses[self.term]
      return .text(plan.configuration.baseURL.relative(plan.localized(address, language)))
    case .count: return .integer(term.items[language].count)
    case .items: return .sequence(ItemSequence(plan: plan, items: term.items[language]))
    }
  }
}
