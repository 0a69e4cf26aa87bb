import Diagnostics
import Synchronization
import Templates
import Testing
import Text

/// What templates cost, by a clock that is a millisecond further each time it is read.
@Suite struct TemplateMeterTests {
  /// The costs of rendering the first template, as `NAME CALLS OWN/TOTAL`.
  private func costs(_ templates: KeyValuePairs<String, String>, renderings: Int = 1) throws
    -> [String]
  {
    let readings = Ticks()
    let meter = TemplateMeter { .milliseconds(readings.next()) }
    let compiled = TemplateSet.compiling(
      templates.map { SourceText(path: "templates/" + $0.key, bytes: Bytes($0.value.utf8)) },
      environment: TemplateEnvironment())
    #expect(compiled.diagnostics == [])
    let set = compiled.value.measured(by: meter)
    for _ in 0..<renderings {
      var output = Bytes()
      try set.render(set.names[0], globals: [], subject: "test", into: &output)
    }
    return meter.costs.map { cost in
      "\(cost.name) \(cost.calls) \(cost.own / .milliseconds(1))/\(cost.total / .milliseconds(1))"
    }
  }

  @Test func `a template has its own time and that of what it includes`() throws {
    #expect(
      try costs(["a.html": "x{% include 'b.html' %}y{% include 'b.html' %}", "b.html": "b"])
        == ["a.html 1 3.0/5.0", "b.html 2 2.0/2.0"])
  }

  @Test func `the times of several renderings are added`() throws {
    #expect(try costs(["a.html": "x"], renderings: 3) == ["a.html 3 3.0/3.0"])
  }

  @Test func `a block's time is that of the template that defines it`() throws {
    #expect(
      try costs([
        "a.html": "{% extends 'b.html' %}{% block x %}a{% endblock %}",
        "b.html": "b{% block x %}{% endblock %}b",
      ]) == ["a.html 1 2.0/4.0", "b.html 1 2.0/3.0"])
  }

  @Test func `what calls itself is not counted twice`() throws {
    #expect(
      try costs([
        "a.html": "{% set n = 3 %}{% include 'b.html' %}",
        "b.html": "{% if n > 1 %}{% set n = n - 1 %}{% include 'b.html' %}{% endif %}",
      ]) == ["b.html 3 5.0/5.0", "a.html 1 2.0/7.0"])
  }

  @Test func `a macro is called from other templates`() throws {
    let costs = try costs([
      "a.html": "{% from 'm.html' import twice %}{{ twice(1) }}{{ twice(2) }}",
      "m.html": "{% macro once(x) %}{{ x }}{% endmacro %}"
        + "{% macro twice(x) %}{{ once(x) }}{{ once(x) }}{% endmacro %}",
    ])
    #expect(costs.map { $0.prefix { $0 != "/" } }.contains { $0.hasPrefix("m.html 3 ") })
  }

  @Test func `a rendering with an error is measured to its end`() throws {
    let readings = Ticks()
    let meter = TemplateMeter { .milliseconds(readings.next()) }
    let compiled = TemplateSet.compiling(
      [SourceText(path: "templates/a.html", bytes: Bytes("{{ 1 / 0 }}".utf8))],
      environment: TemplateEnvironment())
    var output = Bytes()
    #expect(throws: TemplateError.self) {
      try compiled.value.measured(by: meter).render(
        "a.html", globals: [], subject: "test", into: &output)
    }
    #expect(meter.costs.map(\.calls) == [1])
  }
}

/// Counts how often it was asked.
private final class Ticks: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
