import Diagnostics
import Funding
import Testing
import Text

@testable import Dissemination

/// What a pack holds.
@Suite struct ECCPPackTests {
  @Test func `a post becomes the texts of the form's fields`() async throws {
    let site = PackedSite()
    site.write(
      "content/partners/stuns.md",
      "---\ntitle: STUNS\nname: STUNS Life science\ncountry: SE\neccp_profile: https://e.example/s\n---\n"
    )
    site.writePost(
      "kick-off",
      """
      summary: What we agreed.
      partner: stuns
      ecosystems: [Health, Energy-intensive industries]
      tags: [SMEs, C# & more]
      """, text: "We met in [Uppsala](../partners/stuns.md).\n\n## Next\n\nMore.")
    try await site.pack()
    #expect(site["posts/kick-off/title.txt"] == "Title of kick-off")
    #expect(site["posts/kick-off/teaser.txt"] == "What we agreed.")
    #expect(
      site["posts/kick-off/body.html"] == """
        <p>What we agreed.</p>
        <p>We met in <a href="https://example.org/partners/stuns/">Uppsala</a>.</p>
        <h2>Next</h2>
        <p>More.</p>
        <p>Originally published at <a href="https://example.org/news/2023/kick-off/">https://example.org/news/2023/kick-off/</a></p>
        <p><img src="https://example.org/eu-emblem.svg" alt="Emblem of the European Union" width="96" height="64"> Funded by the European Union</p>
        <p>Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or European Innovation Council and SMEs Executive Agency (EISMEA). Neither the European Union nor the granting authority can be held responsible for them.</p>

        """)
    #expect(
      site["posts/kick-off/fields.txt"] == """
        Kind of content: News
        Partner organisation: STUNS Life science
        Partner's ECCP profile: https://e.example/s
        Country: Sweden (SE)
        Date: 2023-02-23
        Industrial ecosystem: Health
        Industrial ecosystem: Energy-intensive industries (EII)
        Tag: SMEs
        Tag: C# & more
        External link: https://example.org/news/2023/kick-off/

        """)
    #expect(
      site["posts/kick-off/body.txt"].hasPrefix("What we agreed.\n\nWe met in Uppsala (https"))
    #expect(site["posts/kick-off/checklist.txt"].contains("an account of STUNS Life science."))
    #expect(
      site["posts/kick-off/checklist.txt"].contains(
        "brightpress eccp --mark content/posts/kick-off.md ADDRESS"))
    #expect(site["posts/kick-off/eu-emblem.svg"] == EUEmblem.svg().text)
  }

  @Test func `an event says when and where, and a document what it is`() async throws {
    let site = PackedSite()
    site.write(
      "content/events/visit.md",
      """
      ---
      title: Visit
      start: 2023-10-09 14:00
      end: 2023-10-09 16:30
      time_zone: Europe/Stockholm
      venue: Science Park
      city: Uppsala
      country: SE
      mode: hybrid
      registration: https://r.example/?a=1&b=2
      ---
      Come.
      """)
    site.write("content/events/later.md", "---\ntitle: Later\n---\nSoon.\n")
    site.write(
      "content/events/days.md",
      "---\ntitle: Days\nstart: 2023-10-09\nend: 2023-10-11\nstatus: postponed\n---\nCome.\n")
    site.write(
      "content/publications/study/index.md",
      "---\ntitle: Study\ndate: 2023-05-01\ntype: report\ndoi: 10.5281/zenodo.1\nfile: study.pdf\n---\nX.\n"
    )
    site.write("content/publications/study/study.pdf", "%PDF")
    try await site.pack()
    let visit = site["events/visit/body.html"]
    #expect(
      visit.contains("<strong>When:</strong> 9 October 2023, 14:00–16:30 (Europe/Stockholm)"))
    #expect(visit.contains("<strong>Where:</strong> Science Park, Uppsala, Sweden"))
    #expect(visit.contains("<a href=\"https://r.example/?a=1&amp;b=2\">https://r.example/"))
    #expect(visit.contains("Funded by the European Union"))
    let fields = site["events/visit/fields.txt"]
    #expect(fields.contains("Starts: 2023-10-09 14:00\nEnds: 2023-10-09 16:30\n"))
    #expect(fields.contains("Registration: https://r.example/?a=1&b=2\n"))
    #expect(site["events/later/body.html"].contains("<strong>When:</strong> date to be announced"))
    let days = site["events/days/body.html"]
    #expect(days.contains("<strong>When:</strong> 9 October 2023 – 11 October 2023</li>"))
    #expect(days.contains("<strong>Status:</strong> postponed"))
    let study = site["publications/study/body.html"]
    #expect(study.contains("<a href=\"https://doi.org/10.5281/zenodo.1\">"))
    #expect(
      study.contains(
        "<a href=\"https://example.org/publications/study/study.pdf\">study.pdf (PDF, 4 bytes)</a>")
    )
    #expect(site["publications/study/attachments/study.pdf"] == "%PDF")
  }

  @Test func `a teaser is the message, and never what the funder wants said`() async throws {
    let site = PackedSite()
    let boilerplate = "Funded by the European Union. Views and opinions expressed are our own."
    site.writePost(
      "a", text: "![Alt](p.png)\n\n\(boilerplate)\n\n# No\n\nThe **message** comes\nfirst & stays.")
    site.write("content/posts/p.png", "no picture")
    site.writePost("b", "summary: \"\(String(repeating: "word ", count: 70))\"")
    let outcome = try await site.pack()
    #expect(site["posts/a/teaser.txt"] == "The message comes first & stays.")
    let cut = site["posts/b/teaser.txt"]
    #expect(cut.count <= 300 && cut.hasSuffix("word…"))
    let messages = outcome.diagnostics.filter { $0.rule == "eccp-teaser" }
    #expect(
      messages.map(\.message) == ["the teaser is cut, since the summary has 349 characters"])
    #expect(messages.map(\.location.line) == [4])
  }

  @Test func `the lead image is taken as it is where it has the size`() async throws {
    let site = PackedSite()
    site.write("content/posts/a.png", png(width: 1200, height: 900))
    site.write("content/posts/b.png", png(width: 1199, height: 900))
    site.write("content/posts/c.png", png(width: 1600, height: 900))
    for name in ["a", "b", "c"] {
      site.writePost(name, "image: {src: \(name).png, alt: What \(name) shows}")
    }
    site.writePost("d", "image: c.png\neccp_image: {src: a.png, alt: Another}")
    site.writePost("e")
    let outcome = try await site.pack()
    #expect(site.files["posts/a/lead-image.png"] != nil)
    #expect(site["posts/a/fields.txt"].contains("Lead image text: What a shows\n"))
    #expect(site.files["posts/d/lead-image.png"] != nil)
    #expect(site["posts/d/fields.txt"].contains("Lead image text: Another\n"))
    #expect(site.files.keys.filter { $0.contains("lead-image") }.count == 2)
    #expect(
      outcome.diagnostics.filter { $0.rule == "eccp-image" }.map(\.message) == [
        "the post has no lead image: 'b.png' has 1199 × 900 pixels, which is too small",
        "the lead image was not cut to size: 'vipsthumbnail' is not installed",
        "the post has no lead image: there is no picture",
      ])
    #expect(
      site["posts/e/checklist.txt"].contains("Lead image: provide one of 1200 × 900 pixels."))
  }

  @Test func `a picture of another form is cut, to the size that the site sets`() async throws {
    var site = PackedSite("limits: {lead_image_width: 800, lead_image_height: 600}")
    site.cutting = .cut(Bytes("jpeg".utf8))
    site.write("content/posts/c.png", png(width: 1600, height: 900))
    site.writePost("c", "image: {src: c.png, alt: C}")
    let outcome = try await site.pack()
    #expect(site["posts/c/lead-image.jpg"] == "jpeg")
    #expect(outcome.diagnostics.filter { $0.rule == "eccp-image" } == [])
  }

  @Test func `of a text's translations the English one is posted`() async throws {
    let site = PackedSite()
    site.writePost("a")
    site.write("content/posts/a.sv.md", "---\ntitle: Titel\ndate: 2023-02-23\n---\nText.\n")
    site.write("content/posts/b.sv.md", "---\ntitle: Ensam\ndate: 2023-02-23\n---\nText.\n")
    try await site.pack()
    let titles = site.files.filter { $0.key.hasSuffix("title.txt") }.mapValues { $0 }
    #expect(titles == ["posts/a/title.txt": "Title of a", "posts/b.sv/title.txt": "Ensam"])
    try await site.pack("content/posts/a.sv.md")
    #expect(site["posts/a.sv/body.html"].contains("Finansieras av Europeiska unionen"))
  }

  @Test func `the page of all packs shows each text as it is`() async throws {
    let site = PackedSite()
    site.writePost("a", "summary: '\"<b>\" & </textarea>'")
    try await site.pack()
    let index = site["index.html"]
    #expect(
      index.contains(
        "aria-label=\"Teaser\">\n&quot;&lt;b&gt;&quot; &amp; &lt;/textarea&gt;</textarea>"))
    #expect(index.contains("data-file=\"posts/a/body.html\""))
    #expect(!index.contains("https://cdn") && !index.contains("<link"))
  }

  /// The header of a PNG file, which is all that is read of it.
  private func png(width: Int, height: Int) -> Bytes {
    var bytes: Bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    bytes += Bytes("IHDR".utf8)
    for number in [width, height] {
      for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return bytes + [8, 2, 0, 0, 0]
  }
}
