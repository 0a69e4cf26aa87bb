internal import CivilTime
internal import FrontMatter

// Items in a cache: all that was read of a file but its text.
extension CacheEncoder {
  mutating func write(_ item: ContentItem, in configuration: SiteConfiguration) {
    write(item.kind)
    write(item.language)
    write(item.name)
    write(item.record)
    write(item.body)
    write(item.title)
    write(item.isTitleFromText)
    write(item.slug)
    write(item.date) { $0.write($1) }
    write(item.updated) { $0.write($1) }
    let hasOwnZone = item.timeZone.name != configuration.timeZone.name
    write(hasOwnZone ? item.timeZone.name : nil)
    write(item.start) { $0.write($1) }
    write(item.state)
    write(item.translationKey)
    write(item.frontMatterDigest)
    write(item.bodyDigest)
  }

  private mutating func write(_ name: ContentFileName) {
    write(name.kindFolder)
    write(name.folders)
    write(name.slug)
    write(name.date) { $0.write($1) }
    write(name.languageSuffix)
    write(name.isBundle)
    write(name.role.rawValue)
  }

  mutating func write(_ state: PublicationState) {
    switch state {
    case .published: bytes.append(0)
    case .draft: bytes.append(1)
    case .scheduled(let due):
      bytes.append(2)
      write(due)
    case .expired(let end):
      bytes.append(3)
      write(end)
    }
  }
}

extension CacheDecoder {
  mutating func item(
    at path: String, in configuration: SiteConfiguration
  ) throws(CacheDamage) -> ContentItem {
    let kind = try integer()
    let language = try integer()
    guard configuration.kinds.indices.contains(kind),
      configuration.languages.indices.contains(language)
    else { throw CacheDamage() }
    return ContentItem(
      path: path, name: try fileName(), kind: kind, language: language,
      record: try record(configuration.kinds[kind].schema), body: try range(), title: try text(),
      isTitleFromText: try flag(), slug: try text(), date: try optionalTime(),
      updated: try optionalTime(), timeZone: try timeZone(configuration),
      start: try optionalTime(), state: try state(), translationKey: try text(),
      frontMatterDigest: try digest(), bodyDigest: try digest())
  }

  private mutating func optionalTime() throws(CacheDamage) -> Timestamp? {
    try flag() ? try time() : nil
  }

  private mutating func timeZone(
    _ configuration: SiteConfiguration
  ) throws(CacheDamage) -> TimeZoneRules {
    guard let name = try optionalText() else { return configuration.timeZone }
    guard let zone = configuration.timeZones[name] else { throw CacheDamage() }
    return zone
  }

  private mutating func fileName() throws(CacheDamage) -> ContentFileName {
    let kindFolder = try optionalText()
    let folders = try texts()
    let slug = try text()
    let date = try flag() ? try self.date() : nil
    let languageSuffix = try optionalText()
    let isBundle = try flag()
    guard let role = ContentFileName.Role(rawValue: try integer()) else { throw CacheDamage() }
    return ContentFileName(
      kindFolder: kindFolder, folders: folders, slug: slug, date: date,
      languageSuffix: languageSuffix, isBundle: isBundle, role: role)
  }

  mutating func state() throws(CacheDamage) -> PublicationState {
    switch try byte() {
    case 0: .published
    case 1: .draft
    case 2: .scheduled(try time())
    case 3: .expired(try time())
    default: throw CacheDamage()
    }
  }
}
