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
  /// What other pages need to know of the items' texts, where the last build knew it.
  let facts: [BodyFacts?]
}

/// An item on its way into the site.
private struct ReadItem: Sendable {
  var item: ContentItem?
  var diagnostics: [Diagnostic] = []
  var place: Int?
  var facts: BodyFacts?

  init(_ read: Checked<ContentItem?>) {
    item = read.value
    diagnostics = read.diagnostics
  }

  /// An item as the last build has read it.
  init(_ cached: CachedBuild.Item, place: Int) {
    item = cached.item
    diagnostics = cached.diagnostics
    facts = cached.facts
    self.place = place
  }
}

extension SiteSource {
  /// Reads the configuration; nil where `site.yaml` or the environment's file is no YAML.
  func configured(
    _ options: ConfigurationOptions, timeZones: @escaping @Sendable (String) -> TimeZoneRules?
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
    var reader = ConfigurationReader(options: options, timeZones: timeZones)
    let result = reader.configuration(file, overlay: over?.value)
    diagnostics += reader.diagnostics
    return Checked(result, diagnostics)
  }

  /// Reads all content, several files at a time.
  ///
  /// A file that has not changed since the last build is not read again: `previous` has its item.
  func parsed(
    _ configuration: SiteConfiguration, filter: PublicationFilter, now: Timestamp,
    previous: CachedBuild? = nil, width: Int
  ) async -> Checked<ParsedSite> {
    var configuration = configuration
    configuration.includesUnpublished = filter.includesUnpublished
    let reader = ItemReader(configuration: configuration, filter: filter, now: now)
    // What was published then and is not now, or the reverse, follows from the front matter only.
    let usable = previous.flatMap { $0.window.contains(now) ? $0 : nil }
    let places = usable.map { $0.places(of: contentFiles) }
    let results = await concurrentMap(Array(contentFiles.indices), width: width) { index in
      self.readItem(contentFiles[index], reader, usable, place: places?[index])
    }
    var phrases = PhrasebookReader(languages: configuration.languages)
    let phrasebook = phrases.phrasebook(phraseFiles, theme: themePhraseFiles)
    let hasAll = results.allSatisfy { $0.item != nil }
    let items = hasAll ? results : results.filter { $0.item != nil }
    return Checked(
      ParsedSite(
        source: self, configuration: configuration, items: items.compactMap(\.item),
        today: configuration.timeZone.day(of: now), now: now, phrasebook: phrasebook,
        itemDiagnostics: items.map(\.diagnostics), reusedPlaces: items.map(\.place),
        facts: items.map(\.facts)),
      diagnostics + results.flatMap(\.diagnostics) + phrases.diagnostics)
  }

  private func readItem(
    _ path: String, _ reader: ItemReader, _ previous: CachedBuild?, place: Int?
  ) -> ReadItem {
    if let previous, let place, known.isUnchanged(path) {
      do throws(CacheDamage) {
        return ReadItem(try previous.item(at: place, in: reader.configuration), place: place)
      } catch {
        // The file itself says what is in it.
      }
    }
    do throws(FileSystemError) {
      var read = ReadItem(reader.item(in: try text(of: path)))
      guard let item = read.item, let previous, let place else { return read }
      // A file that was only touched is what it was.
      do throws(CacheDamage) {
        let cached = try previous.item(at: place, in: reader.configuration)
        if cached.item.bodyDigest == item.bodyDigest
          && cached.item.frontMatterDigest == item.frontMatterDigest
        {
          read.facts = cached.facts
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
