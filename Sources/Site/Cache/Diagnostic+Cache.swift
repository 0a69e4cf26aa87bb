internal import Diagnostics

// Messages in a cache: what was said of a page is said again while the page stays as it is.
extension CacheEncoder {
  mutating func write(_ diagnostics: [Diagnostic]) {
    write(diagnostics) { encoder, diagnostic in
      encoder.write(diagnostic.severity.rawValue)
      encoder.write(diagnostic.rule.description)
      encoder.write(diagnostic.message)
      encoder.write(diagnostic.location)
      encoder.write(diagnostic.help)
      encoder.write(diagnostic.related) {
        $0.write($1.message)
        $0.write($1.location)
      }
    }
  }

  private mutating func write(_ location: TextLocation) {
    write(location.path)
    write(location.line)
    write(location.column)
    write(location.length)
    write(location.excerpt) { encoder, excerpt in
      encoder.write(excerpt.before)
      encoder.write(excerpt.marked)
      encoder.write(excerpt.after)
      encoder.write(excerpt.isCutAtStart)
      encoder.write(excerpt.isCutAtEnd)
    }
  }
}

extension CacheDecoder {
  mutating func diagnostics() throws(CacheDamage) -> [Diagnostic] {
    try list { decoder throws(CacheDamage) in
      guard let severity = Diagnostic.Severity(rawValue: try decoder.text()) else {
        throw CacheDamage()
      }
      return Diagnostic(
        severity, Diagnostic.Rule(stringLiteral: try decoder.text()), try decoder.text(),
        at: try decoder.location(), help: try decoder.texts(),
        related: try decoder.list { decoder throws(CacheDamage) in
          Diagnostic.Related(try decoder.text(), at: try decoder.location())
        })
    }
  }

  private mutating func location() throws(CacheDamage) -> TextLocation {
    TextLocation(
      path: try text(), line: try integer(), column: try integer(), length: try integer(),
      excerpt: try optional { decoder throws(CacheDamage) in
        TextExcerpt(
          before: try decoder.text(), marked: try decoder.text(), after: try decoder.text(),
          isCutAtStart: try decoder.flag(), isCutAtEnd: try decoder.flag())
      })
  }
}
