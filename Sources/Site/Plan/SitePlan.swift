internal import CivilTime
internal import Diagnostics
internal import FrontMatter
internal import Markdown
internal import Templates
private import Text

/// Every address of the site, decided before anything is rendered, and all that pages say about
/// each other.
///
/// Links, lists, feeds, neighbours and translations are look-ups in a plan. It never changes, so
/// any number of routes can be rendered from it at once.
public final class SitePlan: Sendable {
  let source: SiteSource
  let configuration: SiteConfiguration
  /// All items, published or not, in the order of their paths.
  let items: [ContentItem]
  /// The address of each item, as it is or would be.
  let addresses: [SiteAddress]
  /// The published items with a page in a language, by kind and then by language, in the kind's
  /// order; those that stand in for a translation too.
  let lists: [[[Int]]]
  let taxonomies: [Taxonomy]
  /// Every file of the site, items before the pages that list them.
  public let routes: [Route]
  /// The items of a `content/` path.
  let itemsByPath: [String: Int]
  /// The addresses of the other files below `content/`, by their paths.
  let assets: [String: SiteAddress]
  /// The static files by their names, as templates name them.
  let staticAssets: [String: StaticAsset]
  /// The routes by the paths of their addresses.
  let routesByPath: [String: Int]
  /// The items that are not published, by the paths of the addresses that they would have.
  let unpublishedByPath: [String: Int]
  /// The items with a translation key in common, where there are several.
  let translations: [String: [Int]]
  /// By language: where items that are not translated into it are shown all the same.
  let standIns: [[Int: SiteAddress]]
  /// The place of each item in the list of its own language, or -1.
  let positions: [Int]
  /// What the fields that name another item refer to: by item and slot.
  let references: [ItemField: Int]
  /// For an item that others refer to: those that are listed, by kind and in their kind's order.
  let referrers: [Int: [Int]]
  /// The text for the home page and the lists, by their routes' addresses.
  let introductions: [String: Int]
  /// The feeds with their items.
  let feeds: SiteFeeds
  /// The items of the feeds that were made so far.
  let feedItems = FeedItemStore()
  /// What pages say about feeds, as far as they have said it.
  let feedLinks = FeedLinkStore()
  let templates: TemplateSet
  let types: ObjectTypes
  let siteValues: SiteValues
  let phrasebook: Phrasebook
  /// By language: the words that Markdown's own parts need.
  let markdownLabels: [MarkdownLabels]
  /// The day of the build, in the site's time zone.
  let today: CivilDate
  let pictures: PictureSizes
  let similarFiles = SimilarFiles()
  let facts: BodyFactsStore
  /// Whether the theme has a template for every component of Markdown.
  let hasComponents: Bool

  init(
    _ parsed: ParsedSite, addresses: [SiteAddress], lists: [[[Int]]], taxonomies: [Taxonomy],
    routes: [Route], itemsByPath: [String: Int], assets: [String: SiteAddress],
    staticAssets: [String: StaticAsset], translations: [String: [Int]],
    standIns: [[Int: SiteAddress]], references: [ItemField: Int], introductions: [String: Int],
    feeds: SiteFeeds, templates: TemplateSet, types: ObjectTypes
  ) {
    source = parsed.source
    configuration = parsed.configuration
    items = parsed.items
    self.addresses = addresses
    self.lists = lists
    self.taxonomies = taxonomies
    self.routes = routes
    self.itemsByPath = itemsByPath
    self.assets = assets
    self.staticAssets = staticAssets
    self.translations = translations
    self.standIns = standIns
    self.references = references
    self.introductions = introductions
    self.feeds = feeds
    self.templates = templates
    self.types = types
    siteValues = SiteValues(parsed.configuration)
    phrasebook = parsed.phrasebook
    markdownLabels = parsed.configuration.languages.indices.map(
      parsed.phrasebook.markdownLabels(language:))
    today = parsed.today
    var routesByPath: [String: Int] = [:]
    routesByPath.reserveCapacity(routes.count)
    // No two routes have one address.
    for (index, route) in routes.enumerated() { routesByPath[route.address.path] = index }
    self.routesByPath = routesByPath
    var positions = Array(repeating: -1, count: parsed.items.count)
    for kind in lists {
      for (language, list) in kind.enumerated() {
        for (position, item) in list.enumerated() where parsed.items[item].language == language {
          positions[item] = position
        }
      }
    }
    self.positions = positions
    unpublishedByPath = Dictionary(
      parsed.items.indices.lazy.filter { parsed.items[$0].state != .published }
        .map { (addresses[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    var referrers: [Int: [Int]] = [:]
    for (field, target) in references where positions[field.item] >= 0 {
      referrers[target, default: []].append(field.item)
    }
    self.referrers = referrers.mapValues { items in
      items.sorted { left, right in
        let (a, b) = (parsed.items[left], parsed.items[right])
        return (a.kind, a.language, positions[left]) < (b.kind, b.language, positions[right])
      }
    }
    pictures = PictureSizes(source: parsed.source)
    hasComponents = MarkdownComponent.templates.allSatisfy(templates.contains)
    facts = BodyFactsStore(parsed.facts)
  }

  /// A field of an item, by the item's index and the field's slot.
  struct ItemField: Hashable, Sendable {
    let item: Int
    let slot: Int
  }

  /// The published item whose slug a reference gives.
  func reference(_ item: Int, _ slot: Int) -> Int? { references[ItemField(item: item, slot: slot)] }

  /// The items before and after an item in time, or in its list's order.
  func neighbours(of item: Int) -> (earlier: Int?, later: Int?) {
    let position = positions[item]
    guard position >= 0 else { return (nil, nil) }
    let list = lists[items[item].kind][items[item].language]
    let before = position > 0 ? list[position - 1] : nil
    let after = position + 1 < list.count ? list[position + 1] : nil
    let isNewestFirst = configuration.kinds[items[item].kind].order == .newestFirst
    return isNewestFirst ? (after, before) : (before, after)
  }
}

/// The terms of a taxonomy that the published items use.
struct Taxonomy: Sendable {
  /// A term with the items that have it.
  struct Term: Sendable {
    /// The name as it is written most often.
    let name: String
    let slug: String
    /// The items that have it, by language, in the order of their kinds and lists.
    let items: [[Int]]
  }

  let settings: SiteConfiguration.TaxonomySettings
  /// Where its index stands, in the default language.
  let address: SiteAddress
  /// The terms by their names.
  let terms: [Term]
  /// The indices of the terms that items in each language have.
  let usedTerms: [[Int]]
  /// The indices of the terms by every spelling that listed items use.
  let termsByName: [String: Int]
  /// The indices of the terms by their slugs.
  let termsBySlug: [String: Int]
  /// The addresses of the terms, in the default language.
  let termAddresses: [SiteAddress]
}

extension Taxonomy {
  /// The indices of the terms that an item has, each once, in the order of its front matter.
  func terms(of item: ContentItem) -> [Int] {
    var seen = Set<Int>()
    return item.terms(settings.field).compactMap { value in
      value.text.flatMap { termsByName[$0] ?? termsBySlug[slug($0)] }
    }.filter { seen.insert($0).inserted }
  }
}
