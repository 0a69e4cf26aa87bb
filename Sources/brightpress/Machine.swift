internal import ArgumentParser
internal import CivilTime
private import DefaultTheme
internal import Site

// Foundation's larger half, with the data of all languages, would be two thirds of the program.
#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

// Elsewhere the system's own allocator is fast, or cannot be replaced by linking another one.
#if canImport(CMimalloc)
  private import CMimalloc
#endif

/// What the program reads of the machine, once, to pass it in.
enum Machine {
  /// The disk, the clock, the time zone database and the theme.
  ///
  /// Another edition of the time zone database is another program: dates may mean other instants.
  static func world() throws -> BuildWorld {
    let zones = TimeZoneDatabase()
    return BuildWorld(
      fileSystem: DiskFileSystem(), now: try now(),
      timeZones: TimeZones(names: zones.names, zones.rules),
      theme: DefaultTheme.files.map { ThemeFile(path: $0.path, bytes: $0.bytes) },
      programIdentity: "\(programIdentity) \(zones.edition)")
  }

  /// The version and the program's own file: another build of one version writes other caches.
  private static var programIdentity: String {
    let version = Brightpress.configuration.version
    do {
      #if canImport(Darwin)
        let path = Bundle.main.executablePath
      #else
        let path: String? = try FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/self/exe")
      #endif
      guard let path, let status = try DiskFileSystem().status(of: path) else { return version }
      return "\(version) \(status.size) \(status.times.modified)"
    } catch {
      return version  // The version alone tells releases apart.
    }
  }

  /// Sees to it that memory comes from mimalloc: the linker takes a library only where something of
  /// it is called.
  static func prepareMemory() {
    #if canImport(CMimalloc)
      _ = mi_version()
    #endif
  }

  static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The time, or the one that SOURCE_DATE_EPOCH sets for a build that can be repeated
  /// (https://reproducible-builds.org/specs/source-date-epoch/).
  private static func now() throws -> Timestamp {
    guard let text = Terminal.environment("SOURCE_DATE_EPOCH") else {
      return Timestamp(secondsSinceEpoch: Int(Date().timeIntervalSince1970))
    }
    guard let seconds = Int(text) else {
      throw ValidationError("SOURCE_DATE_EPOCH is '\(text)', which is no number of seconds.")
    }
    return Timestamp(secondsSinceEpoch: seconds)
  }
}

/// Paths as the user gives them.
enum FilePaths {
  /// A path from the root, with `.` and `..` worked out as far as names allow.
  static func absolute(_ path: String) -> String {
    let full =
      path.hasPrefix("/") ? path : joined(FileManager.default.currentDirectoryPath, path)
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The path of a file of the name where the system keeps what is temporary.
  static func temporary(_ name: String) -> String {
    joined(Terminal.environment("TMPDIR") ?? "/tmp", name)
  }

  static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// A path for a message: relative where it lies below the current folder.
  static func shown(_ path: String) -> String {
    let current = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(current) ? String(path.dropFirst(current.count)) : path
  }
}
