/// What a plan decides: all that follows from front matter, settings and the names of files.
///
/// No text of a page has a part in it, so that a build in which nothing but texts has changed can
/// take it over from the last one.
struct PlanContents: Sendable {
  /// The address of each item, as it is or would be.
  let addresses: [SiteAddress]
  /// The published items with a page in a language, by kind and then by language, in the kind's
  /// order; those that stand in for a translation too.
  let lists: [[[Int]]]
  let taxonomies: [Taxonomy]
  /// The addresses of the other files below `content/`, by their paths.
  let assets: [String: SiteAddress]
  /// The static files by their names, as templates name them.
  let staticAssets: [String: StaticAsset]
  /// The items with a translation key in common, where there are several.
  let translations: [String: [Int]]
  /// By language: where items that are not translated into it are shown all the same.
  let standIns: [[Int: SiteAddress]]
  /// What the fields that name another item refer to: by item and slot.
  let references: [SitePlan.ItemField: Int]
  /// The text for the home page and the lists, by their routes' addresses.
  let introductions: [String: Int]
  /// The feeds with their items.
  let feeds: SiteFeeds
  /// Every file of the site, items before the pages that list them.
  let routes: [Route]
}
