import Funding
import Text

/// The emblem as text for a template.
enum EmblemText {
  static let svg = EUEmblem.svg().text
}
