private import Text

/// The address of one thing on the site: an absolute path without the base URL, such as
/// `/news/2023/kick-off/`.
///
/// The path is Unicode in Normalization Form C; `encoded` is its form in a URL. An address that
/// ends with `/` is a folder's, whose file is `index.html`.
public struct SiteAddress: Sendable, Hashable {
  /// The path as a person reads it.
  public let path: String

  /// The home page.
  public static let home = SiteAddress(uncheckedPath: "/")

  private init(uncheckedPath path: String) { self.path = path }

  /// The address under a path that a person wrote, with `/` put in front of it; nil where it could
  /// leave the site's folder or be no file's name somewhere.
  ///
  /// Refused are empty, `.` and `..` parts, also percent-encoded; backslashes, control characters,
  /// `?`, `#`, `%` and what Windows forbids; parts of more than 200 bytes; and names that begin with
  /// a dot, which belong to the machine (`.git`, the manifest), but for `.well-known` (RFC 8615).
  public init?(_ written: String) {
    let path = (written.hasPrefix("/") ? written : "/" + written).composed
    guard path != "/" else {
      self = .home
      return
    }
    guard SiteAddress.isPlain(path) || SiteAddress.hasAllowedParts(path) else { return nil }
    self.path = path
  }

  /// Whether a path has only parts of letters, digits, hyphens and underscores, none of them long
  /// or the name of a device: what nearly all addresses are, decided without taking them apart.
  private static func isPlain(_ path: String) -> Bool {
    // Devices have names of three letters, and some of them a digit.
    var letters: UInt32 = 0
    var count = 0
    for byte in path.utf8.dropFirst() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if count < 3 { letters = letters << 8 | UInt32(byte | 0x20) }
        count += 1
        if count > 200 { return false }
      case UInt8(ascii: "/"):
        if count == 0 || (3...4).contains(count) && deviceBeginnings.contains(letters) {
          return false
        }
        (count, letters) = (0, 0)
      default: return false
      }
    }
    return !((3...4).contains(count) && deviceBeginnings.contains(letters))
  }

  /// The first three letters of each device's name, as a number.
  private static let deviceBeginnings: [UInt32] = ["con", "prn", "aux", "nul", "com", "lpt"].map {
    $0.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func hasAllowedParts(_ path: String) -> Bool {
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let named = parts.last == "" ? parts.dropLast() : parts[...]
    return named.allSatisfy(SiteAddress.isAllowed)
  }

  private static func isAllowed(_ part: Substring) -> Bool {
    guard !part.isEmpty, part.utf8.count <= 200, part != ".", part != ".." else { return false }
    guard !part.hasSuffix("."), !part.hasSuffix(" ") else { return false }
    guard !part.hasPrefix(".") || part == ".well-known" else { return false }
    let forbidden = part.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F || "\\?#%:*\"<>|".unicodeScalars.contains(scalar)
    }
    let stem = part.prefix { $0 != "." }.lowercased()
    return !forbidden && !windowsDevices.contains(stem)
  }

  private static let windowsDevices: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]

  /// The address of something in this folder.
  ///
  /// - Precondition: `name` is allowed in an address.
  public func appending(_ name: String) -> SiteAddress {
    SiteAddress(uncheckedPath: (path.hasSuffix("/") ? path : path + "/") + name.composed)
  }

  /// Whether it is a folder's, with a file `index.html`.
  public var isFolder: Bool { path.utf8.last == UInt8(ascii: "/") }

  /// The file below the output folder that answers it: `news/2023/kick-off/index.html`.
  public var outputPath: String {
    let relative = String(Substring(path.utf8.dropFirst()))
    return isFolder ? relative + "index.html" : relative
  }

  /// What two addresses must not share: on some disks and in some browsers they would be one.
  public var collisionKey: String {
    let isLowercase = path.utf8.allSatisfy { byte in
      byte < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    return isLowercase ? outputPath : outputPath.lowercased()
  }

  /// The path as it stands in a URL (RFC 3986): UTF-8, percent-encoded where needed.
  public var encoded: String { percentEncoded(path) }
}

/// A path with everything percent-encoded that may not stand in one (RFC 3986, section 3.3).
func percentEncoded(_ path: String) -> String {
  guard !path.withBytes(isPlainPath), !path.utf8.allSatisfy(isPathByte) else { return path }
  var encoded = Bytes()
  for byte in path.utf8 {
    if isPathByte(byte) {
      encoded.append(byte)
    } else {
      encoded.append(UInt8(ascii: "%"))
      encoded.append(hexDigit(byte >> 4))
      encoded.append(hexDigit(byte & 15))
    }
  }
  return encoded.text
}

/// A text with its percent-encoded bytes decoded; nil where that is no UTF-8 or a `%` stands alone.
func percentDecoded(_ text: some StringProtocol) -> String? {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
  var decoded = Bytes()
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      decoded.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue)
    else { return nil }
    decoded.append(high << 4 | low)
  }
  return String(validating: decoded, as: UTF8.self)
}

/// Whether a path has nothing but the letters, digits and marks that most paths are of.
private func isPlainPath(_ bytes: Span<UInt8>) -> Bool {
  let other = bytes.firstIndex(
    in: bytes.indices,
    group: { group in
      group.matches(below: 0x2D) | group.matches(from: 0x3A).without(group.matches(from: 0x61))
        | group.matches(from: 0x7B)
    }, byte: { !isPathByte($0) })
  return other == bytes.count
}

private func isPathByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "!"),
    UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
    UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="),
    UInt8(ascii: ":"), UInt8(ascii: "@"):
    true
  default: false
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

private func hexValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  default: nil
  }
}

extension SiteAddress {
  /// An address below a folder that is an allowed name: `/sv/news/`.
  static func prefixed(_ address: SiteAddress, by folder: String) -> SiteAddress {
    SiteAddress("/" + folder + address.path) ?? address
  }
}
