import Diagnostics
import Templates
import Testing
import Text

/// What a rendering says it has looked up.
@Suite struct TemplateReadsTests {
  /// The names that rendering the first template has looked up: those found, then those missing.
  private func looked(_ templates: KeyValuePairs<String, String>, name: String? = nil)
    -> (found: [String], missing: [String])
  {
    let set = TemplateSet.compiling(
      templates.map { SourceText(path: "templates/" + $0.key, bytes: Bytes($0.value.utf8)) },
      environment: TemplateEnvironment()
    ).value
    var output = Bytes()
    var reads = TemplateReads()
    try? set.render(
      name ?? set.names[0], globals: [], subject: "test", into: &output, observing: &reads)
    return (set.names(of: reads), reads.missing.sorted())
  }

  @Test func `extending, including and importing count, at any depth`() {
    let (found, missing) = looked([
      "a.html": "{% extends 'b.html' %}{% import 'm.html' as m %}"
        + "{% block x %}{% include 'c.html' %}{{ m.n() }}{% endblock %}",
      "b.html": "{% extends 'base.html' %}", "base.html": "{% block x %}{% endblock %}",
      "c.html": "{% from 'd.html' import e %}", "d.html": "{% macro e() %}{% endmacro %}",
      "m.html": "{% macro n() %}{% endmacro %}", "unused.html": "x",
    ])
    #expect(found == ["a.html", "b.html", "base.html", "c.html", "d.html", "m.html"])
    #expect(missing == [])
  }

  @Test func `a template that the rendering did not come to does not count`() {
    #expect(
      looked(["a.html": "{% if false %}{% include 'b.html' %}{% endif %}", "b.html": "b"]).found
        == ["a.html"])
  }

  @Test func `names that are worked out count`() {
    let (found, missing) = looked([
      "a.html": "{% set n = 'b' %}{% extends n ~ '.html' %}",
      "b.html": "{% for n in ['c', 'd'] %}{% include n ~ '.html' ignore missing %}{% endfor %}",
      "d.html": "d",
    ])
    #expect(found == ["a.html", "b.html", "d.html"])
    #expect(missing == ["c.html"])
  }

  @Test func `of a list, only the names up to the one that exists count`() {
    let (found, missing) = looked([
      "a.html": "{% include ['x.html', 'b.html', 'y.html', 'c.html'] %}", "b.html": "b",
      "c.html": "c",
    ])
    #expect(found == ["a.html", "b.html"])
    #expect(missing == ["x.html"])
  }

  @Test func `after an error, what led to it counts`() {
    let (found, missing) = looked([
      "a.html": "{% set n = 'b' %}{% include n %}{% include 'c.html' %}", "c.html": "{{ 1 / 0 }}",
    ])
    #expect(found == ["a.html", "c.html"])
    #expect(missing == ["b"])
    let none = looked(["a.html": "a"], name: "b.html")
    #expect(none.found == [] && none.missing == ["b.html"])
  }

  @Test func `a set may have any number of templates`() {
    let templates = (0..<200).map { number in
      SourceText(
        path: "templates/\(number).html",
        bytes: Bytes((number % 63 == 0 ? "{% include '\(number + 1).html' %}" : "x").utf8))
    }
    let set = TemplateSet.compiling(templates, environment: TemplateEnvironment()).value
    for number in 0..<199 {
      var output = Bytes()
      var reads = TemplateReads()
      try? set.render(
        "\(number).html", globals: [], subject: "test", into: &output, observing: &reads)
      #expect(reads.places == (number % 63 == 0 ? [number, number + 1] : [number]))
    }
  }
}
