import Testing
import Text

@Suite struct ControlCharacterTests {
  private let all = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)

  @Test func `a text has a control character wherever one stands in it`() {
    for scalar in all where scalar.value < 0x300 || scalar.value & 0xFFFF > 0xFFC0 {
      for length in 0..<34 {
        let text = String(repeating: "a", count: length) + String(scalar) + "ö bcdefghi"
        #expect(text.hasControlCharacters == scalar.isControlCharacter)
        let bytes = Bytes(text.utf8)
        let found = bytes.span.firstControlCharacter(in: 0..<bytes.count)
        #expect(found?.lowerBound == (scalar.isControlCharacter ? length : nil))
      }
    }
  }

  @Test func `no neighbour hides a control character, and none is taken for one`() {
    let neighbours: [Unicode.Scalar] = ["\n", "\t", "\r", " ", "~", "«", "é", "–", "\u{FF0C}", "🎉"]
    for scalar in all where scalar.value < 0x100 || scalar.value & 0xFFFF > 0xFFF0 {
      for left in neighbours {
        for right in neighbours {
          let before = String(repeating: String(left), count: 9)
          let text = before + String(scalar) + String(repeating: String(right), count: 9)
          let bytes = Bytes(text.utf8)
          let found = bytes.span.firstControlCharacter(in: 0..<bytes.count)
          #expect(found?.lowerBound == (scalar.isControlCharacter ? before.utf8.count : nil))
        }
      }
    }
  }

  @Test func `tabs and line ends are none, 66 characters that never are any are`() {
    let controls = all.filter(\.isControlCharacter)
    #expect(controls.count == 32 - 3 + 33 + 66)
    #expect("\tone\r\ntwo\n".withoutControlCharacters == "\tone\r\ntwo\n")
  }

  @Test func `all of them are taken out, and nothing else`() {
    let text =
      "\u{1}A\u{8}b\u{7F}\u{85}\(scalar(0xFDD0))\(scalar(0xFFFE))\(scalar(0x1FFFE))\(scalar(0x10FFFF))\u{FEFF}\u{A0}é\u{FFFD}🎉\u{0}"
    #expect(text.withoutControlCharacters == "Ab\u{FEFF}\u{A0}é\u{FFFD}🎉")
    var bytes = Bytes("\u{1}kept \(text)".utf8)
    bytes.removeControlCharacters(from: 1)
    #expect(bytes.text == "\u{1}kept Ab\u{FEFF}\u{A0}é\u{FFFD}🎉")
  }
}

/// A character by its number; the compiler takes no noncharacters in texts.
private func scalar(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "?" }
