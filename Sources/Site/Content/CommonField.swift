internal import FrontMatter

/// The fields that every kind has, in the order of their slots in every kind's schema.
enum CommonField: Int, CaseIterable {
  case title, description, summary, slug, permalink, aliases, draft
  case publishDate, expiryDate, date, updated
  case id, tags, language, translationKey, template, weight
  case image, imageAlt, attachments, authors, toc, search, list, extra

  /// The common fields as a schema has them, so that `record[CommonField.title]` is a slot.
  static func schemas(isDateRequired: Bool) -> [FieldSchema] {
    allCases.map { field in
      field == .date && isDateRequired
        ? FieldSchema("date", .date, isRequired: true, "the day, such as 2023-02-23")
        : field.schema
    }
  }

  private var schema: FieldSchema {
    switch self {
    case .title: FieldSchema("title", .text, "the heading and the name in every list")
    case .description: FieldSchema("description", .text, "one sentence for search engines")
    case .summary:
      FieldSchema("summary", .text, "up to 300 characters for lists, feeds and the ECCP")
    case .slug: FieldSchema("slug", .text, "the last part of the address")
    case .permalink:
      FieldSchema("permalink", .text, aliases: ["url", "path"], "the whole address")
    case .aliases:
      FieldSchema(
        "aliases", .list(.text), aliases: ["redirect_from"], "former addresses, which lead here")
    case .draft:
      FieldSchema(
        "draft", .boolean,
        aliases: [
          FieldAlias("published", .negated(dateField: "publish_date")),
          FieldAlias("status", .equal("draft")),
        ], "whether it is not to be published yet")
    case .publishDate:
      FieldSchema(
        "publish_date", .date, aliases: ["publishDate", "pubdate"], "not published before this")
    case .expiryDate:
      FieldSchema(
        "expiry_date", .date, aliases: ["expiryDate", "unpublishdate"],
        "not published from then on")
    case .date: FieldSchema("date", .date, "the day, such as 2023-02-23")
    case .updated:
      FieldSchema(
        "updated", .date, aliases: ["lastmod", "modified", "last_modified_at"],
        "when it last changed in substance")
    case .id: FieldSchema("id", .text, "an identity that never changes, for feeds")
    case .tags:
      FieldSchema(
        "tags", .list(.text, splitsCommas: true),
        aliases: [FieldAlias("taxonomies", .member("tags"))],
        "what it is about, in a few words each")
    case .language: FieldSchema("language", .text, aliases: ["lang"], "the language of the text")
    case .translationKey:
      FieldSchema(
        "translation_key", .text, aliases: ["translationKey"],
        "what translations of one text have in common")
    case .template: FieldSchema("template", .text, aliases: ["layout"], "the template's file name")
    case .weight:
      FieldSchema(
        "weight", .integer(-1_000_000...1_000_000),
        "its place among equals; small numbers come first")
    case .image:
      FieldSchema(
        "image", .record(CommonField.imageSchema, shorthand: "src"),
        "a picture: a path, or {src, alt, credit}")
    case .imageAlt: FieldSchema("image_alt", .text, "what the picture shows, in words")
    case .attachments:
      FieldSchema(
        "attachments", .list(.record(CommonField.attachmentSchema, shorthand: "file")),
        "documents that belong to it: paths, or {file, title}")
    case .authors:
      FieldSchema("authors", .list(.text), aliases: ["author"], "who wrote it")
    case .toc: FieldSchema("toc", .boolean, "whether to show a table of contents")
    case .search: FieldSchema("search", .boolean, "false keeps it out of search engines")
    case .list: FieldSchema("list", .boolean, "false keeps it out of lists and feeds")
    case .extra:
      FieldSchema("extra", .table(.free), aliases: ["params"], "values of the site's own")
    }
  }

  static let imageSchema = RecordSchema(
    "a picture",
    [
      FieldSchema("src", .text, isRequired: true, "the picture's path, such as park.jpg"),
      FieldSchema("alt", .text, "what it shows, in words"),
      FieldSchema("credit", .text, "whose it is"),
    ])

  static let attachmentSchema = RecordSchema(
    "an attachment",
    [
      FieldSchema("file", .text, isRequired: true, "the document's path, such as agenda.pdf"),
      FieldSchema("title", .text, "what it is called"),
    ])
}

extension Record {
  /// The value of a common field.
  subscript(field: CommonField) -> LocatedValue? { self[field.rawValue] }
}
