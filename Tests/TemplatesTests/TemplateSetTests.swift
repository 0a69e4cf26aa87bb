import CivilTime
import Diagnostics
import Templates
import Testing
import Text

@Suite struct TemplateSetTests {
  private func set(
    _ templates: KeyValuePairs<String, String>, _ environment: TemplateEnvironment = .init()
  ) -> Checked<TemplateSet> {
    TemplateSet.compiling(
      templates.map { SourceText(path: "templates/" + $0.key, bytes: Bytes($0.value.utf8)) },
      environment: environment)
  }

  private func rendered(
    _ set: TemplateSet, _ name: String = "a.html", _ globals: [TemplateValue] = []
  ) throws(TemplateError) -> String {
    var output = Bytes()
    try set.render(name, globals: globals, subject: "test", into: &output)
    return output.text
  }

  @Test func `templates are known by their path below the root`() {
    let set = set(["a.html": "x", "partials/b.html": "y"]).value
    #expect(set.names == ["a.html", "partials/b.html"])
    #expect(set.contains("partials/b.html"))
    #expect(!set.contains("templates/a.html"))
  }

  @Test func `rendering a template that does not exist names the nearest`() throws {
    let set = set(["post.html": "x"]).value
    do throws(TemplateError) {
      _ = try rendered(set, "pots.html")
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.subject == "test")
      #expect(error.diagnostics.map(\.help) == [["did you mean 'post.html'?"]])
    }
  }

  @Test func `output is appended to what is there`() throws {
    let set = set(["a.html": "b"]).value
    var output = Bytes("a".utf8)
    try set.render("a.html", globals: [], subject: "test", into: &output)
    #expect(output.text == "ab")
  }

  @Test func `a set gives the same bytes from many tasks at once`() async throws {
    let environment = TemplateEnvironment(globals: ["n"])
    let set = set(
      [
        "a.html": """
        {% extends "b.html" %}{% from "m.html" import twice %}{% block x %}{{ super() }}\
        {% for i in range(n) %}{{ loop.index }}{{ twice(i) }}{% include "p.html" %}{% endfor %}\
        {% endblock %}
        """,
        "b.html": "{% set k = n * 2 %}[{% block x %}{{ k }}{% endblock %}]",
        "m.html": "{% macro twice(v) %}{{ v ~ v }}{% endmacro %}",
        "p.html": "({{ i }}{{ k }})",
      ], environment)
    #expect(set.diagnostics == [])
    let serial = try (0..<200).map { try rendered(set.value, "a.html", [.integer($0 % 17)]) }
    let templates = set.value
    let parallel = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for index in 0..<200 {
        group.addTask {
          var output = Bytes()
          try templates.render(
            "a.html", globals: [.integer(index % 17)], subject: "test", into: &output)
          return (index, output.text)
        }
      }
      var results = [String](repeating: "", count: 200)
      for try await (index, text) in group { results[index] = text }
      return results
    }
    #expect(parallel == serial)
  }

  @Test func `own filters, tests and functions stand beside those of the language`() throws {
    var environment = TemplateEnvironment(
      functions: [TemplateFunction(name: "five") { (_) throws(TemplateFailure) in 5 }])
    environment.add(
      TemplateFilter("shout") { (value, _, _) throws(TemplateFailure) in
        .text((value.asText ?? "") + "!")
      })
    environment.add(
      TemplateTest("five") { (value, _) throws(TemplateFailure) in value.asInteger == 5 })
    let set = set(["a.html": "{{ 'x' | shout }}{{ five() is five }}"], environment)
    #expect(set.diagnostics == [])
    #expect(try rendered(set.value) == "x!True")
  }

  @Test func `attributes of types that were not registered are found by name`() throws {
    let environment = TemplateEnvironment(globals: ["x"])
    let set = set(["a.html": "{{ x.b }}{{ x.c | default('-') }}"], environment).value
    let object = try GoldenContext.dictionary(#"{"x": {"$type": "thing", "a": 1, "b": 2}}"#)
    #expect(try rendered(set, "a.html", object.values) == "2-")
  }

  @Test func `objects of many types never mix up their attributes`() throws {
    let types = (0..<300).map { number in
      TemplateObjectType(
        name: "t\(number)",
        attributes: ["a", "b", "c"].shuffledBy(number))
    }
    let environment = TemplateEnvironment(globals: ["x"], objectTypes: types)
    let set = set(["a.html": "{{ x.a }}{{ x.b }}{{ x.c }}"], environment).value
    for type in types {
      #expect(try rendered(set, "a.html", [.object(Named(type: type))]) == "abc")
    }
  }

  private struct Named: TemplateObject {
    let type: TemplateObjectType
    func attribute(_ index: Int) -> TemplateValue { .text(type.attributes[index]) }
  }

  @Test func `an endless recursion ends at the limit on a small stack`() async throws {
    let sources: KeyValuePairs = [
      "a.html": String(repeating: "{% if true %}", count: 40)
        + "{% for x in [1] %}{{ ((([1] | map('string') | first))) }}{% include 'a.html' %}"
        + "{% endfor %}" + String(repeating: "{% endif %}", count: 40)
    ]
    let set = set(sources).value
    await Task.detached {
      var output = Bytes()
      do throws(TemplateError) {
        try set.render("a.html", globals: [], subject: "test", into: &output)
        Issue.record("nothing was thrown")
      } catch {
        #expect(error.diagnostics.map(\.rule) == ["limit-reached"])
      }
    }.value
  }

  @Test func `a name set by every template that extends is known to the extended one`() {
    let set = set([
      "base.html": "{{ section }}",
      "a.html": "{% extends 'base.html' %}{% set section = 1 %}",
    ])
    #expect(set.diagnostics == [])
  }

  @Test func `a template with a syntax error reports no names that only seem to be missing`() {
    let set = set(["a.html": "{% set x = %}{{ x }}{{ y }}", "b.html": "{{ y }}"])
    #expect(set.diagnostics.map(\.location.path) == ["templates/a.html", "templates/b.html"])
    #expect(set.diagnostics.map(\.rule) == ["template-syntax", "undefined-name"])
  }
}

extension [String] {
  /// The elements in one of their orders.
  fileprivate func shuffledBy(_ number: Int) -> [String] {
    let orders = [[0, 1, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 2, 1], [1, 0, 2]]
    return orders[number % 6].map { self[$0] }
  }
}
