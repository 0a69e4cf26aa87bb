import Diagnostics
import FrontMatter
import Testing

/// Where front matter begins and ends.
@Suite struct FrontMatterBlockTests {
  @Test(arguments: [
    "---\ntitle: One\n---\nText.\n", "\u{FEFF}---\ntitle: One\n---\nText.\n",
    "---\r\ntitle: One\r\n---\r\nText.\n", "---\rtitle: One\r---\rText.\n",
    "---\ntitle: One\n...\nText.\n", "---  \ntitle: One\n---\t\nText.\n",
    "---\r\ntitle: One\n---\rText.\n",
  ])
  func `front matter stands between two lines of three hyphens`(text: String) {
    let reading = Reading(text)
    #expect(reading.problems == [])
    #expect(reading.text("title") == "One")
    #expect(reading.body == "Text.\n")
  }

  @Test(arguments: [
    "Text.\n", "", " ---\ntitle: One\n---\n", "\n---\ntitle: One\n---\n", "----\na: b\n----\n",
    "--- a\n---\n", "--\n", "-", "\u{FEFF}", "\u{FEFF}Text",
  ])
  func `a file that does not begin with it is all text`(text: String) {
    let reading = Reading(text)
    #expect(reading.problems == [])
    #expect(reading.block.yaml == nil)
    #expect(reading.body == text.replacing("\u{FEFF}", with: ""))
  }

  @Test(arguments: ["---\ntitle: One\n---", "---\ntitle: One\n---\n", "---\ntitle: One\n..."])
  func `front matter may be all that a file has`(text: String) {
    let reading = Reading(text)
    #expect(reading.problems == [])
    #expect(reading.text("title") == "One")
    #expect(reading.body == "")
  }

  @Test(arguments: ["---\n---\nText.\n", "---\n\n---\nText.\n", "---\n# Nothing yet\n---\nText.\n"])
  func `front matter may be empty`(text: String) {
    let reading = Reading(text)
    #expect(reading.problems == [])
    #expect(reading.yaml == nil)
    #expect(reading.body == "Text.\n")
  }

  @Test func `the text may have lines of hyphens of its own`() {
    let reading = Reading("---\ntitle: One\n---\nOne\n\n---\n\nTwo\n---\n")
    #expect(reading.problems == [])
    #expect(reading.body == "One\n\n---\n\nTwo\n---\n")
  }

  @Test(arguments: [
    "---\ntitle: One\n\nText.\n", "---", "---\n", "---\ntitle: One\n --- \n", "---\na: b\n----\n",
  ])
  func `front matter that is never closed is an error at its beginning`(text: String) {
    let reading = Reading(text)
    #expect(
      reading.problems == [
        "1:1 the front matter that opens here is never closed [unclosed-front-matter]"
      ])
    #expect(reading.diagnostics[0].location.length == 3)
    #expect(reading.body == "")
  }

  @Test func `TOML is an error that says how to write it instead`() {
    let reading = Reading("+++\ntitle = \"One\"\n+++\nText.\n")
    #expect(
      reading.problems == ["1:1 front matter in TOML ('+++') is not read [toml-front-matter]"])
    #expect(
      reading.diagnostics[0].help == [
        "write it in YAML: '---', lines like 'title: My title', '---'"
      ])
  }

  @Test(.timeLimit(.minutes(2)))
  func `an end that a hundred thousand lines never bring is found out`() {
    let reading = Reading("---\n" + String(repeating: "a\n", count: 100_000))
    #expect(reading.diagnostics.map(\.rule) == ["unclosed-front-matter"])
  }
}
