internal import Site
internal import Text

/// Where a build's time went, in the form that trace viewers read (chrome://tracing, Perfetto).
///
/// The form is the Trace Event Format's: complete events, times in microseconds. Stages and pages stand
/// in as many rows each as there were of them at a time.
struct ChromeTrace {
  private let profile: BuildProfile

  init(_ profile: BuildProfile) { self.profile = profile }

  /// The file's contents.
  var bytes: Bytes {
    var rows = Rows()
    for stage in profile.stages.sorted(by: { $0.start < $1.start }) {
      rows.add(
        stage.name, "stages", stage.start, stage.duration, [(stage.unit, .number(stage.count))])
    }
    rows.beginGroup()
    for page in profile.pages { rows.add(page.address, "pages", page.start, page.duration, []) }
    var bytes = Bytes()
    bytes.appendObject([("traceEvents", .list(rows.events))])
    bytes.append("\n")
    return bytes
  }

  /// Events in rows, in each of which one follows the other.
  private struct Rows {
    private(set) var events: [JSONValue] = []
    /// When each row of the group is free again.
    private var ends: [Duration] = []
    private var firstRow = 0

    /// Begins a group with rows of its own.
    mutating func beginGroup() {
      firstRow += ends.count
      ends = []
    }

    /// Puts an event into the first row that is free when it begins; the group's events come in the
    /// order of their beginnings.
    mutating func add(
      _ name: String, _ group: String, _ start: Duration, _ duration: Duration,
      _ arguments: [(String, JSONValue)]
    ) {
      let free = ends.firstIndex { $0 <= start }
      let row = free ?? ends.count
      if free == nil {
        ends.append(.zero)
        events.append(
          ChromeTrace.name(ofRow: firstRow + row, row == 0 ? group : "\(group) \(row + 1)"))
      }
      ends[row] = start + duration
      events.append(ChromeTrace.event(name, row: firstRow + row, start, duration, arguments))
    }
  }

  private static func event(
    _ name: String, row: Int, _ start: Duration, _ duration: Duration,
    _ arguments: [(String, JSONValue)]
  ) -> JSONValue {
    .object([
      ("name", .text(name)), ("ph", .text("X")), ("pid", .number(1)), ("tid", .number(row)),
      ("ts", .number(microseconds(start))), ("dur", .number(microseconds(duration))),
      ("args", .object(arguments)),
    ])
  }

  private static func name(ofRow row: Int, _ name: String) -> JSONValue {
    .object([
      ("name", .text("thread_name")), ("ph", .text("M")), ("pid", .number(1)),
      ("tid", .number(row)), ("args", .object([("name", .text(name))])),
    ])
  }

  private static func microseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
  }
}
