import Testing

/// What templates see of the project's targets.
@Suite struct TargetTests {
  private static let configuration = """
    title: Test
    base_url: https://example.org/project/
    languages: [en, sv]
    targets:
      - {id: eccp, label: Posts on the ECCP, goal: 3, count: {kind: posts, where: eccp_url}}
      - {id: open, count: {kind: events}}
      - {id: done, goal: 1, count: {kind: posts, where: {tags: [one, TWO]}}}
      - {id: none, goal: 0}

    """
  private static let page = """
    {% for target in site.targets %}{{ target.id }} {{ target.label }} {{ target.count }} \
    {{ target.goal | default("-") }} {{ target.share | default("-") }} {{ target.is_reached }} \
    {{ target.url | default("-") }}
    {% endfor %}
    """

  private func site() -> TestSite {
    let site = TestSite()
    site.write("site.yaml", Self.configuration)
    site.write("templates/page.html", Self.page)
    site.write("content/progress.md", "---\ntitle: Progress\n---\nText.\n")
    site.writePost("one", "eccp_url: https://ecc.example/1\ntags: [two]")
    site.writePost("two", "eccp_url: \"\"")
    site.writePost("three", date: "2023-07-01", "eccp_url: https://ecc.example/3")
    return site
  }

  @Test func `what is published is counted and put beside the goal`() async {
    // Of three posts, one has an empty address and one is scheduled for July.
    let page = await site().build()["progress/index.html"]
    #expect(
      page == """
        eccp Posts on the ECCP 1 3 33 False /project/news/
        open open 0 - - False /project/events/
        done done 1 1 100 True /project/news/
        none none 0 0 100 True -

        """)
  }

  @Test func `a post and its translation are one`() async {
    let site = site()
    site.write(
      "content/posts/one.sv.md",
      "---\ntitle: Ett\ndate: 2023-02-23\neccp_url: https://ecc.example/1\n---\nText.\n")
    let page = await site.build()["progress/index.html"]
    #expect(page.hasPrefix("eccp Posts on the ECCP 1 3 33"))
  }

  @Test func `a target without a count counts nothing`() async {
    let site = TestSite()
    site.write(
      "site.yaml", "title: T\nbase_url: https://example.org/\ntargets: [{id: a, goal: 2}]\n")
    site.write("templates/page.html", Self.page)
    site.write("content/progress.md", "---\ntitle: Progress\n---\nText.\n")
    let page = await site.build()["progress/index.html"]
    #expect(page == "a a 0 2 0 False -\n")
  }
}
