package import CivilTime
package import Diagnostics
package import FrontMatter

/// An item of a planned site as the commands above the pipeline read it.
package struct SiteItem: Sendable {
  let plan: SitePlan
  /// Its index among the site's items.
  package let index: Int

  private var content: ContentItem { plan.items[index] }
  private var settings: ContentKind { plan.configuration.kinds[content.kind] }

  /// Its file: `content/posts/kick-off.md`.
  package var path: String { content.path }
  /// The name of its kind: `posts`.
  package var kind: String { settings.name }
  /// What it is called: `a post`.
  package var noun: String { settings.noun }
  /// Its heading.
  package var title: String { content.title }
  /// The last part of its address.
  package var slug: String { content.slug }
  /// The code of its language.
  package var language: String { plan.configuration.languages[content.language] }
  /// Its whole address.
  package var address: String { plan.configuration.baseURL.absolute(plan.addresses[index]) }
  /// The path of its page in the output folder.
  package var outputPath: String { plan.addresses[index].outputPath }
  /// Whether it is published now.
  package var isPublished: Bool { content.state == .published }
  /// Whether it is in lists and feeds.
  package var isListed: Bool { content.isListed }
  /// What its translations have in common with it.
  package var translationKey: String { content.translationKey }
  /// Its front matter.
  package var record: Record { content.record }
  /// The bytes of its file that are Markdown.
  package var body: Range<Int> { content.body }
  /// Its date.
  package var date: Timestamp? { content.date }
  /// When it begins.
  package var start: Timestamp? { content.start }
  /// When it ends.
  package var end: Timestamp? { content.record.date("end")?.timestamp(in: content.timeZone) }
  /// The day on which it was done: an event's last one, otherwise its date.
  package var day: CivilDate? { content.day }

  /// The day that a field holds.
  package func day(of field: String) -> CivilDate? { content.day(of: field) }

  /// The published item that a field refers to.
  package func reference(_ field: String) -> SiteItem? {
    settings.schema.slot(of: field).flatMap { plan.reference(index, $0) }
      .map { SiteItem(plan: plan, index: $0) }
  }

  /// The place of a value of its front matter.
  package func location(of value: LocatedValue) -> TextLocation {
    plan.source.location(value.range, in: path)
  }

  /// The place of a field; the file where it is not written.
  package func location(ofField name: String) -> TextLocation {
    record[name].map(location(of:)) ?? .file(path)
  }

  /// Whether a file that its front matter names is not there, which a build reports.
  package func isMissing(file written: String) -> Bool {
    PlanReader(plan).file(written, from: index).isMissing
  }

  /// Its whole file.
  ///
  /// - Throws: `FileSystemError` where the disk refuses.
  package func text() throws(FileSystemError) -> SourceText { try plan.source.text(of: path) }
}
