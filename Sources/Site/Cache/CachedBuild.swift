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
  /// All files as the build knew them, by their paths.
  let files: [String: KnownFiles.Entry]
  /// The published files, in the order of the plan's routes, and the manifest behind them.
  let outputs: [Output]

  private let bytes: Bytes
  /// The bytes of each content file's item, and of what other pages know of its text.
  private let itemRanges: [Range<Int>]
  private let textRanges: [Range<Int>]
  private let factRange: Range<Int>
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
    /// What other pages know of its text; nil where none of them asked.
    let facts: BodyFacts?
  }

  /// A page with what it has read.
  struct Page: Sendable {
    /// What stands there.
    let identity: Digest
    /// The numbers of the facts that it has read.
    let facts: [UInt32]
    let diagnostics: [Diagnostic]
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
    files = try decoder.files(contentFiles)
    outputs = try decoder.list { decoder throws(CacheDamage) in
      Output(path: try decoder.text(), stamp: try decoder.stamp())
    }
    itemRanges = try decoder.ranges()
    textRanges = try decoder.ranges()
    pageRange = try decoder.skipped(decoder.count())
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
    let diagnostics = try decoder.diagnostics()
    var text = CacheDecoder(bytes, in: textRanges[place])
    let facts = text.isAtEnd ? nil : try text.bodyFacts()
    return Item(item: item, diagnostics: diagnostics, facts: facts)
  }

  /// The bytes of the item of the content file at a place, to be written again as they are.
  func itemBytes(at place: Int) -> ArraySlice<UInt8> { bytes[itemRanges[place]] }

  /// The bytes of what other pages know of the text of the content file at a place.
  func textBytes(at place: Int) -> ArraySlice<UInt8> { bytes[textRanges[place]] }

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
    return try decoder.list { decoder throws(CacheDamage) in
      (try decoder.fact(in: plan, items: items), try decoder.digest())
    }
  }

  /// The pages, in the order of `outputs`.
  func pages() throws(CacheDamage) -> [Page] {
    var decoder = CacheDecoder(bytes, in: pageRange)
    return try decoder.list { decoder throws(CacheDamage) in
      Page(
        identity: try decoder.digest(),
        facts: try decoder.list { decoder throws(CacheDamage) in
          UInt32(truncatingIfNeeded: try decoder.unsigned())
        },
        diagnostics: try decoder.diagnostics())
    }
  }
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

  fileprivate mutating func files(
    _ contentFiles: [String]
  ) throws(CacheDamage) -> [String: KnownFiles.Entry] {
    var files: [String: KnownFiles.Entry] = [:]
    files.reserveCapacity(contentFiles.count)
    for path in contentFiles { files[path] = try entry() }
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
