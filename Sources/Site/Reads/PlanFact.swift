/// Something that a page can know of the rest of the site: the unit in which reads are noted and
/// compared with the last build.
///
/// Every accessor of `PlanReader` notes one of these, so that what a page depends on is what it has
/// read and nothing else. A fact is as coarse as it can be without making pages depend on what
/// they do not show: the beginning of a text is one fact, its front matter another.
///
/// What all pages share (the configuration, the theme's types) is no fact: when it changes, every
/// page is rendered again.
enum PlanFact: Equatable, Sendable {
  /// An item's front matter, and the title that its text gives where that has none.
  case item(Int)
  /// The item that a field of an item refers to, by the field's slot.
  case reference(Int, slot: Int)
  /// Where an item is, or would be, and whether it is published; where it stands in for its
  /// translations.
  case address(Int)
  /// What other pages show of an item's text: its beginning, its anchors, its length.
  case text(Int)
  /// The bytes of an item's text.
  case body(Int)
  /// The items before and after an item.
  case neighbours(Int)
  /// The items that are most like an item.
  case related(Int)
  /// The published translations of an item.
  case translations(Int)
  /// The items whose fields refer to an item.
  case referrers(Int)
  /// The items of a kind in a language, in their order.
  case list(kind: Int, language: Int)
  /// A page of a kind's list: its items, and how many there are on all pages.
  case listPage(kind: Int, language: Int, page: Int)
  /// The terms of a taxonomy that items in a language have.
  case terms(taxonomy: Int, language: Int)
  /// The name and the slug of a term.
  case term(taxonomy: Int, term: Int)
  /// The items in a language that have a term.
  case termItems(taxonomy: Int, term: Int, language: Int)
  /// A page of a term's list: its items, and how many there are on all pages.
  case termPage(taxonomy: Int, term: Int, language: Int, page: Int)
  /// The items of a feed, in their order.
  case feed(SiteFeed)
  /// The text that `index.md` gives for a generated page at a path.
  case introduction(String)
  /// What stands at a path of the published site.
  case route(String)
  /// What a path below `content/` names.
  case contentFile(String)
  /// The bytes of a file that is published as it is.
  case file(String)
  /// The address and the integrity of a static file, both of which change with its bytes.
  case staticAsset(String)
  /// The size of a file in bytes, and of a picture in pixels.
  case fileSize(String)
  /// A template, by its place in the set.
  case template(Int)
  /// That there is no template of a name.
  case noTemplate(String)
  /// The texts of a language.
  case phrases(language: Int)
  /// The paths of all content files and whether they are published, for suggestions.
  case names
  /// The day on which the site is built, in the site's time zone.
  case today
  /// Every address with the front matter of what stands there.
  case wholeSite
}
