private import Synchronization

/// A line on the terminal that tells how far a long build is.
///
/// It appears after half a second and is drawn at most ten times a second.
final class ProgressLine: Sendable {
  private struct State {
    var lastDrawn: ContinuousClock.Instant
    var isVisible = false
  }

  private let isEnabled: Bool
  private let state: Mutex<State>

  init(isEnabled: Bool) {
    self.isEnabled = isEnabled
    // As if drawn in the future: the first line waits for half a second.
    state = Mutex(State(lastDrawn: .now + .milliseconds(400)))
  }

  /// Says that `done` of `total` files are rendered.
  func update(_ done: Int, of total: Int) {
    guard isEnabled else { return }
    let isDue = state.withLock { state in
      guard state.lastDrawn + .milliseconds(100) <= .now else { return false }
      state.lastDrawn = .now
      state.isVisible = true
      return true
    }
    guard isDue else { return }
    Terminal.write("\r\u{1B}[KRendering \(done) of \(total)", to: .standardError)
  }

  /// Takes the line away.
  func clear() {
    let wasVisible = state.withLock { state in
      defer { state.isVisible = false }
      return state.isVisible
    }
    if wasVisible { Terminal.write("\r\u{1B}[K", to: .standardError) }
  }
}
