internal import Text

extension WebAddress {
  /// The candidates of a `srcset`, each address absolute, each descriptor as it was.
  func resolving(candidates list: ArraySlice<UInt8>) -> Bytes {
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
