import Testing

/// Characters that no page can hold, wherever a site has them.
@Suite struct ControlCharacterTests {
  private let site = TestSite(
    #"""
    -- site.yaml --
    title: "T\x01est"
    base_url: https://example.org/
    extra: {slogan: "A\u0085b"}
    -- i18n/en.yaml --
    more: "Mo\x02re"
    -- content/posts/a.md --
    ---
    title: "A\x03B"
    date: 2023-01-01
    description: "D\x7Fe\uFFFEf"
    tags: ["t\eg"]
    ---
    Body\#u{C}s \#u{9F} and\#u{B} `co\#u{8}de`.
    -- templates/home.html --
    {{ site.title }} {{ site.extra.slogan }} {{ t("more") }}
    -- templates/post.html --
    {{ page.title }}|{{ page.description }}|{{ page.summary }}|{{ page.tags[0].name }}|{{ page.tags[0].url }}
    {{ page.content }}
    """#)

  @Test func `they are reported where they stand, and no file has any of them`() async {
    let build = await site.build()
    let rest = "is left out: pages cannot hold it"
    #expect(
      build.problems == [
        "content/posts/a.md:2:10: warning: U+0003 (end of text) \(rest) [control-character]",
        "content/posts/a.md:4:16: warning: U+007F (delete) \(rest), "
          + "and one more in the same text [control-character]",
        "content/posts/a.md:5:10: warning: U+001B (escape) \(rest) [control-character]",
        "content/posts/a.md:7:5: warning: U+000C (form feed) \(rest), "
          + "and 3 more in the same text [control-character]",
        "i18n/en.yaml:1:10: warning: U+0002 (a control character) \(rest) [control-character]",
        "site.yaml:1:10: warning: U+0001 (a control character) \(rest) [control-character]",
        "site.yaml:3:19: warning: U+0085 (next line) \(rest) [control-character]",
      ])
    #expect(build["index.html"] == "Test Ab More")
    #expect(
      build["news/2023/a/index.html"]
        == "AB|Def|Body s  and code.|tg|/tags/tg/\n<p>Bodys  and <code>code</code>.</p>\n")
    for (path, text) in build.files {
      #expect(
        !text.unicodeScalars.contains { $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0) },
        "\(path)")
    }
    let again = await site.build()
    #expect(again.problems == build.problems)
  }

  @Test func `a site can make them weigh nothing`() async {
    site.write(
      "site.yaml", "title: T\nbase_url: https://x.eu/\nchecks: {control-character: off}\n")
    #expect(await site.build().rules.filter { $0 == "control-character" } == [])
  }
}
