internal import CivilTime
package import Diagnostics
internal import FrontMatter
package import Text

// What a copy of an item on another platform is made of.
extension SiteItem {
  /// Its text as HTML, with addresses as they stand on its page, and what is wrong with it, such as
  /// a link that leads nowhere.
  package func renderedText() -> Checked<Bytes> {
    let body = PlanReader(plan).body(of: index)
    let problems = body.diagnostics + plan.problems(of: body.anchors)
    return Checked(body.html, problems.adjusted(by: plan.configuration))
  }

  /// What it says in a sentence or two: the field `summary`, or the beginning of its text.
  package var summary: String { PlanReader(plan).summary(of: index) }

  /// The name of the zone that its times are in, such as `Europe/Stockholm`.
  package var timeZoneName: String { plan.items[index].timeZone.name }

  /// Whether it is a page of its own, and no text for a list or the home page.
  package var hasOwnPage: Bool { plan.items[index].name.role == .item }

  /// The whole address of a file that a field names; nil where nothing is there.
  package func address(ofFile written: String) -> String? {
    let file = PlanReader(plan).file(written, from: index)
    return file.isMissing ? nil : file.absoluteURL
  }
}

extension SiteReading {
  /// The whole address of the European emblem that the site publishes.
  package var emblemAddress: String {
    plan.configuration.baseURL.absolute(PlanReader.emblemAddress)
  }
}

extension Target {
  /// Whether it counts what stands on the European Cluster Collaboration Platform.
  package var countsECCPPosts: Bool {
    count?.conditions.contains { $0.field == ["eccp_url"] } ?? false
  }
}
