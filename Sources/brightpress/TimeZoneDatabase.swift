internal import CivilTime
internal import Site
internal import Synchronization
internal import Text

/// The machine's IANA time zone database, of which each zone is read once.
final class TimeZoneDatabase: Sendable {
  /// Where systems keep it.
  private static let folders = ["/usr/share/zoneinfo", "/etc/zoneinfo"]

  private let folder: String?
  /// What tells one edition of the database from another: its folder is written anew with each.
  let edition: Int64
  private let zones = Mutex<[String: TimeZoneRules]>([:])

  init() {
    for folder in Self.folders {
      guard let status = Self.status(of: folder) else { continue }
      (self.folder, edition) = (folder, status.times.modified)
      return
    }
    (folder, edition) = (nil, 0)
  }

  /// The rules of a zone, such as `Europe/Stockholm`; nil where the database has none of that name.
  func rules(of name: String) -> TimeZoneRules? {
    zones.withLock { zones in
      if let known = zones[name] { return known }
      let rules = read(name)
      zones[name] = rules
      return rules
    }
  }

  /// The names of all zones, in order.
  func names() -> [String] {
    guard let folder else { return [] }
    return names(in: folder, below: "").sorted()
  }

  private func names(in folder: String, below prefix: String) -> [String] {
    let entries: [FolderEntry]
    do {
      entries = try DiskFileSystem().entries(of: folder)
    } catch {
      return []  // They are for a message alone, which then names fewer.
    }
    // What is no zone begins with a small letter.
    return entries.filter { $0.name.first?.isUppercase ?? false }.flatMap { entry in
      entry.kind == .folder
        ? names(in: FilePaths.joined(folder, entry.name), below: prefix + entry.name + "/")
        : [prefix + entry.name]
    }
  }

  private func read(_ name: String) -> TimeZoneRules? {
    if name == TimeZoneRules.utc.name { return .utc }
    guard let folder, Self.isName(name) else { return nil }
    do {
      let bytes = try DiskFileSystem().contents(of: FilePaths.joined(folder, name))
      return TimeZoneRules(name: name, file: bytes)
    } catch {
      return nil  // There is no such file: the caller says that there is no such zone.
    }
  }

  /// Whether a name can be a zone's: it leads nowhere else, and neither to the machine's own zone
  /// nor to what one system keeps beside the zones.
  private static func isName(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || "+-_/".utf8.contains($0)
    }
    let isElsewhere = ["/", "localtime", "posix", "right/"].contains { name.hasPrefix($0) }
    return isPlain && !isElsewhere
  }

  private static func status(of path: String) -> FileStatus? {
    do {
      // The path ends in a dot, so that a link to the folder is followed.
      return try DiskFileSystem().status(of: path + "/.")
    } catch {
      return nil  // What cannot be looked at is not there.
    }
  }
}
