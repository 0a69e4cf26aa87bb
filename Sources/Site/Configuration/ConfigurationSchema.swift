internal import FrontMatter
internal import Funding

/// What `site.yaml` and the files of `environments/` may hold.
enum ConfigurationSchema {
  static let site = RecordSchema(
    "the configuration",
    [
      FieldSchema("format", .integer(1...Int.max), "the version of this file's form: 1"),
      FieldSchema("title", .translatedText, "the site's name"),
      FieldSchema("description", .translatedText, "the site in one sentence"),
      FieldSchema("base_url", .text, "where the site is published: https://bright.example/"),
      FieldSchema("image", .record(image), "what stands for the site where links are previewed"),
      FieldSchema("languages", .list(.text), "language codes, the default first: [en, sv]"),
      FieldSchema(
        "translations", .record(translations), "what is shown where a translation is missing"),
      FieldSchema("theme", .record(ThemeSchema.theme), "colours, type and measures of the theme"),
      FieldSchema("time_zone", .text, "the zone of dates without one: Europe/Stockholm"),
      FieldSchema("project", .record(project), "the project that the site is about"),
      FieldSchema("funding", .record(funding), "who pays, and in which words that is said"),
      FieldSchema("kinds", .table(.record(kind)), "kinds of content, adjusted or new"),
      FieldSchema("taxonomies", .table(.record(taxonomy)), "ways to group items"),
      FieldSchema("feeds", .record(feeds), "what the feeds hold"),
      FieldSchema(
        "targets", .list(.record(target), acceptsOne: false), "what the project has promised"),
      FieldSchema(
        "menu", .list(.record(menuEntry), acceptsOne: false), "the main navigation"),
      FieldSchema("markdown", .record(markdown), "how Markdown is read"),
      FieldSchema(
        "checks", .table(.choice(["error", "warning", "note", "off"])),
        "how much a rule weighs here"),
      FieldSchema("limits", .record(limits), "how long and how small things may be"),
      FieldSchema(
        "glossary", .table(.list(.text)), "names, each with the wrong spellings of it"),
      FieldSchema("report", .record(report), "what the project's report takes for granted"),
      FieldSchema("extra", .table(.free), "values of the site's own, for its templates"),
    ])

  private static let image = RecordSchema(
    "the image",
    [
      FieldSchema("src", .text, isRequired: true, "the file's path on the site: /card.png"),
      FieldSchema("alt", .translatedText, isRequired: true, "what it shows, in words"),
    ])

  private static let translations = RecordSchema(
    "the translations",
    [
      FieldSchema(
        "missing", .choice(MissingTranslations.allCases.map(\.rawValue)),
        "whether an item without one is shown in the default language: show or hide")
    ])

  private static let project = RecordSchema(
    "the project",
    [
      FieldSchema("acronym", .text, "its short name"),
      FieldSchema("name", .translatedText, "its full name"),
      FieldSchema("start", .month, "its first month, such as 2022-02"),
      FieldSchema("end", .month, "its last month"),
      FieldSchema("website", .text, "its site"),
      FieldSchema("contact", .record(contact), "whom to ask"),
    ])

  private static let contact = RecordSchema(
    "a contact",
    [
      FieldSchema("name", .text, "the person"),
      FieldSchema("organisation", .text, "the organisation"),
      FieldSchema("email", .text, "the address for e-mail"),
    ])

  private static let funding = RecordSchema(
    "the funding",
    [
      FieldSchema(
        "preset", .choice(FundingProgramme.allCases.map(\.rawValue)), isRequired: true,
        "the programme and the year of its call, such as cosme-2014"),
      FieldSchema(
        "share", .choice(FundingShare.allCases.map(\.rawValue)), "whether the EU pays all of it"),
      FieldSchema("grant_agreement", .text, "the grant agreement's number"),
      FieldSchema("authority", .text, "the granting authority"),
      FieldSchema("statement", .table(.text), "the funding statement by language"),
      FieldSchema("acknowledgement", .table(.text), "the acknowledgement by language"),
      FieldSchema("disclaimer", .table(.text), "the disclaimer by language"),
      FieldSchema(
        "fallback", .table(.text), "for a language, the one whose texts stand in: {ca: es}"),
    ])

  private static let kind = RecordSchema(
    "a kind",
    [
      FieldSchema("title", .translatedText, "what its items are called on the site"),
      FieldSchema("permalink", .text, "how addresses are made: /news/:year/:slug/"),
      FieldSchema("list", .text, "the address of its list: /news/"),
      FieldSchema("per_page", .integer(1...10_000), "how many items a page of the list has"),
      FieldSchema("sort", .choice(ItemOrder.allCases.map(\.rawValue)), "the order of its items"),
      FieldSchema("date_required", .boolean, "whether an item needs a date"),
      FieldSchema("fields", .table(.record(field)), "fields of the site's own"),
    ])

  private static let field = RecordSchema(
    "a field",
    [
      FieldSchema(
        "type", .choice(fieldTypes), isRequired: true,
        "what it holds: \(fieldTypes.joined(separator: ", "))"),
      FieldSchema("of", .list(.text), "what a choice can be, or what a list's elements are"),
      FieldSchema("kind", .text, "the kind that a reference means"),
      FieldSchema("required", .boolean, "whether an item without it is wrong"),
      FieldSchema("summary", .text, "what it means"),
    ])

  static let fieldTypes = [
    "text", "boolean", "integer", "date", "choice", "list", "reference", "free",
  ]

  private static let taxonomy = RecordSchema(
    "a taxonomy",
    [
      FieldSchema("title", .translatedText, "what it is called on the site"),
      FieldSchema("permalink", .text, "how a term's address is made: /tags/:slug/"),
      FieldSchema("field", .text, "the field that holds an item's terms"),
    ])

  private static let feeds = RecordSchema(
    "the feeds",
    [
      FieldSchema("of", .list(.text), "what has feeds: site, kinds, partners, tags"),
      FieldSchema("limit", .integer(1...1000), "how many items a feed has"),
      FieldSchema("content", .choice(["full", "summary"]), "full texts or summaries"),
      FieldSchema("formats", .list(.choice(["rss", "atom", "json"])), "which formats are written"),
      FieldSchema("id_authority", .text, "whose names items get: bright.example,2022"),
      FieldSchema("image", .text, "a picture that stands for them: /logo.png"),
    ])

  private static let target = RecordSchema(
    "a target",
    [
      FieldSchema("id", .text, isRequired: true, "its name for programs, such as eccp-posts"),
      FieldSchema("label", .translatedText, "its name for people"),
      FieldSchema("goal", .integer(0...1_000_000), "how many were promised"),
      FieldSchema("count", .record(count), "what counts towards it"),
    ])

  private static let count = RecordSchema(
    "a count",
    [
      FieldSchema("kind", .text, isRequired: true, "the kind that is counted, such as posts"),
      FieldSchema("where", .free, "a field that has to be there, or fields and their values"),
      FieldSchema("sum", .text, "a field whose numbers are added up, such as participants"),
      FieldSchema("date", .text, "the field whose date decides the reporting period"),
    ])

  private static let limits = RecordSchema(
    "the limits",
    [
      FieldSchema("title", .integer(1...1000), "how many characters a title may have"),
      FieldSchema("teaser", .integer(1...10_000), "how many characters a summary may have"),
      FieldSchema(
        "emblem_height", .integer(1...1000), "how high the EU emblem is at least, in CSS pixels"),
      FieldSchema(
        "lead_image_width", .integer(1...10_000), "how wide a post's lead image is, in pixels"),
      FieldSchema(
        "lead_image_height", .integer(1...10_000), "how high a post's lead image is, in pixels"),
    ])

  private static let report = RecordSchema(
    "the report",
    [
      FieldSchema(
        "activities", .table(.record(activities)), "what the items of a kind are as activities"),
      FieldSchema(
        "audiences", .table(.list(.choice(ReportAudience.names))),
        "the site's own words for an audience, and the portal's"),
    ])

  private static let activities = RecordSchema(
    "a kind's activities",
    [
      FieldSchema("channel", .choice(ReportChannel.names), "the channel, where an item names none"),
      FieldSchema(
        "audience", .list(.choice(ReportAudience.names)), "the audience, where an item names none"),
      FieldSchema("counts", .boolean, "whether the items are activities at all"),
    ])

  private static let menuEntry = RecordSchema(
    "a menu entry",
    [
      FieldSchema(
        "label", .translatedText, isRequired: true, "what the entry says, such as News"),
      FieldSchema("url", .text, isRequired: true, "where it leads, such as /news/"),
    ])

  private static let markdown = RecordSchema(
    "the Markdown settings",
    [
      FieldSchema("raw_html", .boolean, "whether HTML in texts is kept")
    ])
}
