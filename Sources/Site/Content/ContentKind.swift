internal import FrontMatter

/// The order in which a kind's items are listed.
enum ItemOrder: String, Sendable, Hashable, CaseIterable {
  /// By date, the newest first.
  case newestFirst = "newest-first"
  /// By start, what is next first; what has no date yet comes last.
  case soonestFirst = "soonest-first"
  /// By `order` or `weight`, then by title.
  case inGivenOrder = "weight"
}

/// A kind of content: posts, events, publications, partners, pages, or one of the site's own.
///
/// An immutable class, as every look at an item asks its kind something.
final class ContentKind: Sendable {
  /// The name, which is also its folder in `content/`.
  let name: String
  /// What one item is called in a message: `a post`.
  let noun: String
  /// What all of them are called on the site: `News`.
  let title: String
  /// What `site.yaml` calls all of them, by language; nil where the theme may say it.
  let titles: TranslatedText?
  /// What its front matter may hold; the common fields come first.
  let schema: RecordSchema
  /// How its items' addresses are made.
  let permalink: PermalinkPattern
  /// Where its list stands; nil where it has none.
  let listAddress: SiteAddress?
  /// How many items a page of the list has.
  let itemsPerPage: Int
  /// How its items are ordered.
  let order: ItemOrder
  /// Whether it has a list even where nothing is published.
  let hasEmptyList: Bool

  init(
    name: String,
    noun: String,
    title: String,
    titles: TranslatedText?,
    schema: RecordSchema,
    permalink: PermalinkPattern,
    listAddress: SiteAddress?,
    itemsPerPage: Int,
    order: ItemOrder,
    hasEmptyList: Bool
  ) {
    self.name = name
    self.noun = noun
    self.title = title
    self.titles = titles
    self.schema = schema
    self.permalink = permalink
    self.listAddress = listAddress
    self.itemsPerPage = itemsPerPage
    self.order = order
    self.hasEmptyList = hasEmptyList
  }

  /// The kind `pages`, whose items stand by themselves: no list, no feed.
  static let pagesName = "pages"

  /// The template of its items, for an item that names none.
  var templateNames: [String] {
    switch name {
    case "posts": ["post.html"]
    case "events": ["event.html"]
    case "publications": ["publication.html"]
    case "partners": ["partner.html"]
    case "exchanges": ["exchange.html", "page.html"]
    default: ["\(name).html", "page.html"]
    }
  }

  /// The template of its list.
  var listTemplateNames: [String] { ["\(name)-list.html", "list.html"] }
}
