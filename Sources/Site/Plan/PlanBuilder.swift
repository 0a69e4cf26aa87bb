internal import CivilTime
internal import Diagnostics
internal import FrontMatter
internal import Templates

/// Decides every address and finds what pages say about each other.
struct PlanBuilder {
  let parsed: ParsedSite
  let templates: TemplateSet
  let types: ObjectTypes
  var diagnostics: [Diagnostic] = []
  var routes: [Route] = []
  private var owners: [String: RouteOwner] = [:]
  var addresses: [SiteAddress] = []
  /// The items whose address has a problem of its own, which is reported.
  var itemsWithoutAddress: Set<Int> = []
  var bundles: [String: Int] = [:]
  var assets: [String: SiteAddress] = [:]
  /// Where files are published as they are.
  private var ownFiles: Set<String> = []
  /// The static files by their names.
  var staticAssets: [String: StaticAsset] = [:]

  /// Who has an address, for the message to the next one that wants it; put into words only then.
  ///
  /// There is one for each file of the site: what few of them have lies in a box of its own.
  enum RouteOwner {
    /// The page of an item.
    case item(Int)
    /// Something with a place of its own: an alias, a file.
    indirect case written(description: String, location: TextLocation)
    /// What the site generates: it has no place where it could be changed.
    indirect case generated(description: String)
  }

  var configuration: SiteConfiguration { parsed.configuration }
  var items: [ContentItem] { parsed.items }

  init(_ parsed: ParsedSite, templates: TemplateSet, types: ObjectTypes) {
    self.parsed = parsed
    self.types = types
    self.templates = templates
  }

  /// The plan, with every collision and every reference that leads nowhere.
  mutating func plan() -> Checked<SitePlan> {
    addresses.reserveCapacity(items.count)
    owners.reserveCapacity(items.count + items.count / 4)
    routes.reserveCapacity(items.count + items.count / 4)
    for index in items.indices {
      if items[index].name.isBundle, let folder = parentFolder(of: items[index].path) {
        // The default language's text decides where a bundle's files go.
        if bundles[folder] == nil || items[index].language == 0 { bundles[folder] = index }
      }
      let address = address(of: index)
      addresses.append(address ?? .home)
      if address == nil { itemsWithoutAddress.insert(index) }
    }
    let ownLists = lists()
    let introductions = addItems()
    let translations = translations()
    let standIns = addStandIns(translations)
    let lists = lists(ownLists, with: standIns)
    let taxonomies = taxonomies(ownLists)
    addLists(lists)
    addTaxonomies(taxonomies)
    let references = references()
    // What stands in for a translation is in its own language's feeds.
    let feeds = addFeeds(ownLists, taxonomies, references)
    addAliases()
    addAssets()
    addCalendars(ownLists)
    addCitations(ownLists)
    addGeneratedFiles()
    checkFolders()
    checkTemplates()
    checkMetadata()
    let plan = SitePlan(
      parsed,
      PlanContents(
        addresses: addresses, lists: lists, taxonomies: taxonomies, assets: assets,
        staticAssets: staticAssets, translations: translations, standIns: standIns,
        references: references, introductions: introductions, feeds: feeds, routes: routes),
      templates: templates, types: types)
    diagnostics += plan.menuProblems()
    diagnostics += plan.feedProblems()
    diagnostics += plan.imageProblems()
    diagnostics += plan.missingFiles()
    return Checked(plan, diagnostics)
  }

  mutating func add(_ content: Route.Content, at address: SiteAddress, _ owner: RouteOwner) {
    let route = Route(address: address, content: content)
    let key = address.collisionKey
    guard let first = owners[key] else {
      owners[key] = owner
      routes.append(route)
      if content.isFile { ownFiles.insert(key) }
      return
    }
    let (taken, wanted) = (words(for: first), words(for: owner))
    // What the site generates cannot be moved: the message stands at the other one.
    diagnostics.append(
      wanted.location.map {
        .duplicateAddress(
          address, wanted.description, taken.description, at: $0, first: taken.location)
      }
        ?? .duplicateAddress(
          address, taken.description, wanted.description,
          at: taken.location ?? parsed.source.configuration.location(at: 0), first: nil))
  }

  private func words(for owner: RouteOwner) -> (description: String, location: TextLocation?) {
    switch owner {
    case .item(let index):
      let field = items[index].record[.permalink] ?? items[index].record[.slug]
      let place = field.map { location(index, $0.range) } ?? .file(items[index].path)
      return ("'\(items[index].path)'", place)
    case .written(let description, let location): return (description, location)
    case .generated(let description): return (description, nil)
    }
  }

  /// Adds a page, unless something else is at its address.
  mutating func addIfFree(_ content: Route.Content, at address: SiteAddress, _ description: String)
    -> Bool
  {
    guard owners[address.collisionKey] == nil else { return false }
    add(content, at: address, .generated(description: description))
    return true
  }

  /// Whether a file of the site's own, beside the content or in `static`, stands at an address.
  func isOwnFile(_ address: SiteAddress) -> Bool { ownFiles.contains(address.collisionKey) }

  /// One name cannot be a file and a folder.
  mutating func checkFolders() {
    let keys = routes.map(\.address.collisionKey)
    // Pages are files of one name: what is left is few.
    let files = Set(keys.lazy.filter { !$0.hasSuffix(ByteHash.pageFile) }.map(ByteHash.init(of:)))
    var checked = Set<String>()
    for key in keys where ByteHash.mayBeBelow(files, key) {
      var folder = parentFolder(of: key)
      // What is above a folder that was looked at was looked at with it.
      while let path = folder, checked.insert(path).inserted {
        if let file = owners[path].map(words), let inside = owners[key].map(words) {
          diagnostics.append(
            .fileAndFolder(
              path, file.description, inside.description,
              at: inside.location ?? file.location
                ?? parsed.source.configuration.location(at: 0),
              first: file.location))
        }
        folder = parentFolder(of: path)
      }
    }
  }

  /// How many pages a list of some items has; an empty list has one.
  static func pageCount(_ count: Int, _ perPage: Int) -> Int {
    max(1, (count + perPage - 1) / perPage)
  }

  /// The address of a page of a list: the first is the list's own.
  static func pageAddress(_ first: SiteAddress, _ page: Int) -> SiteAddress {
    page == 1 ? first : first.appending("page/\(page)/")
  }

  func translations() -> [String: [Int]] {
    var groups: [String: [Int]] = [:]
    guard configuration.languages.count > 1 else { return groups }
    for index in items.indices where items[index].state == .published {
      groups[items[index].translationKey, default: []].append(index)
    }
    return groups.filter { $0.value.count > 1 }
      .mapValues { $0.sorted { (items[$0].language, $0) < (items[$1].language, $1) } }
  }

  /// A place in an item's file.
  func location(_ index: Int, _ range: Range<Int>) -> TextLocation {
    parsed.source.location(range, in: items[index].path)
  }
}

extension ByteHash {
  /// The name of pages' files.
  fileprivate static let pageFile = "index.html"
  private static let ofPageFile = ByteHash(of: pageFile)

  /// Whether a folder above a file may be one of some other files, or is called as pages are.
  fileprivate static func mayBeBelow(_ files: Set<ByteHash>, _ path: String) -> Bool {
    var folder = ByteHash()
    var name = ByteHash()
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") {
        if name == ofPageFile || files.contains(folder) { return true }
        name = ByteHash()
      } else {
        name.add(byte)
      }
      folder.add(byte)
    }
    return false
  }
}

extension Diagnostic {
  fileprivate static func duplicateAddress(
    _ address: SiteAddress, _ description: String, _ first: String, at location: TextLocation,
    first firstLocation: TextLocation?
  ) -> Diagnostic {
    .error(
      "duplicate-address",
      "\(description) and \(first) would both be at '\(address.path)'", at: location,
      help: ["give one of them another 'slug' or 'permalink', or another file name"],
      related: firstLocation.map { [.init("the first at this address", at: $0)] } ?? [])
  }

  fileprivate static func fileAndFolder(
    _ path: String, _ file: String, _ inside: String, at location: TextLocation,
    first firstLocation: TextLocation?
  ) -> Diagnostic {
    .error(
      "duplicate-address",
      "\(inside) needs '/\(path)' as a folder, and \(file) is a file there", at: location,
      help: ["give one of them another 'slug' or 'permalink'"],
      related: firstLocation.map { [.init("the file", at: $0)] } ?? [])
  }
}
