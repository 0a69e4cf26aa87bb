public import CivilTime
internal import Diagnostics
internal import FrontMatter
internal import Funding

/// What `site.yaml`, and an environment's file over it, say about the site.
public struct SiteConfiguration: Sendable {
  /// The site's name.
  public var title: String
  /// The site in one sentence.
  public var description: String
  /// Where the site is published.
  public var baseURL: BaseURL
  /// Language codes (BCP 47); the first is the default.
  public var languages: [String]
  /// The zone of dates that have none.
  public var timeZone: TimeZoneRules
  /// The time zone database, for events with a zone of their own.
  public var timeZones: @Sendable (String) -> TimeZoneRules?
  /// The environment that the site is built for: `production`, or another name.
  public var environment: String

  var project: Project
  /// Who pays; nil where the site names nobody.
  var funding: Funding?
  var kinds: [ContentKind]
  var taxonomies: [TaxonomySettings]
  var feeds: FeedSettings
  var targets: [Target]
  var menu: [MenuEntry]
  var allowsRawHTML: Bool
  /// What the site says about how much a rule weighs; nil means that it is switched off.
  var severities: [Diagnostic.Rule: Diagnostic.Severity?]
  var extra: [TableEntry]
  /// How long and how small things may be.
  var limits: Limits
  /// The names that have one right spelling.
  var glossary: [GlossaryEntry]
  /// What the project's report takes for granted.
  var report: ReportSettings

  /// Whether search engines may read what is built.
  var isProduction: Bool { environment == "production" }

  /// The project that the site is about.
  struct Project: Sendable {
    var acronym: String?
    var name: String?
    var start: CivilDate?
    var end: CivilDate?
    var website: String?
    var contactName: String?
    var contactOrganisation: String?
    var contactEmail: String?
  }

  /// A way to group items, such as tags.
  struct TaxonomySettings: Sendable {
    var name: String
    var title: String
    /// The pattern of a term's address.
    var permalink: PermalinkPattern
    /// The field that holds an item's terms.
    var field: String
  }

  /// What the feeds hold.
  struct FeedSettings: Sendable {
    var limit = 40
    var isFullText = true
  }

  /// An entry of the main navigation.
  struct MenuEntry: Sendable {
    var label: String
    var url: String
    /// Where the address stands, in `site.yaml` or an environment's file.
    var location: TextLocation
  }

  /// An address of the default language in another one.
  func localized(_ address: SiteAddress, _ language: Int) -> SiteAddress {
    language == 0 ? address : .prefixed(address, by: languages[language])
  }

  /// Whether the site has switched a rule off.
  func isOff(_ rule: Diagnostic.Rule) -> Bool {
    if let severity = severities[rule] { severity == nil } else { false }
  }

  /// How many items a page of a term's list has.
  var termItemsPerPage: Int { kinds.first?.itemsPerPage ?? 20 }

  func kindIndex(named name: String) -> Int? { kinds.firstIndex { $0.name == name } }
}
