internal import Dissemination
private import Foundation

/// Cuts pictures with the program of libvips (https://www.libvips.org), where that is installed.
enum PictureCutter {
  private static let program = "vipsthumbnail"

  /// The picture as a JPEG file of a size, cut where the eye is drawn to.
  static func cut(_ picture: UncutPicture, to size: PixelSize) -> PictureCutting {
    guard let path = pathOfProgram else {
      return .unavailable("'\(program)' is not installed")
    }
    do {
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "brightpress-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let input = folder.appending(path: "picture.\(picture.ending)")
      let output = folder.appending(path: "cut.jpg")
      try Data(picture.bytes).write(to: input)
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = [
        input.path(percentEncoded: false), "--size", "\(size.width)x\(size.height)",
        "--smartcrop", "attention",
        "--output", output.path(percentEncoded: false) + "[Q=88,strip,background=255]",
      ]
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        return .failed("'\(program)' ended with status \(process.terminationStatus)")
      }
      return .cut([UInt8](try Data(contentsOf: output)))
    } catch {
      return .failed("'\(program)' could not be run: \(error.localizedDescription)")
    }
  }

  private static var pathOfProgram: String? {
    (Terminal.environment("PATH") ?? "").split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
