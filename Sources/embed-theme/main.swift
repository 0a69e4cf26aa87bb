// embed-theme FOLDER OUTPUT: writes the files of FOLDER into the Swift source OUTPUT, which becomes
// part of the target DefaultTheme. Run by the plugin EmbedTheme in every build that needs it.

import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: embed-theme FOLDER OUTPUT\n".utf8))
  exit(2)
}
do {
  let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
  let source = try swiftSource(embedding: embeddedFiles(in: folder))
  try Data(source.utf8).write(to: URL(filePath: arguments[2]))
} catch {
  FileHandle.standardError.write(Data("embed-theme: \(error.localizedDescription)\n".utf8))
  exit(1)
}
