internal import Templates

extension SiteObject {
  /// The languages with the way to this page in each of them, for the switcher.
  var languages: TemplateValue {
    .list(
      reader.configuration.languages.indices.compactMap { index in
        guard let (address, isSame) = counterpart(in: index) else { return nil }
        let code = reader.configuration.languages[index]
        let name =
          reader.phrasebook(language: index).ownText("language_name", language: index) ?? code
        return .dictionary([
          "code": .text(code), "name": .text(name),
          "url": .text(reader.configuration.baseURL.relative(address)),
          "is_current": .bool(index == language), "has_page": .bool(isSame),
        ])
      })
  }

  /// The same page in a language, or else the nearest above it; nil where the language has no page.
  private func counterpart(in other: Int) -> (address: SiteAddress, isSame: Bool)? {
    if let item = currentItem, !isGenerated, let address = itemAddress(item, in: other) {
      return (address, true)
    }
    var path = currentPath
    if language > 0 {
      path = String(path.dropFirst(reader.configuration.languages[language].count + 1))
    }
    var isSame = currentItem == nil || isGenerated
    while true {
      let localized = other == 0 ? path : "/" + reader.configuration.languages[other] + path
      if let route = reader.route(atPath: localized), route.address.isFolder {
        return (route.address, isSame)
      }
      isSame = false
      guard path.count > 1 else { return nil }
      let folder = path.dropLast().prefix { _ in true }
      path = String(folder[...(folder.lastIndex(of: "/") ?? folder.startIndex)])
    }
  }

  private func itemAddress(_ item: Int, in other: Int) -> SiteAddress? {
    if let address = reader.standIn(of: item, language: other) { return address }
    let translation = reader.translation(of: item, language: other)
    return reader.item(translation).language == other ? reader.address(of: translation) : nil
  }

  /// Whether the page is a list or the home page, which may show the text of an item.
  private var isGenerated: Bool { reader.introduction(at: currentPath) != nil }
}
