internal import Dissemination
private import Site

/// Cuts pictures with the program of libvips (https://www.libvips.org), where that is installed.
enum PictureCutter {
  private static let program = "vipsthumbnail"

  /// The picture as a JPEG file of a size, cut where the eye is drawn to.
  static func cut(_ picture: UncutPicture, to size: PixelSize) -> PictureCutting {
    guard let path = ChildProcess.path(of: program) else {
      return .unavailable("'\(program)' is not installed")
    }
    let files = DiskFileSystem()
    let folder = FilePaths.temporary("brightpress-\(UInt64.random(in: .min ... .max))")
    // What is left in the folder for what is temporary is the system's to remove.
    defer { try? files.removeTree(folder) }
    do {
      try files.createFolders(folder)
      let input = FilePaths.joined(folder, "picture.\(picture.ending)")
      let output = FilePaths.joined(folder, "cut.jpg")
      try files.write(picture.bytes, to: input)
      try ChildProcess.run(
        path,
        [
          input, "--size", "\(size.width)x\(size.height)", "--smartcrop", "attention",
          "--output", output + "[Q=88,strip,background=255]",
        ])
      return .cut(try files.contents(of: output))
    } catch let error as FileSystemError {
      return .failed(error.message)
    } catch {
      return .failed("'\(program)' \(error)")
    }
  }
}
