import CivilTime
import Diagnostics
import Site
import Testing

/// The same input gives the same bytes.
@Suite struct DeterminismTests {
  /// A site of many posts that refer to each other, to partners and to pages.
  private func largeSite(postCount: Int) -> TestSite {
    var site = TestSite(
      """
      -- site.yaml --
      title: Large site
      base_url: https://example.org/proj/
      languages: [en, sv]
      taxonomies: {topics: {}}
      -- content/about.md --
      # About
      """)
    site.theme = TestSite.defaultTheme
    for partner in 0..<4 {
      site.write(
        "content/partners/p\(partner).md", "---\nname: Partner \(partner)\n---\nText.\n")
    }
    for post in 0..<postCount {
      let day = String(100 + post % 28 + 1).dropFirst()
      let language = post % 7 == 0 ? ".sv" : ""
      site.write(
        "content/posts/post-\(post)\(language).md",
        """
        ---
        title: "Post \(post): “ö” & <more>"
        date: 2022-0\(post % 9 + 1)-\(day)
        tags: [tag-\(post % 5), Tag-\(post % 3)]
        topic: Topic \(post % 4)
        partner: p\(post % 4)
        aliases: [/old/\(post)/]
        ---
        ## Heading

        Text of post \(post) with a [link](post-1.md#heading).[^1]

        [^1]: A note.

        | a | b |
        |---|---|
        | 1 | 2 |

        """)
    }
    return site
  }

  @Test func `four tasks give what one gives`() async {
    let site = largeSite(postCount: 300)
    let one = await site.build {
      $0.width = 1
      $0.output = "/home/one"
    }
    let four = await site.build {
      $0.width = 4
      $0.output = "/home/four"
    }
    #expect(one.problems == [])
    #expect(one.paths.count > 600)
    #expect(one.paths == four.paths)
    #expect(one.paths.filter { one[$0] != four[$0] } == [])
    #expect(one.result.report == four.result.report)
  }

  @Test func `problems are told in one order, however many tasks find them`() async {
    let site = largeSite(postCount: 60)
    for post in [3, 5, 7] {
      site.write(
        "content/posts/bad-\(post).md", "---\ntitle: Bad\ndate: 2022-01-0\(post)\n---\n[x](y.md)\n")
    }
    site.write("templates/post.html", "{{ page.extra.nothing }}")
    let one = await site.build { $0.width = 1 }
    let four = await site.build { $0.width = 4 }
    #expect(one.problems.count == 4)
    #expect(
      DiagnosticReport(one.result.diagnostics).diagnostics
        == DiagnosticReport(four.result.diagnostics).diagnostics)
  }

  @Test func `a second build changes nothing`() async {
    let site = largeSite(postCount: 40)
    let first = await site.build { $0.width = 4 }
    let second = await site.build { $0.width = 3 }
    #expect(first.files == second.files)
    #expect(second.result.report?.unchangedCount == first.paths.count)
  }

  @Test func `neither the time nor the place of a build is in a file`() async {
    var site = largeSite(postCount: 10)
    let now = await site.build { $0.output = "/home/now" }
    site.now = Timestamp(secondsSinceEpoch: 2_000_000_000)
    let later = await site.build { $0.output = "/home/later" }
    #expect(now.files == later.files)
    #expect(now.files(containing: "/home") == [])
  }
}
