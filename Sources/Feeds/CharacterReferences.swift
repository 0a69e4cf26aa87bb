internal import Text

extension ArraySlice where Element == UInt8 {
  /// An attribute's value with the references that addresses contain (`&amp;`, `&#x27;`) resolved.
  ///
  /// Other named references stay as they are: `&copy=2` in a query is no copyright sign.
  var withoutCharacterReferences: Bytes {
    guard contains(UInt8(ascii: "&")) else { return Bytes(self) }
    var output = Bytes()
    output.reserveCapacity(count)
    var rest = self
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      output.append(contentsOf: rest[..<mark])
      let body = rest[(mark + 1)...].prefix(longestReference)
      if let end = body.firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(named: body[..<end].text)
      {
        output.append(String(scalar))
        rest = rest[(end + 1)...]
      } else {
        output.append("&")
        rest = rest[(mark + 1)...]
      }
    }
    output.append(contentsOf: rest)
    return output
  }
}

/// The length of `#x10FFFF;`, the longest reference that is looked for.
private let longestReference = 9

/// The character that a reference names, between its `&` and its `;`.
private func scalar(named name: String) -> Unicode.Scalar? {
  switch name {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default: break
  }
  guard name.first == "#" else { return nil }
  let digits = name.dropFirst()
  let isHexadecimal = digits.first == "x" || digits.first == "X"
  let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
  return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
}
