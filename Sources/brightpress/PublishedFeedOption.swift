internal import ArgumentParser
internal import Diagnostics
internal import Feeds
internal import Site
internal import Text

/// The feed as it was last published, to compare with what a build would publish now.
struct PublishedFeedOption: ParsableArguments {
  @Option(
    help: "A feed as it was last published: name what would surprise subscribers.",
    completion: .file())
  var published: String?

  /// What the site would surprise subscribers with; nothing where no feed is given.
  func surprises() throws -> @Sendable (SiteReading) -> [Diagnostic] {
    guard let published else { return { _ in [] } }
    let path = FilePaths.absolute(published)
    let feed = try feed(in: try contents(of: path))
    return { $0.surprises(since: feed, at: path) }
  }

  private func contents(of path: String) throws -> Bytes {
    do throws(FileSystemError) {
      return try DiskFileSystem().contents(of: path)
    } catch {
      throw ValidationError("'\(published ?? path)' cannot be read: \(error.reason).")
    }
  }

  private func feed(in bytes: Bytes) throws -> PublishedFeed {
    do throws(PublishedFeedError) {
      return try PublishedFeed(reading: bytes)
    } catch {
      switch error {
      case .noFeed:
        throw ValidationError("'\(published ?? "")' is neither RSS nor Atom nor JSON Feed.")
      case .malformed(let reason):
        throw ValidationError("'\(published ?? "")' is no whole feed: \(reason).")
      }
    }
  }
}
