package import CivilTime
package import Diagnostics
package import FrontMatter
package import Text

/// The note in an item's front matter that it stands on the platform.
package struct ECCPMark: Sendable, Hashable {
  /// The address of the post.
  package let address: String
  /// The day of posting.
  package let day: CivilDate

  /// A note; nil where the address is none of the web.
  package init?(address: String, day: CivilDate) {
    let isWeb = ["https://", "http://"].contains { address.hasPrefix($0) }
    guard isWeb, address.count > 8, !address.contains(where: { $0.isWhitespace }) else {
      return nil
    }
    self.address = address
    self.day = day
  }

  /// Whether the address is one of the platform's.
  package var isOnPlatform: Bool {
    let host = address.split(separator: "/").dropFirst().first.map { $0.lowercased() } ?? ""
    return host == "clustercollaboration.eu" || host.hasSuffix(".clustercollaboration.eu")
  }

  /// The item's file with `eccp_url` and `eccp_date` set, and every other byte as it was.
  package func marked(_ source: SourceText) throws(FrontMatterEditError) -> Bytes {
    try FrontMatterEditor(source).setting([
      FrontMatterField("eccp_url", .text(address)), FrontMatterField("eccp_date", .day(day)),
    ])
  }
}
