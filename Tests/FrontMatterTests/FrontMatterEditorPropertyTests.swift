import CivilTime
import Diagnostics
import FrontMatter
import Testing
import Text

/// What holds for every file, tried on thousands that were put together at random.
@Suite struct FrontMatterEditorPropertyTests {
  private static let addresses = [
    "https://www.clustercollaboration.eu/content/a-b", "no", "D1: x", "# x", " leading", "ö 🎉 日本",
    "it's \"quoted\" \\ back", "two\nlines", "",
  ]

  @Test func `an edit changes the lines of its fields and nothing else`() throws {
    let day = try #require(CivilDate(year: 2023, month: 2, day: 23))
    var forms: Set<String> = []
    for seed in UInt64(0)..<6000 {
      let file = GeneratedFile(seed: seed)
      let address = Self.addresses[Int(seed) % Self.addresses.count]
      let source = SourceText(path: "a.md", bytes: Bytes(file.text.utf8))
      let fields = [
        FrontMatterField("eccp_url", .text(address)), FrontMatterField("eccp_date", .day(day)),
      ]
      let edited = try #require(
        try? FrontMatterEditor(source).setting(fields), "seed \(seed):\n\(file.text)")
      let note = Comment(rawValue: "seed \(seed):\n\(file.text)\n--- became\n\(edited.text)")
      let (before, after) = (Reading(source), Reading(SourceText(path: "a.md", bytes: edited)))
      try #require(after.problems == [], note)
      try #require(after.text("eccp_url") == address, note)
      try #require(after.text("eccp_date") == "2023-02-23", note)
      try #require(before.otherFields == after.otherFields, note)
      try #require(file.kept.standsInOrder(in: edited), note)
      try #require(file.ownComments.allSatisfy { edited.text.contains($0) }, note)
      let again = try FrontMatterEditor(SourceText(path: "a.md", bytes: edited)).setting(fields)
      try #require(again == edited, note)
      forms.insert(file.own.joined(separator: " "))
    }
    // Both fields in both orders, one of them, none, and no front matter.
    #expect(forms.count == 6)
  }
}

extension Reading {
  /// Every field but the edited ones, with its value.
  fileprivate var otherFields: [String] {
    guard case .mapping(let pairs)? = yaml?.content else { return [] }
    return pairs.filter { !GeneratedFile.edited.contains($0.key) }.map {
      "\($0.key): \($0.value.dump)"
    }
  }
}

extension [String] {
  /// Whether bytes begin with the first part, end with the last, and hold the others between, each
  /// after the one before.
  fileprivate func standsInOrder(in bytes: Bytes) -> Bool {
    guard let first, let last, bytes.starts(with: first.utf8),
      bytes.suffix(last.utf8.count).elementsEqual(last.utf8)
    else { return false }
    guard count > 1 else { return true }
    var position = first.utf8.count
    for part in self[1..<(count - 1)] {
      let wanted = Bytes(part.utf8)
      guard
        let found = (position...bytes.count - last.utf8.count).first(where: {
          bytes[$0...].starts(with: wanted)
        })
      else { return false }
      position = found + wanted.count
    }
    return position <= bytes.count - last.utf8.count
  }
}
