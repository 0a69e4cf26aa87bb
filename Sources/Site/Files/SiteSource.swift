internal import Diagnostics
public import Text

/// A file of the theme that comes with the program.
public struct ThemeFile: Sendable {
  /// The path within the theme: `post.html`, `static/style.css`.
  public let path: String
  /// Its bytes.
  public let bytes: Bytes

  /// A file of a theme.
  public init(path: String, bytes: Bytes) {
    self.path = path
    self.bytes = bytes
  }
}

/// What is on disk: the names of the content's files, and the bytes of configuration and templates.
///
/// The content's own bytes are read when they are needed, so that a large site does not have to
/// fit into memory.
public struct SiteSource: Sendable {
  /// A file that is published as it is.
  struct StaticFile: Sendable {
    enum Origin: Sendable {
      case disk
      case theme(Bytes)
    }

    /// Where it comes from, for messages: `static/logo.svg`.
    let path: String
    /// Where it goes: `logo.svg`.
    let name: String
    let origin: Origin

    /// Whether it is a file of the site's own.
    var isOnDisk: Bool { if case .disk = origin { true } else { false } }
  }

  /// The site's folder.
  let root: String
  let fileSystem: any FileSystem
  /// `site.yaml`.
  let configuration: SourceText
  /// `environments/NAME.yaml`, where there is one.
  let overlay: SourceText?
  /// The names of the files of `environments/`.
  let environments: [String]
  /// The Markdown files below `content/`, in the order of their paths.
  let contentFiles: [String]
  /// The other files below `content/`.
  let assetFiles: [String]
  /// The templates: the site's own, and the theme's that it does not replace.
  let templates: [SourceText]
  /// The files of `i18n/`: texts for templates, by language.
  let phraseFiles: [SourceText]
  /// The files of `templates/i18n/`: the theme's own texts, which those of the site overlay.
  let themePhraseFiles: [SourceText]
  /// The files of `static/` and of the theme's static folder.
  let staticFiles: [StaticFile]
  /// What was found on the way, such as symbolic links.
  let diagnostics: [Diagnostic]
  /// What the last build knew of the files; nothing where there is no cache.
  var known = KnownFiles()

  /// The bytes of a file of the site, by its path within the site's folder.
  func contents(of path: String) throws(FileSystemError) -> Bytes {
    try fileSystem.contents(of: joined(root, path))
  }

  /// A place in a content file, which is read again for it.
  func location(_ range: Range<Int>, in path: String) -> TextLocation {
    do throws(FileSystemError) {
      return try text(of: path).location(of: range)
    } catch {
      return .file(path)  // The file vanished since it was read.
    }
  }

  /// The size in bytes of a file of the site; nil where it cannot be told, which is reported when the
  /// file itself is to be published.
  func size(of path: String) -> Int? {
    do throws(FileSystemError) {
      return try fileSystem.status(of: joined(root, path))?.size
    } catch {
      return nil
    }
  }

  /// The bytes of a static file; nil where it cannot be read.
  func contents(of file: StaticFile) -> Bytes? {
    switch file.origin {
    case .theme(let bytes): return bytes
    case .disk:
      do throws(FileSystemError) {
        return try contents(of: file.path)
      } catch {
        return nil
      }
    }
  }

  /// The text of a content file.
  func text(of path: String) throws(FileSystemError) -> SourceText {
    SourceText(path: path, bytes: try contents(of: path))
  }
}

/// Why there is no site in a folder.
public enum SiteLoadingError: Error, Sendable {
  /// The folder has no `site.yaml`.
  case noConfiguration(folder: String)
  /// The disk refused.
  case fileSystem(FileSystemError)
}

extension SiteSource {
  /// Finds out what a site's folder holds.
  ///
  /// - Parameters:
  ///   - root: the site's folder.
  ///   - environment: the name of the file in `environments/` that is read over `site.yaml`.
  ///   - theme: the templates and static files that the site may replace one by one.
  ///   - fileSystem: the disk.
  /// - Returns: the names of all files, and the bytes of configuration and templates.
  /// - Throws: `SiteLoadingError` where there is no site or the disk refuses.
  public static func loading(
    from root: String, environment: String, theme: [ThemeFile], fileSystem: any FileSystem
  ) throws(SiteLoadingError) -> SiteSource {
    let loaded: SiteSource?
    do throws(FileSystemError) {
      loaded = try scanned(from: root, environment, theme, fileSystem)
    } catch {
      throw .fileSystem(error)
    }
    guard let loaded else { throw .noConfiguration(folder: root) }
    return loaded
  }

  /// What a folder holds; nil where it has no `site.yaml`.
  private static func scanned(
    from root: String, _ environment: String, _ theme: [ThemeFile], _ fileSystem: any FileSystem
  ) throws(FileSystemError) -> SiteSource? {
    guard try fileSystem.status(of: joined(root, "site.yaml")) != nil else { return nil }
    var scan = FolderScan(root: root, fileSystem: fileSystem)
    let content = try scan.files(below: "content")
    let templates = try scan.files(below: "templates")
    let statics = try scan.files(below: "static")
    let phrases = try scan.files(below: "i18n")
    if content.isEmpty && scan.diagnostics.isEmpty {
      scan.diagnostics.append(.emptyContent(at: .file("content")))
    }
    let overlayPath = "environments/\(environment).yaml"
    let hasOverlay = try fileSystem.status(of: joined(root, overlayPath)) != nil
    return SiteSource(
      root: root, fileSystem: fileSystem,
      configuration: try scan.text("site.yaml"),
      overlay: hasOverlay ? try scan.text(overlayPath) : nil,
      environments: try scan.environments(),
      contentFiles: content.filter(isMarkdown), assetFiles: content.filter { !isMarkdown($0) },
      templates: try scan.templates(templates, theme: theme),
      phraseFiles: try scan.texts(phrases),
      themePhraseFiles: try scan.themePhrases(templates, theme: theme),
      staticFiles: scan.staticFiles(statics, templates: templates, theme: theme),
      diagnostics: scan.diagnostics)
  }

  private static func isMarkdown(_ path: String) -> Bool {
    path.hasSuffix(".md") || path.hasSuffix(".markdown")
  }
}

/// A walk through a site's folders.
private struct FolderScan {
  let root: String
  let fileSystem: any FileSystem
  var diagnostics: [Diagnostic] = []

  func text(_ path: String) throws(FileSystemError) -> SourceText {
    SourceText(path: path, bytes: try fileSystem.contents(of: joined(root, path)))
  }

  func texts(_ paths: [String]) throws(FileSystemError) -> [SourceText] {
    var texts: [SourceText] = []
    for path in paths { texts.append(try text(path)) }
    return texts
  }

  func environments() throws(FileSystemError) -> [String] {
    let folder = joined(root, "environments")
    guard try fileSystem.status(of: folder)?.kind == .folder else { return [] }
    return try fileSystem.entries(of: folder).map(\.name).filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }
  }

  /// The files below a folder, by their paths in the site; none where there is no such folder.
  ///
  /// Hidden files and what editors leave behind are passed over; symbolic links are refused, since
  /// they could publish a file from anywhere on the machine.
  mutating func files(below folder: String) throws(FileSystemError) -> [String] {
    switch try fileSystem.status(of: joined(root, folder))?.kind {
    case nil: return []
    case .symbolicLink:
      diagnostics.append(.symbolicLink(folder))
      return []
    case .file, .other:
      diagnostics.append(.noFolder(folder))
      return []
    case .folder: break
    }
    var files: [String] = []
    for entry in try fileSystem.entries(of: joined(root, folder))
    where !FolderScan.isPassedOver(entry.name, in: folder) {
      let path = folder + "/" + entry.name
      switch entry.kind {
      case .file: files.append(path)
      case .folder: files += try self.files(below: path)
      case .symbolicLink: diagnostics.append(.symbolicLink(path))
      case .other: diagnostics.append(.specialFile(path))
      }
    }
    return files
  }

  /// Files that only a web server reads; they are published from `static/`.
  private static let serverFiles: Set<String> = [".well-known", ".htaccess", ".nojekyll"]

  private static func isPassedOver(_ name: String, in folder: String) -> Bool {
    if folder == "static" && serverFiles.contains(name) { return false }
    return name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#")
      || name.hasSuffix(".swp") || name.hasSuffix(".swx") || name.hasSuffix(".tmp")
      || name == "Thumbs.db"
  }

  private static let templateEndings = [".html", ".xml", ".txt", ".svg", ".json"]

  func templates(
    _ paths: [String], theme: [ThemeFile]
  ) throws(FileSystemError) -> [SourceText] {
    var templates: [SourceText] = []
    let own = paths.filter { path in
      !path.hasPrefix("templates/static/") && !path.hasPrefix(FolderScan.themePhraseFolder)
        && FolderScan.templateEndings.contains { path.hasSuffix($0) }
    }
    for path in own { templates.append(try text(path)) }
    for file in theme where !file.path.hasPrefix("static/") {
      let path = "templates/" + file.path
      guard !own.contains(path), !path.hasPrefix(FolderScan.themePhraseFolder) else { continue }
      templates.append(SourceText(path: path, bytes: file.bytes))
    }
    return templates.sorted { $0.path < $1.path }
  }

  private static let themePhraseFolder = "templates/i18n/"

  /// The texts of the theme: the site's own copy of a file, or else that of the program.
  func themePhrases(
    _ paths: [String], theme: [ThemeFile]
  ) throws(FileSystemError) -> [SourceText] {
    var texts = try texts(paths.filter { $0.hasPrefix(FolderScan.themePhraseFolder) })
    for file in theme {
      let path = "templates/" + file.path
      guard path.hasPrefix(FolderScan.themePhraseFolder),
        !texts.contains(where: { $0.path == path })
      else { continue }
      texts.append(SourceText(path: path, bytes: file.bytes))
    }
    return texts.sorted { $0.path < $1.path }
  }

  /// The site's own static files, then the theme's; the first of a name counts.
  func staticFiles(
    _ statics: [String], templates: [String], theme: [ThemeFile]
  ) -> [SiteSource.StaticFile] {
    var files = statics.map { path in
      SiteSource.StaticFile(path: path, name: String(path.dropFirst(7)), origin: .disk)
    }
    for path in templates where path.hasPrefix("templates/static/") {
      files.append(
        SiteSource.StaticFile(path: path, name: String(path.dropFirst(17)), origin: .disk))
    }
    for file in theme where file.path.hasPrefix("static/") {
      files.append(
        SiteSource.StaticFile(
          path: "templates/" + file.path, name: String(file.path.dropFirst(7)),
          origin: .theme(file.bytes)))
    }
    var seen = Set<String>()
    return files.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
  }
}

extension Diagnostic {
  fileprivate static func symbolicLink(_ path: String) -> Diagnostic {
    .error(
      "symbolic-link", "'\(path)' is a symbolic link, which could lead out of the site",
      at: .file(path), help: ["put the file itself here"])
  }

  fileprivate static func noFolder(_ path: String) -> Diagnostic {
    .error("special-file", "'\(path)' is no folder", at: .file(path))
  }

  fileprivate static func emptyContent(at location: TextLocation) -> Diagnostic {
    .note(
      "no-content", "the folder 'content' has nothing to publish", at: location,
      help: ["write a page, such as 'content/about.md'"])
  }

  fileprivate static func specialFile(_ path: String) -> Diagnostic {
    .error("special-file", "'\(path)' is neither a file nor a folder", at: .file(path))
  }
}
