internal import Diagnostics
private import Text

/// The form that a value of the theme is written in.
struct ThemeForm<Value> {
  let rule: Diagnostic.Rule
  /// What a value is that has the form, for messages.
  let noun: String
  let help: String
  /// The value of a text; nil where the text does not have the form.
  let reading: (String) -> Value?
}

extension ThemeForm<ThemeColor> {
  static var color: ThemeForm {
    ThemeForm(
      rule: "invalid-colour", noun: "colour",
      help: "write six hexadecimal digits, in quotation marks: \"#0b4aae\"",
      reading: { ThemeColor($0) })
  }
}

extension ThemeForm<String> {
  static var length: ThemeForm {
    ThemeForm(
      rule: "invalid-length", noun: "length",
      help: "write a number with its unit (rem, em, px or ch), such as 1.0625rem",
      reading: { isLength($0) ? $0 : nil })
  }

  static var number: ThemeForm {
    ThemeForm(
      rule: "invalid-length", noun: "number", help: "write a number such as 0.8 or 1.25",
      reading: { isNumber($0[...]) ? $0 : nil })
  }

  static var fonts: ThemeForm {
    ThemeForm(
      rule: "invalid-font", noun: "list of typefaces",
      help: "write names with commas between them, such as Georgia, Times New Roman, serif",
      reading: fontStack)
  }

  /// `1.0625rem`, `8px`; zero needs no unit.
  private static func isLength(_ text: String) -> Bool {
    if text == "0" { return true }
    return ["rem", "em", "px", "ch"].contains { unit in
      text.hasSuffix(unit) && isNumber(text.dropLast(unit.count))
    }
  }

  /// Digits with at most one point among them.
  private static func isNumber(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy(\.isASCIIDigit)
      }
  }

  /// The names of typefaces, those of several words in quotation marks; nil where one has signs
  /// that no name needs.
  private static func fontStack(_ text: String) -> String? {
    var names: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.filter { $0 != "\"" && $0 != "'" }.split(separator: " ")
        .joined(separator: " ")
      guard !name.isEmpty,
        name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" })
      else { return nil }
      names.append(name.contains(" ") ? "\"\(name)\"" : name)
    }
    return names.joined(separator: ", ")
  }
}
