internal import CivilTime
internal import Funding
internal import Site
package import Text

extension Report {
  /// The parts of the report as one HTML page that can be printed, with its charts as SVG; all of
  /// them where none is named.
  ///
  /// The page needs no other file and runs no script.
  package func html(_ sections: [ReportSection]) -> Bytes {
    var html = Bytes()
    let title = "Report: " + (projectName ?? siteTitle)
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    html.append(escapingHTML: title)
    html.append("</title>\n<style>\n\(Self.style)</style>\n</head>\n<body>\n<header>\n<h1>")
    html.append(escapingHTML: title)
    html.append("</h1>\n<p>")
    html.append(escapingHTML: "\(scope), as of \(day.iso)")
    if let grantAgreement {
      html.append(". Grant agreement ")
      html.append(escapingHTML: grantAgreement)
    }
    html.append("</p>\n</header>\n<main>\n")
    for section in sections.isEmpty ? ReportSection.allCases : sections {
      html.append("<section class=\"\(section.rawValue)\">\n<h2>")
      html.append(escapingHTML: sheet(section).title)
      html.append("</h2>\n")
      if let chart = chart(section) { html.append(contentsOf: chart.svg) }
      html.append(table: sheet(section))
      html.append("</section>\n")
    }
    html.append("</main>\n")
    if let funding { html.append(footer: funding) }
    html.append("</body>\n</html>\n")
    return html
  }

  /// The chart of a part, where it has one.
  private func chart(_ section: ReportSection) -> BarChart? {
    switch section {
    case .targets:
      BarChart(
        title: "How much of each goal is reached",
        bars: targets.compactMap { target in
          target.goal.map {
            .init(
              label: target.label, value: target.count, whole: max($0, target.count),
              note: "\(target.count) of \($0)")
          }
        })
    case .partners:
      BarChart(
        title: "Delivered activities of each partner", bars: bars(partners))
    case .quarters:
      BarChart(title: "Delivered activities in each quarter", bars: bars(quarters))
    case .activities, .missing: nil
    }
  }

  private func bars(_ groups: [Group]) -> [BarChart.Bar] {
    let most = groups.map(\.total).max() ?? 0
    return groups.map {
      BarChart.Bar(label: $0.name, value: $0.total, whole: most, note: "\($0.total)")
    }
  }

  private static let style = """
    body { font: 11pt/1.45 Arial, sans-serif; color: #1b1f24; margin: 2rem auto; max-width: 75rem; \
    padding: 0 1rem; }
    h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; break-after: avoid; }
    table { border-collapse: collapse; width: 100%; font-size: .85rem; }
    th, td { border: 1px solid #c4cad2; padding: .3rem .5rem; text-align: left; \
    vertical-align: top; overflow-wrap: break-word; }
    th { background: #eef1f5; }
    td a { overflow-wrap: anywhere; }
    .activities td:nth-child(7), .activities td:nth-child(8) { white-space: nowrap; }
    tr { break-inside: avoid; }
    .number { text-align: right; white-space: nowrap; }
    svg.chart { width: 100%; max-width: 48rem; height: auto; margin: .5rem 0 1rem; }
    footer { margin-top: 2.5rem; border-top: 1px solid #c4cad2; padding-top: 1rem; \
    font-size: .85rem; break-inside: avoid; }
    .mark { display: flex; align-items: center; gap: 1rem; font-weight: bold; }
    .mark svg { flex: none; width: 18mm; height: 12mm; print-color-adjust: exact; }
    @page { size: A4 landscape; margin: 15mm; }
    @media print { body { margin: 0; max-width: none; padding: 0; font-size: 9pt; } }

    """
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(table sheet: ReportSheet) {
    guard !sheet.rows.isEmpty else {
      append("<p>")
      append(escapingHTML: sheet.emptyText)
      append("</p>\n")
      return
    }
    append("<table>\n<thead><tr>")
    for column in sheet.columns {
      append("<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>")
      append(escapingHTML: column.title)
      append("</th>")
    }
    append("</tr></thead>\n<tbody>\n")
    for row in sheet.rows {
      append("<tr>")
      for (column, cell) in zip(sheet.columns, row) {
        append("<td\(column.isNumber ? " class=\"number\"" : "")>")
        append(cell: cell)
        append("</td>")
      }
      append("</tr>\n")
    }
    append("</tbody>\n</table>\n")
  }

  /// An address becomes a link; all else is text.
  private mutating func append(cell: String) {
    guard cell.hasPrefix("https://") || cell.hasPrefix("http://") else {
      append(escapingHTML: cell)
      return
    }
    append("<a href=\"")
    append(escapingHTML: cell)
    append("\">")
    append(escapingHTML: cell)
    append("</a>")
  }

  /// The emblem and the statement are never apart.
  fileprivate mutating func append(footer funding: Report.FundingTexts) {
    append("<footer>\n<p class=\"mark\">")
    append(contentsOf: EUEmblem.svg(title: "Emblem of the European Union"))
    append("<span>")
    append(escapingHTML: funding.statement)
    append("</span></p>\n")
    for text in [funding.acknowledgement, funding.disclaimer].compactMap({ $0 })
    where text != funding.statement && text != funding.statement + "." {
      append("<p>")
      append(escapingHTML: text)
      append("</p>\n")
    }
    append("</footer>\n")
  }
}
