internal import Text

/// Who vouches for the uniqueness of tag URIs: a domain name or an e-mail address that somebody
/// held on a day (RFC 4151, section 2.1), such as `bright.example,2022`.
public struct TagAuthority: Sendable, Hashable {
  /// The tagging entity as it stands in a URI.
  public let text: String

  /// What stands in for an authority that nobody has named: a name that is never anybody's
  /// (RFC 2606), and that no move of the site to another domain changes.
  public static let unnamed = TagAuthority(unchecked: "brightpress.invalid,2026")

  private init(unchecked text: String) { self.text = text }

  /// An authority as a person writes it: a domain name, or a name and an address at it, with or
  /// without a date (`bright.example`, `bright.example,2022-02`); nil where it is none.
  ///
  /// Without a date, it is 2026: a date has to be there, and never changes.
  public init?(_ written: String) {
    let parts = written.split(separator: ",", omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2, TagAuthority.isName(name) else { return nil }
    guard parts.count == 1 || TagAuthority.isDate(parts[1]) else { return nil }
    text = parts.count == 1 ? "\(name),2026" : written
  }

  /// The tag URI of something under this authority.
  func uri(naming specific: String) -> String {
    var uri = Bytes("tag:\(text):".utf8)
    for byte in specific.utf8 {
      // A tag's specific part has a query's characters (RFC 4151, section 2.1), where a `#` would
      // begin a fragment.
      if byte == UInt8(ascii: "#") {
        uri.append("%23")
      } else {
        uri.append(percentEncoding: [byte])
      }
    }
    return uri.text
  }

  private static func isName(_ name: Substring) -> Bool {
    let parts = name.split(separator: "@", omittingEmptySubsequences: false)
    guard let domain = parts.last, parts.count <= 2 else { return false }
    let isDomain = domain.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-")
        && $0.utf8.allSatisfy { $0.isLowercaseOrDigit || $0 == UInt8(ascii: "-") }
    }
    let hasUser =
      parts.count == 1
      || (!parts[0].isEmpty
        && parts[0].utf8.allSatisfy { $0.isLowercaseOrDigit || "-._".utf8.contains($0) })
    return isDomain && hasUser
  }

  /// `2022`, `2022-02` or `2022-02-01`.
  private static func isDate(_ date: Substring) -> Bool {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    return (1...3).contains(parts.count)
      && zip(parts, [4, 2, 2]).allSatisfy { part, length in
        part.utf8.count == length && part.utf8.allSatisfy(\.isASCIIDigit)
      }
  }
}

extension UInt8 {
  fileprivate var isLowercaseOrDigit: Bool { isASCIIDigit || 0x61...0x7A ~= self }
}
