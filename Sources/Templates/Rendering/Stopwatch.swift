/// Tells how long each template takes within one rendering.
///
/// Time runs for one template at a time: the one whose statements are carried out. It stops where
/// that one includes another, or prints a block that another defines.
struct Stopwatch {
  private let now: @Sendable () -> Duration
  private var frames: [Frame] = []
  /// When the time of the template on top began to run.
  private var lap: Duration
  /// By the number of a template.
  private(set) var costs: [Cost]

  struct Cost {
    var calls = 0
    var own = Duration.zero
    var total = Duration.zero
    /// How often it is at work now, within itself.
    fileprivate var depth = 0
  }

  private struct Frame {
    let template: Int
    let start: Duration
  }

  init(templateCount: Int, now: @escaping @Sendable () -> Duration) {
    self.now = now
    costs = Array(repeating: Cost(), count: templateCount)
    lap = now()
  }

  /// How many templates are at work.
  var depth: Int { frames.count }

  /// Lets the time of a template run; `isCall` where it is rendered or called, and is not only
  /// come back to.
  mutating func enter(_ template: Int, isCall: Bool) {
    let time = now()
    charge(until: time)
    frames.append(Frame(template: template, start: time))
    costs[template].depth += 1
    if isCall { costs[template].calls += 1 }
  }

  /// Lets the time of a macro's template run; a template that calls its own is not called.
  mutating func enterMacro(of template: Int) {
    enter(template, isCall: frames.last?.template != template)
  }

  /// Lets the time of the template before run again, until so many are at work.
  mutating func leave(to depth: Int) {
    guard frames.count > depth else { return }
    let time = now()
    charge(until: time)
    while frames.count > depth, let frame = frames.popLast() {
      costs[frame.template].depth -= 1
      // Within itself it is no time of its own beside that of the outermost.
      if costs[frame.template].depth == 0 { costs[frame.template].total += time - frame.start }
    }
  }

  private mutating func charge(until time: Duration) {
    if let frame = frames.last { costs[frame.template].own += time - lap }
    lap = time
  }
}
