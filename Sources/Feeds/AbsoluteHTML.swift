public import Text

/// An HTML fragment with every address in it made absolute, so that it may be shown anywhere.
///
/// `href`, `src`, `srcset`, `poster` and `cite` are resolved against `base`, the address of the page
/// that the fragment comes from; so is a footnote's `#fn1`. Feed readers resolve some of these and
/// none of them `srcset`. Everything else is copied byte for byte.
///
/// - Complexity: O(*n*): one forward pass.
public func absolutized(html: Bytes, base: WebAddress) -> Bytes {
  var pass = AddressPass(html: html, base: base)
  return pass.run()
}

/// One walk over a fragment's tags.
private struct AddressPass {
  let html: Bytes
  let base: WebAddress
  var output = Bytes()
  /// The first byte that is not in `output` yet.
  var copied = 0
  var position = 0

  init(html: Bytes, base: WebAddress) {
    self.html = html
    self.base = base
    output.reserveCapacity(html.count + html.count / 8)
  }

  mutating func run() -> Bytes {
    while position < html.count {
      let byte = html[position]
      position += 1
      guard byte == UInt8(ascii: "<"), position < html.count else { continue }
      if html[position].isASCIILetter {
        passTag()
      } else if html[position...].starts(with: "!--".utf8) {
        skip(past: "-->", from: position + 3)
      }
    }
    output.append(contentsOf: html[copied...])
    return output
  }

  /// Walks a start tag's attributes, and over an element's text where that is no markup.
  private mutating func passTag() {
    let name = passName()
    while position < html.count {
      let byte = html[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        break
      }
      if byte.isASCIIWhitespace || byte == UInt8(ascii: "/") {
        position += 1
      } else {
        passAttribute()
      }
    }
    if ["script", "style", "textarea", "title"].contains(name) {
      skip(past: "</" + name, from: position)
    }
  }

  private mutating func passAttribute() {
    let kind = AddressAttribute(rawValue: passName())
    skipWhitespace()
    guard position < html.count, html[position] == UInt8(ascii: "=") else { return }
    position += 1
    skipWhitespace()
    guard position < html.count else { return }

    let quote = html[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let start = isQuoted ? position + 1 : position
    let end = html[start...].firstIndex {
      isQuoted ? $0 == quote : $0.isASCIIWhitespace || $0 == UInt8(ascii: ">")
    }
    // A value that never ends is no attribute: what is left of the fragment is copied.
    position = end ?? html.count
    guard let end else { return }
    if isQuoted { position += 1 }
    if let kind { rewrite(start..<end, as: kind, isQuoted: isQuoted) }
  }

  private mutating func rewrite(_ range: Range<Int>, as kind: AddressAttribute, isQuoted: Bool) {
    let value = html[range].withoutCharacterReferences
    let resolved =
      kind == .srcset ? base.resolving(candidates: value[...]) : base.resolving(value[...])
    guard resolved != value else { return }
    output.append(contentsOf: html[copied..<range.lowerBound])
    if !isQuoted { output.append("\"") }
    output.append(escapingHTML: resolved)
    if !isQuoted { output.append("\"") }
    copied = range.upperBound
  }

  /// Walks over a tag's or an attribute's name and returns it in lower case.
  private mutating func passName() -> String {
    let start = position
    // The first byte belongs to the name whatever it is (a stray `=` or quotation mark).
    position += 1
    while position < html.count, !html[position].endsName { position += 1 }
    return html[start..<position].asciiLowercased.text
  }

  private mutating func skipWhitespace() {
    while position < html.count, html[position].isASCIIWhitespace { position += 1 }
  }

  /// Moves behind the next `mark`, whatever its case, or to the end.
  private mutating func skip(past mark: String, from start: Int) {
    let mark = Bytes(mark.utf8)
    position = start
    while position < html.count {
      let rest = html[position...]
      if rest[position] == mark[0], rest.prefix(mark.count).asciiLowercased == mark {
        position += mark.count
        return
      }
      position += 1
    }
  }
}

/// The attributes whose values are addresses a reader's program follows.
private enum AddressAttribute: String {
  case href, src, srcset, poster, cite
}

extension WebAddress {
  /// The candidates of a `srcset`, each address absolute, each descriptor as it was.
  fileprivate func resolving(candidates list: ArraySlice<UInt8>) -> Bytes {
    var output = Bytes()
    var rest = list
    while true {
      rest = rest.drop { $0.isASCIIWhitespace || $0 == UInt8(ascii: ",") }
      guard !rest.isEmpty else { return output }
      var address = rest.prefix { !$0.isASCIIWhitespace }
      rest = rest[address.endIndex...]
      // A comma at an address's end ends the candidate; one inside is part of it (a data address).
      let hasDescriptor = address.last != UInt8(ascii: ",")
      while address.last == UInt8(ascii: ",") { address.removeLast() }
      if !output.isEmpty { output.append(", ") }
      output.append(contentsOf: resolving(address))
      guard hasDescriptor else { continue }
      let descriptor = rest.prefix { $0 != UInt8(ascii: ",") }
      rest = rest[descriptor.endIndex...]
      let words = descriptor.trimmingASCIIWhitespace
      if !words.isEmpty {
        output.append(" ")
        output.append(contentsOf: words)
      }
    }
  }
}

extension UInt8 {
  fileprivate var endsName: Bool {
    isASCIIWhitespace || self == UInt8(ascii: "=") || self == UInt8(ascii: ">")
      || self == UInt8(ascii: "/")
  }
}
