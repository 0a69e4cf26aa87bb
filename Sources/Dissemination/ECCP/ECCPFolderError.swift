package import Site

/// Why packs cannot be written into a folder.
package enum ECCPFolderError: Error, Sendable, Hashable {
  /// Something stands there that is no folder.
  case noFolder(String)
  /// The folder has a file that Brightpress did not put there, at a place where one of its own goes.
  case foreign(String, example: String)
  /// The disk refused.
  case fileSystem(FileSystemError)

  /// The problem in a sentence.
  package var message: String {
    switch self {
    case .noFolder(let path): "'\(path)' is no folder"
    case .foreign(let path, let example):
      "'\(path)' has files that Brightpress did not put there, such as '\(example)'; "
        + "name another folder with '--output'"
    case .fileSystem(let error): error.message
    }
  }
}
