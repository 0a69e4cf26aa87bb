import Foundation
import Testing

/// The program as it was built beside these tests.
enum Program {
  /// Where it is.
  static let path: String = {
    let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
    let folders = bundles.flatMap { [$0, $0.deletingLastPathComponent()] }
    let candidates = folders.map { $0.appending(path: "brightpress").path }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
      preconditionFailure("the program is built before its tests; looked at \(candidates)")
    }
    return found
  }()

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: as a shell would give them.
  ///   - folder: where it is started.
  ///   - environment: all that it sees beside `PATH`.
  /// - Returns: what it wrote and how it ended.
  /// - Throws: why it could not be started.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) async throws -> Ended {
    try await ended(start(path, arguments, in: folder, environment: environment))
  }

  /// Runs a line of `sh` in which `$brightpress` is the program.
  static func shell(
    _ line: String, in folder: String, environment: [String: String] = [:]
  ) async throws -> Ended {
    let variables = environment.merging(["brightpress": path]) { given, _ in given }
    return try await ended(start("/bin/sh", ["-c", line], in: folder, environment: variables))
  }

  /// Starts the program and kills it, without a chance to clean up, after some time.
  static func kill(after delay: Duration, _ arguments: [String], in folder: String) async throws {
    let running = try start(path, arguments, in: folder, environment: [:])
    try await Task.sleep(for: delay)
    _ = Foundation.kill(running.process.processIdentifier, SIGKILL)
    _ = try await ended(running)
  }

  private static func start(
    _ executable: String, _ arguments: [String], in folder: String,
    environment: [String: String]
  ) throws -> Running {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = environment.merging(["PATH": path]) { given, _ in given }
    let output = try Capture()
    let error = try Capture()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = error.handle
    let (ends, continuation) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
    return Running(process: process, output: output, error: error, ends: ends)
  }

  private static func ended(_ running: Running) async throws -> Ended {
    for await _ in running.ends {}
    let process = running.process
    let signal = process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
    return Ended(
      status: process.terminationStatus, signal: signal, output: try running.output.text(),
      errors: try running.error.text())
  }

  /// A program at work.
  private struct Running {
    let process: Process
    let output: Capture
    let error: Capture
    let ends: AsyncStream<Void>
  }
}

/// What came of a run.
struct Ended: Sendable {
  /// The exit status.
  let status: Int32
  /// The signal that ended it, where one did.
  let signal: Int32?
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String

  /// The first line of each error and warning, in their order.
  var problems: [String] {
    errors.split(separator: "\n").map(String.init).filter {
      $0.contains(": error: ") || $0.contains(": warning: ")
    }
  }
}

/// A file that catches what a program writes: unlike a pipe it is never full.
private final class Capture {
  let handle: FileHandle
  private let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "capture-\(UUID())").path
    try Data().write(to: URL(filePath: path))
    handle = try FileHandle(forWritingTo: URL(filePath: path))
  }

  func text() throws -> String {
    try handle.close()
    defer { _ = unsafe unlink(path) }
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
