import Foundation
import Testing

/// The mistakes that people make most: each gives one message at its place, and changes nothing.
@Suite struct MistakeTests {
  /// A mistake in a file, and what is said about it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The files that have it, over the standard ones.
    let files: [String: String]
    /// The first lines of the messages.
    let messages: [String]
    var status: Int32 = 1

    init(
      _ name: String, _ files: [String: String], _ messages: [String], status: Int32 = 1
    ) {
      testDescription = name
      self.files = files
      self.messages = messages
      self.status = status
    }

    /// A mistake in a post's text.
    static func inText(_ name: String, _ line: String, _ message: String) -> Mistake {
      Mistake(
        name, ["content/posts/\(name).md": "---\ntitle: A\ndate: 2023-01-01\n---\n\(line)\n"],
        ["content/posts/\(name).md:5:" + message])
    }
  }

  static let all: [Mistake] = [
    Mistake(
      "unclosed front matter",
      ["content/posts/unclosed.md": "---\ntitle: Open\ndate: 2023-01-01\n\nText.\n"],
      [
        "content/posts/unclosed.md:1:1: error: the front matter that opens here is never closed"
          + " [unclosed-front-matter]"
      ]),
    Mistake(
      "unknown field",
      ["content/posts/field.md": "---\ntitle: A\ndate: 2023-01-01\ndratf: true\n---\n"],
      ["content/posts/field.md:4:1: error: a post has no field 'dratf' [unknown-field]"]),
    Mistake(
      "misspelled title",
      ["content/posts/title.md": "---\ntilte: A\ndate: 2023-01-01\n---\n"],
      ["content/posts/title.md:2:1: error: a post has no field 'tilte' [unknown-field]"]),
    Mistake(
      "misspelled date",
      ["content/posts/misspelled-date.md": "---\ntitle: A\ndaet: 2023-01-01\n---\n"],
      ["content/posts/misspelled-date.md:3:1: error: a post has no field 'daet' [unknown-field]"]),
    Mistake(
      "missing date", ["content/posts/undated.md": "---\ntitle: A\n---\n"],
      ["content/posts/undated.md:1:1: error: a post needs the field 'date' [missing-field]"]),
    Mistake(
      "impossible date",
      ["content/posts/february.md": "---\ntitle: A\ndate: 2026-02-30\n---\n"],
      [
        "content/posts/february.md:3:7: error: February 2026 has no day 30: '2026-02-30'"
          + " [invalid-date]"
      ]),
    Mistake(
      "colon in a value",
      ["content/posts/colon.md": "---\ntitle: D1.1: Plan\ndate: 2023-01-01\n---\n"],
      [
        "content/posts/colon.md:2:12: error: a value with a colon and a space in it needs quotation"
          + " marks [yaml-syntax]"
      ]),
    Mistake(
      "unknown key in site.yaml",
      ["site.yaml": FixtureSite.configuration + "base_ulr: https://a.example/\n"],
      ["site.yaml:5:1: error: the configuration has no field 'base_ulr' [unknown-field]"],
      status: 2),
    .inText(
      "missing-page", "See [it](nowhere.md).",
      "10: error: there is no page or file 'nowhere.md' [broken-link]"),
    .inText(
      "missing-anchor", "See [it](kick-off.md#agneda).",
      "10: error: 'content/posts/kick-off.md' has no heading or anchor '#agneda' [broken-anchor]"),
    .inText(
      "missing-picture", "Ä ![A picture](nothing.png)",
      "16: error: there is no picture 'nothing.png' [missing-image]"),
    Mistake(
      "one slug for two",
      [
        "content/posts/first.md": "---\ntitle: A\ndate: 2023-01-01\nslug: same\n---\n",
        "content/posts/second.md": "---\ntitle: B\ndate: 2023-01-02\nslug: same\n---\n",
      ],
      [
        "content/posts/second.md:4:7: error: 'content/posts/second.md' and 'content/posts/first.md'"
          + " would both be at '/news/2023/same/' [duplicate-address]"
      ]),
    Mistake(
      "undefined variable",
      ["templates/page.html": "<h1>{{ page.title }}</h1>\n<p>{{ pge.date }}</p>\n"],
      ["templates/page.html:2:7: error: 'pge' is not defined [undefined-name]"]),
    Mistake(
      "unclosed tag",
      ["templates/event.html": "<h1>{{ page.title }}</h1>\n{% if page.start %}\n<p>Soon</p>\n"],
      ["templates/event.html:2:1: error: 'if' is never closed [unclosed-tag]"]),
  ]

  @Test(arguments: all)
  func `a mistake gives one message, at its place, and nothing is published`(mistake: Mistake)
    async throws
  {
    let site = try FixtureSite()
    #expect(try await site.build().status == 0)
    let published = try site.tree()
    for (path, text) in mistake.files { try site.write(text, at: path) }
    let run = try await site.build()
    #expect(run.status == mistake.status)
    #expect(run.problems == mistake.messages)
    #expect(run.output == "")
    #expect(run.errors.contains("The site in 'output' is as it was."))
    #expect(try site.tree() == published)
  }

  @Test func `all mistakes of a site are told in one run, by file and line`() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let published = try site.tree()
    for mistake in MistakeTests.all {
      for (path, text) in mistake.files { try site.write(text, at: path) }
    }
    let run = try await site.build()
    #expect(run.status == 2)
    #expect(run.problems == MistakeTests.all.flatMap(\.messages).sorted())
    #expect(try site.tree() == published)
  }

  @Test func `a message shows the line, marks the place and names a way out`() async throws {
    let site = try FixtureSite([
      "content/posts/a.md": "---\ntitle: Å\ndate: 2023-01-01\ndratf: true\n---\n"
    ])
    let run = try await site.build()
    #expect(
      run.errors == """
        content/posts/a.md:4:1: error: a post has no field 'dratf' [unknown-field]
           4 | dratf: true
             | ^^^^^
          help: did you mean 'draft'?
          help: values of your own go under 'extra:'
        Nothing was published: 1 error, 0 warnings. The site in 'output' is as it was.

        """)
  }

  @Test(arguments: [
    ("[a](www.a.example)", "did you mean 'https://www.a.example'?"),
    ("[a](info@a.example)", "did you mean 'mailto:info@a.example'?"),
    ("[a](/Users/anna/a.pdf)", "this file is on your own machine only"),
    ("[a](C:/a.pdf)", "this file is on your own machine only"),
    ("[a](kickoff.md)", "did you mean 'kick-off.md'?"),
    ("[a](about.md)", "did you mean '@/about.md'?"),
    ("[a](../abuot.md)", "did you mean '@/about.md'?"),
  ])
  func `a link that was written in haste is answered with the right one`(
    link: String, advice: String
  ) async throws {
    let site = try FixtureSite([
      "content/posts/a.md": "---\ntitle: A\ndate: 2023-01-01\n---\n\(link)\n"
    ])
    let run = try await site.build()
    #expect(run.status == 1 && run.problems.count == 1)
    #expect(run.errors.contains("  help: " + advice))
  }

  @Test(arguments: [
    ("23.2.2023", "2023-02-23"), ("2023/2/3", "2023-02-03"), ("23/02/2023", "2023-02-23"),
    ("02/23/2023", "2023-02-23"), ("2023-2-3", "2023-02-03"), ("3/2/2023", nil), ("31.2.2023", nil),
  ])
  func `a date in another order is answered with the right form, where there is one`(
    written: String, meant: String?
  ) async throws {
    let site = try FixtureSite([
      "content/posts/a.md": "---\ntitle: A\ndate: \(written)\n---\n"
    ])
    let run = try await site.build()
    #expect(run.problems.count == 1 && run.problems.first?.contains("[invalid-date]") == true)
    #expect(run.errors.contains("did you mean") == (meant != nil))
    if let meant { #expect(run.errors.contains("help: did you mean '\(meant)'?")) }
  }

  @Test func `an error that every page shows is told once`() async throws {
    let site = try FixtureSite(
      FixtureSite.posts(30, text: "Text.").merging([
        "templates/post.html": "<h1>{{ page.titel }}</h1>\n"
      ]) { $1 })
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.problems == [
        "templates/post.html:1:8: error: a post has no attribute 'titel' [unknown-attribute]"
      ])
    #expect(run.errors.contains(" and 31 more pages"))
  }
}
