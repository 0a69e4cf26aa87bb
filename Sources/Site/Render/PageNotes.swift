internal import Diagnostics
private import Synchronization

/// What the functions that a page's templates call have to say besides their values.
final class PageNotes: Sendable {
  private let found = Mutex<[Diagnostic]>([])

  /// All of it, in the order in which it was found.
  var diagnostics: [Diagnostic] { found.withLock { $0 } }

  func add(_ more: [Diagnostic]) { found.withLock { $0 += more } }
}
