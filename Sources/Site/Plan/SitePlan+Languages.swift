extension SitePlan {
  /// The language that a route's page is in; nil for a file of all languages.
  func language(of route: Route) -> Int? {
    switch route.content {
    case .item(let item), .redirect(let item): items[item].language
    case .standIn(_, let language), .home(let language), .list(_, let language, _),
      .taxonomy(_, let language), .term(_, _, let language, _):
      language
    case .notFound: 0
    case .feed, .feedList, .feedStylesheet, .calendar, .eventCalendar, .bibliography, .citation,
      .sitemap, .robots, .headers, .emblem, .asset, .staticFile:
      nil
    }
  }

  /// The listed items whose fields refer to an item; on a page of another language than the
  /// default one, those too that refer to its original and stand in for their translations.
  func referrers(of item: Int, shownIn language: Int?) -> [Int] {
    let own = referrers[item] ?? []
    guard let language, !standIns[language].isEmpty,
      let original = translations[items[item].translationKey]?.first, original != item
    else { return own }
    return own + (referrers[original] ?? []).filter { standIns[language][$0] != nil }
  }
}
