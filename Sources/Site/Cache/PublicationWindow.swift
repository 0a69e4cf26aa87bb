internal import CivilTime
internal import FrontMatter

/// The times in which the same items are published with the same dates: until the next one is due or
/// expires.
struct PublicationWindow: Sendable, Hashable {
  /// The last change of an item's state before now, in seconds since 1970.
  private(set) var start = Int.min
  /// The next change of an item's state after now.
  private(set) var end = Int.max

  /// The window around a time, in which none of the items begins or ceases to be published.
  init(around now: Timestamp, items: [ContentItem], configuration: SiteConfiguration) {
    for item in items {
      for change in item.stateChanges(configuration) { add(change, now: now) }
    }
  }

  init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  private mutating func add(_ change: Timestamp, now: Timestamp) {
    let seconds = change.secondsSinceEpoch
    if seconds <= now.secondsSinceEpoch {
      start = max(start, seconds)
    } else {
      end = min(end, seconds)
    }
  }

  func contains(_ time: Timestamp) -> Bool {
    time.secondsSinceEpoch >= start && time.secondsSinceEpoch < end
  }
}

extension ContentItem {
  /// When the item begins and ceases to be published by itself, or its last change is not to come
  /// any more.
  fileprivate func stateChanges(_ configuration: SiteConfiguration) -> [Timestamp] {
    let zone = configuration.timeZone
    var changes: [Timestamp] = []
    if let due = record[.publishDate]?.date?.timestamp(in: zone) {
      changes.append(due)
    } else if configuration.kinds[kind].order == .newestFirst, let date {
      changes.append(date)
    }
    if let end = record[.expiryDate]?.date?.timestamp(in: zone) { changes.append(end) }
    if let updated = record[.updated]?.date?.timestamp(in: timeZone) { changes.append(updated) }
    return changes
  }
}
