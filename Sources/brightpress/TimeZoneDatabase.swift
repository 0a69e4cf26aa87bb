internal import CivilTime
internal import Site
internal import Synchronization

/// The machine's IANA time zone database, of which each zone is read once.
final class TimeZoneDatabase: Sendable {
  /// Where systems keep it.
  private static let folders = ["/usr/share/zoneinfo", "/etc/zoneinfo"]

  private let folder: String?
  private let zones = Mutex<[String: TimeZoneRules?]>([:])

  init() {
    folder = Self.folders.first { Self.status(of: $0) != nil }
  }

  /// What tells one edition of the database from another: its folder is written anew with each.
  var edition: Int64 { folder.flatMap(Self.status)?.times.modified ?? 0 }

  /// The rules of a zone, such as `Europe/Stockholm`; nil where the database has none of that name.
  func rules(of name: String) -> TimeZoneRules? {
    zones.withLock { zones in
      if let known = zones[name] { return known }
      let rules = read(name)
      zones[name] = .some(rules)
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
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "/"):
        true
      default: false
      }
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
