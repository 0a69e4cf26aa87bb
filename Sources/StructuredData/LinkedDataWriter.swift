internal import Text

/// Writes JSON-LD straight into bytes, without a tree of values before it.
///
/// Everything is a member of an object that is open; an empty value is not written at all.
struct LinkedDataWriter {
  private(set) var bytes = Bytes()
  /// Whether a comma has to come before what is written next.
  private var needsComma = false

  /// Begins an object of a schema.org type: the value of a member, or an element of a list.
  mutating func open(_ type: String, as name: String? = nil) {
    begin(name)
    bytes.append("{\"@type\":\"")
    bytes.append(type)
    bytes.append("\"")
    needsComma = true
  }

  /// Ends the object that was opened last.
  mutating func close() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Begins a list as a member's value.
  mutating func openList(_ name: String) {
    begin(name)
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  /// Ends the list that was opened last.
  mutating func closeList() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a text; nothing where there is none.
  mutating func member(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    begin(name)
    bytes.append(scriptJSONString: text)
    needsComma = true
  }

  /// Writes a number.
  mutating func member(_ name: String, number: Int) {
    begin(name)
    bytes.append(decimal: number)
    needsComma = true
  }

  /// Writes a list of texts; nothing where it is empty.
  mutating func member(_ name: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    openList(name)
    for text in texts { element(text) }
    closeList()
  }

  private mutating func element(_ text: String) {
    begin(nil)
    bytes.append(scriptJSONString: text)
    needsComma = true
  }

  /// Begins the whole: the vocabulary, and the list of what is described.
  mutating func openGraph() {
    bytes.append("{\"@context\":\"https://schema.org\",\"@graph\":[")
    needsComma = false
  }

  /// Ends the whole.
  mutating func closeGraph() { bytes.append("]}") }

  private mutating func begin(_ name: String?) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    guard let name else { return }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(name)
    bytes.append("\":")
  }
}
