import CivilTime
import Diagnostics
import FrontMatter
import Testing
import Text

/// Single fields are set and nothing else is touched.
@Suite struct FrontMatterEditorTests {
  private func edited(_ text: String, _ fields: [FrontMatterField]) throws -> String {
    try editedBytes(text, fields).text
  }

  private func editedBytes(
    _ text: String, _ fields: [FrontMatterField]
  ) throws(FrontMatterEditError) -> Bytes {
    let source = SourceText(path: "a.md", bytes: Bytes(text.utf8))
    return try FrontMatterEditor(source).setting(fields)
  }

  private func problems(_ text: String, _ fields: [FrontMatterField]) -> [String] {
    do throws(FrontMatterEditError) {
      _ = try editedBytes(text, fields)
      return []
    } catch {
      return error.diagnostics.problems + error.diagnostics.flatMap(\.help)
    }
  }

  private let url = FrontMatterField("eccp_url", .text("https://example.org/x#y"))

  @Test(arguments: [
    ("---\ntitle: A\n---\nText", "---\ntitle: A\neccp_url: https://example.org/x#y\n---\nText"),
    ("---\n---\n", "---\neccp_url: https://example.org/x#y\n---\n"),
    ("---\n# nothing yet\n---", "---\n# nothing yet\neccp_url: https://example.org/x#y\n---"),
    ("---\r\n  a: b\r\n...\r\n", "---\r\n  a: b\r\n  eccp_url: https://example.org/x#y\r\n...\r\n"),
    ("---\ra: b\r---\r", "---\ra: b\reccp_url: https://example.org/x#y\r---\r"),
    ("# Text\n", "---\neccp_url: https://example.org/x#y\n---\n# Text\n"),
    ("\u{FEFF}Text\r\n", "\u{FEFF}---\r\neccp_url: https://example.org/x#y\r\n---\r\nText\r\n"),
    ("", "---\neccp_url: https://example.org/x#y\n---\n"),
  ])
  func `a field that is not there is added`(before: String, after: String) throws {
    #expect(try edited(before, [url]) == after)
  }

  @Test(arguments: [
    ("eccp_url: old", "eccp_url: https://example.org/x#y"),
    ("eccp_url:   'old'  # why", "eccp_url:   https://example.org/x#y  # why"),
    ("eccp_url:", "eccp_url: https://example.org/x#y"),
    ("eccp_url: # not yet", "eccp_url: https://example.org/x#y # not yet"),
    (
      "eccp_url: >- # why\n  old\n  text\n\n# next",
      "eccp_url: https://example.org/x#y # why\n\n# next"
    ),
    ("eccp_url: |\n  old", "eccp_url: https://example.org/x#y"),
    ("eccp_url: old\n  text # why", "eccp_url: https://example.org/x#y # why"),
    ("eccp_url: \"old\n\n  text\"", "eccp_url: https://example.org/x#y"),
    ("b: &old text\neccp_url: *old # why", "b: &old text\neccp_url: https://example.org/x#y # why"),
    ("eccp_url: &unused text", "eccp_url: https://example.org/x#y"),
    ("eccp_url:\n  # why\n  old", "eccp_url:\n  # why\n  https://example.org/x#y"),
    ("\"eccp_url\" : old", "\"eccp_url\" : https://example.org/x#y"),
    ("? eccp_url\n: old", "? eccp_url\n: https://example.org/x#y"),
  ])
  func `a field keeps its place and its comment`(before: String, after: String) throws {
    let result = try edited("---\na: b\n\(before)\nz: y\n---\nText\n", [url])
    #expect(result == "---\na: b\n\(after)\nz: y\n---\nText\n")
  }

  @Test func `a field that has the value already is left as it is`() throws {
    let text = "---\neccp_url:   \"https://example.org/x#y\"\n---\n"
    #expect(try edited(text, [url]) == text)
    #expect(try edited("no front matter", []) == "no front matter")
  }

  @Test(arguments: [
    ("A plain title", "A plain title"), ("no", "\"no\""), ("Yes", "\"Yes\""), ("null", "\"null\""),
    ("~", "\"~\""), ("", "\"\""), ("12", "\"12\""), ("1e3", "\"1e3\""), ("12:30", "\"12:30\""),
    ("2023-02-23", "\"2023-02-23\""), (".inf", "\".inf\""), ("D1.1: Plan", "\"D1.1: Plan\""),
    ("a:b", "a:b"), ("ends:", "\"ends:\""), ("C# and F#", "C# and F#"), ("a #1", "\"a #1\""),
    (" leading", "\" leading\""), ("trailing ", "\"trailing \""), ("- item", "\"- item\""),
    ("it's", "it's"), ("'quoted'", "\"'quoted'\""), ("\"a\": 'b'", "'\"a\": ''b'''"),
    ("C:\\folder", "C:\\folder"), ("a\\: b", "'a\\: b'"), ("Eurasanté 🎉 日本", "Eurasanté 🎉 日本"),
    ("two\nlines", "\"two\\nlines\""), ("a\tb", "\"a\\tb\""), ("\u{7}\"\n", "\"\\\"\\n\""),
    ("a\u{2028}b\u{FEFF}", "\"a\\u2028b\\uFEFF\""), ("\u{10FFFD}", "\u{10FFFD}"),
    ("@home", "\"@home\""), ("100 %", "100 %"), ("[x]", "\"[x]\""), ("{x", "\"{x\""),
    ("3 partners", "3 partners"), ("=", "\"=\""), ("<<", "\"<<\""), ("---", "\"---\""),
  ])
  func `a text has quotation marks only where it needs them`(
    text: String, written: String
  ) throws {
    let result = try edited("---\na: b\n---\n", [FrontMatterField("title", .text(text))])
    #expect(result == "---\na: b\ntitle: \(written)\n---\n")
    #expect(Reading(result).text("title") == text.withoutControlCharacters)
  }

  @Test func `days, truth values and numbers are written plain`() throws {
    let day = try #require(CivilDate(year: 2023, month: 2, day: 3))
    let fields = [
      FrontMatterField("eccp_date", .day(day)), FrontMatterField("draft", .boolean(false)),
      FrontMatterField("weight", .integer(-3)),
    ]
    #expect(
      try edited("---\ndraft: true\n---\n", fields)
        == "---\ndraft: false\neccp_date: 2023-02-03\nweight: -3\n---\n")
  }

  @Test func `what cannot be edited safely is an error with the line to write`() {
    #expect(
      problems("---\n{title: x}\n---\n", [url]) == [
        "2:1 front matter in braces is not edited [front-matter-edit]",
        "write one 'key: value' a line, without braces around them, or add by hand: "
          + "eccp_url: https://example.org/x#y",
      ])
    #expect(
      problems("---\na: b\neccp_url: [x]\n---\n", [url]) == [
        "3:11 'eccp_url' holds a list or a table, and is to become one value [front-matter-edit]",
        "write in its place: eccp_url: https://example.org/x#y",
      ])
    #expect(
      problems("---\neccp_url: &x a\nb: *x\n---\n", [url]).first
        == "2:11 'eccp_url' cannot be set, since '*x' repeats its value elsewhere in the file "
        + "[front-matter-edit]")
    #expect(
      problems("---\n? eccp_url\nb: c\n---\n", [url]).first
        == "1:1 this front matter cannot be edited without changing other fields "
        + "[front-matter-edit]")
    #expect(
      problems("---\n- a\n---\n", [url]).first
        == "2:1 this front matter is no table of fields [front-matter-edit]")
  }

  @Test(arguments: [
    ("+++\na = 1\n+++\n", "toml-front-matter"), ("---\na: b\n", "unclosed-front-matter"),
    ("---\na: b: c\n---\n", "yaml-syntax"), ("---\na: 1\na: 2\n---\n", "duplicate-key"),
    ("---\na: !x 1\n---\n", "yaml-tag"),
  ])
  func `a file with a mistake is not edited`(text: String, rule: String) {
    #expect(problems(text, [url]).first?.hasSuffix("[\(rule)]") == true)
  }
}
