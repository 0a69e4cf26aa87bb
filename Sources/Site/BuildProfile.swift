private import Synchronization

/// Where a build's time goes: its stages, and the pages that were rendered.
///
/// A profile is filled while a build runs that has it as its observer's `profile`.
public final class BuildProfile: Sendable {
  /// A part of a build; templates are compiled while content is parsed, the others follow each other.
  public struct Stage: Sendable, Hashable {
    /// What is done: `parse`, `render`.
    public let name: String
    /// When it began, after the clock's zero.
    public let start: Duration
    /// How long it took.
    public let duration: Duration
    /// How many things it had to do with.
    public let count: Int
    /// What those things are: `files`, `pages`.
    public let unit: String
  }

  /// A page that was rendered, compared and staged.
  public struct Page: Sendable, Hashable {
    /// Its address.
    public let address: String
    /// When its rendering began, after the clock's zero.
    public let start: Duration
    /// How long it took.
    public let duration: Duration
  }

  private let now: @Sendable () -> Duration
  private let found = Mutex((stages: [Stage](), pages: [Page]()))

  /// A profile with a clock: the time since any fixed moment, such as the program's start.
  public init(now: @escaping @Sendable () -> Duration) { self.now = now }

  /// The stages, in the order in which they ended.
  public var stages: [Stage] { found.withLock { $0.stages } }

  /// The pages, in the order in which they began.
  public var pages: [Page] {
    found.withLock { $0.pages }.sorted { ($0.start, $0.address) < ($1.start, $1.address) }
  }

  /// A stage that has begun.
  struct Timer: Sendable {
    fileprivate let profile: BuildProfile
    fileprivate let start: Duration

    /// Ends the stage.
    func end(_ name: String, _ count: Int, _ unit: String) {
      let stage = Stage(
        name: name, start: start, duration: profile.now() - start, count: count, unit: unit)
      profile.found.withLock { $0.stages.append(stage) }
    }

    /// Ends the rendering of a page.
    func end(page address: String) {
      let page = Page(address: address, start: start, duration: profile.now() - start)
      profile.found.withLock { $0.pages.append(page) }
    }
  }

  /// Begins a stage, or the rendering of a page.
  func begin() -> Timer { Timer(profile: self, start: now()) }
}
