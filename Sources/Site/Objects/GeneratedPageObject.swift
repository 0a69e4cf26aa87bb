internal import Templates

/// A page that no content file stands for: the home page, a list, an error page, a redirect.
struct GeneratedPageObject: TemplateObject {
  let reader: PlanReader
  let page: GeneratedPage

  var type: TemplateObjectType { reader.types.generatedPage }

  func attribute(_ index: Int) -> TemplateValue {
    let baseURL = reader.configuration.baseURL
    switch PageAttribute.all[index] {
    case .kind: return .text(page.kind)
    case .title: return .text(page.title)
    case .description, .summary, .lead: return optionalText(page.description)
    case .url: return .text(baseURL.relative(page.address))
    case .permalink: return .text(baseURL.absolute(page.address))
    case .canonical: return .text(page.canonical ?? baseURL.absolute(page.address))
    case .language: return .text(reader.configuration.languages[page.language])
    case .content: return page.body.html.isEmpty ? .none : .markup(page.body.html)
    case .toc: return page.body.tableOfContents
    case .hasTOC, .draft: return .bool(false)
    case .tags, .authors, .attachments, .aliases: return .list([])
    case .translations: return .list(page.translations)
    case .breadcrumbs: return .list(page.breadcrumbs.map { $0.value(baseURL) })
    case .target: return optionalText(page.target)
    case .search: return .bool(page.kind != "404")
    case .extra: return .dictionary([:])
    case .items, .related: return .list([])
    case .structuredData: return reader.value(reader.structuredData(of: page))
    case .alternates: return reader.value(page.alternates)
    case .feeds:
      return reader.alternates(
        [SiteFeed(.site, page.language)] + (page.feed.map { [$0] } ?? []))
    case .cardImage: return reader.cardImage(language: page.language)
    case .date, .updated, .readingTime, .wordCount, .image, .previous, .next, .editPath, .slug,
      .weight, .calendar, .citation:
      return .none
    }
  }
}

/// What a generated page says about itself.
final class GeneratedPage: Sendable {
  let kind: String
  let title: String
  let description: String
  let address: SiteAddress
  let language: Int
  let body: RenderedBody
  /// The feed of what the page lists, besides the site's.
  let feed: SiteFeed?
  let canonical: String?
  let target: String?
  let translations: [TemplateValue]
  let breadcrumbs: [Crumb]
  let alternates: [PlanReader.Alternate]

  init(
    kind: String, title: String, description: String = "", address: SiteAddress, language: Int,
    body: RenderedBody = RenderedBody(), feed: SiteFeed? = nil, canonical: String? = nil,
    target: String? = nil, translations: [TemplateValue] = [], breadcrumbs: [Crumb] = [],
    alternates: [PlanReader.Alternate] = []
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.address = address
    self.language = language
    self.body = body
    self.feed = feed
    self.canonical = canonical
    self.target = target
    self.translations = translations
    self.breadcrumbs = breadcrumbs
    self.alternates = alternates
  }
}
