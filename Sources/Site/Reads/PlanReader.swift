internal import CivilTime
internal import Diagnostics
internal import Feeds
internal import FrontMatter
internal import Markdown
internal import Pictures
private import Synchronization
internal import Templates
internal import Text

/// The plan as the rendering of one route sees it: every look-up is noted.
///
/// Rendering has no other way to the plan than the accessors of this type, so that no read can be
/// forgotten: the next build renders a page again exactly where one of its facts has changed.
/// What all pages share (`configuration`, `types`, `siteValues`) is not noted.
final class PlanReader: Sendable {
  private let plan: SitePlan
  private let log = Mutex(ReadLog())
  /// The language of the page that is rendered; nil for a file of all languages and for a text
  /// alone, which are in the language of each item.
  let language: Int?

  /// The kinds of facts that are not noted: what a test of the incremental build leaves out.
  private let unnoted: Set<PlanFactKind>

  init(_ plan: SitePlan, language: Int? = nil, leavingOut unnoted: Set<PlanFactKind> = []) {
    self.plan = plan
    self.language = language
    self.unnoted = unnoted
  }

  /// A reader for the rendering of a route.
  convenience init(
    _ plan: SitePlan, for route: Route, leavingOut unnoted: Set<PlanFactKind> = []
  ) {
    self.init(plan, language: plan.language(of: route), leavingOut: unnoted)
  }

  /// What was read so far.
  var reads: [PlanFact] {
    let facts = log.withLock { $0.facts }
    return unnoted.isEmpty ? facts : facts.filter { !unnoted.contains($0.kind) }
  }

  /// Notes a fact that was read elsewhere, such as by a template engine.
  func note(_ fact: PlanFact) { log.withLock { $0.note(fact) } }

  // MARK: What all pages share

  var configuration: SiteConfiguration { plan.configuration }
  var types: ObjectTypes { plan.types }
  var siteValues: SiteValues { plan.siteValues }
  var origin: WebAddress? { plan.origin }

  // MARK: Items

  // An item is its path: what follows from that alone is no read.

  func path(of item: Int) -> String { plan.items[item].path }

  func folder(of item: Int) -> String { plan.items[item].folder }

  func kind(of item: Int) -> Int { plan.items[item].kind }

  /// What the front matter of an item says.
  func item(_ index: Int) -> ContentItem {
    note(.item(index))
    return plan.items[index]
  }

  /// The address of an item, as it is or would be.
  func address(of item: Int) -> SiteAddress {
    note(.address(item))
    return plan.addresses[item]
  }

  /// Where a page of this rendering's language shows an item: its own address, or that where it
  /// stands in for a translation.
  func shownAddress(of item: Int) -> SiteAddress {
    note(.address(item))
    return language.flatMap { plan.standIns[$0][item] } ?? plan.addresses[item]
  }

  /// Where an item stands in for its translation into a language; nil where it does not.
  func standIn(of item: Int, language: Int) -> SiteAddress? {
    note(.address(item))
    return plan.standIns[language][item]
  }

  /// The items that are most like an item.
  func related(to item: Int) -> [Int] {
    note(.related(item))
    return plan.related(to: item)
  }

  /// Whether an item is published.
  func state(of item: Int) -> PublicationState {
    note(.address(item))
    return plan.items[item].state
  }

  /// The published item that a field refers to.
  func reference(_ item: Int, _ slot: Int) -> Int? {
    note(.reference(item, slot: slot))
    return plan.reference(item, slot)
  }

  /// The indices of an item's terms in a taxonomy.
  func terms(of item: Int, in taxonomy: Int) -> [Int] {
    let content = self.item(item)
    let group = plan.taxonomies[taxonomy]
    let terms = group.terms(of: content)
    for term in terms { note(.term(taxonomy: taxonomy, term: term)) }
    // A term that no listed item has is none yet.
    if terms.count < content.terms(group.settings.field).count {
      note(.terms(taxonomy: taxonomy, language: content.language))
    }
    return terms
  }

  /// The items before and after an item in time, or in its list's order.
  func neighbours(of item: Int) -> (earlier: Int?, later: Int?) {
    note(.neighbours(item))
    return plan.neighbours(of: item)
  }

  /// The published items with an item's translation key, itself included.
  func translations(of item: Int) -> [Int] {
    note(.translations(item))
    return plan.translations[plan.items[item].translationKey] ?? []
  }

  /// The translation of an item into a language, or the item itself.
  func translation(of item: Int, language: Int) -> Int {
    note(.translations(item))
    return plan.translation(of: item, language: language)
  }

  /// The listed items whose fields refer to an item.
  func referrers(of item: Int) -> [Int] {
    note(.referrers(item))
    return plan.referrers(of: item, shownIn: language)
  }

  /// The bytes of an item's file.
  func source(of item: Int) throws(FileSystemError) -> SourceText {
    note(.body(item))
    if let text = plan.waitingTexts.take(item) { return text }
    return try plan.source.text(of: plan.items[item].path)
  }

  /// What other pages need to know of an item's text.
  func facts(of item: Int) -> BodyFacts {
    note(.text(item))
    return plan.bodyFacts(of: item)
  }

  /// Keeps what other pages need to know of a text that was just rendered.
  func keep(_ facts: BodyFacts, of item: Int) { plan.facts[item] = facts }

  // MARK: Lists

  /// The items of a kind in a language, in their order.
  func list(kind: Int, language: Int) -> [Int] {
    note(.list(kind: kind, language: language))
    return plan.lists[kind][language]
  }

  /// A page of a kind's list.
  func listPage(kind: Int, language: Int, page: Int) -> ListSlice {
    note(.listPage(kind: kind, language: language, page: page))
    return plan.listPage(kind: kind, language: language, page: page)
  }

  /// The indices of a taxonomy's terms that items in a language have.
  func usedTerms(taxonomy: Int, language: Int) -> [Int] {
    note(.terms(taxonomy: taxonomy, language: language))
    return plan.taxonomies[taxonomy].usedTerms[language]
  }

  /// How a taxonomy is set up.
  func taxonomySettings(_ taxonomy: Int) -> SiteConfiguration.TaxonomySettings {
    plan.taxonomies[taxonomy].settings
  }

  /// Where a taxonomy's index stands, in the default language.
  func taxonomyAddress(_ taxonomy: Int) -> SiteAddress { plan.taxonomies[taxonomy].address }

  var taxonomyIndices: Range<Int> { plan.taxonomies.indices }

  /// The name of a term as it is written most often.
  func termName(taxonomy: Int, term: Int) -> String {
    note(.term(taxonomy: taxonomy, term: term))
    return plan.taxonomies[taxonomy].terms[term].name
  }

  /// The part of an address that a term has.
  func termSlug(taxonomy: Int, term: Int) -> String {
    note(.term(taxonomy: taxonomy, term: term))
    return plan.taxonomies[taxonomy].terms[term].slug
  }

  /// Where a term's list stands, in the default language.
  func termAddress(taxonomy: Int, term: Int) -> SiteAddress {
    note(.term(taxonomy: taxonomy, term: term))
    return plan.taxonomies[taxonomy].termAddresses[term]
  }

  /// The items in a language that have a term.
  func items(taxonomy: Int, term: Int, language: Int) -> [Int] {
    note(.termItems(taxonomy: taxonomy, term: term, language: language))
    return plan.taxonomies[taxonomy].terms[term].items[language]
  }

  /// A page of a term's list.
  func termPage(taxonomy: Int, term: Int, language: Int, page: Int) -> ListSlice {
    note(.termPage(taxonomy: taxonomy, term: term, language: language, page: page))
    return plan.termPage(taxonomy: taxonomy, term: term, language: language, page: page)
  }

  // MARK: Feeds

  /// The items of a feed, newest first.
  func items(of feed: SiteFeed) -> [Int] {
    note(.feed(feed))
    return plan.feeds.items[feed] ?? []
  }

  /// An item as feeds hold it: made once, and what it was made from noted each time.
  func feedItem(
    _ index: Int, making: (PlanReader) -> PreparedFeedItem?
  ) -> PreparedFeedItem? {
    if let known = plan.feedItems[index] {
      for fact in known.reads { note(fact) }
      return known.item
    }
    let reader = feedReader(of: index)
    let item = making(reader)
    let reads = reader.reads
    for fact in reads { note(fact) }
    if let item { plan.feedItems.keep(FeedItemStore.Entry(item: item, reads: reads), for: index) }
    return item
  }

  /// What pages say about a feed: worked out once, and what it was made from noted each time.
  func feedLinks(_ feed: SiteFeed, making: (PlanReader) -> [TemplateValue]) -> [TemplateValue] {
    let entry =
      plan.feedLinks[feed]
      ?? {
        let reader = PlanReader(plan)
        let links = making(reader)
        let made = FeedLinkStore.Entry(links: links, reads: reader.reads)
        plan.feedLinks[feed] = made
        return made
      }()
    for fact in entry.reads { note(fact) }
    return entry.links
  }

  /// A reader for what feeds say of an item: in its own language, as its own page does, wherever it
  /// is made.
  private func feedReader(of index: Int) -> PlanReader {
    PlanReader(plan, language: plan.items[index].language)
  }

  /// Keeps an item for the feeds that it is in, made from the text of its own page that was just
  /// rendered, for which `reads` were read.
  func keepFeedItem(
    _ index: Int, reads: [PlanFact], making: (PlanReader) -> PreparedFeedItem?
  ) {
    // Whether it is kept changes nothing but the time that feeds take: it is no read of this page.
    guard plan.feeds.members.contains(index), plan.feedItems[index] == nil else { return }
    let reader = feedReader(of: index)
    for fact in reads { reader.note(fact) }
    guard let item = making(reader) else { return }
    plan.feedItems.keep(FeedItemStore.Entry(item: item, reads: reader.reads), for: index)
  }

  // MARK: Addresses and files

  /// The item whose text introduces the generated page at a path.
  func introduction(at path: String) -> Int? {
    note(.introduction(path))
    return plan.introductions[path]
  }

  /// The route at a path as a link writes it.
  func route(atPath path: String) -> Route? {
    note(.route(path))
    return plan.route(atPath: path)
  }

  /// The item at a path below `content/`.
  func item(atPath path: String) -> Int? {
    note(.contentFile(path))
    return plan.itemsByPath[path]
  }

  /// The address of a file below `content/` that is no text.
  func assetAddress(_ path: String) -> SiteAddress? {
    note(.contentFile(path))
    return plan.assets[path]
  }

  /// The bytes of a file of the site.
  func contents(of path: String) throws(FileSystemError) -> Bytes {
    note(.file(path))
    let bytes = try plan.source.contents(of: path)
    plan.source.known.keep(Digest(of: bytes), of: path)
    return bytes
  }

  /// A static file by its index in the source.
  func staticFile(_ index: Int) -> SiteSource.StaticFile { plan.source.staticFiles[index] }

  /// A static file as templates name it, with its fingerprint.
  func staticAsset(_ name: String) -> StaticAsset? {
    note(.staticAsset(name))
    return plan.staticAssets[name]
  }

  /// The names of all static files, for suggestions.
  var staticFileNames: [String] {
    note(.names)
    return plan.source.staticFiles.map(\.name)
  }

  /// The size in bytes of a file; nil where it cannot be told.
  func size(of path: String) -> Int? {
    note(.fileSize(path))
    return plan.source.size(of: path)
  }

  /// What a picture's first bytes say about it.
  func picture(_ path: String) -> PictureHeader? {
    note(.fileSize(path))
    return plan.pictures.size(of: path)
  }

  // MARK: Mistakes

  /// A place in an item's file.
  func location(_ item: Int, _ range: Range<Int>) -> TextLocation {
    note(.body(item))
    return plan.location(item, range)
  }

  /// Why nothing is at a path: an item that is not published would be there, or nothing would.
  func unpublishedReason(atPath path: String) -> LinkProblem.Reason {
    note(.names)
    return plan.unpublishedReason(atPath: path)
  }

  /// A file whose path is much like one that is not there, as a link in `folder` has to write it.
  func similarFile(to path: String, from folder: String, wantsPicture: Bool) -> String? {
    note(.names)
    return plan.similarFile(to: path, from: folder, wantsPicture: wantsPicture)
  }

  // MARK: Templates

  /// Whether there is a template of a name.
  func hasTemplate(_ name: String) -> Bool {
    guard let place = plan.templates.place(of: name) else {
      note(.noTemplate(name))
      return false
    }
    note(.template(place))
    return true
  }

  /// Renders a template, and notes all that it includes, extends and imports.
  func render(
    template name: String, globals: [TemplateValue], on page: PagePlace, into output: inout Bytes
  ) throws(TemplateError) {
    var reads = TemplateReads()
    defer {
      log.withLock { log in
        for place in reads.places { log.note(.template(place)) }
        for name in reads.missing { log.note(.noTemplate(name)) }
      }
    }
    try plan.templates.render(
      name, globals: globals, subject: page.subject,
      language: configuration.languages[page.language], into: &output, observing: &reads)
  }

  /// Whether the theme has a template for every component of Markdown; otherwise texts are plain.
  var hasComponents: Bool { plan.hasComponents }

  // MARK: Texts and the whole

  /// The day on which the site is built, in the site's time zone.
  var today: CivilDate {
    note(.today)
    return plan.today
  }

  /// The texts of a language, and of the default one where it lacks some.
  func phrasebook(language: Int) -> Phrasebook {
    note(.phrases(language: language))
    return plan.phrasebook
  }

  /// The words that Markdown's own parts need, in a language.
  func markdownLabels(language: Int) -> MarkdownLabels {
    note(.phrases(language: language))
    return plan.markdownLabels[language]
  }

  /// All routes with what stands there, for files that speak of the whole site.
  var wholeSite: SitePlan {
    note(.wholeSite)
    return plan
  }
}
