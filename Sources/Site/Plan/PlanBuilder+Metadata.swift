internal import Citations
internal import Diagnostics
internal import FrontMatter

// The files that go with events and publications: calendars, and citations for reference managers.
extension PlanBuilder {
  mutating func addCalendars(_ lists: [[[Int]]]) {
    guard let kind = configuration.kindIndex(named: "events") else { return }
    for language in configuration.languages.indices where !lists[kind][language].isEmpty {
      guard let address = configuration.calendarAddress(language) else { continue }
      add(companion: .calendar(language: language), at: address, "the calendar")
    }
    for index in publishedItems(ofKind: kind) where items[index].start != nil {
      let address = addresses[index].companion(items[index].slug, "ics")
      add(companion: .eventCalendar(index), at: address, "the calendar of '\(items[index].path)'")
    }
  }

  mutating func addCitations(_ lists: [[[Int]]]) {
    guard let kind = configuration.kindIndex(named: "publications") else { return }
    for language in configuration.languages.indices
    where lists[kind][language].contains(where: { items[$0].isCitable(in: configuration) }) {
      for format in CitationFormat.allCases {
        guard let address = configuration.bibliographyAddress(language, format) else { continue }
        add(companion: .bibliography(language: language, format), at: address, "the bibliography")
      }
    }
    for index in publishedItems(ofKind: kind) where items[index].isCitable(in: configuration) {
      for format in CitationFormat.allCases {
        let address = addresses[index].companion(items[index].slug, format.fileExtension)
        add(
          companion: .citation(index, format), at: address,
          "the citation of '\(items[index].path)'")
      }
    }
  }

  private func publishedItems(ofKind kind: Int) -> [Int] {
    items.indices.filter {
      items[$0].kind == kind && items[$0].state == .published && items[$0].name.role == .item
        && !itemsWithoutAddress.contains($0)
    }
  }

  /// Adds a generated file, unless the site has one of its own at the address.
  private mutating func add(
    companion content: Route.Content, at address: SiteAddress, _ description: String
  ) {
    guard !isOwnFile(address) else { return }
    add(content, at: address, .generated(description: description))
  }

  // MARK: Problems

  /// What the dates of events and the DOIs of publications get wrong.
  mutating func checkMetadata() {
    var undated: [Int] = []
    for index in items.indices where items[index].state == .published {
      let item = items[index]
      guard item.name.role == .item else { continue }
      switch configuration.kinds[item.kind].name {
      case "events":
        if item.start == nil { undated.append(index) }
        if let end = item.record["end"], item.endsBeforeStart {
          diagnostics.append(.endBeforeStart(at: location(index, end.range)))
        }
      case "publications":
        if let doi = item.record["doi"], let text = doi.text, Citation.doi(written: text) == nil {
          diagnostics.append(.invalidDOI(text, at: location(index, doi.range)))
        }
      default: break
      }
    }
    if let first = undated.first {
      diagnostics.append(.undatedEvents(undated.count, at: .file(items[first].path)))
    }
  }
}

extension Diagnostic {
  fileprivate static func undatedEvents(_ count: Int, at location: TextLocation) -> Diagnostic {
    .note(
      "undated-event",
      count == 1
        ? "this event has no 'start', so that no calendar has it"
        : "this event and \(count - 1) more have no 'start', so that no calendar has them",
      at: location, help: ["add it when the date is known: start: 2026-05-12 09:30"])
  }

  fileprivate static func endBeforeStart(at location: TextLocation) -> Diagnostic {
    .error(
      "end-before-start", "the event ends before it begins", at: location,
      help: ["'end' of an event of whole days is its last day"])
  }

  fileprivate static func invalidDOI(_ text: String, at location: TextLocation) -> Diagnostic {
    .warning(
      "invalid-doi", "'\(text.count > 60 ? text.prefix(59) + "…" : text[...])' is no DOI",
      at: location, help: ["write it as 10.5281/zenodo.1234, or with https://doi.org/ before it"])
  }
}
