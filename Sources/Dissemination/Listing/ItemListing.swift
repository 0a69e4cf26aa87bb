internal import CivilTime
package import Site
package import Text

/// The items of a site with what becomes of them: what is published, what is not, and why.
package struct ItemListing: Sendable {
  /// An item and its state.
  struct Row: Sendable {
    let item: SiteItem
    let state: ListedState
  }

  let rows: [Row]

  /// The items in some states, in the order of their files.
  package init(_ site: SiteReading, states: Set<ListedState>) {
    rows = site.items.map { Row(item: $0, state: ListedState($0)) }.filter {
      states.contains($0.state)
    }
  }

  /// The items as rows and columns.
  package var sheet: ReportSheet {
    ReportSheet(
      title: "Items",
      columns: ["State", "Since or until", "Date", "Kind", "Language", "File", "Title"].map {
        ReportSheet.Column(title: $0)
      },
      rows: rows.map { row in
        [
          row.state.rawValue, row.day ?? "", row.item.date?.isoDate ?? "", row.item.kind,
          row.item.language, row.item.path, row.item.title,
        ]
      },
      emptyText: "no item is in this state")
  }

  /// The items for a program (RFC 8259).
  package var json: Bytes {
    var bytes = Bytes()
    bytes.append(
      json: .list(
        rows.map { row in
          .object([
            ("path", .text(row.item.path)), ("kind", .text(row.item.kind)),
            ("language", .text(row.item.language)), ("title", .text(row.item.title)),
            ("state", .text(row.state.rawValue)),
            ("day", row.day.map { .text($0) } ?? .null),
            ("date", row.item.date.map { .text($0.isoDate) } ?? .null),
            ("address", .text(row.item.address)),
          ])
        }))
    bytes.append("\n")
    return bytes
  }
}

extension ItemListing.Row {
  /// The day on which the state ends or began.
  fileprivate var day: String? {
    switch item.unpublishedState {
    case nil, .draft: nil
    case .scheduled(let due): due.isoDate
    case .expired(let end): end.isoDate
    }
  }
}
