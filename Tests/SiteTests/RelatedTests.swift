import Testing

@testable import Site

/// The items that a page names as related.
@Suite struct RelatedTests {
  @Test func `what shares rare tags or the partner comes first, three at most`() async {
    let site = TestSite("-- site.yaml --\ntitle: T\nbase_url: https://example.org/\n")
    site.write("templates/post.html", "{% for item in page.related %}{{ item.slug }} {% endfor %}")
    site.write("content/partners/p.md", "---\nname: P\n---\n")
    site.writePost("a", "tags: [common, rare]\npartner: p")
    site.writePost("b", "tags: [common, rare]")
    site.writePost("c", "tags: [common]\npartner: p")
    for name in ["d", "e", "f", "g", "h"] { site.writePost(name, "tags: [common]") }
    site.writePost("lonely", "tags: [alone]")
    let build = await site.build()
    #expect(build.problems == [])
    #expect(build["news/2023/a/index.html"].hasPrefix("b c "))
    #expect(build["news/2023/a/index.html"].split(separator: " ").count == 3)
    #expect(build["news/2023/lonely/index.html"] == "")
  }

  @Test func `the other language's items are not related`() async {
    let site = TestSite(
      "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\nlanguages: [en, sv]\n")
    site.write("templates/post.html", "{% for item in page.related %}{{ item.slug }} {% endfor %}")
    site.writePost("a", "tags: [x]")
    site.writePost("b.sv", "tags: [x]")
    #expect(await site.build()["news/2023/a/index.html"] == "")
  }

  @Test func `a page is rendered again when another item becomes related`() async {
    for (fault, expected) in [(nil, "b "), (PlanFactKind.related, "")] {
      let site = TestSite("-- site.yaml --\ntitle: T\nbase_url: https://example.org/\n")
      site.write(
        "templates/post.html", "{% for item in page.related %}{{ item.slug }} {% endfor %}")
      site.writePost("a", "tags: [x]")
      site.writePost("b")
      let first = await site.build { $0.unnotedFacts = fault.map { [$0] } ?? [] }
      #expect(first["news/2023/a/index.html"] == "")
      site.writePost("b", "tags: [x]")
      #expect(await site.build()["news/2023/a/index.html"] == expected)
    }
  }
}
