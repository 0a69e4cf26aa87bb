import DefaultTheme
import Foundation
import Testing
import Text

@Suite struct DefaultThemeTests {
  /// The folder that the theme is made from.
  private let templates = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")

  @Test func `the theme inside the program is the folder templates`() throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: templates.path).filter { path in
      let values = try templates.appending(path: path).resourceValues(forKeys: [.isDirectoryKey])
      return values.isDirectory == false
        && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    #expect(Set(paths) == Set(DefaultTheme.files.map(\.path)))
    for file in DefaultTheme.files {
      let onDisk = try Data(contentsOf: templates.appending(path: file.path))
      #expect(Bytes(onDisk) == file.bytes, "\(file.path) is out of date")
    }
  }

  @Test func `files are in the order of their paths`() {
    let paths = DefaultTheme.files.map(\.path)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
