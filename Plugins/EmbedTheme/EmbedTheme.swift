import Foundation
import PackagePlugin

/// Writes the files of `templates/` into the target that asks for it, before it is compiled.
@main
struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "DefaultTheme+Generated.swift")
    return [
      .buildCommand(
        displayName: "Embedding templates/",
        executable: try context.tool(named: "embed-theme").url,
        arguments: [folder.path, output.path],
        inputFiles: contents(of: folder),
        outputFiles: [output])
    ]
  }

  /// The folder, its files and the folders in it.
  ///
  /// A folder is an input too: its date changes when a file goes. Where a file comes, this function
  /// is asked again, because the target's own folder holds a symbolic link to this one, and the
  /// package manager watches what lies in a target's folder.
  private func contents(of folder: URL) -> [URL] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return [folder] + (found?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
  }
}
