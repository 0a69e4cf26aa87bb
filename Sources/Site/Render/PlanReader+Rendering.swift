internal import Calendars
internal import Citations
internal import Diagnostics
internal import Feeds
internal import FrontMatter
internal import Funding
internal import Templates
internal import Text

extension PlanReader {
  /// Renders one route: a function of the plan alone, safe to call from many tasks at once.
  func render(_ route: Route) -> RenderedRoute {
    switch route.content {
    case .item(let index):
      let body = body(of: index)
      keepFeedItem(index, reads: reads) { $0.preparedItem(index, body: body) }
      return renderItem(index, body)
    case .standIn(let index, _): return renderStandIn(index)
    case .home(let language): return renderHome(route, language)
    case .list(let kind, let language, let page): return renderList(route, kind, language, page)
    case .taxonomy(let taxonomy, let language): return renderTaxonomy(route, taxonomy, language)
    case .term(let taxonomy, let term, let language, let page):
      return renderTerm(route, taxonomy, term, language, page)
    case .notFound: return renderNotFound(route)
    case .redirect(let item): return renderRedirect(route, to: item)
    case .calendar(let language): return RenderedRoute(bytes: calendar(language).iCalendar())
    case .eventCalendar(let index):
      let events = [calendarEvent(of: index)].compactMap { $0 }
      return RenderedRoute(bytes: CalendarDocument(events: events).iCalendar())
    case .bibliography(let language, let format):
      return RenderedRoute(bytes: bibliography(language).written(as: format))
    case .citation(let index, let format):
      let citations = [citation(of: index)].compactMap { $0 }
      return RenderedRoute(bytes: Bibliography(citations).written(as: format))
    case .feed(let feed, let format):
      return RenderedRoute(
        bytes: document(of: feed).written(as: format, at: feedAddress(route.address)))
    case .feedList: return RenderedRoute(bytes: feedList.opml())
    case .feedStylesheet:
      return RenderedRoute(bytes: FeedStylesheet.css(explanation: feedExplanation))
    case .sitemap(let file): return RenderedRoute(bytes: sitemap(file: file))
    case .robots: return RenderedRoute(bytes: robots)
    case .headers:
      return RenderedRoute(bytes: SecurityHeaders.file(basePath: configuration.baseURL.path))
    case .emblem: return RenderedRoute(bytes: EUEmblem.svg())
    case .asset(let path): return file(path)
    case .staticFile(let index): return staticFile(self.staticFile(index))
    }
  }

  // MARK: Pages

  private func renderItem(_ index: Int, _ body: ItemBody) -> RenderedRoute {
    let item = self.item(index)
    var result = RenderedRoute()
    result.diagnostics = body.diagnostics
    result.anchors = body.anchors
    result.templateErrors = body.templateErrors
    let page = ItemObject(reader: self, item: index, current: RenderedBody(body))
    result.bytes.reserveCapacity(body.html.count + 8192)
    render(
      itemTemplate(item), .object(page), list: .none, place: place(of: index), into: &result)
    return result
  }

  /// The page of an item that stands in for its translation: its mistakes are told of its own page,
  /// and its links, which lead to pages in the other language, are not those of feeds.
  private func renderStandIn(_ index: Int) -> RenderedRoute {
    var result = renderItem(index, body(of: index))
    result.diagnostics = []
    result.anchors = []
    return result
  }

  private func itemTemplate(_ item: ContentItem) -> String {
    if let name = item.record[.template]?.text {
      return hasTemplate(name) ? name : name + ".html"
    }
    return firstTemplate(configuration.kinds[item.kind].templateNames)
  }

  private func firstTemplate(_ names: [String]) -> String {
    names.first(where: hasTemplate) ?? names.last ?? ""
  }

  private func renderHome(_ route: Route, _ language: Int) -> RenderedRoute {
    let page = introduced(
      route, kind: "home", title: siteTitle(language), description: siteDescription(language),
      language, breadcrumbs: [], alternates: alternates(ofGenerated: .home))
    let posts = configuration.kindIndex(named: "posts")
    let slice =
      posts.map { listPage(kind: $0, language: language, page: 1) }
      ?? ListSlice([], page: 1, itemsPerPage: 1)
    let list = ListPage(title: siteTitle(language), slice: slice, address: route.address)
    return renderGenerated("home.html", page, list)
  }

  private func renderList(_ route: Route, _ kind: Int, _ language: Int, _ page: Int)
    -> RenderedRoute
  {
    let settings = configuration.kinds[kind]
    let first = listAddress(kind: kind, language: language) ?? route.address
    let title = title(ofKind: kind, language: language)
    let generated = introduced(
      route, kind: "list", title: title, language, topic: .kind(kind),
      breadcrumbs: [homeCrumb(language), Crumb(title: title, address: first)],
      alternates: page == 1 ? settings.listAddress.map(alternates(ofGenerated:)) ?? [] : [])
    let list = ListPage(
      title: generated.title, slice: listPage(kind: kind, language: language, page: page),
      address: first, feed: generated.feed)
    return renderGenerated(firstTemplate(settings.listTemplateNames), generated, list)
  }

  private func renderTaxonomy(_ route: Route, _ taxonomy: Int, _ language: Int) -> RenderedRoute {
    let title = title(ofTaxonomy: taxonomy, language: language)
    let page = GeneratedPage(
      kind: "taxonomy", title: title, address: route.address, language: language,
      breadcrumbs: [homeCrumb(language), Crumb(title: title, address: route.address)],
      alternates: alternates(ofGenerated: taxonomyAddress(taxonomy)))
    let list = ListPage(
      title: title, terms: TermSequence(reader: self, taxonomy: taxonomy, language: language),
      address: route.address)
    return renderGenerated("taxonomy.html", page, list)
  }

  private func renderTerm(
    _ route: Route, _ taxonomy: Int, _ term: Int, _ language: Int, _ page: Int
  ) -> RenderedRoute {
    let name = termName(taxonomy: taxonomy, term: term)
    let address = termAddress(taxonomy: taxonomy, term: term)
    let first = localized(address, language)
    let generated = GeneratedPage(
      kind: "term", title: name, address: route.address, language: language,
      feed: SiteFeed(.term(taxonomy: taxonomy, term: term), language),
      breadcrumbs: [
        homeCrumb(language),
        Crumb(
          title: title(ofTaxonomy: taxonomy, language: language),
          address: localized(taxonomyAddress(taxonomy), language)),
        Crumb(title: name, address: first),
      ], alternates: page == 1 ? alternates(ofGenerated: address) : [])
    let list = ListPage(
      title: name,
      slice: termPage(taxonomy: taxonomy, term: term, language: language, page: page),
      address: first, feed: generated.feed)
    return renderGenerated("term.html", generated, list)
  }

  private func renderNotFound(_ route: Route) -> RenderedRoute {
    let page = GeneratedPage(
      kind: "404", title: "Page not found", address: route.address, language: 0)
    return renderGenerated("404.html", page, nil)
  }

  private func renderRedirect(_ route: Route, to item: Int) -> RenderedRoute {
    let page = GeneratedPage(
      kind: "redirect", title: self.item(item).title, address: route.address,
      language: self.item(item).language, canonical: canonical(of: item), target: url(of: item))
    return renderGenerated("redirect.html", page, nil)
  }

  /// A generated page with the text that `index.md` gives for it, where there is one.
  private func introduced(
    _ route: Route, kind: String, title: String, description: String = "", _ language: Int,
    topic: SiteFeed.Topic? = nil, breadcrumbs: [Crumb], alternates: [Alternate] = []
  ) -> GeneratedPage {
    let index = introduction(at: route.address.path)
    let item = index.map { self.item($0) }
    return GeneratedPage(
      kind: kind, title: item?.record[.title]?.text ?? title,
      description: item?.record[.description]?.text ?? description, address: route.address,
      language: language, body: index.map { RenderedBody(body(of: $0)) } ?? RenderedBody(),
      feed: topic.map { SiteFeed($0, language) },
      translations: counterparts(route.address, language, title: title), breadcrumbs: breadcrumbs,
      alternates: alternates)
  }

  /// The home pages and lists of the other languages that are at the same path.
  private func counterparts(_ address: SiteAddress, _ language: Int, title: String)
    -> [TemplateValue]
  {
    let prefix = language == 0 ? "" : "/" + configuration.languages[language]
    let path = String(address.path.dropFirst(prefix.count))
    return configuration.languages.indices.compactMap { other in
      let otherPath = other == 0 ? path : "/" + configuration.languages[other] + path
      guard other != language, let route = self.route(atPath: otherPath) else { return nil }
      return .dictionary([
        "language": .text(configuration.languages[other]),
        "url": .text(configuration.baseURL.relative(route.address)), "title": .text(title),
      ])
    }
  }

  private func renderGenerated(
    _ template: String, _ page: GeneratedPage, _ list: ListPage?
  ) -> RenderedRoute {
    var result = RenderedRoute()
    if let index = introduction(at: page.address.path) {
      let body = body(of: index)
      result.diagnostics = body.diagnostics
      result.anchors = body.anchors
      result.templateErrors = body.templateErrors
    }
    render(
      template, .object(GeneratedPageObject(reader: self, page: page)),
      list: list.map { .object(ListObject(reader: self, list: $0)) } ?? .none,
      place: place(of: page), into: &result)
    return result
  }

  private func render(
    _ template: String, _ page: TemplateValue, list: TemplateValue, place: PagePlace,
    into result: inout RenderedRoute
  ) {
    // The plan has reported it, at the field or the kind that names it.
    guard hasTemplate(template) else { return }
    result.template = template
    let site = SiteObject(
      reader: self, language: place.language, currentPath: place.address.path,
      currentItem: place.item)
    let notes = PageNotes()
    defer { result.diagnostics += notes.diagnostics }
    do throws(TemplateError) {
      try render(
        template: template,
        globals: [.object(site), page, list] + functions(on: place, notes: notes) + [.none],
        on: place, into: &result.bytes)
    } catch {
      result.templateErrors += error.diagnostics.map {
        RenderedRoute.PageError(diagnostic: $0, page: error.subject)
      }
    }
  }

  // MARK: Files

  private func file(_ path: String) -> RenderedRoute {
    do throws(FileSystemError) {
      return RenderedRoute(bytes: try contents(of: path))
    } catch {
      return RenderedRoute(diagnostics: [.unreadable(path, error)])
    }
  }

  private func staticFile(_ file: SiteSource.StaticFile) -> RenderedRoute {
    var rendered =
      switch file.origin {
      case .disk: self.file(file.path)
      case .theme(let bytes): RenderedRoute(bytes: bytes)
      }
    if file.name == ThemeSettings.stylesheetName {
      rendered.bytes += configuration.theme.stylesheet
    }
    return rendered
  }

  private var robots: Bytes {
    guard !configuration.isPreview, let sitemap = webAddress(.home.appending("sitemap.xml"))
    else { return Robots.closed.bytes }
    return Robots.open(sitemaps: [sitemap]).bytes
  }
}
