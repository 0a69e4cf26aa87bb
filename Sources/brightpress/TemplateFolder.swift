internal import ArgumentParser
internal import Diagnostics
internal import Site
internal import Templates

/// A template on the disk, with the folder that it finds others in.
struct TemplateFolder {
  /// The name of the template that is meant.
  let main: String
  /// The folder, from the root of the disk.
  private let folder: String
  private let fileSystem = DiskFileSystem()

  /// The template in `file`, in a folder that is its own where none is given.
  init(file: String, root: String?) throws {
    let path = FilePaths.absolute(file)
    let folder = root.map(FilePaths.absolute) ?? FilePaths.absolute(path + "/..")
    let prefix = FilePaths.joined(folder, "")
    guard path.hasPrefix(prefix), path != prefix else {
      throw ValidationError("'\(file)' is not in the folder '\(root ?? folder)'.")
    }
    self.main = String(path.dropFirst(prefix.count))
    self.folder = folder
  }

  /// The template with all that it can reach, and what is wrong in these; a mistake in another
  /// template of the folder is none of it.
  func compiled(_ environment: TemplateEnvironment) throws(FileSystemError)
    -> Checked<TemplateSet>
  {
    var sources = [try source(main)]
    var compiled = compile(sources, environment)
    var found: Set = [main]
    var isComplete = true
    var next: [String] = [main]
    while !next.isEmpty {
      let references = next.compactMap { compiled.value.references(of: $0) }
      if references.contains(where: \.hasComputedNames) { isComplete = false }
      next = []
      for name in Set(references.flatMap(\.names)).subtracting(found).sorted() {
        found.insert(name)
        guard try isFile(name) else { continue }
        sources.append(try source(name))
        next.append(name)
      }
      if !next.isEmpty { compiled = compile(sources, environment) }
    }
    if isComplete { return compiled }
    return try withOthers(sources, environment)
  }

  /// The templates with those whose names are known when they are rendered only: any file of the
  /// folder can be meant, so that those are left out in which there are mistakes.
  private func withOthers(_ sources: [SourceText], _ environment: TemplateEnvironment)
    throws(FileSystemError) -> Checked<TemplateSet>
  {
    let reached = Set(sources.map(\.path))
    var others: [SourceText] = []
    for name in try names(below: "") {
      let source = try source(name)
      if !reached.contains(source.path), source.encodingProblem == nil { others.append(source) }
    }
    while true {
      let compiled = compile(sources + others, environment)
      let faulty = Set(
        compiled.diagnostics.filter { $0.severity == .error }.map(\.location.path)
      ).subtracting(reached)
      if faulty.isEmpty { return compiled }
      others.removeAll { faulty.contains($0.path) }
    }
  }

  private func compile(_ sources: [SourceText], _ environment: TemplateEnvironment)
    -> Checked<TemplateSet>
  {
    let problems = sources.compactMap(\.encodingProblem)
    var compiled = TemplateSet.compiling(
      sources, root: String(path(main).dropLast(main.count)), environment: environment)
    compiled.diagnostics += problems
    return compiled
  }

  // MARK: Files

  private func path(_ name: String) -> String {
    FilePaths.shown(FilePaths.joined(folder, name))
  }

  private func source(_ name: String) throws(FileSystemError) -> SourceText {
    SourceText(path: path(name), bytes: try fileSystem.contents(of: path(name)))
  }

  /// Whether a template of this name is in the folder; one that leaves it never is.
  private func isFile(_ name: String) throws(FileSystemError) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      return false
    }
    return try fileSystem.status(of: path(name))?.kind == .file
  }

  /// The names of all files in a folder of the folder, but hidden ones.
  private func names(below parent: String) throws(FileSystemError) -> [String] {
    var names: [String] = []
    for entry in try fileSystem.entries(of: FilePaths.joined(folder, parent))
    where !entry.name.hasPrefix(".") {
      switch entry.kind {
      case .file: names.append(parent + entry.name)
      case .folder: names += try self.names(below: parent + entry.name + "/")
      case .symbolicLink, .other: continue
      }
    }
    return names
  }
}
