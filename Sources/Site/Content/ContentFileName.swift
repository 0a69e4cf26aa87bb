internal import CivilTime
private import Text

/// What a content file's path says about its item.
struct ContentFileName: Sendable, Hashable {
  /// The part that an item has in the site.
  enum Role: Int, Sendable {
    /// A page of its own.
    case item
    /// The text above a kind's list: `index.md` in the folder of a kind that has one.
    case listText
    /// The text of the home page: `index.md` in `content/`.
    case homeText
  }

  /// The folder below `content/` that the item lies in; nil for an item of `content/` itself.
  let kindFolder: String?
  /// The folders between the kind's folder and the item, as slugs.
  let folders: [String]
  /// The slug: the file's name, or the folder's for `folder/index.md`.
  let slug: String
  /// The date in a name such as `2023-02-23-kick-off.md`.
  let date: CivilDate?
  /// The language in a name such as `kick-off.sv.md`.
  let languageSuffix: String?
  /// Whether the item is a folder with an `index.md`, whose other files belong to it.
  let isBundle: Bool
  /// Its part in the site.
  let role: Role

  /// A name that was taken apart before.
  init(
    kindFolder: String?, folders: [String], slug: String, date: CivilDate?,
    languageSuffix: String?, isBundle: Bool, role: Role
  ) {
    self.kindFolder = kindFolder
    self.folders = folders
    self.slug = slug
    self.date = date
    self.languageSuffix = languageSuffix
    self.isBundle = isBundle
    self.role = role
  }

  /// Takes a path apart: `content/posts/2023/2023-02-23-kick-off.sv.md`.
  ///
  /// - Parameters:
  ///   - path: the path within the site's folder.
  ///   - hasList: whether a folder of `content/` belongs to a kind with a list; the `index.md` of
  ///     any other folder is a page.
  init(path: String, hasList: (String) -> Bool) {
    var parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    parts.removeFirst()
    let file = parts.popLast() ?? ""
    var name = file
    for ending in [".md", ".markdown"] where file.hasSuffix(ending) {
      name = String(Substring(file.utf8.dropLast(ending.utf8.count)))
    }
    var suffix: String?
    if let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) {
      let code = name[name.index(after: dot)...]
      if ContentFileName.isLanguageSuffix(code) {
        suffix = String(code)
        name = String(name[..<dot])
      }
    }
    languageSuffix = suffix
    let isIndex = name == "index" || name == "_index"
    let isListText = parts.count == 1 && parts.first.map(hasList) ?? false
    if isIndex && (parts.isEmpty || isListText) {
      role = parts.isEmpty ? .homeText : .listText
      isBundle = false
    } else {
      role = .item
      isBundle = isIndex
      if isIndex { name = parts.removeLast() }
    }
    kindFolder = parts.first
    folders = parts.dropFirst().map { Text.slug($0) }
    let dated = ContentFileName.dated(name)
    date = dated?.date
    slug = Text.slug(dated?.rest ?? name)
  }

  /// What the files of one text in several languages have in common: `posts/2023/kick-off`.
  var languageIndependentPath: String {
    ([kindFolder].compactMap { $0 } + folders + [slug]).joined(separator: "/")
  }

  /// Two letters, or two letters and a region: `sv`, `pt-BR`.
  private static func isLanguageSuffix(_ code: Substring) -> Bool {
    let primary = code.prefix { $0 != "-" }
    return primary.count == 2 && primary.allSatisfy { $0.isASCII && $0.isLowercase }
      && code.dropFirst(2).allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
  }

  /// The date and the rest of `2023-02-23-kick-off`; nil for a name of another form.
  private static func dated(_ name: String) -> (date: CivilDate, rest: String)? {
    guard name.utf8.count > 11, let first = name.utf8.first, first.isASCIIDigit else { return nil }
    let head = String(name.prefix(10))
    guard name.dropFirst(10).first == "-" || name.dropFirst(10).first == "_" else { return nil }
    do throws(DateError) {
      guard case .day(let date) = try WrittenDate(head) else { return nil }
      return (date, String(name.dropFirst(11)))
    } catch {
      return nil  // `1984-99-99-novel` is a name like any other.
    }
  }
}
