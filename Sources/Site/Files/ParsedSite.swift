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
  func parsed(
    _ configuration: SiteConfiguration, filter: PublicationFilter, now: Timestamp, width: Int
  ) async -> Checked<ParsedSite> {
    let reader = ItemReader(configuration: configuration, filter: filter, now: now)
    let results = await concurrentMap(contentFiles, width: width) { path in
      do throws(FileSystemError) {
        return reader.item(in: try self.text(of: path))
      } catch {
        return Checked<ContentItem?>(nil, [.unreadable(path, error)])
      }
    }
    var phrases = PhrasebookReader(languages: configuration.languages)
    let phrasebook = phrases.phrasebook(phraseFiles)
    return Checked(
      ParsedSite(
        source: self, configuration: configuration, items: results.compactMap(\.value),
        today: configuration.timeZone.day(of: now), now: now, phrasebook: phrasebook),
      diagnostics + results.flatMap(\.diagnostics) + phrases.diagnostics)
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
