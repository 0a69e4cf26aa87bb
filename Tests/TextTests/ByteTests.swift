import Testing
import Text

@Suite struct ByteTests {
  @Test func `a byte is found wherever it stands, and only within the range`() {
    for count in 0..<70 {
      for place in 0..<count {
        var bytes = Bytes(repeating: UInt8(ascii: "a"), count: count)
        bytes[place] = UInt8(ascii: "b")
        let span = bytes.span
        #expect(span.firstIndex(of: UInt8(ascii: "b"), in: 0..<count) == place)
        #expect(span.firstIndex(of: UInt8(ascii: "b"), in: 0..<place) == nil)
        #expect(span.firstIndex(of: UInt8(ascii: "b"), in: place + 1..<count) == nil)
        #expect(span.firstIndex(of: UInt8(ascii: "b"), in: place..<count) == place)
      }
    }
  }

  @Test func `what is no UTF-8 is found where the standard library finds it`() {
    var numbers = SystemRandomNumberGenerator()
    let pieces = ["plain text of some length, ", "é", "–", "🎉", "a", "\u{7FF}\u{FFFF}", "\n"]
    for _ in 0..<20_000 {
      var bytes = Bytes()
      for _ in 0..<Int.random(in: 0..<8, using: &numbers) {
        bytes.append(pieces.randomElement(using: &numbers) ?? "")
      }
      for _ in 0..<Int.random(in: 0..<3, using: &numbers) where !bytes.isEmpty {
        let place = bytes.indices.randomElement(using: &numbers) ?? 0
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.insert(UInt8.random(in: 0x80...255, using: &numbers), at: place)
        default: bytes.remove(at: place)
        }
      }
      var expected: Int?
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
      } catch {
        expected = error.byteOffsets.lowerBound
      }
      #expect(bytes.span.firstInvalidUTF8 == expected, "\(bytes)")
    }
  }

  @Test(arguments: [0, 1, 9, 10, 99, 100, 2026, 123_456_789, Int.max])
  func `numbers are written with their digits, and zeros up to the width`(number: Int) {
    for width in [0, 1, 2, 4, 20, 40] {
      var bytes = Bytes()
      bytes.append(decimal: number, width: width)
      let digits = String(number)
      let zeros = String(repeating: "0", count: max(0, width - digits.count))
      #expect(bytes.text == zeros + digits)
    }
    var bytes = Bytes()
    bytes.append(decimal: number)
    #expect(bytes.text == String(number))
  }

  @Test func `whatever is long is escaped as what is short`() {
    for sign in ["&", "<", ">", "\"", "'", "\\", "\u{1}", "\n", "é"] {
      var short = Bytes()
      short.append(escapingHTML: sign)
      for before in 0..<40 {
        var long = Bytes()
        let plain = String(repeating: "x", count: before)
        long.append(escapingHTML: plain + sign + "yz" + sign)
        #expect(long.text == plain + short.text + "yz" + short.text)
        var json = Bytes()
        json.append(jsonString: plain + sign)
        var expected = Bytes()
        expected.append(jsonString: sign)
        #expect(json.text == "\"" + plain + expected.text.dropFirst())
      }
    }
  }

  @Test func `names keep their numbers, few or many`() {
    var table = NameTable()
    for number in 0..<40 {
      #expect(table.number(of: "name \(number)") == nil)
      #expect(table.insert("name \(number)") == (true, number))
      for earlier in 0...number {
        #expect(table.number(of: "name \(earlier)") == earlier)
        #expect(table.insert("name \(earlier)") == (false, earlier))
      }
    }
    #expect(table.names == (0..<40).map { "name \($0)" })
    #expect(NameTable(["a", "b", "a"]).names == ["a", "b"])
  }
}
