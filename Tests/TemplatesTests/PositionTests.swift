import Diagnostics
import Foundation
import Templates
import Testing
import Text

/// Each text marks with `«` and `»` what the error must point at.
@Suite struct PositionTests {
  @Test(arguments: [
    "{{ «titel» }}", "a\nb\n  {{ x | «uper» }}", "é 👩‍👩‍👧 {{ «titel» }}", "\r\n{{ «titel» }}",
    "\u{FEFF}{{ «titel» }}", "{% if «titel» %}{% endif %}", "{% for a in «titel» %}{% endfor %}",
    "{{ x[«titel»] }}", "{{ range(«titel») }}", "{{ x is «od» }}", "{{ 'a' ~ «titel» | upper }}",
    "{% «fro» %}", "{{ x + «}}»", "{{ x «y» }}", "{% if x %}{% «endfor» %}{% endif %}",
    "{# c #}{{- «titel» -}}", "{% raw %}{{ a }}{% endraw %}{{ «titel» }}",
    "{% set a = «titel» %}", "{% with a = «titel» %}{% endwith %}", "{{ {'a': «titel»} }}",
    "{% macro m(a=«titel») %}{% endmacro %}", "«{%» if x", "{{ x | default(«titel») }}",
    "{{ «'»abc }}", "{{ '\\n\\u00e9' ~ «titel» }}", "{{ 'ab\ncd' ~ «titel» }}",
    "{{ \"«\\uD800»\" }}", "{{ x «?» 1 : 2 }}",
  ])
  func `an error stands where its cause is`(marked: String) throws {
    let start = try #require(marked.range(of: "«")?.lowerBound)
    let plain = marked.replacingOccurrences(of: "«", with: "").replacingOccurrences(
      of: "»", with: "")
    let source = SourceText(path: "templates/a.html", bytes: Bytes(plain.utf8))
    let set = TemplateSet.compiling(
      [source], environment: TemplateEnvironment(globals: ["x", "y"]))
    let place = try #require(set.diagnostics.first).location
    let expected = source.location(at: marked[..<start].utf8.count)
    #expect("\(place.line):\(place.column)" == "\(expected.line):\(expected.column)")
    let end = try #require(marked.range(of: "»")?.lowerBound)
    let wanted = marked[start..<end].dropFirst()
    #expect(place.excerpt?.marked == String(wanted))
  }
}
