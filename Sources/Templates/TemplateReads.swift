/// The templates that one rendering has looked up: what its output depends on, besides the values
/// that it was given.
///
/// The template that was asked for is one of them, then every one that was extended, included or
/// imported, also by a name that was worked out while rendering. A name that was tried in vain,
/// as with `ignore missing` or in a list, counts as well: were there such a template, the output
/// would be another.
public struct TemplateReads: Sendable, Equatable {
  /// The templates that were found, as places in `TemplateSet.names`, from first to last.
  public var places: [Int] {
    words.indices.flatMap { word in
      (0..<UInt64.bitWidth).filter { words[word] >> $0 & 1 == 1 }
        .map { word * UInt64.bitWidth + $0 }
    }
  }
  /// The names that no template of the set has.
  public private(set) var missing: Set<String> = []
  /// A bit for each template of the set, the first in the lowest bit of the first word.
  private var words: [UInt64]

  /// Nothing was looked up yet.
  public init() { words = [] }

  /// Nothing was looked up yet, among so many templates.
  init(templateCount: Int) {
    words = [UInt64](repeating: 0, count: (templateCount + UInt64.bitWidth - 1) / UInt64.bitWidth)
  }

  mutating func found(_ template: Int) {
    words[template / UInt64.bitWidth] |= 1 << UInt64(template % UInt64.bitWidth)
  }

  mutating func missed(_ name: String) { missing.insert(name) }
}

extension TemplateSet {
  /// The names of the templates that a rendering with this set has looked up and found, in the
  /// order of the set's templates.
  public func names(of reads: TemplateReads) -> [String] {
    reads.places.map { program.units[$0].name }
  }

  /// The place of a template in `names`; nil where there is none of its name.
  public func place(of name: String) -> Int? {
    program.unit(named: name)?.number
  }
}
