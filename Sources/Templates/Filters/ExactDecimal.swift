/// All decimal digits of a number: each fraction of the binary kind has finitely many.
///
/// Rounding them gives what Python and C give, where multiplying by a power of ten first does not:
/// 2.675 is a little less than it looks, and 2.67 with two digits after the point.
struct ExactDecimal {
  /// From the first digit that is not zero to the last.
  private(set) var digits: [UInt8]
  /// How many of the digits stand before the point; negative where zeros stand after it.
  private(set) var pointPosition: Int

  /// The digits of a finite number, without its sign.
  init(_ number: Double) {
    guard number != 0 else {
      (digits, pointPosition) = ([], 0)
      return
    }
    let magnitude = number.magnitude
    // The number is `significand` times 2 to the power of `exponent`.
    let scale = 52 - (magnitude.isNormal ? magnitude.exponent : -1022)
    let isNormal: UInt64 = magnitude.isNormal ? 1 << 52 : 0
    var integer = LargeInteger(magnitude.significandBitPattern | isNormal)
    if scale > 0 {
      // Dividing by 2 is multiplying by 5 and moving the point.
      integer.multiply(by: 5, times: Int(scale))
    } else {
      integer.multiply(by: 2, times: Int(-scale))
    }
    digits = integer.decimalDigits
    pointPosition = digits.count - max(Int(scale), 0)
    dropZeros()
  }

  /// Rounds to digits after the point, or where it is negative before it; half to even.
  mutating func round(places: Int) { round(count: pointPosition + places) }

  /// Rounds to so many digits from the first; half to even.
  mutating func round(count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let rest = digits[count...]
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let isUp = rest[count] > 5 || rest[count] == 5 && (rest.count > 1 || isOdd)
    digits.removeSubrange(count...)
    if isUp { increment() }
    dropZeros()
  }

  /// Adds one to the last digit, or to the place before the first where there is none.
  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      pointPosition += 1
    }
  }

  private mutating func dropZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { pointPosition = 0 }
  }

  // MARK: Writing

  /// The digits with a point and so many of them after it, such as `3.14`.
  func fixed(places: Int) -> String {
    var text = ""
    for position in min(0, pointPosition - 1)..<max(pointPosition, 1) where position >= 0 {
      text += String(digit(position))
    }
    if pointPosition <= 0 { text = "0" }
    guard places > 0 else { return text }
    text += "."
    for place in 0..<places { text += String(digit(pointPosition + place)) }
    return text
  }

  /// The digits with the point after the first, such as `3.14`, for `e` and an exponent to follow.
  func scientific(places: Int) -> String {
    let rest = (0..<places).map { String(digit($0 + 1)) }.joined()
    return String(digit(0)) + (places > 0 ? "." + rest : "")
  }

  /// The power of ten of the first digit.
  var exponent: Int { digits.isEmpty ? 0 : pointPosition - 1 }

  private func digit(_ index: Int) -> UInt8 {
    digits.indices.contains(index) ? digits[index] : 0
  }
}

/// A whole number of any size, as far as `ExactDecimal` needs one.
private struct LargeInteger {
  /// Its digits to the base of a thousand million, the last first.
  private var limbs: [UInt64] = []
  private static let base: UInt64 = 1_000_000_000

  init(_ number: UInt64) {
    var rest = number
    while rest > 0 {
      limbs.append(rest % Self.base)
      rest /= Self.base
    }
  }

  mutating func multiply(by factor: UInt64, times: Int) {
    // Several at once, as many as leave room for the carry.
    let chunk = factor == 5 ? 12 : 30
    let power = (0..<chunk).reduce(UInt64(1)) { product, _ in product * factor }
    for _ in 0..<(times / chunk) { multiply(by: power) }
    for _ in 0..<(times % chunk) { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Self.base
      carry = product / Self.base
    }
    if carry > 0 { limbs.append(carry) }
  }

  var decimalDigits: [UInt8] {
    var digits: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
