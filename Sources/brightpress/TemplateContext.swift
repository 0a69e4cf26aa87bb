internal import Diagnostics
internal import Templates
internal import Text

extension TemplateDictionary {
  /// The members of the JSON object in a file, as values for a template; of equal names the last
  /// counts.
  static func reading(_ source: SourceText) -> Checked<TemplateDictionary> {
    do throws(JSONError) {
      let value = try JSONValue(reading: source.bytes)
      guard case .object(let members) = value else {
        let message = "the values of a template must be a JSON object"
        return Checked(
          [:], [.error("malformed-json", message, at: source.location(at: 0))])
      }
      return Checked(TemplateDictionary(members))
    } catch {
      return Checked(
        [:], [.error("malformed-json", error.message, at: source.location(of: error.range))])
    }
  }

  fileprivate init(_ members: [JSONMember]) {
    self.init(members.map { ($0.name, TemplateValue($0.value)) })
  }
}

extension TemplateValue {
  /// The value that JSON stands for; whole numbers beyond 64 bits become numbers with a fraction.
  fileprivate init(_ value: JSONValue) {
    self =
      switch value {
      case .null: .none
      case .bool(let flag): .bool(flag)
      case .number(let number): .integer(number)
      // `-0` is zero; any other number of JSON is one of Swift's, if only infinity.
      case .decimal(let digits):
        Int(digits).map { .integer($0) } ?? .number(Double(digits) ?? .infinity)
      case .text(let text): .text(text)
      case .list(let values): .list(values.map { TemplateValue($0) })
      case .object(let members): .dictionary(TemplateDictionary(members))
      }
  }
}
