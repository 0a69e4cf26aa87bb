internal import Text

/// A document that is attached to a post.
struct ECCPAttachment: Sendable, Hashable {
  /// What it is called.
  let title: String
  /// The name of its file.
  let name: String
  /// Its whole address on the site.
  let address: String
  /// Its bytes; nil where it lies on another site.
  let bytes: Bytes?

  /// `Agenda (PDF, 245 kB)`.
  var label: String {
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].uppercased() }
    let parts = [ending, bytes.map { sizeInWords(bytes: $0.count) }].compactMap { $0 }
    return parts.isEmpty ? title : "\(title) (\(parts.joined(separator: ", ")))"
  }
}
