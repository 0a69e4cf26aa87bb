import Testing

/// Mistakes in the targets and in what the report takes for granted.
@Suite struct TargetSettingTests {
  private func found(_ settings: String) async -> [String] {
    await ReportedSite(files: [
      "site.yaml": "title: New\nbase_url: https://new.example/\n" + settings,
      "content/about.md": "---\ntitle: About\n---\nText.\n",
    ]).read().found
  }

  @Test func `a target that counts a field that is not there is an error`() async {
    #expect(
      await found("targets: [{id: a, count: {kind: posts, where: ecp_url}}]\n") == [
        "site.yaml:3:47: a post has no field 'ecp_url' [unknown-field]"
      ])
    #expect(
      await found(
        "targets: [{id: a, count: {kind: publications, where: {deliverable.state: x}}}]\n")
        == ["site.yaml:3:55: a publication has no field 'state' [unknown-field]"])
  }

  @Test func `a target that counts a value that cannot be is an error`() async {
    #expect(
      await found("targets: [{id: a, count: {kind: events, where: {status: hold}}}]\n") == [
        "site.yaml:3:57: 'status' is never 'hold', so nothing would count [not-a-choice]"
      ])
  }

  @Test func `a target of an unknown kind is an error`() async {
    #expect(
      await found("targets: [{id: a, count: {kind: post}}]\n") == [
        "site.yaml:3:33: there is no kind 'post' [unknown-kind-name]"
      ])
  }

  @Test func `what is added up is a number and what decides the period a date`() async {
    #expect(
      await found("targets: [{id: a, count: {kind: events, sum: title, date: city}}]\n") == [
        "site.yaml:3:46: an event has no field 'title' that is a number [unknown-field]",
        "site.yaml:3:59: an event has no field 'city' that is a date [unknown-field]",
      ])
  }

  @Test func `two targets of one name are an error`() async {
    #expect(
      await found("targets: [{id: a}, {id: a}]\n") == [
        "site.yaml:3:25: two targets are called 'a' [duplicate-target]"
      ])
  }

  @Test func `activities of an unknown kind are an error`() async {
    #expect(
      await found("report: {activities: {post: {channel: Website}}}\n") == [
        "site.yaml:3:23: there is no kind 'post' [unknown-kind-name]"
      ])
  }
}
