internal import CivilTime
private import Text

/// How the addresses of a kind's items are made: `/news/:year/:slug/`.
struct PermalinkPattern: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case literal(String)
    case year, month, day
    case slug
    /// The folders between the kind's folder and the file, and the slug.
    case path
  }

  /// What a pattern's tokens are replaced by.
  struct Values {
    var date: CivilDate?
    var slug: String
    var folders: [String]
  }

  /// Why a text is no pattern.
  enum Failure: Error, Hashable {
    case unknownToken(String)
    case noSlug
    case invalidAddress
  }

  static let tokens = [":year", ":month", ":day", ":slug", ":path"]

  let parts: [Part]

  /// Reads a pattern.
  init(_ written: String) throws(Failure) {
    var parts: [Part] = []
    var rest = (written.hasPrefix("/") ? written : "/" + written)[...]
    while let colon = rest.firstIndex(of: ":") {
      if colon > rest.startIndex { parts.append(.literal(String(rest[..<colon]))) }
      let name = rest[rest.index(after: colon)...].prefix { $0.isLetter || $0 == "_" }
      switch name {
      case "year": parts.append(.year)
      case "month": parts.append(.month)
      case "day": parts.append(.day)
      case "slug": parts.append(.slug)
      case "path": parts.append(.path)
      default: throw .unknownToken(":" + name)
      }
      rest = rest[name.endIndex...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    self.parts = parts
    guard parts.contains(.slug) || parts.contains(.path) else { throw .noSlug }
    let sample = Values(date: CivilDate(daysSinceEpoch: 0), slug: "slug", folders: [])
    guard SiteAddress(expanded(sample)) != nil else { throw .invalidAddress }
  }

  /// The folder in which the pattern puts everything: `/news/` for `/news/:year/:slug/`.
  var folder: String {
    guard case .literal(let text)? = parts.first, let slash = text.lastIndex(of: "/") else {
      return "/"
    }
    return String(text[...slash])
  }

  /// The path of an item; parts of a date that it does not have are left out.
  func expanded(_ values: Values) -> String {
    let path = parts.reduce(into: "") { path, part in
      switch part {
      case .literal(let text): path += text
      case .year: path += values.date.map { padded($0.year, 4) } ?? ""
      case .month: path += values.date.map { padded($0.month, 2) } ?? ""
      case .day: path += values.date.map { padded($0.day, 2) } ?? ""
      case .slug: path += values.slug
      case .path: path += (values.folders + [values.slug]).joined(separator: "/")
      }
    }
    // `/news//slug/` where the year is left out.
    guard path.utf8.isDoubled(UInt8(ascii: "/")) || !path.hasPrefix("/") else { return path }
    return path.split(separator: "/", omittingEmptySubsequences: true)
      .reduce(into: "") { $0 += "/" + $1 } + (path.hasSuffix("/") ? "/" : "")
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    var bytes = Bytes()
    bytes.append(decimal: number, width: width)
    return bytes.text
  }
}

extension Sequence where Element == UInt8 {
  /// Whether a byte stands twice in a row.
  fileprivate func isDoubled(_ byte: UInt8) -> Bool {
    var previous: UInt8 = 0
    for next in self {
      if next == byte && previous == byte { return true }
      previous = next
    }
    return false
  }
}
