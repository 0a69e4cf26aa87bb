import Diagnostics
import Site
import Testing

/// Texts of `i18n/` in templates.
@Suite struct TranslationTests {
  /// A site in English and Swedish with a post in both and these texts.
  private func site(_ template: String, en: String, sv: String? = nil) -> TestSite {
    let site = TestSite(
      "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\nlanguages: [en, sv]\n")
    site.write("templates/post.html", template + "\n")
    site.write("i18n/en.yaml", en)
    if let sv { site.write("i18n/sv.yaml", sv) }
    site.writePost("a")
    site.writePost("a.sv")
    return site
  }

  private static let english = "news/2023/a/index.html"
  private static let swedish = "sv/news/2023/a/index.html"

  @Test func `a text is that of the page's language`() async {
    let build = await site(
      "{{ t('read_more') }} {{ t('post.by', author='A & B') }}",
      en: "read_more: Read more\npost: {by: 'By {author}'}\n",
      sv: "read_more: Läs mer\npost.by: 'Av {author} {här}'\n"
    ).build()
    #expect(build.problems.count == 1 && build.problems[0].contains("needs the argument 'här'"))
    let right = await site(
      "{{ t('read_more') }} {{ t('post.by', author='A & B') }}",
      en: "read_more: Read more\npost: {by: 'By {author}'}\n",
      sv: "read_more: Läs mer\npost.by: 'Av {author} {'\n"
    ).build()
    #expect(right.problems == [])
    #expect(right[Self.english] == "Read more By A &amp; B")
    #expect(right[Self.swedish] == "Läs mer Av A &amp; B {")
  }

  @Test func `a number decides on the form`() async {
    let build = await site(
      "{% for n in [0, 1, 2] %}{{ t('posts', count=n) }};{% endfor %}{{ 1 | plural('a', 'b') }}",
      en: "posts: {one: '{count} post', other: '{count} posts'}\n",
      sv: "posts: {one: ett inlägg, other: '{count} inlägg'}\n"
    ).build()
    #expect(build.problems == [])
    #expect(build[Self.english] == "0 posts;1 post;2 posts;a")
    #expect(build[Self.swedish] == "0 inlägg;ett inlägg;2 inlägg;a")
  }

  @Test func `the page's language decides which numbers take which form`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: T
      base_url: https://example.org/
      languages: [fr]
      -- i18n/fr.yaml --
      posts: {one: '{count} article', many: "{count} d'articles", other: '{count} articles'}
      -- templates/home.html --
      {% for n in [0, 2, 1000000] %}{{ t('posts', count=n) }};{% endfor %}{{ 0 | plural('a', 'b') }}
      """)
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["index.html"] == "0 article;2 articles;1000000 d&#39;articles;a")
  }

  @Test func `what is not translated is shown in the default language, with a warning`() async {
    let site = site(
      "{{ t('read_more') }}{{ t('posts', count=2) }}",
      en: "read_more: Read more\nposts: {one: post, other: posts}\n", sv: "read_mroe: Läs mer\n")
    let build = await site.build()
    #expect(
      build.problems == [
        "i18n/en.yaml:1:1: warning: 'read_more' is not translated into 'sv' [missing-translation]",
        "i18n/en.yaml:2:1: warning: 'posts' is not translated into 'sv' [missing-translation]",
        "i18n/sv.yaml:1:1: warning: 'en', the default language, has no text 'read_mroe' "
          + "[missing-translation]",
      ])
    #expect(build.help("missing-translation").contains("did you mean 'read_more'?"))
    #expect(build[Self.swedish] == "Read moreposts")
    #expect(await site.build { $0.isStrict = true }.result.failure == .content)
  }

  @Test func `a language without a file is one warning`() async {
    let build = await site("{{ t('a') }}", en: "a: A\nb: B\n").build()
    #expect(
      build.problems == [
        "i18n/sv.yaml:1:1: warning: 'sv' has no texts of its own, and shows those of 'en' "
          + "[missing-translation]"
      ])
  }

  @Test func `a key that is not there is an error with the nearest`() async {
    let build = await site("{{ t('raed_more') }}", en: "read_more: A\n", sv: "read_more: B\n")
      .build()
    #expect(
      build.problems == [
        "templates/post.html:1:4: error: 'i18n/en.yaml' has no text 'raed_more' "
          + "[unknown-translation]"
      ])
    #expect(build.help("unknown-translation").first == "did you mean 'read_more'?")
  }

  @Test func `an argument that is HTML stays it, and the text around it is escaped`() async {
    let build = await site(
      "{{ t('by', who='<b>A</b>' | safe) }}", en: "by: '{who} & co'\n", sv: "by: '{who}'\n"
    ).build()
    #expect(build[Self.english] == "<b>A</b> &amp; co")
  }

  @Test(arguments: [
    ("a: [1, 2]\n", "1:4: error: 'a' needs a text, and has a list [invalid-translation]"),
    ("a:\n", "1:3: error: 'a' needs a text, and has nothing [invalid-translation]"),
    (
      "a: {one: x}\n",
      "1:1: error: 'a' has forms for numbers, and none for 'other' [invalid-translation]"
    ),
    ("a.b: x\na: {b: y}\n", "2:5: error: the text 'a.b' stands here twice [duplicate-key]"),
    ("- a\n", "1:1: error: the file needs a text, and has a list [invalid-translation]"),
  ])
  func `a mistake in a file of texts is an error at its place`(text: String, problem: String) async
  {
    let build = await site("x", en: text, sv: "a: x\n").build()
    #expect(build.problems == ["i18n/en.yaml:" + problem])
    #expect(build.result.failure == .content)
  }

  @Test func `a file for no language of the site is an error`() async {
    let site = site("x", en: "a: b\n", sv: "a: b\n")
    site.write("i18n/fi.yaml", "a: b\n")
    let build = await site.build()
    #expect(
      build.problems == [
        "i18n/fi.yaml:1:1: error: 'i18n/fi.yaml' is for none of the site's languages "
          + "[unknown-language]"
      ])
  }
}
