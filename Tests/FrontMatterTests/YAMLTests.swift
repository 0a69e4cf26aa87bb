import Diagnostics
import FrontMatter
import Testing
import Text

/// What YAML means here: text stays as it was written.
@Suite struct YAMLTests {
  private func dump(_ yaml: String) -> String {
    let reading = Reading("---\n\(yaml)\n---\n")
    return (reading.yaml?.dump ?? "") + reading.problems.joined(separator: "; ")
  }

  @Test(arguments: [
    "no", "yes", "on", "012", "10.10", "2026", "0x1F", "1e3", "1_000", "12:30:45", "2023-02-23",
    "~", "null", ".inf", "=", "<<", "C++", "a:b", "http://example.org/#x", "-1", "ö", "日本語",
  ])
  func `a text without quotation marks stays as it was written`(text: String) {
    #expect(dump("a: \(text)") == "{a: \(text)}")
  }

  @Test(arguments: [
    ("\"a \\\"b\\\" \\u00e9\\n\"", "a \"b\" é\n"), ("'it''s'", "it's"), ("\"no\"", "no"),
    ("\"~\"", "~"), ("\"\"", ""), ("'D1.1: Plan'", "D1.1: Plan"),
    ("\"# no comment\"", "# no comment"),
    ("|\n  one\n   two\n", "one\n two\n"), (">\n  one\n  two\n\n  three\n", "one two\nthree\n"),
    ("|-\n  one\n", "one"), (">-\n  one\n  two", "one two"), ("|+\n  one\n", "one\n\n"),
    ("\"one\n  two\"", "one two"),
  ])
  func `a quoted or a block text is what it says`(written: String, text: String) {
    let reading = Reading("---\na: \(written)\n---\n")
    #expect(reading.problems == [])
    #expect(reading.text("a") == text)
    #expect(reading["a"]?.isNull == false)
  }

  @Test func `a plain text may go over several lines`() {
    #expect(dump("a: one\n  two\nb: x") == "{a: one two, b: x}")
  }

  @Test(arguments: ["", "~", "null", "# a comment"])
  func `nothing, a tilde and null are nothing`(written: String) {
    #expect(Reading("---\na: \(written)\nb: c\n---\n")["a"]?.isNull == true)
  }

  @Test func `lists and tables nest in both forms`() {
    #expect(
      dump("a:\n  - one\n  - b: c\n    d: [e, {f: g}]\n  -\n    - h\ni: {j: {k: [l]}}")
        == "{a: [one, {b: c, d: [e, {f: g}]}, [h]], i: {j: {k: [l]}}}")
    #expect(dump("a:\n- one\n- two\nb: [ ]\nc: { }") == "{a: [one, two], b: [], c: {}}")
  }

  @Test func `comments are no part of a value`() {
    #expect(dump("# first\na: b # second\n# third\nc: d#e") == "{a: b, c: d#e}")
  }

  @Test(arguments: [
    (
      #"a: "one 1️⃣\x08\x01 two""#, "one  two",
      "U+0008 (backspace) is left out: pages cannot hold it, and one more in the same text"
    ),
    (#"a: "\\x08 1️⃣\u0085""#, #"\x08 "#, "U+0085 (next line) is left out: pages cannot hold it"),
    (#"a: "tab\t 1️⃣\b""#, "tab\t ", "U+0008 (backspace) is left out: pages cannot hold it"),
    (
      "a: plain 1️⃣\(scalar(0xFDD0))x", "plain x",
      "U+FDD0 (no character) is left out: pages cannot hold it"
    ),
    (
      #"a: 'ö 1️⃣\#(scalar(0x1FFFE))'"#, "ö ",
      "U+1FFFE (no character) is left out: pages cannot hold it"
    ),
  ])
  func `control characters are left out and reported where they stand`(
    marked: String, value: String, message: String
  ) {
    let text = MarkedText("---\nö: ä\n\(marked)\n---\n")
    let reading = Reading(text.source)
    #expect(
      reading["a"]?.content == .scalar(value, isPlain: !marked.contains { "\"'".contains($0) }))
    let place = text.place(1)
    #expect(
      reading.problems == ["\(place.line):\(place.column) \(message) [control-character]"])
  }

  @Test func `an anchor's value stands where its alias is`() {
    #expect(
      dump("a: &x [one, two]\nb: *x\nc: &y z\nd: *y")
        == "{a: [one, two], b: [one, two], c: z, d: z}")
    #expect(dump("a: &x one\nb: &x two\nc: *x") == "{a: one, b: two, c: two}")
  }

  @Test(arguments: [
    ("title: 1️⃣One\ntags: 2️⃣[3️⃣ö, 4️⃣\"é\"]", 1), ("ö: ä 🎉\né: 1️⃣x\nb: 2️⃣'y'", 2),
  ])
  func `places are right after text that is not ASCII`(marked: String, count: Int) throws {
    let text = MarkedText("---\nü: “ß” 🎉\n" + marked + "\n---\n")
    let reading = Reading(text.source)
    #expect(reading.problems == [])
    var places: [Int] = []
    func collect(_ node: YAMLNode) {
      switch node.content {
      case .scalar: places.append(node.range.lowerBound)
      case .sequence(let nodes):
        places.append(node.range.lowerBound)
        for element in nodes { collect(element) }
      case .mapping(let pairs): for pair in pairs { collect(pair.value) }
      }
    }
    collect(try #require(reading.yaml))
    for offset in text.offsets.values { #expect(places.contains(offset)) }
  }

  @Test func `a range is the value and nothing around it`() throws {
    let reading = Reading("---\na:   \"ö b\"   # c\nd: e f  \ng: [h, i] \n---\n")
    let texts = ["a", "d", "g"].map { key in
      reading[key].map { reading.source.bytes[$0.range].text } ?? ""
    }
    #expect(texts == ["\"ö b\"", "e f", "[h, i]"])
  }
}

/// What is refused, where, and with which way out.
@Suite struct YAMLProblemTests {
  /// Expects one problem at the mark `1️⃣`.
  private func check(
    _ marked: String, _ message: String, _ rule: String, help: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let text = MarkedText("---\nö: “ü” 🎉\n" + marked + "\n---\nText.\n")
    let reading = Reading(text.source)
    let place = text.place(1)
    #expect(reading.problems == ["\(place) \(message) [\(rule)]"], sourceLocation: sourceLocation)
    if let help {
      #expect(reading.diagnostics.flatMap(\.help).contains(help), sourceLocation: sourceLocation)
    }
  }

  @Test func `a colon in a value asks for quotation marks`() {
    check(
      "title: D1.11️⃣: Plan", "a value with a colon and a space in it needs quotation marks",
      "yaml-syntax", help: "write the whole value in quotation marks: title: \"D1.1: Plan\"")
  }

  @Test(arguments: ["@home", "%x", "`x`"])
  func `a character that no value begins with asks for quotation marks`(value: String) {
    let first = String(value.prefix(1))
    check(
      "a: 1️⃣\(value)", "a value cannot begin with '\(first)' without quotation marks", "yaml-syntax",
      help: "write the whole value in quotation marks: \"\(first)…\"")
  }

  @Test func `a tab is no indentation`() {
    check(
      "a:\n1️⃣\tb: c", "a tab stands here; YAML is indented with spaces", "yaml-syntax",
      help: "replace the tab by two spaces")
  }

  @Test(arguments: ["a: 1️⃣\"never closed", "a: 1️⃣'never closed\nb: c"])
  func `a quotation mark that is never closed is shown where it opens`(marked: String) {
    check(marked, "the quotation mark that opens here is never closed", "yaml-syntax")
  }

  @Test(arguments: ["tags: 1️⃣[one, two\nb: c", "a: 1️⃣{b: c\nd: e", "tags: 1️⃣[one, two"])
  func `a bracket that is never closed is shown where it opens`(marked: String) {
    check(marked, "the bracket that opens here is never closed", "yaml-syntax")
  }

  @Test func `a line without a colon is no field`() {
    check(
      "1️⃣just words\nb: c", "this line has no 'key: value' form", "yaml-syntax",
      help: "write 'key: value', with a space after the colon")
  }

  @Test func `a backslash that means nothing is shown`() {
    check("a: \"C:1️⃣\\docs\"", "this backslash begins no known escape", "yaml-syntax")
  }

  @Test func `a control character is shown`() {
    check(
      "a: b1️⃣\u{1}c", "a control character stands here, which YAML does not allow", "yaml-syntax")
  }

  @Test func `a line of another indentation does not fit`() {
    check(
      "a: b\n c1️⃣: d", "a value with a colon and a space in it needs quotation marks", "yaml-syntax")
  }

  @Test func `a key that stands there twice is an error that names both lines`() {
    check(
      "title: One\nä: é\n1️⃣title: Two", "the key 'title' stands here a second time",
      "duplicate-key", help: "keep one of the two, lines 3 and 5")
    let reading = Reading("---\ntitle: One\ntitle: Two\n---\n")
    #expect(reading.text("title") == "One")
    #expect(reading.diagnostics[0].related.map(\.location.line) == [2])
  }

  @Test func `a repeated key is found among many`() {
    for count in [1, 15, 16, 17, 18, 40] {
      for repeated in 0..<count {
        let lines = (0..<count).map { "key\($0): value \($0)\n" }.joined()
        let reading = Reading("---\n\(lines)key\(repeated): other\nlast: x\nlast: y\n---\n")
        #expect(reading.diagnostics.map(\.rule) == ["duplicate-key", "duplicate-key"])
        #expect(
          reading.diagnostics.map { $0.related[0].location.line } == [repeated + 2, count + 3])
        #expect(reading.text("key\(repeated)") == "value \(repeated)")
      }
    }
  }

  @Test func `equal keys of different tables are no problem`() {
    #expect(Reading("---\na: {b: c}\nd: {b: c}\nb: c\n---\n").problems == [])
  }

  @Test(arguments: ["!ruby/object:Gem::Version 1", "!!python/object x", "!mine [a]"])
  func `a tag of another program has no meaning`(value: String) {
    let reading = Reading("---\na: \(value)\n---\n")
    #expect(reading.diagnostics.map(\.rule) == ["yaml-tag"])
    #expect(reading.diagnostics.first?.location.line == 2)
  }

  @Test func `a second document is an error`() {
    // In front matter, the line would be its end.
    let source = SourceText(path: "site.yaml", bytes: Bytes("a: b\n---\nc: d\n".utf8))
    let document = YAMLDocument.reading(source, range: 0..<source.bytes.count)
    #expect(
      document.diagnostics.problems == [
        "2:1 a second YAML document begins here, and only one is read [yaml-document]"
      ])
  }

  @Test func `an alias of nothing is an error`() {
    check("a: 1️⃣*b", "nothing is called '&b' above this line", "yaml-alias")
  }

  @Test func `a table or a list is no key`() {
    check("1️⃣[a, b]: c", "a key has to be a text", "yaml-key")
    check("k: {1️⃣{a: b}: c}", "a key has to be a text", "yaml-key")
  }

  @Test func `a template's braces ask for quotation marks`() {
    let reading = Reading("---\ntitle: {{ name }}\n---\n")
    #expect(reading.diagnostics.map(\.rule) == ["yaml-key"])
    #expect(
      reading.diagnostics[0].help == [
        "if the value begins with '{' or '[', put it in quotation marks"
      ])
  }
}

/// Input that was made to hurt: what grows faster than the text does never ends here.
@Suite(.timeLimit(.minutes(2))) struct YAMLLimitTests {
  /// The rules of a text's problems.
  private func rules(_ yaml: String) -> [Diagnostic.Rule] {
    Reading("---\n\(yaml)\n---\n").diagnostics.map(\.rule)
  }

  @Test func `aliases of aliases are counted, not built`() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let alias = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(alias)]\n"
    }
    #expect(rules(yaml) == ["yaml-limit"])
  }

  @Test(arguments: ["[", "{", "- ", "{a: ", "? "])
  func `a hundred kilobytes of openings are one error`(opening: String) {
    #expect(rules("a: " + String(repeating: opening, count: 100_000 / opening.count)).count == 1)
    #expect(rules(String(repeating: opening, count: 100_000 / opening.count)).count == 1)
  }

  @Test func `nesting up to the limit is read`() {
    let depth = YAMLDocument.maximumDepth - 1
    let brackets = (String(repeating: "[", count: depth), String(repeating: "]", count: depth))
    #expect(rules("a: \(brackets.0)x\(brackets.1)") == [])
    #expect(rules("a: [\(brackets.0)x\(brackets.1)]") == ["yaml-limit"])
  }

  @Test func `a table of many keys takes no longer than its length`() {
    let yaml = (0..<20_000).map { "key-\($0): \($0)" }.joined(separator: "\n")
    #expect(rules(yaml) == [])
  }

  @Test func `many anchors and aliases take no longer than their length`() {
    let anchors = (0..<10_000).map { "- &a\($0) x" }.joined(separator: "\n")
    let aliases = (0..<10_000).map { "- *a\($0)" }.joined(separator: "\n")
    #expect(rules("a:\n\(anchors)\nb:\n\(aliases)") == [])
  }

  @Test func `more values than the limit are one error`() {
    #expect(rules("a: [" + String(repeating: "x,", count: 50_001) + "]") == ["yaml-limit"])
  }

  @Test func `a value of a megabyte is a value`() {
    #expect(rules("a: " + String(repeating: "ö", count: 500_000)) == [])
  }
}

/// A character by its number; the compiler takes no noncharacters in texts.
private func scalar(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "?" }
