internal import Text

extension ByteReader {
  /// The size of an SVG document: its `width` and `height`, or else its `viewBox`.
  ///
  /// Nil where the bytes are no SVG document, and where a drawing is as large as its surroundings
  /// (`width="100%"` without a `viewBox`).
  var svgSize: PictureSize? {
    guard let attributes = svgAttributes else { return nil }
    let width = attributes["width"].flatMap(pixels)
    let height = attributes["height"].flatMap(pixels)
    if let width, let height { return rounded(width, height) }

    let box = attributes["viewBox"].map(numbers) ?? []
    guard box.count == 4, box[2] > 0, box[3] > 0 else { return nil }
    if let width { return rounded(width, width * box[3] / box[2]) }
    if let height { return rounded(height * box[2] / box[3], height) }
    return rounded(box[2], box[3])
  }

  /// The attributes of the root element where that is `svg`.
  private var svgAttributes: [String: String]? {
    // Declarations, comments and a licence may stand before the root element.
    let head = bytes.prefix(svgHeadMax)
    var scanner = MarkupScanner(bytes: head)
    guard let name = scanner.rootElementName(), name == "svg" || name.hasSuffix(":svg") else {
      return nil
    }
    return scanner.attributes()
  }
}

/// How far into a document its root element is looked for, in bytes.
private let svgHeadMax = 65_536

/// The larger of all sizes that mean anything: what is beyond is a mistake or an attack.
private let sizeMax = 1_000_000.0

/// A size in whole pixels, nil where it is nonsense.
private func rounded(_ width: Double, _ height: Double) -> PictureSize? {
  guard width >= 0.5, height >= 0.5, width <= sizeMax, height <= sizeMax else { return nil }
  return PictureSize(width: Int(width.rounded()), height: Int(height.rounded()))
}

/// A length in CSS pixels (CSS Values 4, section 6.2); nil for one that depends on surroundings.
private func pixels(_ length: String) -> Double? {
  let unitStart = length.lastIndex { $0.isNumber || $0 == "." }.map { length.index(after: $0) }
  guard let unitStart, let number = Double(length[..<unitStart]), number.isFinite else {
    return nil
  }
  switch length[unitStart...] {
  case "", "px": return number
  case "pt": return number * 96 / 72
  case "pc": return number * 16
  case "in": return number * 96
  case "cm": return number * 96 / 2.54
  case "mm": return number * 96 / 25.4
  default: return nil
  }
}

/// The numbers of a list that is separated by spaces or commas.
private func numbers(_ list: String) -> [Double] {
  list.split { $0 == "," || $0.isWhitespace }.map { Double($0) ?? 0 }
}
