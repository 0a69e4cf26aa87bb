internal import CivilTime
internal import Diagnostics
internal import Feeds
internal import FrontMatter
internal import Funding

/// What a build was told on the command line about its configuration.
public struct ConfigurationOptions: Sendable {
  /// The environments that need no file of their own.
  static let ownEnvironments: Set<String> = ["production", "development"]

  /// The environment; `production` unless another one was named.
  public var environment = "production"
  /// A base URL in place of the configured one.
  public var baseURL: String?

  /// The defaults.
  public init() {}
}

/// Puts the configuration together from its files and says what is wrong with it.
struct ConfigurationReader {
  let options: ConfigurationOptions
  /// Whether drafts, or what is not published now, are built too.
  let includesUnpublished: Bool
  let timeZones: TimeZones
  private(set) var diagnostics: [Diagnostic] = []

  init(
    options: ConfigurationOptions, includesUnpublished: Bool,
    timeZones: TimeZones
  ) {
    self.options = options
    self.includesUnpublished = includesUnpublished
    self.timeZones = timeZones
  }

  /// The configuration, as good as the files allow; `overlay` is an environment's file.
  mutating func configuration(
    _ base: ConfigurationFile, overlay: ConfigurationFile?
  ) -> SiteConfiguration {
    let record = overlay.map { base.record.merged(with: $0.record) } ?? base.record
    let kinds = KindsReader.kinds(record.table("kinds"), languages: languages(record))
    for file in [base, overlay].compactMap({ $0 }) { check(file, kinds) }
    func file(of setting: String) -> ConfigurationFile {
      overlay.flatMap { $0.record[setting] == nil ? nil : $0 } ?? base
    }
    if record["title"] == nil {
      diagnostics.append(.missingSetting("title", "title: BRIGHT for Europe", in: base))
    }
    let languages = languages(record)
    for file in [base, overlay].compactMap({ $0 }) {
      var checks = TranslationChecks(languages: languages, file: file)
      checks.check(file.record)
      diagnostics += checks.diagnostics
    }
    func translated(_ value: LocatedValue?) -> TranslatedText? {
      TranslatedText(value, languages: languages)
    }
    let taxonomies = taxonomies(record.table("taxonomies"), kinds, languages)
    for file in [base, overlay].compactMap({ $0 }) { checkFeeds(file, taxonomies) }
    let funding = funding(record.record("funding"))
    checkFunding(funding, languages, file(of: "funding"))
    return SiteConfiguration(
      titles: translated(record["title"]) ?? TranslatedText(""),
      descriptions: translated(record["description"]) ?? TranslatedText(""),
      image: image(
        record.record("image"),
        overlay.flatMap { $0.record.record("image")?["src"] == nil ? nil : $0 } ?? base, languages),
      baseURL: baseURL(record, file(of: "base_url")),
      languages: languages,
      missingTranslations: record.record("translations")?.text("missing")
        .flatMap(MissingTranslations.init) ?? .hide,
      theme: theme(record.record("theme"), file(of: "theme")),
      timeZone: record.text("time_zone").flatMap { timeZones[$0] } ?? .utc, timeZones: timeZones,
      environment: options.environment,
      project: project(record.record("project"), languages),
      funding: funding,
      kinds: kinds,
      taxonomies: taxonomies,
      feeds: feeds(
        record.record("feeds"),
        overlay.flatMap { $0.record.record("feeds")?["image"] == nil ? nil : $0 } ?? base),
      targets: TargetsReader.targets(record.list("targets"), kinds, languages),
      menu: record.list("menu").compactMap {
        menuEntry($0.record, languages, in: file(of: "menu"))
      },
      allowsRawHTML: record.record("markdown")?.boolean("raw_html") ?? false,
      severities: severities(record.table("checks")),
      extra: record.table("extra"), limits: limits(record.record("limits")),
      glossary: record.table("glossary").map {
        GlossaryEntry(name: $0.key, misspellings: $0.value.texts ?? [])
      },
      report: ReportReader.settings(record.record("report"), kinds),
      includesUnpublished: includesUnpublished)
  }

  /// What has to be right in each file by itself.
  private mutating func check(_ file: ConfigurationFile, _ kinds: [ContentKind]) {
    let record = file.record
    if let format = record["format"], let version = format.integer, version != 1 {
      diagnostics.append(.unknownFormat(version, at: file.location(format)))
    }
    if let zone = record["time_zone"], let name = zone.text, timeZones[name] == nil {
      diagnostics.append(.unknownTimeZone(name, of: timeZones, at: file.location(zone)))
    }
    for language in record.list("languages") {
      if let code = language.text, !isLanguageCode(code) {
        diagnostics.append(.invalidLanguage(code, at: file.location(language)))
      }
    }
    for entry in record.table("checks") where !AdjustableRules.all.contains(entry.key) {
      diagnostics.append(
        .unknownRule(entry.key, at: file.source.location(of: entry.keyRange)))
    }
    diagnostics += KindsReader.problems(record.table("kinds"), of: kinds, in: file)
    diagnostics += TargetsReader.problems(record.list("targets"), kinds, in: file)
    for entry in record.record("report")?.table("activities") ?? []
    where !kinds.contains(where: { $0.name == entry.key }) {
      diagnostics.append(
        .noSuchKind(
          entry.key, kinds.map(\.name), at: file.source.location(of: entry.keyRange)))
    }
    for entry in record.table("taxonomies") {
      if !KindsReader.isName(entry.key) {
        diagnostics.append(
          .invalidTaxonomyName(entry.key, at: file.source.location(of: entry.keyRange)))
      }
      guard let permalink = entry.value.record?["permalink"] else { continue }
      if let problem = KindsReader.permalinkProblem(permalink, in: file) {
        diagnostics.append(problem)
      }
    }
  }

  private mutating func baseURL(_ record: Record, _ file: ConfigurationFile) -> BaseURL {
    let isProduction = options.environment == "production"
    let local = BaseURL("http://localhost/")
    guard let local else { preconditionFailure("'http://localhost/' is a base URL") }
    if let given = options.baseURL {
      guard let url = BaseURL(given) else {
        diagnostics.append(.invalidBaseURL(given, at: .file("--base-url")))
        return local
      }
      return url
    }
    guard let setting = record["base_url"], let written = setting.text else {
      if isProduction {
        diagnostics.append(
          .missingSetting("base_url", "base_url: https://bright.example/", in: file))
      }
      return local
    }
    guard let url = BaseURL(written) else {
      diagnostics.append(.invalidBaseURL(written, at: file.location(setting)))
      return local
    }
    if isProduction && url.isLocal {
      diagnostics.append(.localBaseURL(written, at: file.location(setting)))
    }
    return url
  }

  private func image(
    _ record: Record?, _ file: ConfigurationFile, _ languages: [String]
  ) -> SiteConfiguration.SiteImage? {
    guard let source = record?["src"], let path = source.text,
      let alternativeText = TranslatedText(record?["alt"], languages: languages)
    else { return nil }
    return SiteConfiguration.SiteImage(
      path: path, alternativeText: alternativeText, location: file.location(source))
  }

  private func languages(_ record: Record) -> [String] {
    var languages: [String] = []
    for code in record.texts("languages") where !languages.contains(code) {
      languages.append(code)
    }
    return languages.isEmpty ? ["en"] : languages
  }

  private func project(_ record: Record?, _ languages: [String]) -> SiteConfiguration.Project {
    let contact = record?.record("contact")
    return SiteConfiguration.Project(
      acronym: record?.text("acronym"), name: TranslatedText(record?["name"], languages: languages),
      start: record?.date("start")?.timestamp(in: .utc).date,
      end: record?.date("end")?.timestamp(in: .utc).date,
      website: record?.text("website"), contactName: contact?.text("name"),
      contactOrganisation: contact?.text("organisation"), contactEmail: contact?.text("email"))
  }

  private mutating func theme(_ record: Record?, _ file: ConfigurationFile) -> ThemeSettings {
    var reader = ThemeReader(file: file)
    let settings = reader.settings(record)
    diagnostics += reader.diagnostics
    return settings
  }

  private func funding(_ record: Record?) -> Funding? {
    guard let record, let programme = record.text("preset").flatMap(FundingProgramme.init) else {
      return nil
    }
    var wording: [FundingText: [String: String]] = [:]
    for text in FundingText.allCases {
      for entry in record.table(text.rawValue) {
        wording[text, default: [:]][entry.key] = entry.value.text
      }
    }
    return Funding(
      programme: programme, share: record.text("share").flatMap(FundingShare.init) ?? .full,
      authority: record.text("authority"), grantAgreement: record.text("grant_agreement"),
      ownWording: wording,
      fallbacks: Dictionary(
        record.table("fallback").compactMap { entry in
          entry.value.text.map { (entry.key, $0) }
        }, uniquingKeysWith: { first, _ in first }))
  }

  /// The statement has to stand beside the emblem in every language of the site.
  private mutating func checkFunding(
    _ funding: Funding?, _ languages: [String], _ file: ConfigurationFile
  ) {
    guard let funding else { return }
    let place = file.record["funding"].map { file.record($0) } ?? file.source.location(of: 0..<0)
    for language in languages where funding.statement(in: language) == nil {
      diagnostics.append(.missingStatement(language, at: place))
    }
  }

  private mutating func checkFeeds(
    _ file: ConfigurationFile, _ taxonomies: [SiteConfiguration.TaxonomySettings]
  ) {
    guard let feeds = file.record.record("feeds") else { return }
    if let authority = feeds["id_authority"], let name = authority.text, TagAuthority(name) == nil {
      diagnostics.append(.invalidAuthority(name, at: file.location(authority)))
    }
    let words = SiteConfiguration.FeedSubject.words(taxonomies)
    for subject in feeds.list("of") {
      guard let word = subject.text, !words.contains(word) else { continue }
      diagnostics.append(.noSuchFeeds(word, words, at: file.location(subject)))
    }
  }

  private func feeds(
    _ record: Record?, _ file: ConfigurationFile
  ) -> SiteConfiguration.FeedSettings {
    var feeds = SiteConfiguration.FeedSettings()
    guard let record else { return feeds }
    if record["of"] != nil {
      feeds.subjects = Set(record.texts("of").map(SiteConfiguration.FeedSubject.init))
    }
    feeds.limit = record.integer("limit") ?? feeds.limit
    feeds.isFullText = record.text("content") != "summary"
    if record["formats"] != nil {
      feeds.formats = []
      for name in record.texts("formats") {
        guard let format = FeedFormat(rawValue: name), !feeds.formats.contains(format) else {
          continue
        }
        feeds.formats += format == .rss ? [.rss, .fullTextRSS] : [format]
      }
    }
    // Who gives away summaries does not give away the texts under another name.
    if !feeds.isFullText { feeds.formats.removeAll { $0 == .fullTextRSS } }
    feeds.authority = record.text("id_authority").flatMap(TagAuthority.init) ?? .unnamed
    if let image = record["image"], let path = image.text {
      feeds.image = .init(path: path, location: file.location(image))
    }
    return feeds
  }

  private func taxonomies(
    _ entries: [TableEntry], _ kinds: [ContentKind], _ languages: [String]
  ) -> [SiteConfiguration.TaxonomySettings] {
    var settings: [SiteConfiguration.TaxonomySettings] = []
    for entry in entries where KindsReader.isName(entry.key) {
      let record = entry.value.record
      settings.append(
        taxonomy(
          entry.key, titles: TranslatedText(record?["title"], languages: languages),
          permalink: record?.text("permalink"),
          field: record?.text("field"), kinds))
    }
    if !settings.contains(where: { $0.name == "tags" }) {
      settings.insert(taxonomy("tags", titles: nil, permalink: nil, field: nil, kinds), at: 0)
    }
    return settings
  }

  private func taxonomy(
    _ name: String, titles: TranslatedText?, permalink: String?, field: String?,
    _ kinds: [ContentKind]
  ) -> SiteConfiguration.TaxonomySettings {
    let standard = KindsReader.pattern("/\(name)/:slug/")
    // `topics` groups by the field `topic` where no kind has a field `topics`.
    let singular = name.hasSuffix("s") ? String(name.dropLast()) : name
    let isField = kinds.contains { $0.schema.slot(of: name) != nil }
    return SiteConfiguration.TaxonomySettings(
      name: name, title: titles?.text ?? name.prefix(1).uppercased() + name.dropFirst(),
      titles: titles,
      permalink: permalink.flatMap(KindsReader.validPattern) ?? standard,
      field: field ?? (isField ? name : singular))
  }

  private func limits(_ record: Record?) -> Limits {
    var limits = Limits()
    if let title = record?.integer("title") { limits.titleLength = title }
    if let teaser = record?.integer("teaser") { limits.teaserLength = teaser }
    if let height = record?.integer("emblem_height") { limits.emblemHeight = height }
    if let width = record?.integer("lead_image_width") { limits.leadImageWidth = width }
    if let height = record?.integer("lead_image_height") { limits.leadImageHeight = height }
    return limits
  }

  private func menuEntry(
    _ record: Record?, _ languages: [String], in file: ConfigurationFile
  ) -> SiteConfiguration.MenuEntry? {
    guard let record, let label = TranslatedText(record["label"], languages: languages),
      let url = record["url"],
      let text = url.text
    else { return nil }
    return SiteConfiguration.MenuEntry(label: label, url: text, location: file.location(url))
  }

  private func severities(_ entries: [TableEntry]) -> [Diagnostic.Rule: Diagnostic.Severity?] {
    var severities: [Diagnostic.Rule: Diagnostic.Severity?] = [:]
    for entry in entries {
      guard let word = entry.value.text else { continue }
      severities[Diagnostic.Rule(stringLiteral: entry.key)] = .some(
        Diagnostic.Severity(rawValue: word))
    }
    return severities
  }

  /// A primary subtag of two or three letters, and perhaps more (BCP 47): `en`, `pt-BR`.
  private func isLanguageCode(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let primary = parts.first, (2...3).contains(primary.count) else { return false }
    return primary.allSatisfy { $0.isASCII && $0.isLowercase }
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }
}

extension Diagnostic {
  fileprivate static func unknownFormat(_ version: Int, at location: TextLocation) -> Diagnostic {
    .error(
      "unknown-format", "this Brightpress reads format 1, and the file is of format \(version)",
      at: location, help: ["update Brightpress, or write the file by the manual and 'format: 1'"])
  }

  fileprivate static func invalidAuthority(
    _ name: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "invalid-authority", "'\(name)' is no name under which identities can be given", at: location,
      help: [
        "write a domain that you hold, and a day on which you held it: bright.example,2022-02-01"
      ])
  }

  fileprivate static func noSuchFeeds(
    _ word: String, _ words: [String], at location: TextLocation
  ) -> Diagnostic {
    .error(
      "not-a-choice", "'of' cannot be '\(word)': nothing of this name has feeds", at: location,
      help: suggestion(for: word, among: words, called: "it can be").map { [$0] } ?? [])
  }

  fileprivate static func missingStatement(
    _ language: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "missing-funding-text", "no funding statement is known in the language '\(language)'",
      at: location,
      help: [
        "add it to site.yaml under 'funding:': statement: {\(language): …}",
        "use the wording of the grant agreement; it is never translated automatically",
        "to show it in another language there, add under 'funding:': fallback: {\(language): en}",
      ])
  }

  fileprivate static func missingSetting(
    _ name: String, _ example: String, in file: ConfigurationFile
  ) -> Diagnostic {
    .error(
      "missing-setting", "the configuration needs '\(name)'",
      at: file.source.location(of: 0..<0), help: ["add a line '\(example)'"])
  }

  fileprivate static func invalidTaxonomyName(
    _ name: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "invalid-taxonomy", "'\(name)' cannot be the name of a taxonomy, which is also a folder's",
      at: location, help: ["use lower-case letters and hyphens, such as 'topics'"])
  }

  static func unknownTimeZone(
    _ name: String, of zones: TimeZones, at location: TextLocation
  ) -> Diagnostic {
    let names = zones.names
    let help: String
    if names.isEmpty {
      help = "this machine has no time zone database: install it (on Debian and Ubuntu: tzdata)"
    } else if let meant = nearest(to: name, among: names) ?? zone(ofPlace: name, among: names) {
      help = "did you mean '\(meant)'?"
    } else {
      help = "use a name of the IANA database, such as Europe/Stockholm"
    }
    return .error(
      "unknown-time-zone", "there is no time zone '\(name)'", at: location, help: [help])
  }

  /// The zone of a place whose name is written alone, or on the wrong continent.
  private static func zone(ofPlace name: String, among names: [String]) -> String? {
    func place(_ name: String) -> String? {
      name.split(separator: "/").last?.lowercased().replacing(" ", with: "_")
    }
    let wanted = place(name)
    return names.first { place($0) == wanted }
  }

  fileprivate static func invalidLanguage(_ code: String, at location: TextLocation) -> Diagnostic {
    .error(
      "invalid-language", "'\(code)' is no language code", at: location,
      help: ["use a code such as en, sv or pt-BR"])
  }

  fileprivate static func unknownRule(_ name: String, at location: TextLocation) -> Diagnostic {
    .error(
      "unknown-rule", "there is no rule '\(name)' that a site can adjust", at: location,
      help: suggestion(for: name, among: AdjustableRules.all, called: "rules").map { [$0] } ?? [])
  }

  fileprivate static func invalidBaseURL(_ url: String, at location: TextLocation) -> Diagnostic {
    .error(
      "invalid-base-url", "'\(url)' is no base URL", at: location,
      help: ["write the scheme and the host: https://bright.example/ or https://host/project/"])
  }

  fileprivate static func localBaseURL(_ url: String, at location: TextLocation) -> Diagnostic {
    .error(
      "local-base-url", "'\(url)' is this machine, which no visitor can reach", at: location,
      help: [
        "set base_url to the address the site is published at",
        "for a preview on this machine, build with '--environment development'",
      ])
  }
}
