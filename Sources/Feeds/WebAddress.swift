public import Text

/// An absolute `http` or `https` address, written in ASCII as feeds and sitemaps demand.
///
/// Feed readers, WordPress among them, do not resolve relative addresses, and validators refuse
/// anything but a URI (RFC 3986). So a feed holds no text for an address, only this: letters
/// outside ASCII are percent-encoded (RFC 3987, section 3.1), a host's are in Punycode.
public struct WebAddress: Sendable, Hashable {
  /// The address, ASCII only.
  public let bytes: Bytes
  /// Where `//host` begins: after `https:`.
  let authorityStart: Int
  /// Where the path begins, after the host and the port; there is always a `/` there.
  let pathStart: Int
  /// Where the path ends: at `?`, at `#` or at the end.
  let pathEnd: Int
  /// Where the query ends: at `#` or at the end.
  let queryEnd: Int

  /// An address as a person or a configuration writes it; nil where it is not an absolute `http`
  /// or `https` address.
  public init?(_ text: String) {
    self.init(Bytes(text.utf8)[...])
  }

  init?(_ written: ArraySlice<UInt8>) {
    guard let schemeEnd = written.schemeEnd else { return nil }
    let scheme = written[..<schemeEnd].asciiLowercased
    guard scheme == Bytes("http:".utf8) || scheme == Bytes("https:".utf8) else { return nil }
    let rest = written[schemeEnd...]
    guard rest.starts(with: "//".utf8) else { return nil }

    let hostStart = schemeEnd + 2
    let hostEnd = rest[hostStart...].firstIndex(where: \.endsAuthority) ?? rest.endIndex
    guard hostEnd > hostStart, !rest[hostStart..<hostEnd].contains(where: { $0 <= 0x20 }) else {
      return nil
    }
    var bytes = scheme
    bytes.append("//")
    bytes.append(asciiHost: rest[hostStart..<hostEnd])
    self.authorityStart = scheme.count
    self.pathStart = bytes.count
    if hostEnd == rest.endIndex || rest[hostEnd] != UInt8(ascii: "/") { bytes.append("/") }
    bytes.append(percentEncoding: rest[hostEnd...])
    self.queryEnd = bytes[pathStart...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    self.pathEnd = bytes[pathStart..<queryEnd].firstIndex(of: UInt8(ascii: "?")) ?? queryEnd
    self.bytes = bytes
  }

  /// The address of an absolute path (`/news/`) at the same host; `path` has neither a query nor a
  /// fragment.
  public func replacingPath(by path: String) -> WebAddress {
    var bytes = Bytes()
    bytes.reserveCapacity(pathStart + path.utf8.count)
    bytes.append(0..<pathStart, of: self.bytes)
    bytes.append(percentEncoding: Bytes(path.utf8)[...])
    return WebAddress(bytes: bytes, authorityStart: authorityStart, pathStart: pathStart)
  }

  private init(bytes: Bytes, authorityStart: Int, pathStart: Int) {
    self.bytes = bytes
    self.authorityStart = authorityStart
    self.pathStart = pathStart
    pathEnd = bytes.count
    queryEnd = bytes.count
  }

  /// The address as text.
  public var text: String { bytes.text }
}

extension WebAddress {
  /// The address that `reference` means where this one is the page's own (RFC 3986, section 5.2).
  ///
  /// A reference with a scheme of its own (`mailto:`, `https:`) stays what it is; whatever comes
  /// out is ASCII.
  public func resolving(_ reference: String) -> String {
    resolving(Bytes(reference.utf8)[...]).text
  }

  func resolving(_ written: ArraySlice<UInt8>) -> Bytes {
    let reference = written.trimmingASCIIWhitespace
    guard let first = reference.first else { return Bytes(bytes[..<queryEnd]) }
    if reference.schemeEnd != nil {
      return WebAddress(reference)?.bytes ?? Bytes(percentEncoding: reference)
    }
    switch first {
    case UInt8(ascii: "#"):
      return bytes[..<queryEnd] + Bytes(percentEncoding: reference)
    case UInt8(ascii: "?"):
      return bytes[..<pathEnd] + Bytes(percentEncoding: reference)
    case UInt8(ascii: "/") where reference.starts(with: "//".utf8):
      let absolute = bytes[..<authorityStart] + reference
      return WebAddress(absolute[...])?.bytes ?? Bytes(percentEncoding: absolute[...])
    default:
      return resolving(path: reference, fromRoot: first == UInt8(ascii: "/"))
    }
  }

  private func resolving(path reference: ArraySlice<UInt8>, fromRoot: Bool) -> Bytes {
    let encoded = Bytes(percentEncoding: reference)
    let end = encoded.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let path = encoded[..<(end ?? encoded.count)]
    let folderEnd =
      bytes[pathStart..<pathEnd].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? pathEnd
    let folder = fromRoot ? [] : bytes[pathStart..<folderEnd]
    let whole = Bytes(folder + path)
    return Bytes(bytes[..<pathStart]) + whole.withoutDotSegments + encoded[path.endIndex...]
  }
}

extension UInt8 {
  fileprivate var endsAuthority: Bool {
    self == UInt8(ascii: "/") || self == UInt8(ascii: "?") || self == UInt8(ascii: "#")
  }
}

extension Array where Element == UInt8 {
  /// An absolute path without its `.` and `..` (RFC 3986, section 5.2.4).
  fileprivate var withoutDotSegments: Bytes {
    var kept: [ArraySlice<UInt8>] = []
    let segments = dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isDot = segment.elementsEqual(".".utf8)
      let isDoubleDot = segment.elementsEqual("..".utf8)
      if isDoubleDot { _ = kept.popLast() }
      if !isDot && !isDoubleDot {
        kept.append(segment)
      } else if index == segments.count - 1 {
        kept.append([])
      }
    }
    var path = Bytes()
    for segment in kept {
      path.append(UInt8(ascii: "/"))
      path.append(contentsOf: segment)
    }
    return path
  }
}
