import Testing

@Suite struct DateLanguageTests {
  /// A post of 23 February 2023 in a language, with its date as the page prints it.
  private func page(language: String, date: String) async -> String {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      languages: [en, \(language)]
      -- templates/post.html --
      <p>\(date)</p>
      """)
    site.writePost("a.\(language)")
    let build = await site.build()
    #expect(build.problems == [])
    return build["\(language)/news/2023/a/index.html"]
  }

  @Test(arguments: [
    ("sv", "<p>23 februari 2023</p>"), ("fr", "<p>23 février 2023</p>"),
    ("es", "<p>23 de febrero de 2023</p>"), ("fi", "<p>23 February 2023</p>"),
  ])
  func `a date is in the page's language, or in English where no names are known`(
    language: String, expected: String
  ) async {
    #expect(await page(language: language, date: "{{ page.date | date }}") == expected)
  }

  @Test func `a template can ask for a language`() async {
    let date = "{{ page.date | date('d MMMM', language='en') }}"
    #expect(await page(language: "sv", date: date) == "<p>23 February</p>")
  }
}
