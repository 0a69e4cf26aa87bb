internal import Diagnostics
private import Synchronization

/// The texts that were read for their front matter and are still to be rendered, so that most files
/// are read once in a build.
///
/// Each is given away once. What has no room here is read again, so that a site may be of any size.
final class WaitingTexts: Sendable {
  private let texts: Mutex<[SourceText?]>

  /// The texts of items, as far as there was room for them.
  init(_ texts: [SourceText?]) { self.texts = Mutex(texts) }

  /// The text of an item, which is not here any more; nil where it has to be read.
  func take(_ item: Int) -> SourceText? {
    texts.withLock { $0[item].take() }
  }
}

/// How many bytes there is still room for, whichever task asks.
final class ByteRoom: Sendable {
  /// What waiting texts may take: all of a site of ten thousand posts.
  static let forTexts = 48 << 20

  private let left: Atomic<Int>

  init(_ bytes: Int) { left = Atomic(bytes) }

  /// Takes some room; false where there is not as much.
  func take(_ bytes: Int) -> Bool {
    guard left.load(ordering: .relaxed) >= bytes else { return false }
    return left.subtract(bytes, ordering: .relaxed).newValue >= 0
  }
}
