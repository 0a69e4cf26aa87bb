import CivilTime
import Diagnostics

extension TemplateFilter {
  static let dateFilters: [TemplateFilter] = [
    TemplateFilter("date", Signature(["format", "language"]), date)
  ]

  /// A date in a named form or by a pattern.
  private static func date(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    let timestamp = try timestamp(subject)
    let format = try arguments.text(0, "format") ?? "long"
    let names = try calendarNames(arguments.text(1, "language"), context)
    switch format {
    case "iso": return .text(timestamp.iso8601)
    case "short": return .text(timestamp.isoDate)
    case "rfc822": return .text(timestamp.rfc822)
    case "rfc3339": return .text(timestamp.rfc3339)
    case "long": return .text(try DatePattern(names.long).text(of: timestamp, names))
    case "medium": return .text(try DatePattern(names.medium).text(of: timestamp, names))
    default: return .text(try DatePattern(format).text(of: timestamp, names))
    }
  }

  /// The names in the language that the template asks for, or else in the page's own; where none are
  /// known for that one, in the environment's, so that a page in a rarer language still has dates.
  private static func calendarNames(
    _ language: String?, _ context: FilterContext
  ) throws(TemplateFailure) -> CalendarNames {
    let wanted = language ?? context.textLanguage
    if let names = CalendarNames.of(wanted) { return names }
    if language == nil, let names = CalendarNames.of(context.language) { return names }
    throw TemplateFailure(
      "wrong-argument", "there are no names of months in the language '\(wanted)'",
      help: ["known languages: " + CalendarNames.languages.joined(separator: ", ")])
  }

  private static func timestamp(_ subject: TemplateValue) throws(TemplateFailure) -> Timestamp {
    if case .date(let timestamp) = subject { return timestamp }
    guard let text = subject.asText else {
      throw TemplateFailure(
        "wrong-kind", "'date' needs a date, and got \(subject.kindName)",
        help: subject.isNone ? ["test it with `if` first"] : [])
    }
    do throws(DateError) {
      return try WrittenDate(text).timestamp(in: .utc)
    } catch {
      throw TemplateFailure(
        "wrong-kind", "'\(text)' is no date", help: ["write it as 2023-02-23"])
    }
  }
}
