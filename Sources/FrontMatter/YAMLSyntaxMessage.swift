internal import Diagnostics

extension Diagnostic {
  /// libyaml's complaint in the words of somebody who writes front matter.
  static func syntax(_ error: YAMLSyntaxError, in source: SourceText, base: Int) -> Diagnostic {
    let offset = min(error.offset + base, source.bytes.count)
    let here = source.location(of: offset..<min(offset + 1, source.bytes.count))
    let context = error.contextOffset.map { source.location(of: $0 + base..<$0 + base + 1) }
    switch error.problem {
    case "mapping values are not allowed in this context":
      return .error(
        "yaml-syntax", "a value with a colon and a space in it needs quotation marks", at: here,
        help: ["write the whole value in quotation marks: title: \"D1.1: Plan\""])
    case "found character that cannot start any token":
      return unquotedStart(source, offset, here)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return .tab(at: here)
    case "block sequence entries are not allowed in this context":
      return .error(
        "yaml-syntax", "a list cannot begin here, in the line of its key", at: here,
        help: [
          "begin the list in the next line, or write it in brackets: tags: [one, two]",
          "put a text that begins with '- ' in quotation marks",
        ])
    case "did not find expected node content":
      return .error(
        "yaml-syntax", "a value is missing here, or a bracket was not closed", at: context ?? here,
        help: ["separate with commas and close the bracket: [one, two]"])
    case "invalid leading UTF-8 octet", "incomplete UTF-8 octet sequence",
      "invalid trailing UTF-8 octet", "invalid length of a UTF-8 sequence":
      return .error(
        "invalid-encoding", "byte \(offset + 1) of the file is not UTF-8", at: here,
        help: ["save the file as UTF-8"])
    case "found unexpected end of stream", "found unexpected document indicator":
      return .error(
        "yaml-syntax", "the quotation mark that opens here is never closed", at: context ?? here,
        help: ["close it in the same line; inside \"…\" a quotation mark is written \\\""])
    case "control characters are not allowed":
      return .error(
        "yaml-syntax", "a control character stands here, which YAML does not allow", at: here,
        help: ["delete it; it usually comes from pasting out of a PDF or a word processor"])
    case "found unknown escape character":
      return .error(
        "yaml-syntax", "this backslash begins no known escape", at: here,
        help: ["write \\\\ for a backslash, or use single quotation marks: 'C:\\folder'"])
    case "could not find expected ':'":
      return .error(
        "yaml-syntax", "this line has no 'key: value' form", at: context ?? here,
        help: ["write 'key: value', with a space after the colon"])
    case "did not find expected key", "did not find expected '-' indicator":
      return .error(
        "yaml-syntax", "this does not fit the lines above it", at: here,
        help: [
          "keys of one table begin in the same column, indented with spaces",
          "a value that begins with a quotation mark has to end with it",
        ], related: context.map { [.init("the table or list begins here", at: $0)] } ?? [])
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return .error(
        "yaml-syntax", "the bracket that opens here is never closed", at: context ?? here,
        help: ["separate with commas and close the bracket: [one, two]"])
    default:
      let circumstance = error.context.map { " \($0)" } ?? ""
      return .error("yaml-syntax", "\(error.problem)\(circumstance)", at: here)
    }
  }

  private static func unquotedStart(
    _ source: SourceText, _ offset: Int, _ here: TextLocation
  ) -> Diagnostic {
    guard offset < source.bytes.count, source.bytes[offset] != UInt8(ascii: "\t") else {
      return .tab(at: here)
    }
    let character = String(UnicodeScalar(source.bytes[offset]))
    return .error(
      "yaml-syntax", "a value cannot begin with '\(character)' without quotation marks", at: here,
      help: ["write the whole value in quotation marks: \"\(character)…\""])
  }

  private static func tab(at location: TextLocation) -> Diagnostic {
    .error(
      "yaml-syntax", "a tab stands here; YAML is indented with spaces", at: location,
      help: ["replace the tab by two spaces"])
  }
}
