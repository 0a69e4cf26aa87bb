import Diagnostics
import Testing
import Text

@testable import Checks

/// Names that are spelled otherwise than the glossary says.
@Suite struct GlossaryTests {
  private func site(_ text: String) -> CheckedSite {
    var site = CheckedSite(page: text)
    site.files["site.yaml"] =
      CheckedSite.configuration
      + "\nglossary: {Eurasanté: [Eurosanté, Eurasante], ClusterXchange: [Cluster Xchange]}\n"
    return site
  }

  @Test func `a wrong spelling is told at its place with the right one`() async {
    let site = site("First line.\n\nWe met Eurosanté in Lille, and Cluster Xchange began.\n")
    #expect(
      await site.findings() == [
        "content/about.md:6:8: warning: 'Eurosanté' is spelled 'Eurasanté' [misspelt-name]",
        "content/about.md:6:32: warning: 'Cluster Xchange' is spelled 'ClusterXchange' "
          + "[misspelt-name]",
      ])
    #expect(
      await site.diagnostics().first?.help == [
        "write 'Eurasanté', as the glossary in site.yaml says"
      ])
  }

  @Test func `front matter is read too`() async {
    var site = site("Text.")
    site.files["content/events/visit.md"] = CheckedSite.event.replacing(
      "Study visit", with: "Study visit to Eurosanté")
    #expect(
      await site.findings() == [
        "content/events/visit.md:2:23: warning: 'Eurosanté' is spelled 'Eurasanté' [misspelt-name]"
      ])
  }

  @Test(arguments: [
    "The right Eurasanté.", "A word: Eurosantéland, preEurosanté.", "`Eurosanté` is code.",
    "```\nEurosanté\n```\n", "~~~~ text\nEurosanté\n~~~\n~~~~\n",
    "[Us](https://www.example.org/Eurosanté)", "<https://example.org/Eurosanté>",
    "See https://example.org/Eurosanté.", "[Us][1]\n\n[1]: https://example.org/Eurosanté\n",
    "``a ` Eurosanté``",
  ])
  func `what is no text, or another word, is passed over`(text: String) async {
    #expect(await site(text).findings() == [])
  }

  @Test func `every beginning of a text is read to its end`() {
    let text = Bytes("a `b` [c](d \"e\") <f> ``` g\n```h\ni\n```\n[j]: k\n\\` l://m ~~~ <n".utf8)
    for length in 0...text.count {
      let ranges = MarkdownProse(Bytes(text.prefix(length)), 0..<length).ranges
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      #expect(ranges.allSatisfy { $0.upperBound <= length })
    }
  }

  @Test(arguments: [
    "[Eurosanté](https://www.example.org/)", "# About\n\n## Eurosanté\n", "(Eurosanté)",
    "A ` and Eurosanté.", "Code ``x` `` and Eurosanté.", "```\ncode\n```\nEurosanté\n",
    "| Name |\n|---|\n| Eurosanté |\n", "2 < 3 Eurosanté",
  ])
  func `texts of links, headings and tables are read`(text: String) async {
    #expect(await site(text).rules().filter { $0 == "misspelt-name" }.count == 1)
  }
}
