import Text

extension TemplateFilter {
  static let escapingFilters: [TemplateFilter] = [
    TemplateFilter("escape", body: escape),
    TemplateFilter("e", body: escape),
    TemplateFilter("forceescape", body: forceEscape),
    TemplateFilter("xml", body: xml),
    TemplateFilter("safe", body: safe),
    TemplateFilter("tojson", Signature(["indent"]), json),
    TemplateFilter("json", Signature(["indent"]), json),
    TemplateFilter("urlencode", body: urlEncode),
  ]

  private init(_ name: String, body: @escaping Body) {
    self.init(name, Signature(), body)
  }

  private static func escape(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    if case .markup = subject { return subject }
    return try forceEscape(subject, arguments, context)
  }

  private static func forceEscape(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var bytes = Bytes()
    let text = try subject.printed()
    bytes.append(text, escapedFor: context.kind == .plain ? .html : context.kind)
    return .markup(bytes)
  }

  private static func xml(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var bytes = Bytes()
    bytes.append(escapingXML: try subject.printed())
    return .markup(bytes)
  }

  private static func safe(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    if case .markup = subject { return subject }
    return .markup(Bytes(try subject.printed().utf8))
  }

  private static func json(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    var writer = JSONWriter(indent: try arguments.integer(0, "indent"), limits: context.limits)
    try writer.write(subject, depth: 0)
    return .markup(writer.bytes)
  }

  /// Percent-encodes a text (RFC 3986), except `/`; a dictionary or pairs become a query.
  private static func urlEncode(
    _ subject: TemplateValue, _ arguments: TemplateArguments, _ context: FilterContext
  ) throws(TemplateFailure) -> TemplateValue {
    switch subject {
    case .dictionary(let dictionary):
      return try query(zip(dictionary.keys, dictionary.values).map { (.text($0), $1) })
    case .list, .tuple, .sequence:
      var pairs: [(TemplateValue, TemplateValue)] = []
      for pair in try subject.filterItems("urlencode").values {
        guard let parts = pair.items?.values, parts.count == 2 else {
          throw .wrongSubject("urlencode", "a text, a dictionary or a list of pairs", pair)
        }
        pairs.append((parts[0], parts[1]))
      }
      return try query(pairs)
    default: return .text(percentEncoded(try subject.filterText("urlencode"), forQuery: false))
    }
  }

  private static func query(_ pairs: [(TemplateValue, TemplateValue)]) throws(TemplateFailure)
    -> TemplateValue
  {
    var parts: [String] = []
    for (key, value) in pairs {
      parts.append(
        percentEncoded(try key.printed(), forQuery: true) + "="
          + percentEncoded(try value.printed(), forQuery: true))
    }
    return .text(parts.joined(separator: "&"))
  }

  private static func percentEncoded(_ text: String, forQuery: Bool) -> String {
    var result = Bytes()
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      let isLetter = byte < 0x80 && (byte.isNameStart || byte.isASCIIDigit)
      if isLetter || "-.~".utf8.contains(byte) || (!forQuery && byte == UInt8(ascii: "/")) {
        result.append(byte)
      } else if forQuery, byte == UInt8(ascii: " ") {
        result.append(UInt8(ascii: "+"))
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return result.text
  }
}
