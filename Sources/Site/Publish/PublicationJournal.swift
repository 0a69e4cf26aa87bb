internal import Text

/// What an update is about to do, written down before it begins.
///
/// While the journal stands in the output folder, every replacement is complete in the staging
/// folder: the next run carries an interrupted update to its end.
struct PublicationJournal: Sendable, Hashable {
  /// The file's name in the staging folder.
  static let fileName = "journal"
  private static let header = "brightpress journal 1"

  /// The files to remove first: where one stood, a folder is needed now, or the reverse.
  var clearances: [String]
  /// The files to move from the staging folder into the output folder, in this order.
  var replacements: [String]
  /// The files to remove from the output folder afterwards.
  var removals: [String]

  init(clearances: [String] = [], replacements: [String], removals: [String]) {
    self.clearances = clearances
    self.replacements = replacements
    self.removals = removals
  }

  /// Reads a journal; nil where it is not whole, which means that nothing had begun.
  init?(_ bytes: Bytes) {
    var lines = bytes.text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard lines.popFirst().map(String.init) == Self.header, lines.popLast() == "end" else {
      return nil
    }
    self.init(replacements: [], removals: [])
    for line in lines {
      guard !line.dropFirst(2).split(separator: "/").contains("..") else { return nil }
      if line.hasPrefix("! ") { clearances.append(String(line.dropFirst(2))) }
      if line.hasPrefix("+ ") { replacements.append(String(line.dropFirst(2))) }
      if line.hasPrefix("- ") { removals.append(String(line.dropFirst(2))) }
    }
  }

  /// The file's contents.
  var bytes: Bytes {
    let lines =
      [Self.header] + clearances.map { "! " + $0 } + replacements.map { "+ " + $0 }
      + removals.map { "- " + $0 } + ["end"]
    return Bytes((lines.joined(separator: "\n") + "\n").utf8)
  }
}
