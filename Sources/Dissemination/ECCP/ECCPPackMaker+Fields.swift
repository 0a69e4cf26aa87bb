internal import CivilTime
internal import FrontMatter
internal import Site
internal import Text

// The fields of the form, and the facts of an event or a document that its text begins with.
extension ECCPPackMaker {
  /// The fields beside title, teaser and text, in the order of the form.
  func fields(_ attachments: [ECCPAttachment], _ pictureText: String?) -> [ECCPField] {
    var fields = [ECCPField(label: "Kind of content", value: kind.label)]
    func add(_ label: String, _ value: String?) {
      guard let value = value?.inOneLine, !value.isEmpty else { return }
      fields.append(ECCPField(label: label, value: value))
    }
    func add(each label: String, _ values: [String]) { for value in values { add(label, value) } }
    add("Partner organisation", partnerName)
    add("Partner's ECCP profile", partner?.record.text("eccp_profile"))
    add(
      "Country",
      (item.record.text("country") ?? partner?.record.text("country")).map(Country.nameWithCode))
    switch kind {
    case .news: add("Date", item.date.map(\.date.iso))
    case .event:
      for field in eventFields { add(field.label, field.value) }
    case .publication:
      for field in documentFields { add(field.label, field.value) }
    }
    add(each: "Industrial ecosystem", item.record.texts("ecosystems").map(ecosystem))
    add(each: "Sector", item.record.texts("sectors"))
    add(each: "Technology", item.record.texts("technologies"))
    add(each: "Audience", item.record.texts("audience"))
    add(each: "Tag", item.record.texts("tags"))
    add(each: "Author", item.record.texts("authors"))
    add("Lead image text", pictureText)
    add(
      "Lead image credit",
      (item.record.record("eccp_image") ?? item.record.record("image"))?
        .text("credit"))
    add(each: "Attachment", attachments.map(\.label))
    add("External link", item.record.text("canonical") ?? item.address)
    return fields
  }

  /// The platform's own list adds an abbreviation to two of the names.
  private func ecosystem(_ name: String) -> String {
    switch name {
    case "Cultural and creative industries": name + " (CCI)"
    case "Energy-intensive industries": name + " (EII)"
    default: name
    }
  }

  private var partnerName: String? { partner.map { $0.record.text("name") ?? $0.title } }

  /// What is said of an event, each with its value.
  private var eventFields: [ECCPField] {
    let record = item.record
    let values: [(label: String, value: String?)] = [
      ("Starts", item.start.map { written($0) }), ("Ends", item.end.map { written($0) }),
      ("Time zone", item.start == nil ? nil : item.timeZoneName),
      ("Venue", record.text("venue")), ("City", record.text("city")),
      ("Format", record.text("mode").map(mode)),
      ("Event organised by", record.text("organiser") ?? partnerName),
      ("Registration", record.text("registration")), ("Status", record.text("status")),
    ]
    return values.compactMap { pair in pair.value.map { ECCPField(label: pair.label, value: $0) } }
  }

  /// What is said of a document, each with its value.
  private var documentFields: [ECCPField] {
    let record = item.record
    let values: [(label: String, value: String?)] = [
      ("Type", record.text("type")), ("Date", item.date.map(\.date.iso)),
      ("DOI", record.text("doi")), ("Publisher", record.text("publisher")),
      ("Licence", record.text("licence")),
    ]
    return values.compactMap { pair in pair.value.map { ECCPField(label: pair.label, value: $0) } }
  }

  private func written(_ time: Timestamp) -> String {
    isAllDay(time) ? time.date.iso : "\(time.date.iso) \(time.local.clock)"
  }

  private func isAllDay(_ time: Timestamp) -> Bool {
    time.isDateOnly || item.record.boolean("all_day") == true
  }

  private func mode(_ name: String) -> String {
    switch name {
    case "onsite": "On site"
    case "online": "Online"
    default: "On site and online"
    }
  }

  // MARK: The facts that a text begins with

  /// A line each for what the reader of an event or a document asks first.
  var facts: [[EditorNode]] {
    switch kind {
    case .news: []
    case .event: eventFacts
    case .publication: documentFacts
    }
  }

  private func fact(_ label: String, _ value: String?) -> [EditorNode]? {
    guard let value, !value.isEmpty else { return nil }
    return [.strong(label + ":"), .text(" " + value.inOneLine)]
  }

  private var eventFacts: [[EditorNode]] {
    let record = item.record
    let country = record.text("country").map(Country.name)
    let place = [record.text("venue"), record.text("city"), country].compactMap { $0 }
    let status = record.text("status").flatMap {
      ["postponed", "cancelled"].contains($0) ? $0 : nil
    }
    let facts: [[EditorNode]?] = [
      fact("When", when), fact("Status", status), fact("Where", place.joined(separator: ", ")),
      fact("Format", record.text("mode").map(mode)),
      fact("Organised by", record.text("organiser") ?? partnerName),
      fact("For", record.texts("audience").joined(separator: ", ")),
      webLink(record.text("registration")).map { [.strong("Registration:"), .text(" "), $0] },
    ]
    return facts.compactMap { $0 }
  }

  private var documentFacts: [[EditorNode]] {
    let record = item.record
    let address = record.text("doi").map { $0.hasPrefix("http") ? $0 : "https://doi.org/" + $0 }
    let facts: [[EditorNode]?] = [
      fact("Type", record.text("type")),
      fact("By", record.texts("authors").joined(separator: ", ")),
      fact("Published by", record.text("publisher")),
      fact("Date", item.date.map(\.date.inEnglish)),
      webLink(address).map { [.strong("DOI:"), .text(" "), $0] },
      fact("Licence", record.text("licence")),
    ]
    return facts.compactMap { $0 }
  }

  private func webLink(_ address: String?) -> EditorNode? {
    guard let address, !address.isEmpty else { return nil }
    let isLink = ["https://", "http://", "mailto:"].contains { address.hasPrefix($0) }
    return isLink ? .link(address, to: address) : .text(address)
  }

  /// `9 October 2026, 14:00–16:00 (Europe/Stockholm)`.
  private var when: String {
    guard let start = item.start else { return "date to be announced" }
    let day = start.date.inEnglish
    guard let end = item.end, end >= start else {
      return isAllDay(start) ? day : "\(day), \(start.local.clock) (\(item.timeZoneName))"
    }
    if isAllDay(start) {
      return end.date == start.date ? day : "\(day) – \(end.date.inEnglish)"
    }
    let zone = " (\(item.timeZoneName))"
    return end.date == start.date
      ? "\(day), \(start.local.clock)–\(end.local.clock)\(zone)"
      : "\(day), \(start.local.clock) – \(end.date.inEnglish), \(end.local.clock)\(zone)"
  }
}
