internal import CivilTime
internal import Diagnostics
internal import FrontMatter

/// The site after every front matter was read.
struct ParsedSite: Sendable {
  let source: SiteSource
  let configuration: SiteConfiguration
  /// The items that are files of their own, in the order of their paths, published or not.
  let items: [ContentItem]
  /// The day of the build, in the site's time zone.
  let today: CivilDate
  /// The time of the build: what is later is in no feed.
  let now: Timestamp
  /// The texts that templates print in the page's language.
  let phrasebook: Phrasebook
  /// What was found while each item was read.
  let itemDiagnostics: [[Diagnostic]]
  /// By item: its place in the last build's cache, where its file has not changed since.
  let reusedPlaces: [Int?]
  /// The last build, where it knew any of the items.
  let previous: CachedBuild?
  /// By item: its place there, where its text has not changed.
  let factPlaces: [Int?]
  /// The items whose files have changed since the last build, where nothing but texts has; nil where
  /// other items are there, or where one says anything else of itself.
  let changedTexts: Set<Int>?
  /// The items' texts that are to be rendered.
  let waitingTexts: WaitingTexts
}

/// An item on its way into the site.
private struct ReadItem: Sendable {
  var item: ContentItem?
  var diagnostics: [Diagnostic] = []
  var place: Int?
  /// Its place in the last build's cache, where its text is what it was.
  var factPlace: Int?
  /// Whether the last build knew it as it is, but for its text.
  var isKnownButText = false
  /// Its text, where that is to be rendered and there is room for it.
  var text: SourceText?

  init(_ read: Checked<ContentItem?>) {
    item = read.value
    diagnostics = read.diagnostics
  }

  /// An item as the last build has read it.
  init(_ cached: CachedBuild.Item, place: Int) {
    item = cached.item
    diagnostics = cached.diagnostics
    self.place = place
    factPlace = place
    isKnownButText = true
  }
}

extension SiteSource {
  /// Reads the configuration; nil where `site.yaml` or the environment's file is no YAML.
  func configured(
    _ options: ConfigurationOptions, filter: PublicationFilter,
    timeZones: TimeZones
  ) -> Checked<SiteConfiguration?> {
    let base = ConfigurationFile.reading(configuration)
    let over = overlay.map(ConfigurationFile.reading)
    var diagnostics = base.diagnostics + (over?.diagnostics ?? [])
    if overlay == nil, !ConfigurationOptions.ownEnvironments.contains(options.environment) {
      diagnostics.append(.unknownEnvironment(options.environment, environments))
    }
    guard let file = base.value, overlay == nil || over?.value != nil else {
      return Checked(nil, diagnostics)
    }
    var reader = ConfigurationReader(
      options: options, includesUnpublished: filter.includesUnpublished, timeZones: timeZones)
    let result = reader.configuration(file, overlay: over?.value)
    diagnostics += reader.diagnostics
    return Checked(result, diagnostics)
  }

  /// Reads all content, several files at a time.
  ///
  /// A file that has not changed since the last build is not read again: `previous` has its item.
  /// `textRoom` is how many bytes of texts may wait for being rendered.
  func parsed(
    _ configuration: SiteConfiguration, filter: PublicationFilter, now: Timestamp,
    previous: CachedBuild? = nil, textRoom: Int = 0, width: Int
  ) async -> Checked<ParsedSite> {
    let reader = ItemReader(configuration: configuration, filter: filter, now: now)
    // What was published then and is not now, or the reverse, follows from the front matter only.
    let usable = previous.flatMap { $0.window.contains(now) ? $0 : nil }
    let places = usable.map { $0.places(of: contentFiles) }
    let room = ByteRoom(textRoom)
    let (results, phrases) = await both(width: width) {
      await concurrentMap(Array(contentFiles.indices), width: width) { index in
        self.readItem(index, reader, usable, place: places?[index], room)
      }
    } and: {
      phrasebook(configuration.languages)
    }
    let hasAll = results.allSatisfy { $0.item != nil }
    let items = hasAll ? results : results.filter { $0.item != nil }
    return Checked(
      ParsedSite(
        source: self, configuration: configuration, items: items.compactMap(\.item),
        today: configuration.timeZone.day(of: now), now: now, phrasebook: phrases.value,
        itemDiagnostics: items.map(\.diagnostics), reusedPlaces: items.map(\.place),
        previous: usable, factPlaces: items.map(\.factPlace),
        changedTexts: usable?.contentFiles == contentFiles && results.allSatisfy(\.isKnownButText)
          ? Set(results.indices.lazy.filter { results[$0].place == nil }) : nil,
        waitingTexts: WaitingTexts(items.map(\.text))),
      diagnostics + results.flatMap(\.diagnostics) + phrases.diagnostics)
  }

  /// The texts that templates print, in the site's languages.
  private func phrasebook(_ languages: [String]) -> Checked<Phrasebook> {
    var reader = PhrasebookReader(languages: languages)
    let phrasebook = reader.phrasebook(phraseFiles, theme: themePhraseFiles)
    return Checked(phrasebook, reader.diagnostics)
  }

  private func readItem(
    _ index: Int, _ reader: ItemReader, _ previous: CachedBuild?, place: Int?, _ room: ByteRoom
  ) -> ReadItem {
    let path = contentFiles[index]
    if let previous, let place, known.isUnchanged(at: index) {
      do throws(CacheDamage) {
        return ReadItem(try previous.item(at: place, in: reader.configuration), place: place)
      } catch {
        // The file itself says what is in it.
      }
    }
    do throws(FileSystemError) {
      var text = try text(of: path)
      text.checkEncoding()
      var read = ReadItem(reader.item(in: text))
      if read.item?.state == .published, room.take(text.bytes.count) { read.text = text }
      guard let item = read.item, let previous, let place else { return read }
      do throws(CacheDamage) {
        let cached = try previous.item(at: place, in: reader.configuration)
        read.isKnownButText = item.isSame(as: cached.item)
        // A file that was only touched is what it was.
        if read.isKnownButText && cached.item.bodyDigest == item.bodyDigest {
          read.factPlace = place
        }
      } catch {
        // What is known of its text is worked out again.
      }
      return read
    } catch {
      return ReadItem(Checked(nil, [.unreadable(path, error)]))
    }
  }
}

extension Diagnostic {
  /// The rule of problems that the machine has and not the content; they end a build with status 3.
  static let unreadableRule: Rule = "unreadable-file"

  fileprivate static func unknownEnvironment(_ name: String, _ known: [String]) -> Diagnostic {
    .error(
      "unknown-environment", "there is no 'environments/\(name).yaml'", at: .file("--environment"),
      help: [suggestion(for: name, among: known, called: "environments")].compactMap { $0 }
        + ["'development' and 'production' need no file"])
  }

  static func unreadable(_ path: String, _ error: FileSystemError) -> Diagnostic {
    .error(unreadableRule, "the file cannot be read: \(error.reason)", at: .file(path))
  }
}
