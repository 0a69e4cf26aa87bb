internal import Diagnostics
internal import Site
internal import Text

/// Finds the line of a text that a piece of its page comes from.
///
/// HTML has no positions of its source, so the words are looked for: the first occurrence that has
/// not been told. What is not in the text comes from the template.
struct ContentPlaces {
  private let source: SourceText?
  private let body: Range<Int>
  private let template: TextLocation

  init(_ page: RenderedPage) {
    template = .file(page.template)
    body = page.item?.body ?? 0..<0
    do throws(FileSystemError) {
      source = try page.item?.text()
    } catch {
      source = nil  // Reported by the build.
    }
  }

  /// The template, for what no text is to blame for.
  var ofTemplate: TextLocation { template }

  /// Where a text stands that one of `spellings` writes; nil where it is not in the text.
  ///
  /// - Parameters:
  ///   - spellings: the forms in which Markdown may have it, the most certain first.
  ///   - number: how many equal ones stand before it on the page.
  /// - Returns: the place, or nil.
  func place(of spellings: [String], number: Int = 0) -> TextLocation? {
    guard let source else { return nil }
    let end = min(body.upperBound, source.bytes.count)
    for spelling in spellings where !spelling.isEmpty {
      let places = occurrences(of: Bytes(spelling.utf8), in: source.bytes, body.lowerBound..<end)
      if let place = places.dropFirst(number).first ?? places.last {
        return source.location(of: place)
      }
    }
    return nil
  }

  private func occurrences(of text: Bytes, in bytes: Bytes, _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    while start + text.count <= range.upperBound {
      if bytes[start] == text[0], bytes[start..<start + text.count].elementsEqual(text) {
        found.append(start..<start + text.count)
        start += text.count
      } else {
        start += 1
      }
    }
    return found
  }
}
