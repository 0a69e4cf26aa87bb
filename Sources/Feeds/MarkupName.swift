internal import Text

/// The name of an element or an attribute in lower case, as a number that is compared at once.
///
/// Names of more than 15 bytes are all the same one, which nothing is called.
struct MarkupName: Hashable {
  private let packed: UInt128

  init(_ name: ArraySlice<UInt8>) {
    var packed: UInt128 = 0
    if name.count < 16 {
      for byte in name { packed = packed << 8 | UInt128(0x41...0x5A ~= byte ? byte | 0x20 : byte) }
    }
    self.packed = packed
  }

  /// A number for the name's place in a table.
  var scattered: Int {
    let folded = UInt64(truncatingIfNeeded: packed ^ packed >> 64)
    return Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  init(_ name: StaticString) { self.init(Bytes(name.description.utf8)[...]) }

  static let video = MarkupName("video")
  static let audio = MarkupName("audio")
  static let source = MarkupName("source")
  static let src = MarkupName("src")
  static let href = MarkupName("href")
  static let type = MarkupName("type")
  static let checked = MarkupName("checked")
}

/// What becomes of elements in a feed.
enum FeedElement {
  /// What becomes of an element.
  enum Rule {
    /// It stays, with the attributes that stay.
    case kept
    /// Its contents stay.
    case unwrapped
    /// Nothing of it stays.
    case removed
    /// A link to what it shows takes its place.
    case embedded
    /// A sign takes its place: ☑ or ☐.
    case checkbox
  }

  /// The elements with a rule of their own; all others are unwrapped, so that no text is lost.
  static let rules = MarkupNameTable(
    [(kept, Rule.kept), (removed, .removed), (embedded, .embedded), ("input", .checkbox)]
      .flatMap { names, rule in
        names.split(separator: " ").map { (MarkupName(Bytes($0.utf8)[...]), rule) }
      })

  /// The elements without an end.
  static let voids: Set<MarkupName> = names("embed link meta base input track param")

  /// The elements that hold text only.
  static let textOnly: Set<MarkupName> = names("script style title textarea iframe noembed")

  private static let kept =
    "a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data "
    + "dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img "
    + "ins kbd li main mark nav ol p picture pre q rp rt ruby s samp section small source span "
    + "strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr"

  private static let removed =
    "script style title textarea noembed link meta base template svg math select datalist canvas "
    + "dialog track object applet param"

  private static let embedded = "iframe embed"

  private static func names(_ list: String) -> Set<MarkupName> {
    Set(list.split(separator: " ").map { MarkupName(Bytes($0.utf8)[...]) })
  }
}

/// What becomes of attributes in a feed.
enum FeedAttribute {
  /// What an attribute that stays holds.
  enum Rule {
    case text
    case address
    /// The candidates of a `srcset`.
    case candidates
  }

  /// The attributes that stay.
  static let rules = MarkupNameTable(
    [(texts, Rule.text), (addresses, .address), ("srcset", .candidates)]
      .flatMap { names, rule in
        names.split(separator: " ").map { (MarkupName(Bytes($0.utf8)[...]), rule) }
      })

  /// The schemes of addresses that stay.
  static let schemes = ["http", "https", "mailto", "tel", "sms", "ftp", "xmpp", "geo", "webcal"]

  private static let texts =
    "abbr alt class colspan datetime decoding dir download headers height hreflang lang loading "
    + "media open rel reversed rowspan scope sizes span start title type value width"

  private static let addresses = "href src poster cite"
}
