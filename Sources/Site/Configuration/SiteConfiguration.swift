public import CivilTime
internal import Diagnostics
internal import Feeds
internal import FrontMatter
internal import Funding

/// What `site.yaml`, and an environment's file over it, say about the site.
///
/// An immutable class: every page asks it many things, and a reference is one count.
public final class SiteConfiguration: Sendable {
  /// The site's name, by language.
  let titles: TranslatedText
  /// The site in one sentence, by language.
  let descriptions: TranslatedText
  /// What stands for the site in previews of links to pages without a picture.
  let image: SiteImage?
  /// Where the site is published.
  public let baseURL: BaseURL
  /// Language codes (BCP 47); the first is the default.
  public let languages: [String]
  /// What becomes of an item in a language that it is not translated into.
  let missingTranslations: MissingTranslations
  /// What the site says about the looks of its theme.
  let theme: ThemeSettings
  /// The zone of dates that have none.
  public let timeZone: TimeZoneRules
  /// The time zone database, for events with a zone of their own.
  public let timeZones: TimeZones
  /// The environment that the site is built for: `production`, or another name.
  public let environment: String

  let project: Project
  /// Who pays; nil where the site names nobody.
  let funding: Funding?
  let kinds: [ContentKind]
  let taxonomies: [TaxonomySettings]
  let feeds: FeedSettings
  let targets: [Target]
  let menu: [MenuEntry]
  let allowsRawHTML: Bool
  /// What the site says about how much a rule weighs; nil means that it is switched off.
  let severities: [Diagnostic.Rule: Diagnostic.Severity?]
  let extra: [TableEntry]
  /// How long and how small things may be.
  let limits: Limits
  /// The names that have one right spelling.
  let glossary: [GlossaryEntry]
  /// What the project's report takes for granted.
  let report: ReportSettings
  /// Whether drafts, or what is not published now, are built too.
  let includesUnpublished: Bool

  /// The site's name in the default language.
  public var title: String { titles.text }
  /// The site in one sentence, in the default language.
  public var description: String { descriptions.text }

  /// Whether search engines must not have what is built: another environment than production, or
  /// pages that are not meant to be public now.
  var isPreview: Bool { environment != "production" || includesUnpublished }

  init(
    titles: TranslatedText,
    descriptions: TranslatedText,
    image: SiteImage?,
    baseURL: BaseURL,
    languages: [String],
    missingTranslations: MissingTranslations,
    theme: ThemeSettings,
    timeZone: TimeZoneRules,
    timeZones: TimeZones,
    environment: String,
    project: Project,
    funding: Funding?,
    kinds: [ContentKind],
    taxonomies: [TaxonomySettings],
    feeds: FeedSettings,
    targets: [Target],
    menu: [MenuEntry],
    allowsRawHTML: Bool,
    severities: [Diagnostic.Rule: Diagnostic.Severity?],
    extra: [TableEntry],
    limits: Limits,
    glossary: [GlossaryEntry],
    report: ReportSettings,
    includesUnpublished: Bool
  ) {
    self.titles = titles
    self.descriptions = descriptions
    self.image = image
    self.baseURL = baseURL
    self.languages = languages
    self.missingTranslations = missingTranslations
    self.theme = theme
    self.timeZone = timeZone
    self.timeZones = timeZones
    self.environment = environment
    self.project = project
    self.funding = funding
    self.kinds = kinds
    self.taxonomies = taxonomies
    self.feeds = feeds
    self.targets = targets
    self.menu = menu
    self.allowsRawHTML = allowsRawHTML
    self.severities = severities
    self.extra = extra
    self.limits = limits
    self.glossary = glossary
    self.report = report
    self.includesUnpublished = includesUnpublished
  }

  /// The project that the site is about.
  struct Project: Sendable {
    var acronym: String?
    var name: TranslatedText?
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
    /// What it is called on the site.
    var title: String
    /// What `site.yaml` calls it, by language; nil where the theme may say it.
    var titles: TranslatedText?
    /// The pattern of a term's address.
    var permalink: PermalinkPattern
    /// The field that holds an item's terms.
    var field: String
  }

  /// What the feeds hold.
  struct FeedSettings: Sendable {
    /// What has feeds of its own; nil where everything does that can.
    var subjects: Set<FeedSubject>?
    var limit = 40
    /// Whether whole texts stand in them, and not summaries.
    var isFullText = true
    /// The formats that are written.
    var formats: [FeedFormat] = [.rss, .fullTextRSS]
    /// Under whose name items without an identity of their own get one.
    var authority = TagAuthority.unnamed
    /// A picture that stands for the feeds.
    var image: Image?

    /// A picture of the site.
    struct Image: Sendable {
      /// Its path on the site.
      var path: String
      /// Where the path stands.
      var location: TextLocation
    }

    /// Whether there are feeds of something.
    func areWritten(of subject: FeedSubject) -> Bool { subjects?.contains(subject) ?? true }
  }

  /// What can have feeds of its own.
  enum FeedSubject: Sendable, Hashable {
    /// The whole site, in each language.
    case site
    /// Each kind.
    case kinds
    /// Each partner.
    case partners
    /// Each term of the taxonomy of a name.
    case terms(ofTaxonomy: String)

    /// A subject by its word in `site.yaml`: a taxonomy is called by its name.
    init(_ word: String) {
      switch word {
      case "site": self = .site
      case "kinds": self = .kinds
      case "partners": self = .partners
      default: self = .terms(ofTaxonomy: word)
      }
    }

    /// The words that `site.yaml` has for subjects.
    static func words(_ taxonomies: [TaxonomySettings]) -> [String] {
      ["site", "kinds", "partners"] + taxonomies.map(\.name)
    }
  }

  /// A picture that stands for the site.
  struct SiteImage: Sendable {
    /// Its path on the site.
    var path: String
    /// What it shows, by language.
    var alternativeText: TranslatedText
    /// Where the path stands.
    var location: TextLocation
  }

  /// An entry of the main navigation.
  ///
  /// A class, since every page has all of them, and they never change.
  final class MenuEntry: Sendable {
    let label: TranslatedText
    let url: String
    /// Where the address stands, in `site.yaml` or an environment's file.
    let location: TextLocation

    init(label: TranslatedText, url: String, location: TextLocation) {
      self.label = label
      self.url = url
      self.location = location
    }
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

  /// Whether a kind's list exists in a language where it has nothing to show: in the default one, and
  /// in all of them where the site shows what is not translated.
  func hasEmptyList(_ kind: ContentKind, _ language: Int) -> Bool {
    kind.hasEmptyList && (language == 0 || missingTranslations == .show)
  }

  func kindIndex(named name: String) -> Int? { kinds.firstIndex { $0.name == name } }
}
