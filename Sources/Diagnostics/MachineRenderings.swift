private import Text

extension DiagnosticReport {
  /// One JSON array; an object a diagnostic, its keys in a fixed order.
  var jsonRendering: String {
    var json = Bytes("[".utf8)
    for (index, diagnostic) in diagnostics.enumerated() {
      json.append(index == 0 ? "\n  " : ",\n  ")
      json.appendObject([
        ("path", .text(openable(diagnostic.location.path))),
        ("line", .number(diagnostic.location.line)),
        ("column", .number(diagnostic.location.column)),
        ("length", .number(diagnostic.location.length)),
        ("severity", .text(diagnostic.severity.rawValue)),
        ("rule", .text(diagnostic.rule.description)),
        ("message", .text(diagnostic.message)),
        ("help", .list(diagnostic.help.map { .text($0) })),
        ("related", .list(diagnostic.related.map(json(of:)))),
      ])
    }
    json.append(diagnostics.isEmpty ? "]\n" : "\n]\n")
    return json.text
  }

  /// A path that can be opened from where the program was started; one from the root, and the name of
  /// an option, are so already.
  private func openable(_ path: String) -> String {
    path.hasPrefix("/") || path.hasPrefix("--") ? path : pathPrefix + path
  }

  private func json(of related: Diagnostic.Related) -> JSONValue {
    .object([
      ("path", .text(openable(related.location.path))),
      ("line", .number(related.location.line)),
      ("column", .number(related.location.column)),
      ("message", .text(related.message)),
    ])
  }

  /// A workflow command (GitHub Actions, "Setting an error message").
  func githubCommand(_ diagnostic: Diagnostic) -> String {
    let location = diagnostic.location
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let properties = [
      "file=\(property(openable(location.path)))", "line=\(location.line)",
      "col=\(location.column)", "endColumn=\(location.column + location.length)",
      "title=\(property(diagnostic.rule.description))",
    ].joined(separator: ",")
    let message = ([diagnostic.message] + diagnostic.help.map { "help: \($0)" })
      .joined(separator: "\n")
    return "::\(command) \(properties)::\(data(message))\n"
  }

  private func data(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case "\r\n": result += "%0D%0A"
      default: result.append(character)
      }
    }
  }

  private func property(_ text: String) -> String {
    data(text).reduce(into: "") { result, character in
      switch character {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.append(character)
      }
    }
  }

  /// A SARIF 2.1.0 log with one run.
  var sarifRendering: String {
    var rules: [String] = []
    for diagnostic in diagnostics where !rules.contains(diagnostic.rule.description) {
      rules.append(diagnostic.rule.description)
    }
    let driver: JSONValue = .object([
      ("name", .text("brightpress")),
      ("rules", .list(rules.map { .object([("id", .text($0))]) })),
    ])
    let run: JSONValue = .object([
      ("tool", .object([("driver", driver)])),
      ("columnKind", .text("unicodeCodePoints")),
      ("results", .list(diagnostics.map(sarifResult))),
    ])
    var json = Bytes()
    json.appendObject([
      ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .text("2.1.0")),
      ("runs", .list([run])),
    ])
    json.append("\n")
    return json.text
  }

  private func sarifResult(_ diagnostic: Diagnostic) -> JSONValue {
    let message = ([diagnostic.message] + diagnostic.help).joined(separator: "\n")
    let related = diagnostic.related.map { related in
      sarifLocation(related.location, message: related.message)
    }
    var result: [(String, JSONValue)] = [
      ("ruleId", .text(diagnostic.rule.description)),
      ("level", .text(diagnostic.severity.rawValue)),
      ("message", .object([("text", .text(message))])),
      ("locations", .list([sarifLocation(diagnostic.location, message: nil)])),
    ]
    if !related.isEmpty { result.append(("relatedLocations", .list(related))) }
    return .object(result)
  }

  /// A path as a relative reference (RFC 3986, section 4.2).
  private func uriReference(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ","):
        uri.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += (digits.count == 1 ? "%0" : "%") + digits
      }
    }
  }

  private func sarifLocation(_ location: TextLocation, message: String?) -> JSONValue {
    let region: JSONValue = .object([
      ("startLine", .number(location.line)), ("startColumn", .number(location.column)),
      ("endColumn", .number(location.column + location.length)),
    ])
    let artifact: JSONValue = .object([("uri", .text(uriReference(openable(location.path))))])
    var members: [(String, JSONValue)] = [
      ("physicalLocation", .object([("artifactLocation", artifact), ("region", region)]))
    ]
    if let message { members.append(("message", .object([("text", .text(message))]))) }
    return .object(members)
  }
}
