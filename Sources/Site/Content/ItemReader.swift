internal import CivilTime
internal import Diagnostics
internal import FrontMatter
internal import Markdown
internal import Text

/// Which items are published although their time is not now.
public struct PublicationFilter: Sendable {
  /// Drafts are published.
  public var includesDrafts = false
  /// What is scheduled for later is published.
  public var includesFuture = false
  /// What has expired is published.
  public var includesExpired = false

  /// Only what is meant to be public now.
  public init() {}

  /// Whether anything is published that is not meant to be public now.
  var includesUnpublished: Bool { includesDrafts || includesFuture || includesExpired }
}

/// Reads content files into items.
struct ItemReader: Sendable {
  let configuration: SiteConfiguration
  let filter: PublicationFilter
  let now: Timestamp

  /// The item in a file, with every problem of its front matter; nil where the file is no text.
  func item(in source: SourceText) -> Checked<ContentItem?> {
    if let problem = source.encodingProblem { return Checked(nil, [problem]) }
    let block = FrontMatterBlock.finding(in: source)
    var diagnostics = block.diagnostics
    var yaml: YAMLNode?
    if let range = block.value.yaml {
      let document = YAMLDocument.reading(source, range: range)
      diagnostics += document.diagnostics
      yaml = document.value
    }
    if let problem = source.controlCharacterProblem(in: block.value.body) {
      diagnostics.append(problem)
    }
    // After a YAML error every field is missing, which says nothing new.
    var isReadable = !diagnostics.containsError
    let name = ContentFileName(path: source.path) { folder in
      configuration.kindIndex(named: folder).flatMap { configuration.kinds[$0].listAddress } != nil
    }
    let kind = kindIndex(name, source, &diagnostics)
    let hasFrontMatter = block.value.yaml != nil
    let record = configuration.kinds[kind].schema.reading(
      yaml, in: source, start: block.value.fence, defaults: defaults(name, block.value),
      missing: hasFrontMatter && name.role == .item ? .error : .warning)
    if isReadable {
      // The text for a list or the home page needs none of the fields that items need.
      diagnostics += record.diagnostics.filter {
        name.role == .item || $0.rule != Diagnostic.missingFieldRule
      }
    }
    // The same is true of front matter that has no fields at all.
    if let yaml, !yaml.isNull, !yaml.isMapping { isReadable = false }
    let item = item(
      name, kind, record.value, block.value, source, isReadable: isReadable, &diagnostics)
    return Checked(item, diagnostics)
  }

  private func item(
    _ name: ContentFileName, _ kind: Int, _ record: Record, _ block: FrontMatterBlock,
    _ source: SourceText, isReadable: Bool, _ diagnostics: inout [Diagnostic]
  ) -> ContentItem {
    let written = record[.title]?.text ?? record.text("name")
    let heading =
      written == nil && isReadable
      ? MarkdownSource(text: source, body: block.body).leadingHeading() : nil
    if written == nil && heading == nil && isReadable && name.role == .item {
      diagnostics.append(.missingTitle(at: source.location(of: block.fence)))
    }
    let zone = timeZone(record, source, &diagnostics)
    let date = record[.date]?.date?.timestamp(in: zone)
    let state = state(record, date, kind)
    return ContentItem(
      path: source.path, name: name, kind: kind,
      language: language(name, record, source, &diagnostics), record: record, body: block.body,
      title: written ?? heading ?? name.slug, isTitleFromText: written == nil && heading != nil,
      slug: slug(name, record, source, &diagnostics), date: date,
      updated: updated(record, date, state, zone, source, &diagnostics),
      timeZone: zone, start: record.date("start")?.timestamp(in: zone),
      state: state,
      translationKey: record[.translationKey]?.text ?? name.languageIndependentPath,
      frontMatterDigest: Digest(of: source.bytes, in: 0..<block.body.lowerBound),
      bodyDigest: Digest(of: source.bytes, in: block.body))
  }

  /// When the text last changed; nil too where that is still to come, which feeds and search engines
  /// must not hear of.
  private func updated(
    _ record: Record, _ date: Timestamp?, _ state: PublicationState, _ zone: TimeZoneRules,
    _ source: SourceText, _ diagnostics: inout [Diagnostic]
  ) -> Timestamp? {
    guard let field = record[.updated], let updated = field.date?.timestamp(in: zone) else {
      return nil
    }
    guard updated > now else { return updated }
    // What is to come altogether has a change to come with good reason.
    if state == .published, date.map({ $0 <= now }) ?? true {
      diagnostics.append(
        .futureUpdate(updated, hasDate: date != nil, at: source.location(of: field.range)))
    }
    return nil
  }

  /// A date in the file's name stands for the field.
  private func defaults(
    _ name: ContentFileName, _ block: FrontMatterBlock
  ) -> [(name: String, value: LocatedValue)] {
    guard let date = name.date else { return [] }
    return [("date", LocatedValue(.date(.day(date)), range: block.fence))]
  }

  private func kindIndex(
    _ name: ContentFileName, _ source: SourceText, _ diagnostics: inout [Diagnostic]
  ) -> Int {
    if let folder = name.kindFolder {
      if let index = configuration.kindIndex(named: folder) { return index }
      let names = configuration.kinds.map(\.name)
      if let near = nearest(to: folder, among: names) {
        diagnostics.append(.unknownKind(folder, near: near, at: .file(source.path)))
      }
    }
    guard let pages = configuration.kindIndex(named: ContentKind.pagesName) else {
      preconditionFailure("every site has the kind 'pages'")
    }
    return pages
  }

  private func language(
    _ name: ContentFileName, _ record: Record, _ source: SourceText,
    _ diagnostics: inout [Diagnostic]
  ) -> Int {
    let field = record[.language]
    guard let code = field?.text ?? name.languageSuffix else { return 0 }
    if let index = configuration.languages.firstIndex(of: code) { return index }
    let location = field.map { source.location(of: $0.range) } ?? .file(source.path)
    diagnostics.append(.unknownLanguage(code, configuration.languages, at: location))
    return 0
  }

  private func timeZone(
    _ record: Record, _ source: SourceText, _ diagnostics: inout [Diagnostic]
  ) -> TimeZoneRules {
    guard let field = record["time_zone"], let name = field.text else {
      return configuration.timeZone
    }
    if let zone = configuration.timeZones[name] { return zone }
    diagnostics.append(
      .unknownTimeZone(
        name, of: configuration.timeZones, at: source.location(of: field.range)))
    return configuration.timeZone
  }

  private func slug(
    _ name: ContentFileName, _ record: Record, _ source: SourceText,
    _ diagnostics: inout [Diagnostic]
  ) -> String {
    guard let field = record[.slug], let written = field.text else { return name.slug }
    let isOnePart = !written.contains("/") && !written.contains(where: \.isWhitespace)
    guard isOnePart, SiteAddress(written)?.isFolder == false else {
      diagnostics.append(.invalidSlug(written, at: source.location(of: field.range)))
      return name.slug
    }
    return written.composed
  }

  private func state(_ record: Record, _ date: Timestamp?, _ kind: Int) -> PublicationState {
    if record[.draft]?.boolean == true && !filter.includesDrafts { return .draft }
    let zone = configuration.timeZone
    // What is listed by date appears on its date; an event's or a page's date never hides it.
    let dated = configuration.kinds[kind].order == .newestFirst ? date : nil
    if let due = record[.publishDate]?.date?.timestamp(in: zone) ?? dated, due > now,
      !filter.includesFuture
    {
      return .scheduled(due)
    }
    if let end = record[.expiryDate]?.date?.timestamp(in: zone), end <= now,
      !filter.includesExpired
    {
      return .expired(end)
    }
    return .published
  }
}

extension Diagnostic {
  fileprivate static func missingTitle(at location: TextLocation) -> Diagnostic {
    .error(
      "missing-title", "there is neither a title nor a heading", at: location,
      help: ["add a line 'title: …' to the front matter, or begin the text with '# …'"])
  }

  fileprivate static func futureUpdate(
    _ updated: Timestamp, hasDate: Bool, at location: TextLocation
  ) -> Diagnostic {
    .warning(
      "future-update",
      "'updated' is \(updated.isoDate), which is still to come: "
        + (hasDate ? "the item's date is published instead" : "it is not published"),
      at: location,
      help: [
        "write when the text last changed, or take the line out",
        "to publish something on a later day, write 'publish_date'",
      ])
  }

  fileprivate static func unknownKind(
    _ folder: String, near: String, at location: TextLocation
  ) -> Diagnostic {
    .warning(
      "unknown-kind", "the folder 'content/\(folder)' belongs to no kind, so this is a page",
      at: location,
      help: [
        "did you mean 'content/\(near)'?", "a kind of your own is declared under 'kinds:'",
      ])
  }

  fileprivate static func unknownLanguage(
    _ code: String, _ languages: [String], at location: TextLocation
  ) -> Diagnostic {
    .error(
      "unknown-language", "the site has no language '\(code)'", at: location,
      help: [
        "its languages: \(languages.joined(separator: ", "))",
        "add '\(code)' to 'languages' in site.yaml",
      ])
  }

  fileprivate static func invalidSlug(_ slug: String, at location: TextLocation) -> Diagnostic {
    let near = Text.slug(slug)
    let isUsable = near != slug && SiteAddress(near) != nil && slug.contains(where: \.isLetter)
    let shown = slug.count > 60 ? slug.prefix(59) + "…" : slug[...]
    return .error(
      "invalid-slug", "'\(shown)' cannot be the last part of an address", at: location,
      help: [
        isUsable
          ? "write '\(near)'"
          : "write a few words joined by hyphens, up to 200 bytes: 'kick-off-meeting'"
      ])
  }
}
