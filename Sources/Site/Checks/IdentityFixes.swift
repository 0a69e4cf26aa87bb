public import Diagnostics
internal import Feeds
internal import FrontMatter
internal import Text

/// What came of writing identities into front matter.
public struct IdentityFixes: Sendable {
  /// The files that got an identity, or would get one, in the order of their paths.
  public internal(set) var written: [String] = []
  /// What kept files from getting one.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// Why nothing or not everything was written; nil after a good run.
  public internal(set) var failure: BuildResult.Failure?
}

extension BuildOptions {
  /// Writes the identity that each item of a feed has now into its front matter, where it has no
  /// `id`; no other byte of a file changes, and nothing changes for subscribers.
  ///
  /// Drafts and what is scheduled get theirs too: the file can be renamed before it is published.
  /// A rehearsal only says what would be written.
  public func fixIdentities(in world: BuildWorld, isRehearsal: Bool = false) async -> IdentityFixes
  {
    let (site, result) = await read(in: world)
    var fixes = IdentityFixes()
    guard let plan = site?.plan, result.failure != .configuration, result.failure != .environment
    else {
      fixes.diagnostics = result.diagnostics
      fixes.failure = result.failure
      return fixes
    }
    let reader = PlanReader(plan)
    for index in plan.items.indices where plan.items[index].needsIdentity(plan.configuration) {
      let path = plan.items[index].path
      do throws(FileSystemError) {
        let source = try plan.source.text(of: path)
        let identity = FrontMatterField("id", .text(reader.identity(of: index).text))
        guard let edited = fixes.edit(source, identity) else { continue }
        if !isRehearsal {
          try world.fileSystem.replace(joined(plan.source.root, path), with: edited)
        }
        fixes.written.append(path)
      } catch {
        fixes.diagnostics.append(.unreadable(path, error))
        fixes.failure = .environment
      }
    }
    return fixes
  }
}

extension IdentityFixes {
  /// A file with a field set; nil where that is not safe, which is noted.
  fileprivate mutating func edit(_ source: SourceText, _ field: FrontMatterField) -> Bytes? {
    do throws(FrontMatterEditError) {
      return try FrontMatterEditor(source).setting([field])
    } catch {
      diagnostics += error.diagnostics
      failure = max(failure ?? .content, .content)
      return nil
    }
  }
}

extension FileSystem {
  /// Replaces a file's bytes in one step: a full disk leaves it as it was.
  fileprivate func replace(_ path: String, with bytes: Bytes) throws(FileSystemError) {
    let folder = parentFolder(of: path) ?? ""
    // Names that begin with a dot are no content.
    let new = joined(folder, ".\(fileName(of: path)).new")
    try write(bytes, to: new)
    try rename(new, to: path)
  }
}

extension ContentItem {
  /// Whether the item stands in feeds, or would if it were published.
  func canStandInFeeds(_ configuration: SiteConfiguration) -> Bool {
    name.role == .item && configuration.kinds[kind].listAddress != nil
      && feedDate(in: configuration) != nil
  }

  /// Whether the item can stand in feeds and has no identity of its own.
  func needsIdentity(_ configuration: SiteConfiguration) -> Bool {
    isListed && record[.id]?.text == nil && canStandInFeeds(configuration)
  }
}
