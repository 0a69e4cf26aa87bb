// The only file that imports cmark-gfm. What leaves it is safe: a tree that frees itself, nodes
// that cannot outlive the closure they are given to, and their text as spans.
import CCMarkGFM
import CMarkThreads
import Synchronization

/// A document as cmark-gfm parsed it: the only owner of its memory.
@safe struct CMarkTree: ~Copyable {
  private let arena: OpaquePointer
  private let document: UnsafeRawPointer

  /// What the parser need not look for, since the text is known not to have it.
  struct Absences {
    /// Footnotes: the text has no `[^`.
    var footnotes = false
    /// Bytes that are no UTF-8.
    var invalidUTF8 = false
  }

  /// Parses a text with every extension of GitHub Flavored Markdown and footnotes.
  ///
  /// Bytes that are no UTF-8 become U+FFFD. Trees may be parsed in any thread at the same time.
  init(parsing text: ArraySlice<UInt8>, without absences: Absences = Absences()) {
    unsafe arena = cmark_arena_take()
    unsafe document = CMarkLibrary.ready.parse(text, absences, in: arena)
  }

  deinit { unsafe cmark_arena_give_back(arena) }

  /// Gives the document's root to a closure, which must not let a node escape.
  borrowing func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result {
    // Where the shim has to use cmark's public accessors, these copy into the tree's memory.
    let previous = unsafe cmark_arena_use(arena)
    defer { _ = unsafe cmark_arena_use(previous) }
    return unsafe body(CMarkNode(document))
  }
}

/// The library with its extensions registered, and how its parser may be called.
private struct CMarkLibrary: ~Copyable, Sendable {
  /// Registered once, in whichever thread is first.
  static let ready = CMarkLibrary()

  let parsesInParallel: Bool
  private let lock = Mutex(())

  private init() {
    precondition(
      bp_library_matches_headers(),
      "the cmark-gfm library that is installed is not the one this program was compiled for")
    precondition(
      bp_register_extensions(), "cmark-gfm lacks an extension of GitHub Flavored Markdown")
    // A document with an extension's character, so that the tables are written now, while no other
    // thread reads them. Whether the stand-in was called says whether it takes effect.
    let arena = unsafe cmark_arena_take()
    _ = unsafe Self.parsed(Array("~~probe~~".utf8)[...], CMarkTree.Absences(), in: arena)
    unsafe cmark_arena_give_back(arena)
    parsesInParallel = cmark_threads_takes_effect()
  }

  borrowing func parse(
    _ text: ArraySlice<UInt8>, _ absences: CMarkTree.Absences, in arena: OpaquePointer
  ) -> UnsafeRawPointer {
    var document: UnsafeRawPointer?
    if parsesInParallel {
      unsafe document = Self.parsed(text, absences, in: arena)
    } else {
      // Where the tables are switched on and off, one parse at a time.
      lock.withLock { _ in unsafe document = Self.parsed(text, absences, in: arena) }
    }
    guard let document = unsafe document else {
      preconditionFailure("cmark returns a document for every text")
    }
    return unsafe document
  }

  private static func parsed(
    _ text: ArraySlice<UInt8>, _ absences: CMarkTree.Absences, in arena: OpaquePointer
  ) -> UnsafeRawPointer? {
    let previous = unsafe cmark_arena_use(arena)
    defer { _ = unsafe cmark_arena_use(previous) }
    return unsafe text.withUnsafeBufferPointer {
      unsafe bp_parse(
        $0.baseAddress, $0.count, !absences.footnotes, !absences.invalidUTF8,
        cmark_arena_functions())
    }
  }
}

extension MarkdownSource {
  /// Whether texts are parsed in several threads at the same time; otherwise parses wait for each
  /// other, and only the writing of HTML is parallel.
  package static var parsesInParallel: Bool { CMarkLibrary.ready.parsesInParallel }
}

/// A place in a tree; it is valid only while its tree lives.
@safe struct CMarkNode: Hashable {
  /// What a node is, numbered as `bp_kind` in the shim does.
  enum Kind: UInt8 {
    case document = 0
    case blockQuote = 1
    case list = 2
    case item = 3
    case codeBlock = 4
    case htmlBlock = 5
    case paragraph = 6
    case heading = 7
    case thematicBreak = 8
    case footnoteDefinition = 9
    case table = 10
    case tableRow = 11
    case tableCell = 12
    case text = 13
    case softBreak = 14
    case lineBreak = 15
    case code = 16
    case htmlInline = 17
    case emphasis = 18
    case strong = 19
    case link = 20
    case image = 21
    case footnoteReference = 22
    case strikethrough = 23
    /// What no extension in use makes.
    case other = 24
  }

  private let pointer: UnsafeRawPointer

  fileprivate init(_ pointer: UnsafeRawPointer) { unsafe self.pointer = pointer }

  private init?(_ pointer: UnsafeRawPointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  static func == (left: CMarkNode, right: CMarkNode) -> Bool {
    unsafe left.pointer == right.pointer
  }

  func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }

  var kind: Kind { Kind(rawValue: unsafe bp_kind(pointer)) ?? .other }

  var firstChild: CMarkNode? { unsafe CMarkNode(bp_first_child(pointer)) }
  var lastChild: CMarkNode? { unsafe CMarkNode(bp_last_child(pointer)) }
  var next: CMarkNode? { unsafe CMarkNode(bp_next(pointer)) }
  var previous: CMarkNode? { unsafe CMarkNode(bp_previous(pointer)) }
  var parent: CMarkNode? { unsafe CMarkNode(bp_parent(pointer)) }

  /// Lines from 1 in the parsed text; 0 where cmark does not record them.
  var startLine: Int { Int(unsafe bp_start_line(pointer)) }
  var endLine: Int { Int(unsafe bp_end_line(pointer)) }
  /// Bytes from 1 in the line, approximate for inlines.
  var startColumn: Int { Int(unsafe bp_start_column(pointer)) }

  /// 1 to 6, of a heading.
  var headingLevel: Int { Int(unsafe bp_heading_level(pointer)) }
  /// Of a list.
  var isOrdered: Bool { unsafe bp_list_is_ordered(pointer) }
  /// The first number, of an ordered list.
  var listStart: Int { Int(unsafe bp_list_start(pointer)) }
  /// Whether paragraphs in its items are written without `<p>`, of a list.
  var isTight: Bool { unsafe bp_list_is_tight(pointer) }
  /// Whether it has a checkbox, of an item.
  var isTask: Bool { unsafe bp_is_task(pointer) }
  /// Of a table's row.
  var isHeaderRow: Bool { unsafe bp_row_is_header(pointer) }
  /// `l`, `c`, `r` or 0 for each column, of a table.
  var columnAlignments: [UInt8] {
    unsafe bytes(bp_table_alignments(pointer)) { Array(copying: $0) }
  }

  /// Gives the text of a text, code, HTML or code block node, the label of a footnote's definition
  /// or the number of its reference, to `body`.
  func withLiteral<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe bytes(bp_literal(pointer), body)
  }
  /// The text after the fence of a code block.
  func withInfo<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe bytes(bp_info(pointer), body)
  }
  /// The address of a link or an image.
  func withDestination<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe bytes(bp_url(pointer), body)
  }
  /// The title of a link or an image.
  func withTitle<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe bytes(bp_title(pointer), body)
  }

  @inline(__always)
  private func bytes<Result>(_ bytes: bp_bytes, _ body: (Span<UInt8>) -> Result) -> Result {
    body(unsafe UnsafeBufferPointer(start: bytes.start, count: bytes.count).span)
  }
}
