/// The kinds of alert that GitHub knows: a block quote that begins with a line `[!NOTE]`.
enum AlertKind: String, CaseIterable {
  case note, tip, important, warning, caution

  /// The kind that a text `[!…]` names, in any case.
  init?(marker: Span<UInt8>) {
    guard marker.count > 3, marker.count < 13, marker[0] == UInt8(ascii: "["),
      marker[1] == UInt8(ascii: "!"), marker[marker.count - 1] == UInt8(ascii: "]")
    else { return nil }
    var name = ""
    for position in 2..<marker.count - 1 {
      name.unicodeScalars.append(Unicode.Scalar(marker[position] | 0x20))
    }
    self.init(rawValue: name)
  }

  /// What it is called on the page.
  func title(in labels: MarkdownLabels) -> String {
    switch self {
    case .note: labels.note
    case .tip: labels.tip
    case .important: labels.important
    case .warning: labels.warning
    case .caution: labels.caution
    }
  }
}
