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
    let parts = [ending, bytes.map { sizeInWords($0.count) }].compactMap { $0 }
    return parts.isEmpty ? title : "\(title) (\(parts.joined(separator: ", ")))"
  }
}

/// A size in bytes for a person: `245 kB`.
private func sizeInWords(_ count: Int) -> String {
  if count < 1000 { return "\(count) bytes" }
  if count < 1_000_000 { return "\((count + 500) / 1000) kB" }
  let tenths = (count + 50_000) / 100_000
  return "\(tenths / 10).\(tenths % 10) MB"
}
