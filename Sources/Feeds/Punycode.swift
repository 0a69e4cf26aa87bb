internal import Text

extension Array where Element == UInt8 {
  /// Appends a host, with a port or without, in ASCII: labels outside it in Punycode (RFC 3492).
  mutating func append(asciiHost host: ArraySlice<UInt8>) {
    guard !host.allSatisfy({ $0 < 0x80 }) else {
      append(contentsOf: host.asciiLowercased)
      return
    }
    for (index, label) in host.text.lowercased().composed.split(
      separator: ".", omittingEmptySubsequences: false
    ).enumerated() {
      if index > 0 { append(".") }
      append(asciiLabel: label)
    }
  }

  private mutating func append(asciiLabel label: Substring) {
    if label.utf8.allSatisfy({ $0 < 0x80 }) {
      append(contentsOf: label.utf8)
    } else {
      append("xn--")
      append(contentsOf: punycode(label.unicodeScalars.map { Int($0.value) }))
    }
  }
}

/// The Punycode of a label, without its `xn--` (RFC 3492, section 6.3).
///
/// - Complexity: O(*n*²) in the label's length, which a name server limits to 63.
private func punycode(_ label: [Int]) -> Bytes {
  var output = Bytes(label.filter { $0 < 0x80 }.map { UInt8($0) })
  let basicCount = output.count
  if basicCount > 0 { output.append("-") }
  var handled = basicCount
  var smallest = 0x80
  var delta = 0
  var bias = 72
  while handled < label.count {
    guard let next = label.lazy.filter({ $0 >= smallest }).min() else { break }
    delta += (next - smallest) * (handled + 1)
    smallest = next
    for scalar in label {
      if scalar < smallest { delta += 1 }
      if scalar == smallest {
        output.append(variableLengthInteger: delta, bias: bias)
        bias = adapted(delta: delta, handled: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
    }
    delta += 1
    smallest += 1
  }
  return output
}

/// The bias for the next integer (RFC 3492, section 6.1).
private func adapted(delta: Int, handled: Int, isFirst: Bool) -> Int {
  var delta = isFirst ? delta / 700 : delta / 2
  delta += delta / handled
  var steps = 0
  while delta > 455 {
    delta /= 35
    steps += 36
  }
  return steps + 36 * delta / (delta + 38)
}

extension Array where Element == UInt8 {
  /// Appends one generalized variable-length integer (RFC 3492, section 3.3).
  fileprivate mutating func append(variableLengthInteger number: Int, bias: Int) {
    let digits = Bytes("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    var rest = number
    var position = 36
    while true {
      let threshold = Swift.min(Swift.max(position - bias, 1), 26)
      if rest < threshold { break }
      append(digits[threshold + (rest - threshold) % (36 - threshold)])
      rest = (rest - threshold) / (36 - threshold)
      position += 36
    }
    append(digits[rest])
  }
}
