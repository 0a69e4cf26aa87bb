internal import Pictures
private import Synchronization

/// The sizes of the pictures beside the content, read when a page first shows one.
final class PictureSizes: Sendable {
  private let source: SiteSource
  private let known = Mutex<[String: PictureHeader?]>([:])

  init(source: SiteSource) { self.source = source }

  /// What a picture's header says; nil where the file is no picture that can be read.
  func size(of path: String) -> PictureHeader? {
    if let header = known.withLock({ $0[path] }) { return header }
    let header = header(of: path)
    known.withLock { $0[path] = .some(header) }
    return header
  }

  private func header(of path: String) -> PictureHeader? {
    do throws(FileSystemError) {
      return PictureHeader(reading: try source.contents(of: path))
    } catch {
      return nil  // Reported when the file itself is to be published.
    }
  }
}
