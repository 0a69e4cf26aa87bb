internal import FrontMatter
internal import Templates

/// The types of the objects that templates read, made once for a site.
struct ObjectTypes: Sendable {
  /// One for each kind: every page's attributes, then the kind's own fields.
  let items: [ItemType]
  let generatedPage = TemplateObjectType(
    name: "page", attributes: PageAttribute.allCases.map(\.rawName))
  let site = TemplateObjectType(name: "site", attributes: SiteAttribute.allCases.map(\.rawName))
  let list = TemplateObjectType(name: "list", attributes: ListAttribute.allCases.map(\.rawName))
  let term = TemplateObjectType(name: "term", attributes: TermAttribute.allCases.map(\.rawName))
  let kind = TemplateObjectType(name: "kind", attributes: KindAttribute.allCases.map(\.rawName))
  let menuEntry = TemplateObjectType(
    name: "menu entry", attributes: MenuAttribute.allCases.map(\.rawName))

  let asset = TemplateObjectType(
    name: "asset", attributes: AssetAttribute.allCases.map(\.rawName))

  /// The type of a kind's items.
  struct ItemType: Sendable {
    let type: TemplateObjectType
    /// The slots of the kind's own fields, from the attribute after every page's own.
    let fieldSlots: [Int]
  }

  init(_ kinds: [ContentKind]) {
    items = kinds.map { kind in
      let common = PageAttribute.allCases.map(\.rawName)
      let slots = kind.schema.fields.indices.dropFirst(CommonField.allCases.count).filter {
        !common.contains(kind.schema.fields[$0].name)
      }
      return ItemType(
        type: TemplateObjectType(
          name: String(kind.noun.drop { $0 != " " }.dropFirst()),
          attributes: common + slots.map { kind.schema.fields[$0].name }),
        fieldSlots: Array(slots))
    }
  }

  /// All of them, so that templates are compiled with their attributes in mind.
  var all: [TemplateObjectType] {
    items.map(\.type) + [generatedPage, site, list, term, kind, menuEntry, asset]
  }

  /// The names that every template sees, in the order of `SitePlan.globals`.
  static let globals = [
    "site", "page", "list", "asset", "link", "url", "absolute_url", "markdown", "t", "component",
  ]

  /// The filters that are functions of the site too.
  static let filters: [TemplateFilter] = [
    ("absolute_url", "absolute_url", TemplateSignature()),
    ("asset", "asset", TemplateSignature()),
    ("markdown", "markdown", TemplateSignature(["inline"])),
    ("relative_url", "url", TemplateSignature()),
  ].compactMap { name, function, signature in
    globals.firstIndex(of: function).map {
      TemplateFilter(name, signature, callingGlobal: $0)
    }
  }

  /// What the site's templates can use.
  var environment: TemplateEnvironment {
    var environment = TemplateEnvironment(globals: Self.globals, objectTypes: all)
    for filter in Self.filters { environment.add(filter) }
    return environment
  }
}

/// What every page has.
enum PageAttribute: Int, CaseIterable {
  case kind, title, description, summary, lead, url, permalink, canonical, language
  case date, updated, content, toc, hasTOC, readingTime, wordCount, tags, authors
  case image, attachments, previous, next, translations, breadcrumbs, editPath
  case draft, extra, aliases, slug, weight, search, target, items, related, feeds
  case structuredData, alternates, cardImage, calendar, citation

  var rawName: String {
    switch self {
    case .hasTOC: "has_toc"
    default: snakeCase("\(self)")
    }
  }
}

/// What the site has.
enum SiteAttribute: Int, CaseIterable {
  case title, description, baseURL, basePath, language, languages, menu, project, funding, extra
  case kinds, items, posts, events, publications, partners, exchanges, pages, taxonomies, feedURL
  case feeds, feedListURL, generator, environment, targets, homeURL, theme
  case isPreview, locale, calendar, bibliography

  var rawName: String {
    switch self {
    case .baseURL: "base_url"
    case .feedURL: "feed_url"
    case .homeURL: "home_url"
    case .feedListURL: "feed_list_url"
    default: snakeCase("\(self)")
    }
  }
}

/// What a list has.
enum ListAttribute: Int, CaseIterable {
  case title, items, total, pageNumber, pageCount, previousURL, nextURL, url, pages, terms, feedURL

  var rawName: String {
    switch self {
    case .previousURL: "previous_url"
    case .nextURL: "next_url"
    case .feedURL: "feed_url"
    default: snakeCase("\(self)")
    }
  }
}

/// What a term of a taxonomy has.
enum TermAttribute: Int, CaseIterable {
  case name, url, count, items, slug

  var rawName: String { "\(self)" }
}

/// What a kind has.
enum KindAttribute: Int, CaseIterable {
  case name, title, url, items

  var rawName: String { "\(self)" }
}

/// What an entry of the menu has.
enum MenuAttribute: Int, CaseIterable {
  case label, url, isCurrent

  var rawName: String { snakeCase("\(self)") }
}

/// What a static file has.
enum AssetAttribute: Int, CaseIterable {
  case url, absoluteURL, integrity

  var rawName: String {
    switch self {
    case .absoluteURL: "absolute_url"
    default: snakeCase("\(self)")
    }
  }
}

/// `pageCount` → `page_count`.
private func snakeCase(_ name: String) -> String {
  name.reduce(into: "") { result, character in
    if character.isUppercase { result += "_" }
    result += character.lowercased()
  }
}
