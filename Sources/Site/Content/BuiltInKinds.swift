internal import FrontMatter

/// The kinds that every site has, and their own fields.
enum BuiltInKinds {
  /// A kind before `site.yaml` has adjusted it.
  struct Definition {
    var name: String
    var noun: String
    var title: String
    var permalink: String
    var order: ItemOrder
    var isDateRequired = false
    /// Whether it has a list where nothing is published and `site.yaml` does not name it.
    var hasEmptyList = true
    var fields: [FieldSchema]
  }

  static let definitions = [posts, events, publications, partners, exchanges, pages]

  private static let posts = Definition(
    name: "posts", noun: "a post", title: "News", permalink: "/news/:year/:slug/",
    order: .newestFirst, isDateRequired: true,
    fields: [
      FieldSchema("partner", .reference(kind: "partners"), "the partner that it comes from"),
      FieldSchema("topic", .text, "what it is about"),
      FieldSchema("ecosystems", .list(.choice(ecosystems)), "EU industrial ecosystems"),
      FieldSchema("sectors", .list(.text), "economic sectors"),
      FieldSchema("technologies", .list(.text), "technology fields"),
      FieldSchema("country", .text, "the country that it is about"),
      FieldSchema("audience", .list(.text), "for whom it is"),
      FieldSchema("canonical", .text, "where it was first published, if not here"),
    ] + eccpFields + reportFields)

  private static let events = Definition(
    name: "events", noun: "an event", title: "Events", permalink: "/events/:slug/",
    order: .soonestFirst,
    fields: [
      FieldSchema("start", .date, "when it begins"),
      FieldSchema("end", .date, "when it ends"),
      FieldSchema("time_zone", .text, "the zone of its times, if not the site's"),
      FieldSchema("all_day", .boolean, "whether it takes whole days"),
      FieldSchema("venue", .text, "the place"),
      FieldSchema("city", .text, "the city"),
      FieldSchema("country", .text, "the country"),
      FieldSchema("mode", .choice(["onsite", "online", "hybrid"]), "onsite, online or hybrid"),
      FieldSchema("registration", .text, "where to register"),
      FieldSchema("organiser", .text, "who holds it"),
      FieldSchema("partner", .reference(kind: "partners"), "the partner that holds it"),
      FieldSchema("audience", .list(.text), "for whom it is"),
      FieldSchema(
        "status", .choice(["planned", "confirmed", "held", "postponed", "cancelled"]),
        "planned, confirmed, held, postponed or cancelled"),
      FieldSchema("participants", .integer(0...10_000_000), "how many people came"),
      FieldSchema("ecosystems", .list(.choice(ecosystems)), "EU industrial ecosystems"),
    ] + eccpFields + reportFields)

  private static let publications = Definition(
    name: "publications", noun: "a publication", title: "Publications",
    permalink: "/publications/:slug/", order: .newestFirst,
    fields: [
      FieldSchema("type", .choice(publicationTypes), "report, deliverable, article, …"),
      FieldSchema("partner", .reference(kind: "partners"), "the partner that it comes from"),
      FieldSchema("doi", .text, "its DOI, such as 10.5281/zenodo.1234"),
      FieldSchema(
        "file", .record(CommonField.attachmentSchema, shorthand: "file"), "the document"),
      FieldSchema("deliverable", .record(deliverable), "its place among the deliverables"),
      FieldSchema("licence", .text, aliases: ["license"], "under which terms it may be used"),
      FieldSchema("abstract", .text, "what it says, in a paragraph"),
      FieldSchema("publisher", .text, "who published it"),
      FieldSchema("pages", .text, "its pages, or how many"),
      FieldSchema("audience", .list(.text), "for whom it is"),
      FieldSchema("ecosystems", .list(.choice(ecosystems)), "EU industrial ecosystems"),
    ] + eccpFields + reportFields)

  private static let partners = Definition(
    name: "partners", noun: "a partner", title: "Partners", permalink: "/partners/:slug/",
    order: .inGivenOrder,
    fields: [
      FieldSchema("name", .text, "the organisation's name"),
      FieldSchema("country", .text, "the country of its seat"),
      FieldSchema("website", .text, "its site"),
      FieldSchema(
        "logo", .record(CommonField.imageSchema, shorthand: "src"),
        "its logo: a path, or {src, alt, credit}"),
      FieldSchema("role", .text, "what it does in the project"),
      FieldSchema("eccp_profile", .text, "its profile on the ECCP"),
      FieldSchema("order", .integer(-1_000_000...1_000_000), "its place among the partners"),
    ])

  private static let exchanges = Definition(
    name: "exchanges", noun: "an exchange", title: "Exchanges", permalink: "/exchanges/:slug/",
    order: .soonestFirst, hasEmptyList: false,
    fields: [
      FieldSchema("host", .text, "the organisation that receives the visitor"),
      FieldSchema("visitor", .text, "the organisation that visits"),
      FieldSchema(
        "host_partner", .reference(kind: "partners"), "the partner that the host belongs to"),
      FieldSchema(
        "visitor_partner", .reference(kind: "partners"), "the partner that the visitor belongs to"),
      FieldSchema("country_from", .text, "the visitor's country"),
      FieldSchema("country_to", .text, "the host's country"),
      FieldSchema("start", .date, "its first day"),
      FieldSchema("end", .date, "its last day"),
      FieldSchema("mode", .choice(["onsite", "online", "hybrid"]), "onsite, online or hybrid"),
      FieldSchema("activity", .list(.choice(exchangeActivities)), "what the visitor came for"),
      FieldSchema(
        "status", .choice(["planned", "confirmed", "held", "postponed", "cancelled"]),
        "planned, confirmed, held, postponed or cancelled"),
      FieldSchema("participants", .integer(0...10_000_000), "how many people took part"),
      FieldSchema(
        "report", .record(CommonField.attachmentSchema, shorthand: "file"), "its final report"),
      FieldSchema("audience", .list(.text), "for whom it was"),
    ] + reportFields)

  private static let pages = Definition(
    name: "pages", noun: "a page", title: "Pages", permalink: "/:path/", order: .inGivenOrder,
    fields: [])

  private static let deliverable = RecordSchema(
    "a deliverable",
    [
      FieldSchema("number", .text, "its number in the grant agreement"),
      FieldSchema("due", .date, "when it is due"),
      FieldSchema(
        "status", .choice(["pending", "draft", "submitted", "approved"]),
        "pending, draft, submitted or approved"),
    ])

  /// What the project's report asks about everything that a project does for others.
  private static let reportFields = [
    FieldSchema("channel", .choice(ReportChannel.names), "how its audience was reached"),
    FieldSchema("outcome", .text, "what came of it, in a sentence for the report"),
  ]

  /// What is known of an item's copy on the European Cluster Collaboration Platform.
  private static let eccpFields = [
    FieldSchema(
      "eccp_image", .record(CommonField.imageSchema, shorthand: "src"),
      "the lead image there: a path, or {src, alt, credit}"),
    FieldSchema("eccp_url", .text, "where it stands on the ECCP"),
    FieldSchema("eccp_date", .date, "when it was posted there"),
  ]

  /// What a ClusterXchange visit can be for.
  static let exchangeActivities = [
    "capacity building", "sharing knowledge", "project development", "market research",
    "networking",
  ]

  private static let publicationTypes = [
    "report", "deliverable", "article", "dataset", "presentation", "newsletter", "poster",
    "brochure", "book", "thesis", "software", "video", "other",
  ]

  /// The EU's 14 industrial ecosystems as the ECCP spells them.
  static let ecosystems = [
    "Aerospace & defence", "Agri-food", "Construction",
    "Cultural and creative industries", "Digital", "Electronics", "Energy-intensive industries",
    "Energy-renewables", "Health", "Mobility-Transport-Automotive",
    "Proximity, social economy and civil society", "Retail", "Textiles", "Tourism",
  ]
}
