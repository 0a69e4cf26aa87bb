internal import CivilTime
internal import Diagnostics
internal import Feeds
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
  /// What was decided.
  let contents: PlanContents
  /// The items of a `content/` path.
  let itemsByPath: PathPlaces
  /// The routes by the paths of their addresses.
  let routesByPath: [String: Int]
  /// The items that are not published, by the paths of the addresses that they would have.
  let unpublishedByPath: [String: Int]
  /// The place of each item in the list of its own language, or -1.
  let positions: [Int]
  /// For an item that others refer to: those that are listed, by kind and in their kind's order.
  let referrers: [Int: [Int]]
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
  let waitingTexts: WaitingTexts
  /// The address at which the site's home page stands; nil where the base URL has no host.
  let origin: WebAddress?
  /// Whether the theme has a template for every component of Markdown.
  let hasComponents: Bool
  /// The items whose texts have changed since the last build, where nothing else has; nil where more
  /// may have.
  let changedTexts: Set<Int>?

  init(
    _ parsed: ParsedSite, _ contents: PlanContents, templates: TemplateSet, types: ObjectTypes,
    changedTexts: Set<Int>? = nil
  ) {
    source = parsed.source
    configuration = parsed.configuration
    items = parsed.items
    self.contents = contents
    self.changedTexts = changedTexts
    self.templates = templates
    self.types = types
    siteValues = SiteValues(parsed.configuration)
    phrasebook = parsed.phrasebook
    markdownLabels = parsed.configuration.languages.indices.map(
      parsed.phrasebook.markdownLabels(language:))
    today = parsed.today
    itemsByPath = PathPlaces(parsed.items.map(\.path))
    var routesByPath: [String: Int] = [:]
    routesByPath.reserveCapacity(contents.routes.count)
    // No two routes have one address.
    for (index, route) in contents.routes.enumerated() { routesByPath[route.address.path] = index }
    self.routesByPath = routesByPath
    var positions = Array(repeating: -1, count: parsed.items.count)
    for kind in contents.lists {
      for (language, list) in kind.enumerated() {
        for (position, item) in list.enumerated() where parsed.items[item].language == language {
          positions[item] = position
        }
      }
    }
    self.positions = positions
    unpublishedByPath = Dictionary(
      parsed.items.indices.lazy.filter { parsed.items[$0].state != .published }
        .map { (contents.addresses[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    var referrers: [Int: [Int]] = [:]
    for (field, target) in contents.references where positions[field.item] >= 0 {
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
    facts = BodyFactsStore(parsed)
    waitingTexts = parsed.waitingTexts
    origin = WebAddress(parsed.configuration.baseURL.absolute(.home))
  }

  var addresses: [SiteAddress] { contents.addresses }
  var lists: [[[Int]]] { contents.lists }
  var taxonomies: [Taxonomy] { contents.taxonomies }
  /// Every file of the site, items before the pages that list them.
  public var routes: [Route] { contents.routes }
  var assets: [String: SiteAddress] { contents.assets }
  var staticAssets: [String: StaticAsset] { contents.staticAssets }
  var translations: [String: [Int]] { contents.translations }
  var standIns: [[Int: SiteAddress]] { contents.standIns }
  var references: [ItemField: Int] { contents.references }
  var introductions: [String: Int] { contents.introductions }
  var feeds: SiteFeeds { contents.feeds }

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

  init(
    _ settings: SiteConfiguration.TaxonomySettings, terms: [Term], termsByName: [String: Int],
    termAddresses: [SiteAddress], languageCount: Int
  ) {
    self.settings = settings
    self.terms = terms
    self.termsByName = termsByName
    self.termAddresses = termAddresses
    address = SiteAddress(settings.permalink.folder) ?? .home
    usedTerms = (0..<languageCount).map { language in
      terms.indices.filter { !terms[$0].items[language].isEmpty }
    }
    termsBySlug = Dictionary(
      terms.enumerated().map { ($1.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Taxonomy {
  /// The indices of the terms that an item has, each once, in the order of its front matter.
  func terms(of item: ContentItem) -> [Int] {
    // An item has a handful of terms.
    var terms: [Int] = []
    for value in item.terms(settings.field) {
      guard let name = value.text, let term = termsByName[name] ?? termsBySlug[slug(name)],
        !terms.contains(term)
      else { continue }
      terms.append(term)
    }
    return terms
  }
}
