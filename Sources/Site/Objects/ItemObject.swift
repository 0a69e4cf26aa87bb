internal import FrontMatter
internal import Markdown
internal import Templates
internal import Text

/// An item as templates see it.
///
/// Three words, so that it fits into a template's value without an allocation of its own.
struct ItemObject: TemplateObject {
  let reader: PlanReader
  let item: Int
  /// The text, where this is the page that is being rendered.
  let current: RenderedBody?

  var type: TemplateObjectType { reader.types.items[reader.kind(of: item)].type }
  var identity: Int? { item }
  private var content: ContentItem { reader.item(item) }

  func attribute(_ index: Int) -> TemplateValue {
    guard index < PageAttribute.all.count else {
      let slots = reader.types.items[content.kind].fieldSlots
      return reader.value(ofSlot: slots[index - PageAttribute.all.count], item: item)
    }
    switch PageAttribute.all[index] {
    case .kind: return .text(reader.configuration.kinds[content.kind].name)
    case .title: return .text(content.title)
    case .description: return optionalText(content.record[.description]?.text)
    case .summary: return optionalText(reader.summary(of: item))
    case .lead: return optionalText(content.record[.summary]?.text)
    case .url: return .text(reader.url(of: item))
    case .permalink: return .text(reader.configuration.baseURL.absolute(reader.address(of: item)))
    case .canonical: return .text(reader.canonical(of: item))
    case .language: return .text(reader.configuration.languages[content.language])
    case .date: return content.date.map { .date($0) } ?? .none
    case .updated: return content.updated.map { .date($0) } ?? .none
    case .content: return .markup(body.html)
    case .toc: return body.tableOfContents
    case .hasTOC: return .bool(hasTableOfContents)
    case .readingTime: return .integer(reader.facts(of: item).readingTime)
    case .wordCount: return .integer(reader.facts(of: item).wordCount)
    case .tags: return reader.terms(of: item)
    case .authors: return .list(content.record[.authors]?.texts?.map { .text($0) } ?? [])
    case .image: return reader.value(ofSlot: CommonField.image.rawValue, item: item)
    case .attachments: return reader.value(ofSlot: CommonField.attachments.rawValue, item: item)
    case .previous: return neighbour(reader.neighbours(of: item).earlier)
    case .next: return neighbour(reader.neighbours(of: item).later)
    case .translations: return reader.translationLinks(of: item)
    case .breadcrumbs:
      let baseURL = reader.configuration.baseURL
      return .list(reader.breadcrumbs(of: item).map { $0.value(baseURL) })
    case .editPath: return .text(content.path)
    case .draft: return .bool(content.record[.draft]?.boolean ?? false)
    case .extra: return reader.tableValue(content.record[.extra]?.table ?? [], item: item)
    case .aliases: return .list(content.record[.aliases]?.texts?.map { .text($0) } ?? [])
    case .slug: return .text(content.slug)
    case .weight: return .integer(content.record[.weight]?.integer ?? 0)
    case .search: return .bool(content.record[.search]?.boolean ?? true)
    case .target: return .none
    case .related: return .sequence(ItemSequence(reader: reader, items: reader.related(to: item)))
    case .structuredData: return reader.value(reader.structuredData(of: item))
    case .alternates: return reader.value(reader.alternates(of: item))
    case .cardImage: return reader.cardImage(of: item)
    case .calendar: return reader.calendarLinks(of: item)
    case .citation: return reader.citationValue(of: item)
    case .items: return .sequence(ItemSequence(reader: reader, items: reader.referrers(of: item)))
    case .feeds: return reader.alternates(reader.feeds(forPageOf: item))
    }
  }

  private var body: RenderedBody { current ?? RenderedBody(reader.body(of: item)) }

  private var hasTableOfContents: Bool {
    if let wanted = content.record[.toc]?.boolean { return wanted && body.outlineCount > 0 }
    return body.outlineCount >= 3
  }

  private func neighbour(_ index: Int?) -> TemplateValue {
    index.map { .object(ItemObject(reader: reader, item: $0, current: nil)) } ?? .none
  }
}

/// Items that a template reads one by one.
struct ItemSequence: TemplateSequence {
  let reader: PlanReader
  let items: [Int]

  var count: Int { items.count }

  func element(at index: Int) -> TemplateValue {
    .object(ItemObject(reader: reader, item: items[index], current: nil))
  }
}

/// The text of the page that is being rendered.
final class RenderedBody: Sendable {
  let html: Bytes
  private let headings: [MarkdownHeading]

  init(_ body: ItemBody) {
    html = body.html
    headings = body.rendered.headings
  }

  /// A page without a text.
  init() {
    html = []
    headings = []
  }

  /// How many headings a table of contents shows.
  var outlineCount: Int { headings.count(where: \.isInOutline) }

  var tableOfContents: TemplateValue { TableOfContents(headings.filter(\.isInOutline)).value }
}

extension MarkdownHeading {
  /// Whether it is of the levels that a table of contents shows.
  fileprivate var isInOutline: Bool { (2...3).contains(level) }
}

/// The headings of a page as a nested list.
struct TableOfContents {
  let headings: [MarkdownHeading]

  init(_ headings: [MarkdownHeading]) { self.headings = headings }

  var value: TemplateValue { .list(entries(headings[...])) }

  /// Each heading with those below it that are of a deeper level.
  private func entries(_ headings: ArraySlice<MarkdownHeading>) -> [TemplateValue] {
    var entries: [TemplateValue] = []
    var rest = headings
    while let heading = rest.popFirst() {
      let children = rest.prefix { $0.level > heading.level }
      rest = rest.dropFirst(children.count)
      entries.append(
        .dictionary([
          "level": .integer(heading.level), "id": .text(heading.id),
          "title": .text(heading.title), "children": .list(self.entries(children)),
        ]))
    }
    return entries
  }
}

func optionalText(_ text: String?) -> TemplateValue {
  guard let text, !text.isEmpty else { return .none }
  return .text(text)
}
