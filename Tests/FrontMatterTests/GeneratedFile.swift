import TestSupport

/// A content file put together at random, which knows which of its lines are the edited fields'.
struct GeneratedFile {
  /// The file in parts: what must stay, and between two such parts a field that may change.
  private(set) var kept: [String] = [""]
  /// The names of the fields between the kept parts.
  private(set) var own: [String] = []
  /// Comments in the fields' lines, which must stay.
  private(set) var ownComments: [String] = []
  private(set) var text = ""
  private let lineEnd: String
  private var numbers: SeededNumbers

  static let edited = ["eccp_url", "eccp_date"]

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    lineEnd = ["\n", "\r\n", "\r"][Int(seed % 3)]
    if chance(1, of: 4) { keep("\u{FEFF}") }
    if chance(1, of: 12) {
      own.append("everything")
      kept.append("")
    } else {
      makeFrontMatter()
    }
    makeBody()
  }

  /// Ways to write a value, with lines below it; `¶` is the end of a line.
  private static let ownValues = [
    " https://example.org/a", " \"https://example.org/a\"", " 'it''s'", "", " ~", " null", " no",
    " >-¶  folded¶  text", " |¶  literal¶¶  text", " |+¶  kept¶¶", " >2-¶    indented",
    " two¶  lines of¶  a text", " \"two¶  lines\"", " 'two¶¶  lines'", "¶  below", "¶    \"below\"",
    " &unused one", " !!str 12", " *known", " &b |¶  x", " \"a # b: c\"", "\t'tab'", " ö 日本 🎉",
  ]
  private static let otherLines = [
    "title: One, \"two\" a:b", "title: 'D1.1: Plan'", "tags: [a, 'b: c', \"d\"]",
    "tags:¶  - one # first¶  - two", "tags:¶- one¶- two", "extra:¶  eccp_url: inner¶  b: {c: d}",
    "summary: >-¶  eccp_url: no¶  field¶", "summary: |+¶  # no comment¶¶", "draft: true",
    "description: goes¶  on \"x\"", "weight: 012", "empty:", "# eccp_url: a comment", "", "  ",
    "sameness: *known", "ö: ä 🎉", "\"quoted key\": \"\\u00e9\\n\"", "? asked¶: answered",
  ]

  private mutating func makeFrontMatter() {
    let indent = chance(1, of: 6) ? "  " : ""
    keep("---" + (chance(1, of: 5) ? " \t" : "") + lineEnd)
    var names = Self.edited.shuffled(using: &numbers)
    while chance(1, of: 3), !names.isEmpty { names.removeLast() }
    // A line of its own before, between and after the edited fields, and an anchor for aliases.
    keep(lines("anchored: &known a text", indent))
    var used: Set<String> = ["anchored"]
    for name in names + [""] {
      for _ in 0..<Int.random(in: 0...3, using: &numbers) { makeOther(indent, &used) }
      if !name.isEmpty { makeOwn(name, indent) }
    }
    if names.count < Self.edited.count {
      own.append("added")
      kept.append("")
    }
    keep((chance(1, of: 4) ? "..." : "---"))
  }

  private mutating func makeOther(_ indent: String, _ used: inout Set<String>) {
    let line = pick(Self.otherLines)
    // Of two fields with one name only the first is written; blanks and comments may repeat.
    let name = String(line.prefix { $0 != ":" && $0 != "¶" })
    guard line.isEmpty || line.hasPrefix("#") || line == "  " || used.insert(name).inserted else {
      return
    }
    keep(lines(line, indent))
  }

  private mutating func makeOwn(_ name: String, _ indent: String) {
    let value = pick(Self.ownValues)
    var written = name + (chance(1, of: 8) ? " :" : ":") + value
    if !value.contains("¶") || value.hasPrefix(" |") || value.hasPrefix(" >"), chance(1, of: 3) {
      let comment = " # kept \(name)"
      let end = written.firstIndex(of: "¶") ?? written.endIndex
      written.insert(contentsOf: comment, at: end)
      ownComments.append(comment)
    }
    own.append(name)
    text += lines(written, indent)
    kept.append("")
  }

  private mutating func makeBody() {
    let hasFrontMatter = own.first != "everything"
    if hasFrontMatter {
      guard !chance(1, of: 4) else { return }
      keep(lineEnd)
    }
    let lines = ["eccp_url: text", "---", "", "# A heading", "öäü 🎉", "\ttab  "]
    for _ in 0..<Int.random(in: 0...4, using: &numbers) {
      // A file without front matter must not begin with its fence.
      let line = pick(lines)
      keep((hasFrontMatter || line != "---" ? line : "") + lineEnd)
    }
    if chance(1, of: 3) { keep("no end of the line") }
  }

  private mutating func keep(_ part: String) {
    text += part
    kept[kept.count - 1] += part
  }

  private func lines(_ text: String, _ indent: String) -> String {
    text.split(separator: "¶", omittingEmptySubsequences: false)
      .map { ($0.isEmpty ? "" : indent + $0) + lineEnd }.joined()
  }

  private mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &numbers) < part
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts[Int.random(in: 0..<texts.count, using: &numbers)]
  }
}
