/// A diagnostic as a person reads it on a terminal.
struct TextRendering {
  let isColored: Bool

  func text(of diagnostic: Diagnostic) -> String {
    let location = diagnostic.location
    let severity = colored(diagnostic.severity.rawValue + ":", color(of: diagnostic.severity))
    var text = colored(place(location), "1")
    text += " \(severity) \(colored(printable(diagnostic.message), "1")) "
    text += colored("[\(diagnostic.rule)]", "2") + "\n"
    text += excerpt(of: location, color: color(of: diagnostic.severity))
    for related in diagnostic.related {
      text += "  \(colored("see:", "36")) \(place(related.location)) "
      text += "\(printable(related.message))\n"
    }
    for line in diagnostic.help {
      text += "  \(colored("help:", "32")) \(printable(line))\n"
    }
    return text
  }

  private func place(_ location: TextLocation) -> String {
    "\(printable(location.path)):\(location.line):\(location.column):"
  }

  /// The source line with a mark under the part that is meant.
  private func excerpt(of location: TextLocation, color: String) -> String {
    guard let excerpt = location.excerpt else { return "" }
    let number = String(location.line)
    let width = max(4, number.count)
    let margin = String(repeating: " ", count: width - number.count)
    let empty = String(repeating: " ", count: width)
    let lead = excerpt.isCutAtStart ? "…" : ""
    let line = printable(
      lead + excerpt.before + excerpt.marked + excerpt.after + (excerpt.isCutAtEnd ? "…" : ""))
    let gap = String(repeating: " ", count: displayWidth(printable(lead + excerpt.before)))
    let mark = String(repeating: "^", count: max(1, displayWidth(printable(excerpt.marked))))
    return """
      \(margin)\(number) | \(line)
      \(empty) | \(gap)\(colored(mark, color))

      """
  }

  /// Text without tabs and control characters, so that nothing in a file can steer the terminal
  /// and the mark stands under what it means.
  private func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(contentsOf: "  ".unicodeScalars)
      case 0x0A: result.append(" ")
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The number of terminal cells that a text takes: two for East Asian wide characters and emoji.
  private func displayWidth(_ text: String) -> Int {
    text.reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1FAFF, 0x20000...0x3FFFD:
        return width + 2
      default:
        return width + 1
      }
    }
  }

  private func color(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    }
  }

  private func colored(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
