"""Filters of texts, numbers and lists, and tests."""

PEOPLE = [
    {"name": "Ann", "age": 30, "team": "b", "tags": ["x"]},
    {"name": "bob", "age": 20, "team": "a", "tags": []},
    {"name": "Cid", "age": 30, "team": "b", "tags": ["x", "y"]},
]

# Texts
for expression in [
    "'abc' | upper", "'ABC' | lower", "'hello world' | title", "'hello WORLD' | capitalize", "'  a b ' | trim",
    "'xxaxx' | trim('x')", "'a-b' | replace('-', '+')", "'aaa' | replace('a', 'b', 2)", "'abc' | length",
    "'abc' | reverse", "'abc' | first", "'abc' | last", "'abc' | list | join('-')", "'a b c' | wordcount",
    "'a' | default('b')", "'' | default('b')", "'' | default('b', true)", "'a,b,c'.split(',') | join('|')",
    "'abc' | upper | lower | title", "'<b>' | escape", "'<b>' | e", "'<b>' | safe", "'<b>' | escape | escape",
    "'a&b' | e | upper", "'abc' | string", "5 | string ~ 'x'",
    "'a b/c?d=é' | urlencode", "'a\\nb' | indent", "'a\\nb\\nc' | indent(2)", "'a\\nb' | indent(2, true)",
    "'a\\n\\nb' | indent(2)", "'a\\n\\nb' | indent(2, blank=true)", "'hello' | replace('l', '')",
    "'foo bar baz' | title", "\"it's\" | title", "'one-two' | title", "'ABC def' | title", "'  x  ' | trim | length",
    "'<p>a <b>c</b></p>' | striptags", "'a & b' | safe", "'42' | int + 1", "'4.5' | float + 1", "'x' | int",
    "'x' | int(5)", "'x' | float", "'x' | int(default=7)", "' 42 ' | int", "'3.7' | int", "3.9 | int", "-3.9 | int",
    "'0x1f' | int", "true | int", "'abcdefghij' | truncate(5)", "'a b c d e f g h' | truncate(9)",
    "'a b c d e f g h' | truncate(9, true, '~')", "'foo bar baz qux' | truncate(11, false, '...', 0)",
    "'foo bar baz qux' | truncate(3, end='')", "'abc'.upper()", "'ABC'.lower()", "' a '.strip()", "'abc'.startswith('a')",
    "'abc'.endswith('c')", "'a-b'.replace('-', '+')", "'abc'.title()", "'abc'.capitalize()", "'a b'.split() | length",
    "'a,b'.split(',')[1]", "','.join(['a', 'b'])", "'abc'.find('c')", "'aXbX'.count('X')", "'xxa'.lstrip('x')",
    "'axx'.rstrip('x')", "'abc'.isdigit()", "'12'.isdigit()", "'ß' | upper", "'ÅÄÖ' | lower", "'éa' | capitalize",
    "'a\\tb' | wordcount", "'x' | center(5)",
]:
    case("{{ " + expression + " }}")
case("{{ a | upper }}", a="<b>")
case("{{ a | replace('<', '[') }}", a="<b>")
case("{{ a | default('x') }}{{ b.c | default('y') }}", b={})
case("{{ missing | default('<b>') }}")
case("{{ missing | default }}|")
case("{{ missing | d(1) + 1 }}")
case("{{ a | tojson }}", a={"b": [1, 2.5, None, True, "x"]})
case("{{ a | tojson }}", a="</script>'&")
case("{{ a | tojson(indent=2) }}", a=[1, {"b": 2}])
case("<a title=\"{{ a }}\">", a="x\"y'z<>&")
case("{{ a | join(', ') }}", a=["<a>", "b"])
case("{{ a | join('<br>') }}", a=["a", "b"])
case("{{ a | join('<br>' | safe) }}", a=["<a>", "b"])
case("{{ a | e | length }}", a="<")
case({"main.txt": "{{ a }} {{ a | e }} {{ a | safe }}"}, a="<b> & \"c\"")
case({"main.xml": "{{ a }}"}, a="<b> & 'c'")
case({"main.txt": "{{ a | striptags }}"}, a="<p>x &amp; y</p>")
case("{{ a | striptags }}", a="<p>x   y</p> <!-- c --> z")
case("{{ a | xmlattr }}", a={"id": "x"})
case("{{ a | urlencode }}", a={"q": "a b"})
case("{{ a | urlencode }}", a="å/ä")
case("{{ 'a' | upper() }}{{ 'b' | upper }}")
case("{{ 'a b'|replace(old=' ', new='_') }}")

# Numbers
for expression in [
    "3.7 | round", "3.2 | round", "2.5 | round", "3.14159 | round(2)", "3.14159 | round(2, 'ceil')", "3.14159 | round(2, 'floor')",
    "42 | round", "-3.5 | abs", "-3 | abs", "3 | float", "'3' | int * 2", "-3.5 | round", "1234.5 | round(-2)",
    "[1, 2, 3] | sum", "[1.5, 2] | sum", "[] | sum", "[3, 1, 2] | min", "[3, 1, 2] | max", "['b', 'a'] | min",
    "['b', 'A'] | max", "1.0 | int", "2.0 | string", "3.0 | round | int", "1e3 | int", "7.25 | round(1)", "0.5 | round", "1.5 | round",
]:
    case("{{ " + expression + " }}")

# Lists
for expression in [
    "[1, 2, 3] | first", "[1, 2, 3] | last", "[1, 2, 3] | length", "[1, 2, 3] | count", "[1, 2, 3] | reverse | list",
    "[1, 2, 3] | reverse | join", "[3, 1, 2] | sort", "[3, 1, 2] | sort(reverse=true)", "['b', 'A', 'c'] | sort | join",
    "['b', 'A', 'c'] | sort(case_sensitive=true) | join", "[1, 1, 2] | unique | list", "['a', 'A', 'b'] | unique | join",
    "['a', 'A'] | unique(true) | join", "[1, 2, 3] | join(', ')", "[1, 2] | join", "[] | join(',')",
    "[1, 2, 3, 4] | select('even') | list", "[1, 2, 3, 4] | reject('even') | list", "[0, 1, '', 'a'] | select | list | length",
    "[0, 1, '', 'a'] | reject | list | length", "['a', 'b'] | map('upper') | join", "['a', 'b'] | map('replace', 'a', 'x') | join",
    "[1, 2, 3] | map('string') | join('-')", "[1, 5, 3] | select('>', 2) | list", "[1, 5, 3] | select('gt', 2) | list",
    "[1, 2, 3, 4, 5] | batch(2) | list", "[1, 2, 3] | batch(2, 0) | list", "[1, 2, 3, 4, 5] | slice(2) | list",
    "[1, 2, 3, 4, 5] | slice(3) | list", "[1, 2, 3] | slice(2, 0) | list", "{'b': 1, 'a': 2} | dictsort | first | first",
    "{'b': 1, 'a': 2} | dictsort(by='value') | first | first", "{'b': 1, 'a': 2} | dictsort(reverse=true) | first | last",
    "{'a': 1, 'b': 2} | items | list | length", "{'a': 1, 'b': 2} | list | join", "{'a': 1, 'b': 2} | join", "{'a': 1, 'b': 2}.keys() | join",
    "{'a': 1, 'b': 2}.values() | sum", "{'a': 1}.items() | list | length", "{'a': 1}.get('a')", "{'a': 1}.get('b', 2)",
    "'abc' | list | length", "[[2, 'b'], [1, 'a']] | sort | first | last", "[3, 1] | sort | first + 1", "range(3) | list",
    "range(1, 4) | join", "range(0, 10, 3) | list", "range(3, 0, -1) | list", "range(5) | length", "range(5) | last",
    "dict(a=1, b=2).b", "dict(a=1) | length", "[1, 2, 3] | sum | string", "[1, [2]] | length",
    "range(10) | select('odd') | map('string') | join(',')",
]:
    case("{{ " + expression + " }}")
case("{{ people | map(attribute='name') | join(',') }}", people=PEOPLE)
case("{{ people | map(attribute='zip', default='-') | join(',') }}", people=PEOPLE)
case("{{ people | sort(attribute='name') | map(attribute='name') | join(',') }}", people=PEOPLE)
case("{{ people | sort(attribute='age') | map(attribute='name') | join(',') }}", people=PEOPLE)
case("{{ people | sort(attribute='age', reverse=true) | map(attribute='name') | join(',') }}", people=PEOPLE)
case("{{ people | sum(attribute='age') }}", people=PEOPLE)
case("{{ people | selectattr('age', '==', 30) | map(attribute='name') | join(',') }}", people=PEOPLE)
case("{{ people | selectattr('tags') | list | length }}", people=PEOPLE)
case("{{ people | rejectattr('tags') | list | length }}", people=PEOPLE)
case("{{ people | rejectattr('team', 'eq', 'b') | map(attribute='name') | first }}", people=PEOPLE)
case("{{ people | selectattr('zip', 'defined') | list | length }}", people=PEOPLE)
case("{{ people | selectattr('team', 'in', ['a', 'c']) | map(attribute='name') | join }}", people=PEOPLE)
case("{% for g in people | groupby('team') %}{{ g.grouper }}:{{ g.list | length }} {% endfor %}", people=PEOPLE)
case("{% for team, members in people | groupby('team') %}{{ team }}={{ members | map(attribute='name') | join }};{% endfor %}", people=PEOPLE)
case("{{ people | unique(attribute='age') | map(attribute='name') | join(',') }}", people=PEOPLE)
case("{{ people | min(attribute='age') }}", people=[{"age": 1}])
case("{{ (people | max(attribute='age')).name }}", people=PEOPLE)
case("{{ (people | first).name }} {{ (people | last).name }}", people=PEOPLE)
case("{{ people | map(attribute='tags') | map('length') | join(',') }}", people=PEOPLE)
case("{{ a | map(attribute='b.c') | join }}", a=[{"b": {"c": 1}}, {"b": {"c": 2}}])
case("{{ a | sort(attribute='b.c') | map(attribute='b.c') | join }}", a=[{"b": {"c": 3}}, {"b": {"c": 2}}])
case("{{ a | map('first') | join }}", a=["xy", "zw"])
case("{{ a | attr('b') }}", a={"b": 1})
case("{% for row in a | batch(2) %}[{% for x in row %}{{ x }}{% endfor %}]{% endfor %}", a=[1, 2, 3, 4, 5])
case("{% for row in a | batch(2, '-') %}[{{ row | join }}]{% endfor %}", a=[1, 2, 3])
case("{% for k, v in a | dictsort %}{{ k }}{{ v }}{% endfor %}", a={"b": 1, "a": 2})
case("{% for k, v in a | items %}{{ k }}{{ v }}{% endfor %}", a={"b": 1, "a": 2})
case("{{ ('<b>' | safe) ~ '<i>' }}", ours="<b>&lt;i&gt;", because="Safe text that `~` joins")
case("{{ a.b.c is defined }}", ours="False", because="What is missing on the way", a={})
case("{% filter upper %}a{{ 'b' }}{% endfilter %}")
case("{% filter upper | replace('A', 'x') %}a b{% endfilter %}")
case("{% filter escape %}<b>{% endfilter %}")
case("{% filter trim %}  {{ '<' }} {% endfilter %}|")
case("{% filter indent(2) %}a\nb{% endfilter %}")

# Tests
for expression in [
    "1 is odd", "2 is even", "4 is divisibleby 2", "4 is divisibleby(3)", "'a' is string", "1 is string", "1 is number", "1.5 is number",
    "'1' is number", "[] is sequence", "'a' is sequence", "{} is mapping", "[] is mapping", "[] is iterable", "1 is iterable", "none is none",
    "0 is none", "missing is defined", "missing is undefined", "1 is defined", "missing is not defined", "1 is not odd", "true is true", "false is false",
    "1 is true", "0 is false", "true is boolean", "1 is boolean", "1 is integer", "1.0 is integer", "1.0 is float", "1 is float", "'a' is lower",
    "'A' is lower", "'A' is upper", "1 is eq 1", "1 is eq(2)", "1 is equalto 1", "1 is ne 2", "1 is lt 2", "1 is le 1", "2 is gt 1", "2 is ge 2",
    "1 is lessthan 2", "2 is greaterthan 1", "1 is in [1, 2]", "3 is in([1, 2])", "'a' is in 'abc'", "1 is not in [2]", "not 1 is odd",
    "1 is odd and 2 is even", "1 is sameas 1", "range is callable", "1 is callable", "('a' | safe) is escaped", "'a' is escaped",
    "1 is odd or missing is defined", "a.b is defined",
    "[1] is eq([1])", "'abc' is upper", "2 * 2 is even", "1 is number and 1 is odd", "(1 + 1) is even", "a['b'] is undefined",
]:
    case("{% if " + expression + " %}yes{% else %}no{% endif %}", a={"x": 1})

# What is printed of truth values and collections
for expression in [
    "true", "[true, none]", "['a', \"it's\", 'say \"hi\"']", "{'a': 'b'}", "[1.0, 2.5]", "'a\\nb'.splitlines()", "['a\\nb']", "{'a': [1, {'b': none}]}",
    "true ~ 'x'", "[] ~ 'x'", "[['a']] | first", "true | string | length", "[true] | join", "'a/b'.split('/')", "['é']", "['a\\\\b']", "[1, 2] | string",
    "'abc' | list", "['<b>']", "[0x10, 0b11]",
]:
    case("{{ " + expression + " }}")
case("{{ a }}", a={"b": [True, 1.5, "x"], "c": {}})
case("{{ a | join(' ') }}", a=[True, 1, 1.5])

# Methods of Python's texts
for expression in [
    "'-'.join([])", "'abc'.find('x')", "'abca'.rfind('a')", "'a1'.isalnum()", "'a1'.isalpha()", "''.isdigit()", "'Abc'.islower()", "'ABC'.isupper()",
    "[1, 2, 1].count(1)", "'aaa'.count('aa')", "'a b'.split(' ', 1) | last", "'xax'.strip('x')",
]:
    case("{{ " + expression + " }}")
case("{{ ','.join([1]) }}")
case("{{ 1 is sameas 1.0 }}{{ true is sameas true }}{{ none is sameas none }}")
case("{{ xs | select('==', 2) | list }}{{ xs | reject('<=', 1) | list }}{{ xs | select('!=', 1) | list }}", xs=[1, 2, 3])
case("{{ xs | select('<>', 2) | list }}", xs=[1])

# Equal values need no order.
ROWS = [{"k": {"a": 1}, "t": 2}, {"k": {"a": 1}, "t": 1}]
for template in [
    "{{ [{}, {}] | sort }}", "{{ [{}, {}, {}] | sort }}", "{{ [{}, {}] | sort(reverse=true) }}",
    "{{ [{'a': 1}, {'a': 1}] | sort }}", "{{ [{'a': 1, 'b': 2}, {'b': 2, 'a': 1}] | sort | length }}",
    "{{ [[{}, 1], [{}, 0]] | sort }}", "{{ [[{}], [{}]] | sort }}", "{{ [none, none] | sort | length }}",
    "{{ [range(2), range(2)] | sort | length }}", "{{ [range(2), range(3)] | sort | length }}",
    "{{ [range(2), range(2)] | min | length }}", "{{ [cycler, cycler] | sort | length }}",
    "{% macro f() %}{% endmacro %}{{ [f, f] | sort | length }}",
    "{% macro f() %}{% endmacro %}{{ [f, f] | min | length }}",
    "{{ [{'a': 1}, {'a': 2}] | sort }}", "{{ [{}, 1] | sort }}", "{{ {} < {} }}", "{{ {} <= {} }}",
    "{{ [{}, {}] | min }}", "{{ [{}, {}] | max }}", "{{ [{}] | min }}", "{{ [{}, {}] | unique | list }}",
    "{{ rows | sort(attribute='k') | map(attribute='t') | list }}",
    "{{ rows | sort(attribute='k,t') | map(attribute='t') | list }}",
    "{{ rows | sort(attribute='k,t', reverse=true) | map(attribute='t') | list }}",
    "{{ rows | groupby('k') | list | length }}", "{{ rows | unique(attribute='k') | list | length }}",
    "{{ {'x': {}, 'y': {}} | dictsort(by='value') }}", "{{ {'x': [], 'y': []} | dictsort(by='value') }}",
]:
    case(template, rows=ROWS)
for values in [[1, 1.0, True, "1", 1], [True, 0, False, 1, 2], ["a", "A", "b"], [0, -0.0], [None, None, 0, ""]]:
    case("{{ xs | unique | list | length }}", xs=values)
    case("{{ xs | unique(case_sensitive=true) | list | length }}", xs=values)
