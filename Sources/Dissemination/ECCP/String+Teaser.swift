internal import Text

extension String {
  /// The length as a web form's `maxlength` counts it: in UTF-16 code units (HTML, section 4.10.5.3.1).
  ///
  /// That is also the strictest count: a server that counts characters finds fewer.
  var formLength: Int { utf16.count }

  /// The longest beginning of whole words within a form's limit, with `…` where something was left
  /// out.
  func truncated(toFormLength limit: Int) -> String {
    var characters = limit
    var text = truncated(toCharacters: characters)
    while text.formLength > limit, characters > 0 {
      characters -= text.formLength - limit
      text = truncated(toCharacters: max(characters, 0))
    }
    return text
  }
}
