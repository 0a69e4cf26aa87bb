import Checks
import Diagnostics
import Site
import Testing

/// What the front matter says: each rule has a site that breaks it.
@Suite struct FrontMatterCheckTests {
  private func site(_ path: String, _ text: String) -> CheckedSite {
    var site = CheckedSite()
    site.files[path] = text
    return site
  }

  private func post(_ fields: String) -> CheckedSite {
    site(
      "content/posts/kick-off.md",
      "---\ntitle: Kick-off\ndate: 2023-02-23\nimage: {src: park.svg, alt: The park}\n\(fields)\n---\nText.\n"
    ).withPark
  }

  @Test func `a title of more than 100 characters is told at the title`() async {
    let title = String(repeating: "é", count: 101)
    let site = site(
      "content/posts/kick-off.md",
      "---\ndate: 2023-02-23\ntitle: \(title)\nimage: {src: park.svg, alt: The park}\n---\nText.\n"
    ).withPark
    #expect(
      await site.findings() == [
        "content/posts/kick-off.md:3:8: warning: the title has 101 characters, more than 100 "
          + "[long-title]"
      ])
  }

  @Test func `a teaser of more than 300 characters is told with how many are too much`() async {
    let site = post("summary: \(String(repeating: "a", count: 312))")
    #expect(
      await site.findings() == [
        "content/posts/kick-off.md:5:10: warning: the summary has 312 characters, more than 300 "
          + "[long-teaser]"
      ])
    let help = await site.diagnostics().first?.help.first
    #expect(help == "put the message first and take out 12 characters")
    #expect(await post("summary: \(String(repeating: "å", count: 300))").findings() == [])
  }

  @Test func `the limits are for the site to set`() async {
    var site = post("summary: Twelve signs")
    site.files["site.yaml"] = CheckedSite.configuration + "\nlimits: {title: 5, teaser: 11}\n"
    #expect(await site.rules().sorted() == ["long-teaser", "long-title", "long-title"])
  }

  @Test func `a post without a picture is a note`() async {
    let site = site("content/posts/kick-off.md", "---\ntitle: K\ndate: 2023-02-23\n---\nText.\n")
    #expect(
      await site.findings() == [
        "content/posts/kick-off.md:1:1: note: the post has no picture [missing-lead-image]"
      ])
  }

  @Test func `a picture without an alternative text is told at the picture`() async {
    let site = site(
      "content/events/visit.md",
      CheckedSite.event.replacing("status", with: "image: park.svg\nstatus")
    ).withPark
    #expect(
      await site.findings().first
        == "content/events/visit.md:5:8: warning: the picture of an event has no alternative text "
        + "[missing-image-alt]")
  }

  @Test func `a partner without a profile is a note`() async {
    let site = site("content/partners/stuns.md", "---\nname: STUNS\n---\nText.\n")
    #expect(
      await site.findings() == [
        "content/partners/stuns.md:1:1: note: the partner has no profile on the ECCP "
          + "[missing-eccp-profile]"
      ])
  }

  @Test func `an unknown ecosystem is an error with the nearest one`() async throws {
    let found = await post("ecosystems: [Helth]").diagnostics()
    let error = try #require(found.first { $0.rule == "not-a-choice" })
    #expect(error.location.path == "content/posts/kick-off.md")
    #expect(error.help == ["did you mean 'Health'?"])
  }

  @Test(arguments: ["planned", "confirmed"])
  func `an event that is past and still called planned is told at its status`(
    status: String
  ) async {
    let site = site(
      "content/events/visit.md", CheckedSite.event.replacing("held", with: status))
    #expect(
      await site.findings() == [
        "content/events/visit.md:5:9: warning: the day of an event is past, and it is still "
          + "\(status) [overdue-event]"
      ])
  }

  @Test func `an event of today is not past`() async {
    let event = CheckedSite.event.replacing("held", with: "planned")
      .replacing("2023-05-12", with: "2023-06-15")
    #expect(await site("content/events/visit.md", event).findings() == [])
  }

  @Test func `a date outside of the project is a warning for an event and a note for a post`() async
  {
    let event = CheckedSite.event.replacing("2023-05-11", with: "2022-01-31")
    #expect(
      await site("content/events/visit.md", event).findings() == [
        "content/events/visit.md:3:8: warning: the 'start' of an event is outside of the project's "
          + "duration [date-outside-project]"
      ])
    var early = post("")
    early.files["site.yaml"] = CheckedSite.configuration.replacing("2022-02", with: "2023-03")
    #expect(
      await early.findings() == [
        "content/posts/kick-off.md:3:7: note: the 'date' of a post is outside of the project's "
          + "duration [date-outside-project]"
      ])
  }

  @Test func `the last month of the project belongs to it`() async {
    var site = CheckedSite()
    site.files["site.yaml"] = CheckedSite.configuration.replacing("2024-01", with: "2023-05")
    #expect(await site.findings() == [])
  }

  // MARK: Exchanges

  private func exchange(_ fields: String) -> CheckedSite {
    site("content/exchanges/one.md", "---\ntitle: A visit\n\(fields)\n---\nText.\n")
  }

  @Test func `an exchange within one country is told`() async {
    #expect(
      await exchange("country_from: SE\ncountry_to: se").findings() == [
        "content/exchanges/one.md:4:13: warning: the exchange leads from 'SE' to the same country "
          + "[exchange-country]"
      ])
  }

  /// 12 May 2023 was a Friday.
  @Test(arguments: [
    ("2023-05-12", "2023-05-15", "the exchange takes 2 working days"),
    ("2023-05-13", "2023-05-14", "the exchange takes 0 working days"),
    ("2023-05-01", "2023-06-01", "the exchange takes 32 days"),
  ])
  func `an exchange that is too short or too long is told`(
    start: String, end: String, message: String
  ) async {
    #expect(
      await exchange("start: \(start)\nend: \(end)\nstatus: held").findings() == [
        "content/exchanges/one.md:4:6: warning: \(message) [exchange-duration]"
      ])
  }

  @Test(arguments: [("2023-05-12", "2023-05-16"), ("2023-05-01", "2023-05-31")])
  func `three working days to a month are an exchange`(start: String, end: String) async {
    #expect(await exchange("start: \(start)\nend: \(end)\nstatus: held").findings() == [])
  }

  @Test func `an exchange online takes as long as it takes`() async {
    #expect(
      await exchange("start: 2023-05-12\nend: 2023-05-12\nmode: online\nstatus: held").findings()
        == [])
  }

  // MARK: Weights

  @Test func `a site sets the weight of a rule or switches it off`() async {
    var site = site("content/partners/stuns.md", "---\nname: STUNS\n---\nText.\n")
    site.files["site.yaml"] =
      CheckedSite.configuration.replacing(
        "checks: {", with: "checks: {missing-eccp-profile: error, ")
    #expect(await site.diagnostics().map(\.severity) == [.error])
    site.files["site.yaml"] = CheckedSite.configuration.replacing(
      "checks: {", with: "checks: {missing-eccp-profile: off, ")
    #expect(await site.findings() == [])
  }

  @Test func `a build looks at what is cheap and at nothing else`() async {
    var site = site("content/partners/stuns.md", "---\nname: STUNS\n---\nText.\n")
    site.files["content/events/visit.md"] = CheckedSite.event.replacing("held", with: "planned")
    let found = await site.diagnostics(inspect: Checks.inBuilds)
    #expect(found.map(\.rule.description) == ["overdue-event"])
  }
}

extension CheckedSite {
  /// The site with a picture beside its posts and events.
  fileprivate var withPark: CheckedSite {
    var site = self
    let park = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>"
    site.files["content/posts/park.svg"] = park
    site.files["content/events/park.svg"] = park
    return site
  }
}
