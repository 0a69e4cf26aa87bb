internal import Diagnostics
internal import Templates
internal import Text

/// A text that templates print in the page's language: `By {author}`.
///
/// An immutable class: every page asks for dozens of them.
final class Phrase: Sendable {
  /// Its wording, where no form of its own is asked for.
  let other: Wording
  /// Its wordings by the form that a number asks for; none where no number decides.
  let forms: [PluralCategory: Wording]
  private let source: SourceText
  private let keyRange: Range<Int>

  /// A text whose key stands in a file.
  init(
    other: Wording, forms: [PluralCategory: Wording] = [:], source: SourceText,
    keyRange: Range<Int>
  ) {
    self.other = other
    self.forms = forms
    self.source = source
    self.keyRange = keyRange
  }

  /// Whether a number decides on the wording.
  var isPlural: Bool { !forms.isEmpty }

  /// Where its key stands; takes as long as the file is.
  var location: TextLocation { source.location(of: keyRange) }

  /// A text with gaps.
  struct Wording: Sendable {
    enum Piece: Sendable {
      case text(String)
      case argument(String)
    }

    let pieces: [Piece]
    /// The whole text, where it has no gaps.
    fileprivate let whole: TemplateValue?

    /// Reads `By {author}`; braces around anything but a name are text.
    init(_ written: String) {
      var pieces: [Piece] = []
      var text = ""
      var rest = written[...]
      while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
        text += rest[..<open]
        let name = rest[rest.utf8.index(after: open)...].prefix {
          $0.isLetter || $0.isNumber || $0 == "_"
        }
        if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "}" {
          pieces += [.text(text), .argument(String(name))]
          text = ""
          rest = rest[rest.index(after: name.endIndex)...]
        } else {
          text += "{"
          rest = rest[rest.utf8.index(after: open)...]
        }
      }
      self.pieces = pieces + [.text(text + rest)]
      whole = pieces.isEmpty ? .text(text + rest) : nil
    }
  }
}

extension Phrase.Wording {
  /// The text with its gaps filled; HTML where one of the arguments is.
  func filled(_ arguments: TemplateArguments, key: String) throws(TemplateFailure)
    -> TemplateValue
  {
    if let whole { return whole }
    var text = ""
    var html = Bytes()
    var isHTML = false
    for piece in pieces {
      switch piece {
      case .text(let part):
        text += part
        html.append(escapingHTML: part)
      case .argument(let name):
        guard let value = arguments.value(name) else {
          throw TemplateFailure(
            "wrong-argument", "the text '\(key)' needs the argument '\(name)'",
            help: ["write t(\"\(key)\", \(name)=…)"])
        }
        let printed = try value.printed()
        text += printed
        if case .markup(let bytes) = value {
          html += bytes
          isHTML = true
        } else {
          html.append(escapingHTML: printed)
        }
      }
    }
    return isHTML ? .markup(html) : .text(text)
  }
}
