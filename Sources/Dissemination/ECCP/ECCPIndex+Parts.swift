internal import Text

extension Array where Element == UInt8 {
  /// A field with its text and a button that copies it.
  mutating func append(
    field name: String, _ note: String, _ text: String, file: String, isFormatted: Bool = false
  ) {
    append("<div class=\"field\" data-file=\"")
    append(escapingHTML: file)
    append("\">\n<h3>")
    append(escapingHTML: name)
    append("</h3>")
    if !note.isEmpty {
      append(" <small>")
      append(escapingHTML: note)
      append("</small>")
    }
    append("\n<button type=\"button\" class=\"copy\">Copy")
    append(hidden: name)
    append("</button>")
    if isFormatted {
      append("\n<button type=\"button\" class=\"copy-formatted\">Copy formatted</button>")
    }
    let rowCount = Swift.min(Swift.max(text.count / 90, text.count { $0 == "\n" }) + 1, 12)
    append("\n<textarea readonly rows=\"")
    append(decimal: rowCount)
    append("\" aria-label=\"")
    append(escapingHTML: name)
    // A line's end after the tag is no part of the text (HTML, section 13.2.6.4.7).
    append("\">\n")
    append(escapingHTML: text)
    append("</textarea>\n</div>\n")
  }

  /// A field of the form whose value is short.
  mutating func append(row field: ECCPField) {
    append("<tr><th scope=\"row\">")
    append(escapingHTML: field.label)
    append("</th><td>")
    append(escapingHTML: field.value)
    append("</td><td><button type=\"button\" class=\"copy-value\">Copy")
    append(hidden: field.label)
    append("</button></td></tr>\n")
  }

  /// A name for those who hear a button and do not see where it stands.
  private mutating func append(hidden name: String) {
    append("<span class=\"hidden\"> ")
    append(escapingHTML: name)
    append("</span>")
  }

  mutating func append(posted address: String, on day: String?) {
    append("<p class=\"posted\">Posted\(day.map { " on " + $0 } ?? ""): <a href=\"")
    append(escapingHTML: address.hasPrefix("http") ? address : "#")
    append("\">")
    append(escapingHTML: address)
    append("</a></p>\n")
  }

  mutating func append(gaps: [String]) {
    append("<ul class=\"gaps\">\n")
    for gap in gaps {
      append("<li>")
      append(escapingHTML: gap)
      append("</li>\n")
    }
    append("</ul>\n")
  }

  mutating func append(picture pack: ECCPPack) {
    guard case .ready(_, let name) = pack.picture else { return }
    append("<h3>Lead image</h3>\n<p><a href=\"")
    append(escapingHTML: relative(pack.folder + "/" + name))
    append("\">")
    append(escapingHTML: name)
    append("</a></p>\n<p><img src=\"")
    append(escapingHTML: relative(pack.folder + "/" + name))
    append("\" alt=\"")
    append(escapingHTML: pack.pictureText ?? "")
    append("\" width=\"300\"></p>\n")
  }

  mutating func append(attachments pack: ECCPPack) {
    guard !pack.attachments.isEmpty else { return }
    append("<h3>Attachments</h3>\n<ul>\n")
    for (attachment, name) in zip(pack.attachments, pack.attachmentNames) {
      let address =
        attachment.bytes == nil
        ? attachment.address : relative("\(pack.folder)/attachments/\(name)")
      append("<li><a href=\"")
      append(escapingHTML: address)
      append("\">")
      append(escapingHTML: attachment.label)
      append("</a></li>\n")
    }
    append("</ul>\n")
  }

  /// A path as an address of the page's own folder.
  private func relative(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain = byte.isASCIILetter || byte.isASCIIDigit || "-._~/".utf8.contains(byte)
      guard !isPlain else { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }
}
