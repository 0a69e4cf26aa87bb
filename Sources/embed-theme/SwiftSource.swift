internal import Foundation

/// A file of the theme: its path inside the folder and its contents.
struct EmbeddedFile {
  let path: String
  let contents: Data
}

/// The files in a folder and below it in the order of their paths, without hidden ones.
func embeddedFiles(in folder: URL) throws -> [EmbeddedFile] {
  guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
  return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    .compactMap { path in
      let file = folder.appending(path: path)
      let values = try file.resourceValues(forKeys: [.isRegularFileKey])
      guard values.isRegularFile == true else { return nil }
      return EmbeddedFile(path: path, contents: try Data(contentsOf: file))
    }
}

/// The Swift source that holds the files.
///
/// Everything is a static string, which costs the compiler nothing and the program no start-up time:
/// text as it is, other bytes as one character each.
func swiftSource(embedding files: [EmbeddedFile]) -> String {
  var source = """
    // Written by embed-theme from the files in templates/.

    extension DefaultTheme {
      static let embedded: [EmbeddedFile] = [

    """
  for file in files {
    let text = String(validating: file.contents, as: UTF8.self)
    let scalars = text ?? String(String.UnicodeScalarView(file.contents.map { Unicode.Scalar($0) }))
    source += "    EmbeddedFile(\n      path: \(literal(file.path)),\n"
    source += "      encoding: \(text == nil ? ".byteAsCharacter" : ".utf8"),\n"
    source += "      contents: \(literal(scalars))),\n"
  }
  return source + "  ]\n}\n"
}

/// A string literal on one line that means exactly `text`.
private func literal(_ text: String) -> String {
  var literal = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": literal += "\\\""
    case "\\": literal += "\\\\"
    case "\n": literal += "\\n"
    case " "..."~": literal.unicodeScalars.append(scalar)
    default:
      // Letters stay readable; what an editor or the compiler might change is spelled out.
      if scalar.properties.isAlphabetic {
        literal.unicodeScalars.append(scalar)
      } else {
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
  }
  return literal + "\""
}
