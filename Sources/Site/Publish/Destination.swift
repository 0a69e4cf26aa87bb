/// The folder that a build publishes into, or why it cannot.
struct Destination: Sendable {
  /// The folder, locked for this build; nil where it could not be opened.
  private(set) var output: OutputFolder?
  /// The files on their way into it; nil where none can be staged.
  private(set) var publication: Publication?
  /// What is wrong with it.
  private(set) var error: OutputError?

  /// Opens a build's output folder.
  init(_ path: String, _ options: BuildOptions, in world: BuildWorld, _ observer: BuildObserver) {
    do throws(OutputError) {
      let folder = try OutputFolder(
        path, source: options.source, fileSystem: world.fileSystem, whenBusy: observer.waiting)
      output = folder
      publication = try Self.publication(folder)
    } catch {
      self.error = error
    }
  }

  private static func publication(_ output: OutputFolder) throws(OutputError) -> Publication {
    do throws(FileSystemError) {
      return try Publication(output)
    } catch {
      throw .fileSystem(error)
    }
  }
}
