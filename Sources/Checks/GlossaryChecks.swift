internal import Diagnostics
internal import FrontMatter
internal import Site
internal import Text

/// Names that are spelled otherwise than the site's glossary says.
struct GlossaryChecks {
  let site: SiteReading

  /// The fields of front matter that people read.
  private static let fields = [
    "title", "name", "summary", "description", "image_alt", "abstract", "outcome", "host",
    "visitor", "organiser", "venue", "publisher", "authors", "tags", "role", "audience",
  ]

  var diagnostics: [Diagnostic] {
    let wrong = site.glossary.flatMap { entry in
      entry.misspellings.filter { !$0.isEmpty && $0 != entry.name }.map {
        Spelling(wrong: Bytes($0.utf8), right: entry.name)
      }
    }
    guard !wrong.isEmpty else { return [] }
    return site.items.filter(\.isPublished).flatMap { problems(in: $0, wrong) }
  }

  /// A wrong spelling and the right one.
  private struct Spelling {
    let wrong: Bytes
    let right: String
  }

  private func problems(in item: SiteItem, _ spellings: [Spelling]) -> [Diagnostic] {
    let source: SourceText
    do throws(FileSystemError) {
      source = try item.text()
    } catch {
      return []  // Reported where the page is rendered.
    }
    let ranges =
      Self.fields.compactMap { item.record[$0]?.range }
      + MarkdownProse(source.bytes, item.body).ranges
    return spellings.flatMap { spelling in
      ranges.flatMap { occurrences(of: spelling, in: source.bytes, $0) }.map { place in
        Diagnostic(
          .misspeltName, "'\(spelling.wrong.text)' is spelled '\(spelling.right)'",
          at: source.location(of: place),
          help: ["write '\(spelling.right)', as the glossary in site.yaml says"])
      }
    }
  }

  /// Where a spelling stands as a word of its own.
  private func occurrences(
    of spelling: Spelling, in bytes: Bytes, _ range: Range<Int>
  ) -> [Range<Int>] {
    let wrong = spelling.wrong
    var places: [Range<Int>] = []
    let end = min(range.upperBound, bytes.count)
    var start = range.lowerBound
    while start + wrong.count <= end {
      let place = start..<start + wrong.count
      if bytes[start] == wrong[0], bytes[place].elementsEqual(wrong),
        start == range.lowerBound || !bytes[start - 1].isWordByte,
        place.upperBound >= end || !bytes[place.upperBound].isWordByte
      {
        places.append(place)
        start = place.upperBound
      } else {
        start += 1
      }
    }
    return places
  }
}

extension UInt8 {
  /// Whether a byte belongs to a word: every letter outside ASCII has bytes from 0x80 on.
  fileprivate var isWordByte: Bool {
    isASCIILetter || isASCIIDigit || self >= 0x80
  }
}
