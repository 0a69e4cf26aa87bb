internal import CivilTime
internal import FrontMatter

/// Whether an item is published now, and if not, why.
enum PublicationState: Sendable, Hashable {
  case published
  case draft
  case scheduled(Timestamp)
  case expired(Timestamp)
}

/// A content file after its front matter was read; its text is read when a page needs it.
///
/// An immutable class: pages pass items around by the thousand, and a reference is one count.
final class ContentItem: Sendable {
  /// The file, relative to the site's folder: `content/posts/kick-off.md`.
  let path: String
  /// What the path says.
  let name: ContentFileName
  /// The index of its kind in the configuration.
  let kind: Int
  /// The index of its language in the configuration.
  let language: Int
  /// Its front matter.
  let record: Record
  /// The bytes of the file that are Markdown.
  let body: Range<Int>
  /// Its heading.
  let title: String
  /// Whether the heading stands in the text and was taken from there.
  let isTitleFromText: Bool
  /// The last part of its address.
  let slug: String
  /// When it was published, or what its date means in its kind.
  let date: Timestamp?
  /// When it last changed in substance.
  let updated: Timestamp?
  /// The zone of its times without one: the site's, or an event's own.
  let timeZone: TimeZoneRules
  /// When an event begins.
  let start: Timestamp?
  /// Whether it is published now.
  let state: PublicationState
  /// What translations of one text have in common.
  let translationKey: String
  /// What the bytes before the text are: the front matter, and where the text begins.
  let frontMatterDigest: Digest
  /// What the bytes of the text are.
  let bodyDigest: Digest

  init(
    path: String,
    name: ContentFileName,
    kind: Int,
    language: Int,
    record: Record,
    body: Range<Int>,
    title: String,
    isTitleFromText: Bool,
    slug: String,
    date: Timestamp?,
    updated: Timestamp?,
    timeZone: TimeZoneRules,
    start: Timestamp?,
    state: PublicationState,
    translationKey: String,
    frontMatterDigest: Digest,
    bodyDigest: Digest
  ) {
    self.path = path
    self.name = name
    self.kind = kind
    self.language = language
    self.record = record
    self.body = body
    self.title = title
    self.isTitleFromText = isTitleFromText
    self.slug = slug
    self.date = date
    self.updated = updated
    self.timeZone = timeZone
    self.start = start
    self.state = state
    self.translationKey = translationKey
    self.frontMatterDigest = frontMatterDigest
    self.bodyDigest = bodyDigest
  }

  /// Whether another reading of its file said the same, but for the text.
  ///
  /// All else follows from the front matter, the path and the day; a title may stand in the text.
  func isSame(as other: ContentItem) -> Bool {
    frontMatterDigest == other.frontMatterDigest && title == other.title && slug == other.slug
      && isTitleFromText == other.isTitleFromText && path == other.path
  }

  /// Whether it is in lists and feeds.
  var isListed: Bool { record[.list]?.boolean ?? true }

  /// Its tags or other terms, as written.
  func terms(_ field: String) -> [LocatedValue] {
    guard let value = record[field] else { return [] }
    return value.list ?? (value.text == nil ? [] : [value])
  }
}
