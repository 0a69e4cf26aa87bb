import CivilTime
import Site
import TestSupport
import Text

/// A site that changes at random: posts, front matter, templates, pictures, configuration, the clock
/// and the output folder itself.
///
/// Its templates read all that templates can read, so that an edit of anything shows somewhere.
struct ChangingSite {
  private(set) var site = TestSite()
  private var random: SeededNumbers
  private var posts: [String: Post] = [:]
  private var nextNumber = 0
  /// What was done last, for the message of a test that fails.
  private(set) var lastEdit = "made the site"

  private struct Post {
    var title: String
    var day: Int
    var tags: [String]
    var partner: String
    var fields: [String: String] = [:]
    /// The text, with `#` where the number stands.
    var body: String
    /// What stands behind all that other pages show.
    var number = 0
  }

  /// A site with some posts, which every run makes the same for a seed.
  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    site.theme = []
    for (path, text) in TestSite.files(inArchive: Self.archive) { site.write(path, text) }
    writePicture("content/posts/photo.png", width: 40)
    writePicture("static/card.png", width: 1200, height: 630)
    for _ in 0..<14 { addPost() }
  }

  /// Builds the site, from what the last build has left or as if there had been none.
  func build(
    incremental: Bool, leavingOut fault: PlanFactKind? = nil,
    observer: BuildObserver = BuildObserver()
  ) async -> TestBuild {
    await site.build(observer: observer) {
      $0.output = incremental ? TestSite.output : "/home/clean"
      $0.usesCache = incremental
      $0.allowsRemovals = true
      $0.unnotedFacts = fault.map { [$0] } ?? []
    }
  }

  /// Does something to the site.
  mutating func edit() {
    switch random.number(below: 22) {
    case 0, 1: addPost()
    case 2: removePost()
    case 3: renamePost()
    case 4, 5: editBody()
    case 6, 7: editFrontMatter()
    case 8: editTemplate()
    case 9: toggleTemplate()
    case 10: editConfiguration()
    case 11: editPicture()
    case 12: moveClock()
    case 13: editPhrases()
    case 14: editIntroduction()
    case 15: touch()
    case 16: damageOutput()
    case 17: editStatic()
    case 18: editPartner()
    case 19: editEvent()
    case 20: editPublication()
    default: editTranslation()
    }
  }

  // MARK: Posts

  private var names: [String] { posts.keys.sorted() }

  private mutating func addPost() {
    nextNumber += 1
    let name = "post-\(nextNumber)"
    posts[name] = Post(
      title: "Title \(random.number(below: 40))", day: random.number(below: 700),
      tags: [tag(), tag()], partner: random.pick(["p0", "p1"]), body: body())
    lastEdit = "added \(name)"
    write(name)
  }

  private mutating func tag() -> String {
    random.pick(["Alpha", "alpha", "Beta", "Gamma", "Delta"])
  }

  private mutating func body() -> String {
    // Other pages show the beginning: an edit of the end alone is seen on the page only.
    var text =
      "Text \(random.number(below: 3)) of a post.\n\n## Part \(random.number(below: 3))\n\n"
    text += String(repeating: "A sentence that never changes. ", count: 20)
    text += "\n\nThe end #.\n"
    if random.chance(2), let target = names.isEmpty ? nil : random.pick(names) {
      text += "\n[A link](\(target).md#part-\(random.number(below: 3)))\n"
    }
    if random.chance(3) { text += "\n![A photo](photo.png)\n" }
    if random.chance(4) { text += "\n[Nowhere](nowhere-\(random.number(below: 3)).md)\n" }
    if random.chance(4) { text += "\n[By address](/news/post-\(random.number(below: 20))/)\n" }
    return text
  }

  private mutating func removePost() {
    guard names.count > 4 else { return addPost() }
    let name = random.pick(names)
    posts[name] = nil
    remove("content/posts/\(name).md")
    lastEdit = "removed \(name)"
  }

  private mutating func renamePost() {
    let name = random.pick(names)
    nextNumber += 1
    let post = posts.removeValue(forKey: name)
    posts["post-\(nextNumber)"] = post
    remove("content/posts/\(name).md")
    write("post-\(nextNumber)")
    lastEdit = "renamed \(name) to post-\(nextNumber)"
  }

  private mutating func editBody() {
    let name = random.pick(names)
    let text = body()
    let number = random.number(below: 1000)
    posts[name]?.number = number
    if random.chance(2) { posts[name]?.body = text }
    write(name)
    lastEdit = "wrote another text for \(name)"
  }

  private mutating func editFrontMatter() {
    let name = random.pick(names)
    guard var post = posts[name] else { return }
    switch random.number(below: 9) {
    case 0: post.title = "Title \(random.number(below: 40))"
    case 1: post.day = random.number(below: 700)
    case 2: post.tags = [tag()]
    case 3: post.partner = random.pick(["p0", "p1"])
    case 4: toggle("draft", "true", in: &post)
    case 5: toggle("list", "false", in: &post)
    case 6: toggle("summary", "Summary \(random.number(below: 9))", in: &post)
    case 7: toggle("image", "photo.png", in: &post)
    default: toggle("slug", "slug-of-\(name)", in: &post)
    }
    posts[name] = post
    write(name)
    lastEdit = "changed the front matter of \(name)"
  }

  private func toggle(_ field: String, _ value: String, in post: inout Post) {
    post.fields[field] = post.fields[field] == nil ? value : nil
  }

  private func write(_ name: String) {
    guard let post = posts[name] else { return }
    let date = Timestamp(secondsSinceEpoch: 1_640_995_200 + post.day * 86_400).isoDate
    let fields = post.fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
    site.write(
      "content/posts/\(name).md",
      """
      ---
      title: \(post.title)
      date: \(date)
      tags: [\(post.tags.joined(separator: ", "))]
      partner: \(post.partner)
      \(fields.joined())---
      \(post.body.replacing("The end #", with: "The end \(post.number)"))
      """)
  }

  // MARK: Everything else

  private mutating func editTemplate() {
    let name = random.pick(["_partials/card.html", "_partials/foot.html", "macros.html"])
    let text = Self.templates[name] ?? ""
    site.write("templates/\(name)", text + "{# #}<!-- \(random.number(below: 100)) -->\n")
    lastEdit = "changed \(name)"
  }

  private mutating func toggleTemplate() {
    lastEdit = "added or took away a template that is looked for"
    if random.chance(2) {
      site.write("templates/_partials/optional.html", "<i>\(random.number(below: 9))</i>")
    } else {
      remove("templates/_partials/optional.html")
    }
  }

  private mutating func editConfiguration() {
    site.write(
      "site.yaml",
      Self.configuration.replacing("per_page: 5", with: "per_page: \(3 + random.number(below: 4))"))
    lastEdit = "changed the configuration"
  }

  private mutating func editPicture() {
    if random.chance(4) {
      writePicture("static/card.png", width: 1200 + random.number(below: 40), height: 630)
      lastEdit = "changed the site's picture"
    } else {
      writePicture("content/posts/photo.png", width: 10 + random.number(below: 40))
      lastEdit = "changed the picture"
    }
  }

  /// The beginning of a PNG file, which is all that is read of one.
  private func writePicture(_ path: String, width: Int, height: Int = 20) {
    site.writePicture(path, width: width, height: height)
  }

  private mutating func moveClock() {
    let days = random.number(below: 700)
    site.now = Timestamp(secondsSinceEpoch: 1_640_995_200 + days * 86_400 + 3600)
    lastEdit = "moved the clock"
  }

  private mutating func editPhrases() {
    site.write(
      "i18n/en.yaml",
      "more: More \(random.number(below: 9))\nday: Day\n")
    lastEdit = "changed the texts of templates"
  }

  private mutating func editIntroduction() {
    let path = random.pick(["content/posts/index.md", "content/index.md"])
    lastEdit = "changed \(path)"
    if random.chance(3) {
      remove(path)
    } else {
      site.write(path, "---\ntitle: Intro \(random.number(below: 9))\n---\nAn introduction.\n")
    }
  }

  private mutating func touch() {
    let name = random.pick(names)
    write(name)
    lastEdit = "wrote \(name) as it was"
  }

  private mutating func damageOutput() {
    let path = random.pick(["index.html", "news/index.html", "feed.xml", "sitemap.xml"])
    lastEdit = "damaged the published \(path)"
    let full = "\(TestSite.output)/\(path)"
    random.chance(2)
      ? site.fileSystem.add(Bytes("damaged".utf8), at: full)
      : remove(published: full)
  }

  private mutating func editStatic() {
    site.write("static/logo.svg", "<svg>\(random.number(below: 9))</svg>")
    lastEdit = "changed a static file"
  }

  private mutating func editPartner() {
    site.write(
      "content/partners/p0.md", "---\nname: Partner \(random.number(below: 9))\n---\nText.\n")
    lastEdit = "changed a partner"
  }

  private mutating func editEvent() {
    let name = "e\(random.number(below: 3))"
    lastEdit = "changed the event \(name)"
    let start = random.chance(4) ? "" : "start: 2022-05-0\(1 + random.number(below: 9)) 10:00\n"
    site.write(
      "content/events/\(name).md",
      """
      ---
      title: Event \(random.number(below: 9))
      \(start)partner: \(random.pick(["p0", "p1"]))
      tags: [\(tag())]
      ---
      Text \(random.number(below: 9)).
      """)
  }

  private mutating func editPublication() {
    let name = "w\(random.number(below: 3))"
    lastEdit = "changed the publication \(name)"
    let date = random.chance(4) ? "" : "date: 2022-05-0\(1 + random.number(below: 9))\n"
    site.write(
      "content/publications/\(name).md",
      """
      ---
      title: Work \(random.number(below: 9))
      \(date)authors: [\(random.pick(["Anna Berg", "Partner 1", "STUNS"]))]
      tags: [\(tag())]
      ---
      Text \(random.number(below: 9)).
      """)
  }

  private mutating func editTranslation() {
    let name = random.pick(names)
    lastEdit = "translated \(name)"
    site.write(
      "content/posts/\(name).sv.md",
      "---\ntitle: Titel \(random.number(below: 9))\ndate: 2022-03-04\n---\nText på svenska.\n")
  }

  private func remove(_ path: String) { remove(published: "\(TestSite.source)/\(path)") }

  private func remove(published path: String) {
    do {
      try site.fileSystem.removeFile(path)
    } catch {
      preconditionFailure("a file in memory can always be removed: \(error)")
    }
  }
}
