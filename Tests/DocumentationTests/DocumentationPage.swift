import Foundation

/// A page of `docs/`, taken apart into what tests compare with the program.
struct DocumentationPage {
  /// A piece of code or of output in a page.
  struct Block {
    /// The language and, behind it, the path of the file that the block shows.
    let info: [String]
    let text: String
    /// Where it is: its line in the page.
    let line: Int

    var language: String { info.first ?? "" }
    var path: String? { info.count > 1 ? info[1] : nil }
    var isMistake: Bool { info.contains("mistake") }
  }

  /// A heading with what stands below it, up to the next heading of any level.
  struct Section {
    let title: String
    var lines: [String] = []
    var blocks: [Block] = []

    /// Its tables.
    var tables: [Table] {
      lines.split { !$0.hasPrefix("|") }.map { Table(rows: $0.dropFirst(2).map(cells)) }
    }

    /// The rows of all its tables.
    var rows: [[String]] { tables.flatMap(\.rows) }
  }

  /// A table without its head: the cells of each row.
  struct Table {
    let rows: [[String]]
  }

  let sections: [Section]

  /// The repository's folder.
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Reads `docs/NAME`.
  init(_ name: String) throws {
    let file = Self.repository.appending(path: "docs/" + name)
    self.init(text: try String(contentsOf: file, encoding: .utf8))
  }

  init(text: String) {
    var sections = [Section(title: "")]
    var fence: (mark: Substring, info: [String], line: Int)?
    var code: [String] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if let open = fence {
        if line == open.mark {
          let text = code.map { $0 + "\n" }.joined()
          sections[sections.count - 1].blocks.append(
            Block(info: open.info, text: text, line: open.line))
          fence = nil
        } else {
          code.append(String(line))
        }
      } else if line.hasPrefix("```") {
        let mark = line.prefix { $0 == "`" }
        let info = line.dropFirst(mark.count).split(separator: " ").map(String.init)
        fence = (mark, info, number + 1)
        code = []
      } else if line.hasPrefix("#") {
        sections.append(Section(title: String(line.drop { $0 == "#" }.dropFirst())))
      } else {
        sections[sections.count - 1].lines.append(String(line))
      }
    }
    self.sections = sections
  }

  /// The section under a heading; empty where the page has none.
  func section(_ title: String) -> Section {
    sections.first { $0.title == title } ?? Section(title: title)
  }

  var blocks: [Block] { sections.flatMap(\.blocks) }

  private static func cells(_ row: String) -> [String] {
    row.replacing("\\|", with: "\u{1}").split(separator: "|").map {
      $0.trimmingCharacters(in: .whitespaces).replacing("\u{1}", with: "|")
    }
  }
}

extension String {
  /// The parts of a text that stand between backquotes.
  var codeWords: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
