internal import FrontMatter
internal import Templates

/// The types of the objects that templates read, made once for a site.
struct ObjectTypes: Sendable {
  /// One for each kind: every page's attributes, then the kind's own fields.
  let items: [ItemType]
  let generatedPage = TemplateObjectType(
    name: "page", attributes: PageAttribute.names)
  let site = TemplateObjectType(name: "site", attributes: SiteAttribute.names)
  let list = TemplateObjectType(name: "list", attributes: ListAttribute.names)
  let term = TemplateObjectType(name: "term", attributes: TermAttribute.names)
  let kind = TemplateObjectType(name: "kind", attributes: KindAttribute.names)
  let menuEntry = TemplateObjectType(
    name: "menu entry", attributes: MenuAttribute.names)

  let asset = TemplateObjectType(
    name: "asset", attributes: AssetAttribute.names)

  /// The type of a kind's items.
  struct ItemType: Sendable {
    let type: TemplateObjectType
    /// The slots of the kind's own fields, from the attribute after every page's own.
    let fieldSlots: [Int]
  }

  init(_ kinds: [ContentKind]) {
    items = kinds.map { kind in
      let common = PageAttribute.names
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

/// What an object has for templates, called as templates call it.
protocol ObjectAttribute: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  /// All cases; the index of each is that of the attribute.
  static var all: [Self] { get }
}

extension ObjectAttribute {
  /// The names, in the order of the cases.
  static var names: [String] { all.map(\.rawValue) }
}

/// What every page has.
enum PageAttribute: String, ObjectAttribute {
  case kind, title, description, summary, lead, url, permalink, canonical, language
  case date, updated, content, toc
  case hasTOC = "has_toc"
  case readingTime = "reading_time"
  case wordCount = "word_count"
  case tags, authors
  case image, attachments, previous, next, translations, breadcrumbs
  case editPath = "edit_path"
  case draft, extra, aliases, slug, weight, search, target, items, related, feeds
  case structuredData = "structured_data"
  case alternates
  case cardImage = "card_image"
  case calendar, citation

  static let all = Array(allCases)
}

/// What the site has.
enum SiteAttribute: String, ObjectAttribute {
  case title, description
  case baseURL = "base_url"
  case basePath = "base_path"
  case language, languages, menu, project, funding, extra
  case kinds, items, posts, events, publications, partners, exchanges, pages, taxonomies
  case feedURL = "feed_url"
  case feeds
  case feedListURL = "feed_list_url"
  case generator, environment, targets
  case homeURL = "home_url"
  case theme
  case isPreview = "is_preview"
  case locale, calendar, bibliography

  static let all = Array(allCases)

  /// Whether a page's object keeps the value: making it takes longer than looking for it.
  var isKept: Bool {
    switch self {
    case .languages, .menu, .kinds, .items, .posts, .events, .publications, .partners, .exchanges,
      .pages, .taxonomies, .feedURL, .feeds, .targets, .calendar, .bibliography:
      true
    case .title, .description, .baseURL, .basePath, .language, .project, .funding, .extra,
      .feedListURL, .generator, .environment, .homeURL, .theme, .isPreview, .locale:
      false
    }
  }
}

/// What a list has.
enum ListAttribute: String, ObjectAttribute {
  case title, items, total
  case pageNumber = "page_number"
  case pageCount = "page_count"
  case previousURL = "previous_url"
  case nextURL = "next_url"
  case url, pages, terms
  case feedURL = "feed_url"

  static let all = Array(allCases)
}

/// What a term of a taxonomy has.
enum TermAttribute: String, ObjectAttribute {
  case name, url, count, items, slug

  static let all = Array(allCases)
}

/// What a kind has.
enum KindAttribute: String, ObjectAttribute {
  case name, title, url, items

  static let all = Array(allCases)
}

/// What an entry of the menu has.
enum MenuAttribute: String, ObjectAttribute {
  case label, url
  case isCurrent = "is_current"

  static let all = Array(allCases)
}

/// What a static file has.
enum AssetAttribute: String, ObjectAttribute {
  case url
  case absoluteURL = "absolute_url"
  case integrity

  static let all = Array(allCases)
}
