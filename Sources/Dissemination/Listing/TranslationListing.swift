internal import CivilTime
package import Site
package import Text

/// What a site of several languages has not translated, and what was translated before its original
/// changed.
package struct TranslationListing: Sendable {
  /// What there is to do.
  enum Gap: String, Sendable {
    case missing
    case older
    /// It is translated, and not published.
    case unpublished
  }

  /// An item, the language and what is to do.
  struct Row: Sendable {
    let original: SiteItem
    let language: String
    let gap: Gap
    let translation: SiteItem?
  }

  let rows: [Row]

  /// Looks at every item of the default language that is published.
  package init(_ site: SiteReading) {
    var groups: [String: [SiteItem]] = [:]
    for item in site.items { groups[item.translationKey, default: []].append(item) }
    var rows: [Row] = []
    for original in site.items
    where original.language == site.languages.first && original.isPublished {
      for language in site.languages.dropFirst() {
        let translation = groups[original.translationKey]?.first { $0.language == language }
        if let gap = Self.gap(original, translation) {
          rows.append(
            Row(original: original, language: language, gap: gap, translation: translation))
        }
      }
    }
    self.rows = rows
  }

  private static func gap(_ original: SiteItem, _ translation: SiteItem?) -> Gap? {
    guard let translation else { return .missing }
    if let changed = original.lastChange, let translated = translation.lastChange,
      translated.secondsSinceEpoch < changed.secondsSinceEpoch
    {
      return .older
    }
    return translation.isPublished ? nil : .unpublished
  }

  /// The gaps as rows and columns.
  package var sheet: ReportSheet {
    ReportSheet(
      title: "Translations",
      columns: ["Language", "Gap", "Kind", "Original", "Changed", "Translation", "Of", "Title"]
        .map { ReportSheet.Column(title: $0) },
      rows: rows.map { row in
        [
          row.language, row.gap.rawValue, row.original.kind, row.original.path,
          row.original.lastChange?.isoDate ?? "", row.translation?.path ?? "",
          row.translation?.lastChange?.isoDate ?? "", row.original.title,
        ]
      },
      emptyText: "everything is translated, and no translation is older than its original")
  }

  /// The gaps for a program (RFC 8259).
  package var json: Bytes {
    var bytes = Bytes()
    bytes.append(
      json: .list(
        rows.map { row in
          .object([
            ("language", .text(row.language)), ("gap", .text(row.gap.rawValue)),
            ("kind", .text(row.original.kind)), ("original", .text(row.original.path)),
            ("changed", row.original.lastChange.map { .text($0.isoDate) } ?? .null),
            ("translation", row.translation.map { .text($0.path) } ?? .null),
            ("translated", row.translation?.lastChange.map { .text($0.isoDate) } ?? .null),
            ("title", .text(row.original.title)),
          ])
        }))
    bytes.append("\n")
    return bytes
  }
}
