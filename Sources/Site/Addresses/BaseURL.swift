/// Where the site will be published: a scheme, a host and perhaps a path.
public struct BaseURL: Sendable, Hashable {
  /// The scheme and the host, without a slash at the end: `https://bright.example`.
  public let origin: String
  /// The path before every address, without a slash at the end: empty or `/project`.
  public let path: String

  /// The base URL as written in `site.yaml`; nil where it is not `http(s)://host/path`.
  public init?(_ written: String) {
    guard let schemeEnd = written.firstRange(of: "://") else { return nil }
    let scheme = written[..<schemeEnd.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { return nil }
    let rest = written[schemeEnd.upperBound...]
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty,
      !rest.contains(where: { $0.isWhitespace || "?#\"<>\\@".contains($0) })
    else { return nil }
    var path = rest.dropFirst(host.count)
    while path.hasSuffix("/") { path.removeLast() }
    guard path.isEmpty || SiteAddress(String(path)) != nil else { return nil }
    self.origin = "\(scheme)://\(host.lowercased())"
    self.path = percentEncoded(String(path))
  }

  /// The host without a port: `bright.example`.
  public var host: String {
    let afterScheme = origin.drop { $0 != "/" }.dropFirst(2)
    return String(afterScheme.prefix { $0 != ":" })
  }

  /// Whether the host is this machine's own, which no visitor can reach.
  public var isLocal: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "127.0.0.1" || host == "0.0.0.0"
  }

  /// The address as it stands in a page of the site: `/project/news/`.
  public func relative(_ address: SiteAddress) -> String { path + address.encoded }

  /// The address with its scheme and host: `https://bright.example/project/news/`.
  public func absolute(_ address: SiteAddress) -> String { origin + path + address.encoded }
}
