internal import Site
internal import Text

/// Where a build's time went, in the form that trace viewers read (chrome://tracing, Perfetto).
///
/// The form is the Trace Event Format's: complete events, times in microseconds. The stages stand in
/// one row, and the pages in as many more as were rendered at a time.
struct ChromeTrace {
  private let profile: BuildProfile

  init(_ profile: BuildProfile) { self.profile = profile }

  /// The file's contents.
  var bytes: Bytes {
    var events = [Self.name(ofRow: 0, "stages")]
    events += profile.stages.map { stage in
      Self.event(
        stage.name, row: 0, stage.start, stage.duration, [(stage.unit, .number(stage.count))])
    }
    // A page goes into the first row that is free again when it begins.
    var ends: [Duration] = []
    for page in profile.pages {
      let free = ends.firstIndex { $0 <= page.start }
      let row = free ?? ends.count
      if free == nil {
        ends.append(.zero)
        events.append(Self.name(ofRow: row + 1, "pages \(row + 1)"))
      }
      ends[row] = page.start + page.duration
      events.append(Self.event(page.address, row: row + 1, page.start, page.duration, []))
    }
    var bytes = Bytes()
    bytes.appendObject([("traceEvents", .list(events))])
    bytes.append("\n")
    return bytes
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
