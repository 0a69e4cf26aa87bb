internal import ArgumentParser
internal import CivilTime
internal import Diagnostics
internal import Dissemination
internal import FrontMatter
internal import Site
internal import Text

/// The command `brightpress eccp`.
struct ECCPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eccp",
    abstract: "Makes what is needed to post on the European Cluster Collaboration Platform.",
    discussion: """
      The platform takes in only what a person enters into its form. For each item there is a folder \
      with the texts for the form's fields, and 'index.html' shows all of them with a button at each \
      that copies it. Without a POST, packs are made for what is ready and not posted yet.

      After posting: brightpress eccp --mark POST URL
      """)

  @Argument(help: "Posts, events or publications: paths or slugs.", completion: .file())
  var posts: [String] = []

  @Flag(help: "Make packs for all that is published, posted or not.")
  var all = false

  @Flag(help: "Make packs for what is ready and not posted yet. (default)")
  var pending = false

  @Flag(help: "Note in the file of POST that it stands at URL: --mark POST URL.")
  var mark = false

  @Flag(help: "Show how many posts there are, and what is next.")
  var status = false

  @Option(help: "The day of posting, with --mark: 2026-03-04. (default: today)")
  var date: String?

  @Option(
    name: .shortAndLong, help: "The folder for the packs. (default: eccp in the source)",
    completion: .directory)
  var output: String?

  @OptionGroup var site: SiteOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    let modes = [all, pending, mark, status].count { $0 }
    guard modes < 2 else {
      throw ValidationError(
        "Only one of '--all', '--pending', '--mark' and '--status' can be meant.")
    }
    if mark, posts.count != 2 {
      throw ValidationError("'--mark' needs a post and the address of its copy: --mark POST URL.")
    }
    if !posts.isEmpty, all || pending || status {
      throw ValidationError("Name posts, or use an option that chooses them, but not both.")
    }
    if date != nil, !mark { throw ValidationError("'--date' belongs to '--mark'.") }
    if let output, output.isEmpty { throw ValidationError("'--output' needs a folder.") }
    if site.source.isEmpty { throw ValidationError("'--source' needs a folder.") }
  }

  func run() async throws {
    let world = try Machine.world()
    let read = await options.read(in: world)
    guard let reading = read.site else {
      reporting.report(read.result.diagnostics, source: site.source)
      throw ExitCode(read.result.failure?.exitStatus ?? 1)
    }
    if mark { return try await mark(in: reading, world) }
    if status { return Terminal.write(ECCPStatus(reading).text, to: .standardOutput) }
    if let failure = read.result.failure {
      reporting.report(read.result.diagnostics, source: site.source)
      reporting.say("No packs were made: the site has errors.")
      throw ExitCode(failure.exitStatus)
    }
    try write(reading, world.fileSystem)
  }

  private var options: BuildOptions {
    var options = BuildOptions(source: FilePaths.absolute(site.source), output: nil)
    options.configuration = site.configuration
    options.filter = site.filter
    options.width = Machine.processorCount
    return options
  }

  // MARK: Packs

  private func write(_ reading: SiteReading, _ fileSystem: any FileSystem) throws {
    let destination =
      output.map(FilePaths.absolute)
      ?? FilePaths.joined(FilePaths.absolute(site.source), "eccp")
    let items = try selected(in: reading)
    let run = ECCPRun(site: reading) { PictureCutter.cut($0, to: $1) }
    let outcome: ECCPRun.Outcome
    do throws(ECCPFolderError) {
      let folder = try ECCPFolder(destination, fileSystem: fileSystem)
      outcome = try run.write(items, keepsOthers: !posts.isEmpty, into: folder)
    } catch {
      throw failure(error)
    }
    reporting.report(outcome.diagnostics, source: site.source)
    guard let report = outcome.report else {
      reporting.say("No packs were made: a text has errors.")
      throw ExitCode(1)
    }
    guard !reporting.quiet else { return }
    let summary = ECCPSummary(
      outcome: outcome, report: report, folder: FilePaths.shown(destination))
    Terminal.write(summary.text, to: .standardOutput)
  }

  private func selected(in reading: SiteReading) throws -> [SiteItem] {
    guard posts.isEmpty else { return try posts.map { try publishedItem($0, in: reading) } }
    return all
      ? reading.eccpItems
      : reading.eccpItems.filter { !$0.isOnECCP && $0.eccpObstacle == nil }
  }

  private func publishedItem(_ name: String, in reading: SiteReading) throws -> SiteItem {
    let item = try item(name, in: reading)
    guard item.isPublished else {
      throw ValidationError(
        "'\(item.path)' is not published; '--drafts', '--future' and '--expired' take in what is not."
      )
    }
    return item
  }

  private func item(_ name: String, in reading: SiteReading) throws -> SiteItem {
    let root = FilePaths.joined(FilePaths.absolute(site.source), "")
    let full = FilePaths.absolute(name)
    // A path that a shell has completed counts from the current folder.
    let isBelow = full.hasPrefix(root) && name.contains("/")
    let item: SiteItem
    do throws(ItemNameError) {
      item = try reading.item(named: isBelow ? String(full.dropFirst(root.count)) : name)
    } catch {
      throw ValidationError(error.message)
    }
    guard item.isForECCP else {
      throw ValidationError(
        "'\(item.path)' is \(item.noun); posts, events and publications can be posted.")
    }
    return item
  }

  private func failure(_ error: ECCPFolderError) -> any Error {
    switch error {
    case .noFolder, .foreign: return ValidationError(error.message)
    case .fileSystem(let problem):
      reporting.report(
        [.error("file-system", problem.message, at: .file(problem.path))], source: ".")
      return ExitCode(3)
    }
  }

  // MARK: Noting what was posted

  private func mark(in reading: SiteReading, _ world: BuildWorld) async throws {
    let item = try item(posts[0], in: reading)
    guard let mark = ECCPMark(address: posts[1], day: try day(reading)) else {
      throw ValidationError("'\(posts[1])' is no address; it begins with https://.")
    }
    try write(mark, into: item, world.fileSystem)
    if !mark.isOnPlatform {
      reporting.say("Note: '\(mark.address)' is no address of clustercollaboration.eu.")
    }
    guard !reporting.quiet else { return }
    Terminal.write("Noted in '\(item.path)'.\n", to: .standardOutput)
    if let now = await options.read(in: world).site {
      Terminal.write(ECCPStatus(now).counters, to: .standardOutput)
    }
  }

  private func write(
    _ mark: ECCPMark, into item: SiteItem, _ fileSystem: any FileSystem
  ) throws {
    let path = FilePaths.joined(FilePaths.absolute(site.source), item.path)
    let source: SourceText
    do throws(FileSystemError) {
      source = try item.text()
    } catch {
      throw failure(.fileSystem(error))
    }
    let bytes: Bytes
    do throws(FrontMatterEditError) {
      bytes = try mark.marked(source)
    } catch {
      reporting.report(error.diagnostics, source: site.source)
      throw ExitCode(1)
    }
    do throws(FileSystemError) {
      // A hidden file is no part of the site, should it be left behind.
      let hidden = FilePaths.absolute(path + "/../." + item.slug + ".md.new")
      try fileSystem.write(bytes, to: hidden)
      try fileSystem.rename(hidden, to: path)
    } catch {
      throw failure(.fileSystem(error))
    }
  }

  private func day(_ reading: SiteReading) throws -> CivilDate {
    guard let date else { return reading.today }
    do throws(DateError) {
      if case .day(let day) = try WrittenDate(date) { return day }
    } catch {}
    throw ValidationError("'\(date)' is no day; write it as 2026-03-04.")
  }
}
