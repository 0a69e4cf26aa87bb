internal import CivilTime
internal import Diagnostics
internal import Text

/// What the last build into an output folder has left: its sources, its items, its pages with what
/// they have read, and what it had to say.
///
/// Only what every build needs is read at once; items, facts and pages are read when something has
/// changed.
struct CachedBuild: Sendable {
  /// What the results are of: program, configuration, options.
  let key: Digest
  /// When the same items are published.
  let window: PublicationWindow
  /// The day of the build.
  let today: CivilDate
  /// What the files are that every build reads.
  let sharedDigest: Digest
  /// What the build said when it was done.
  let summary: Summary
  /// The content files, in the order of the source.
  let contentFiles: [String]
  /// The content files as the build knew them, in the order of `contentFiles`.
  let contentEntries: [KnownFiles.Entry]
  /// The other files as the build knew them, by their paths.
  let otherFiles: [String: KnownFiles.Entry]
  /// The published files, in the order of the plan's routes, and the manifest behind them.
  let outputs: [Output]

  private let bytes: Bytes
  /// The bytes of each content file's item, and of what other pages know of its text.
  private let itemRanges: [Range<Int>]
  private let textRanges: [Range<Int>]
  /// How many facts there are.
  let factCount: Int
  private let factRange: Range<Int>
  /// How many facts there were when they were last written without those that no page has read.
  let settledFactCount: Int
  private let planRange: Range<Int>
  private let pageRange: Range<Int>

  /// What a build said when it was done.
  struct Summary: Sendable {
    var diagnostics: [Diagnostic] = []
    var pageCount = 0
    var fileCount = 0
    var unpublished: [BuildResult.Unpublished] = []
  }

  /// A published file.
  struct Output: Sendable, Hashable {
    let path: String
    let stamp: FileStamp
  }

  /// A content file's item with what was found while it was read.
  struct Item: Sendable {
    let item: ContentItem
    let diagnostics: [Diagnostic]
  }

  /// A page with what it has read.
  struct Page: Sendable {
    /// What stands there.
    let identity: Digest
    /// The numbers of the facts that it has read.
    let facts: [UInt32]
    let diagnostics: [Diagnostic]
  }

  /// A page with its bytes, to be written again as they are.
  struct KnownPage: Sendable {
    let page: Page
    let bytes: Range<Int>
  }

  /// Reads what `CacheFile` has written.
  init(reading bytes: Bytes, in range: Range<Int>) throws(CacheDamage) {
    var decoder = CacheDecoder(bytes, in: range)
    self.bytes = bytes
    key = try decoder.digest()
    window = PublicationWindow(start: try decoder.integer(), end: try decoder.integer())
    today = try decoder.date()
    sharedDigest = try decoder.digest()
    summary = try decoder.summary()
    contentFiles = try decoder.texts()
    contentEntries = try decoder.entries(contentFiles.count)
    otherFiles = try decoder.otherFiles()
    outputs = try decoder.list { decoder throws(CacheDamage) in
      Output(path: try decoder.text(), stamp: try decoder.stamp())
    }
    itemRanges = try decoder.ranges()
    textRanges = try decoder.ranges()
    planRange = try decoder.skipped(decoder.count())
    pageRange = try decoder.skipped(decoder.count())
    settledFactCount = try decoder.integer()
    factCount = try decoder.count()
    factRange = decoder.position..<range.upperBound
    guard itemRanges.count == contentFiles.count,
      textRanges.count == contentFiles.count
    else { throw CacheDamage() }
  }

  /// The places of some published files among those of the last build; nil for one that is new.
  func pagePlaces(of paths: [String]) -> [Int?] {
    // The manifest is the last one.
    Self.places(of: paths, among: outputs.dropLast().map(\.path))
  }

  /// The places of some content files among those of the last build; nil for one that is new.
  func places(of paths: [String]) -> [Int?] { Self.places(of: paths, among: contentFiles) }

  private static func places(of paths: [String], among known: [String]) -> [Int?] {
    // Most builds have the files of the last one.
    if paths == known { return Array(paths.indices) }
    let places = Dictionary(
      zip(known, known.indices), uniquingKeysWith: { first, _ in first })
    return paths.map { places[$0] }
  }

  /// The item of the content file at a place.
  func item(at place: Int, in configuration: SiteConfiguration) throws(CacheDamage) -> Item {
    var decoder = CacheDecoder(bytes, in: itemRanges[place])
    let item = try decoder.item(at: contentFiles[place], in: configuration)
    return Item(item: item, diagnostics: try decoder.diagnostics())
  }

  /// What other pages know of the text of the content file at a place; nil where none of them asked.
  func facts(at place: Int) throws(CacheDamage) -> BodyFacts? {
    guard hasFacts(at: place) else { return nil }
    var decoder = CacheDecoder(bytes, in: textRanges[place])
    return try decoder.bodyFacts()
  }

  /// The bytes of the items of content files that follow each other, with their lengths, to be
  /// written again as they are.
  func itemParts(at places: ClosedRange<Int>) -> ArraySlice<UInt8> {
    bytes[Self.parts(places, itemRanges)]
  }

  /// Whether the last build knew what other pages know of the text of the content file at a place.
  func hasFacts(at place: Int) -> Bool { !textRanges[place].isEmpty }

  /// The bytes of what other pages know of the text of the content file at a place, with their
  /// length.
  func textPart(at place: Int) -> ArraySlice<UInt8> {
    bytes[Self.parts(place...place, textRanges)]
  }

  /// Parts that follow each other, from the length of the first one on.
  private static func parts(
    _ places: ClosedRange<Int>, _ ranges: [Range<Int>]
  ) -> Range<Int> {
    let first = ranges[places.lowerBound]
    let length = CacheEncoder.byteCount(unsigned: UInt64(first.count))
    return first.lowerBound - length..<ranges[places.upperBound].upperBound
  }

  /// The plan, for a site with the same items, settings and files.
  func plan(of site: ParsedSite) throws(CacheDamage) -> CachedPlan {
    var reader = CachedPlanReader(CacheDecoder(bytes, in: planRange), for: site)
    return try reader.plan()
  }

  /// The bytes of the plan, to be written again as they are.
  var planBytes: ArraySlice<UInt8> { bytes[planRange] }

  /// The facts that pages have read.
  ///
  /// - Parameters:
  ///   - plan: the plan of this build.
  ///   - items: the plan's items by their places in the cache.
  /// - Returns: each fact with what it said; nil for a fact whose object is gone.
  /// - Throws: `CacheDamage` where the bytes are no facts.
  func facts(
    in plan: SitePlan, items: [Int?]
  ) throws(CacheDamage) -> [(fact: PlanFact?, digest: Digest)] {
    var decoder = CacheDecoder(bytes, in: factRange)
    var facts: [(fact: PlanFact?, digest: Digest)] = []
    facts.reserveCapacity(factCount)
    for _ in 0..<factCount {
      _ = try decoder.count()
      facts.append((try decoder.fact(in: plan, items: items), try decoder.digest()))
    }
    return facts
  }

  /// The facts that may not be what they were, where nothing but some items' texts has changed: those
  /// about these texts, and about files.
  ///
  /// - Parameters:
  ///   - plan: the plan of this build, which has the items of the cache.
  ///   - changedTexts: the items.
  /// - Returns: these facts with their numbers and with what they said.
  /// - Throws: `CacheDamage` where the bytes are no facts.
  func doubtfulFacts(
    in plan: SitePlan, changedTexts: Set<Int>
  ) throws(CacheDamage) -> [(number: Int, fact: PlanFact, digest: Digest)] {
    var decoder = CacheDecoder(bytes, in: factRange)
    var doubtful: [(number: Int, fact: PlanFact, digest: Digest)] = []
    for number in 0..<factCount {
      let range = try decoder.skipped(decoder.count())
      if let fact = try doubtfulFact(range, plan, changedTexts) {
        doubtful.append((number, fact, try decoder.digest()))
      } else {
        _ = try decoder.skipped(Digest.byteCount)
      }
    }
    return doubtful
  }

  private func doubtfulFact(
    _ range: Range<Int>, _ plan: SitePlan, _ changedTexts: Set<Int>
  ) throws(CacheDamage) -> PlanFact? {
    var decoder = CacheDecoder(bytes, in: range)
    guard let kind = PlanFactKind(rawValue: try decoder.byte()) else { throw CacheDamage() }
    switch kind {
    case .text:
      let item = try decoder.integer()
      return changedTexts.contains(item) ? .text(item) : nil
    case .body:
      let item = try decoder.integer()
      return changedTexts.contains(item) ? .body(item) : nil
    case .file:
      let path = try decoder.text()
      return plan.source.known.isUnchanged(path) ? nil : .file(path)
    case .fileSize:
      let path = try decoder.text()
      return plan.source.known.isUnchanged(path) ? nil : .fileSize(path)
    case .item, .reference, .address, .neighbours, .translations, .referrers, .related, .feed,
      .list, .listPage, .terms, .term, .termItems, .termPage, .introduction, .route, .contentFile,
      .staticAsset, .template, .noTemplate, .phrases, .names, .today, .wholeSite:
      return nil
    }
  }

  /// The bytes of the facts behind their number, to be written again as they are.
  var factBytes: ArraySlice<UInt8> { bytes[factRange] }

  /// The pages, in the order of `outputs`.
  func pages() throws(CacheDamage) -> [KnownPage] {
    var decoder = CacheDecoder(bytes, in: pageRange)
    return try decoder.list { decoder throws(CacheDamage) in
      let start = decoder.position
      let page = Page(
        identity: try decoder.digest(),
        facts: try decoder.list { decoder throws(CacheDamage) in
          UInt32(truncatingIfNeeded: try decoder.unsigned())
        },
        diagnostics: try decoder.diagnostics())
      return KnownPage(page: page, bytes: start..<decoder.position)
    }
  }

  /// The bytes of pages that follow each other.
  func pageBytes(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }
}

extension CacheDecoder {
  fileprivate mutating func summary() throws(CacheDamage) -> CachedBuild.Summary {
    CachedBuild.Summary(
      diagnostics: try diagnostics(), pageCount: try integer(), fileCount: try integer(),
      unpublished: try list { decoder throws(CacheDamage) in
        let path = try decoder.text()
        switch try decoder.state() {
        case .published: throw CacheDamage()
        case .draft: return BuildResult.Unpublished(path: path, state: .draft)
        case .scheduled(let due): return BuildResult.Unpublished(path: path, state: .scheduled(due))
        case .expired(let end): return BuildResult.Unpublished(path: path, state: .expired(end))
        }
      })
  }

  fileprivate mutating func entries(_ count: Int) throws(CacheDamage) -> [KnownFiles.Entry] {
    var entries: [KnownFiles.Entry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count { entries.append(try entry()) }
    return entries
  }

  fileprivate mutating func otherFiles() throws(CacheDamage) -> [String: KnownFiles.Entry] {
    var files: [String: KnownFiles.Entry] = [:]
    for _ in 0..<(try count()) { files[try text()] = try entry() }
    return files
  }

  private mutating func entry() throws(CacheDamage) -> KnownFiles.Entry {
    KnownFiles.Entry(
      stamp: try stamp(), isSettled: try flag(),
      digest: try flag() ? try digest() : nil)
  }

  /// The places of parts that follow each other, each with its length before it.
  fileprivate mutating func ranges() throws(CacheDamage) -> [Range<Int>] {
    try list { decoder throws(CacheDamage) in try decoder.skipped(decoder.count()) }
  }
}
