"""What differs on purpose, beside the few cases in the other files."""

MISSING = "A missing name, attribute or key"
case("{{ missing is none }}", ours=FAILS, because=MISSING)
case("{{ missing is string }}", ours=FAILS, because=MISSING)
case("{{ missing | default(other) | default('z') }}", ours=FAILS, because=MISSING)
case("{% macro m(x=missing) %}{{ x is defined }}{% endmacro %}{{ m() }}", ours=FAILS, because=MISSING)
case({"main.html": "{% from 'm.html' import nope %}x", "m.html": "y"}, ours=FAILS, because=MISSING)

NONE = "Printing `none`"
case("{{ none and 'x' }}", ours=FAILS, because=NONE)
case("{{ x | string }}", ours=FAILS, because=NONE, x=None)
case("{{ x | upper }}", ours=FAILS, because=NONE, x=None)
case("{{ xs | join }}", ours=FAILS, because=NONE, xs=[1, None])
case("{{ '%s' | format(none) }}", ours=FAILS, because=NONE)

case("{{ xs.append(4) or xs | length }}", ours=FAILS, because="Lists and dictionaries never change", xs=[1])
case("{% set _ = d.update({'b': 2}) %}{{ d | length }}", ours=FAILS, because="Lists and dictionaries never change", d={})
case({"main.txt": "{{ d.items() }}"}, ours="[('a', 1)]", because="`items()`, `keys()` and `values()`", d={"a": 1})
case("{{ [1, 2] is sameas [1, 2] }}", ours="True", because="`sameas` compares")
case("{{ 2 ** 63 }}", ours=FAILS, because="Whole numbers have 64 bits")
case("{{ 9223372036854775808 }}", ours=FAILS, because="Whole numbers have 64 bits")
case({"main.html": "{% if true %}{% extends 'b.html' %}{% endif %}", "b.html": "b"}, ours=FAILS, because="`extends` stands outside")
case({"main.html": "{% import 'm.html' as m %}[{{ m }}]", "m.html": "text"}, ours=FAILS, because="An imported template cannot")
case("\ufeffa", ours="a", because="A byte order mark")
case("{{ x | default('-') }}", ours="-", because="`default` also replaces none", x=None)
case("{{ a.b.c | default('-') }}", ours="-", because="`default` also replaces none", a={})
case({"main.html": "{% extends 'b.html' %}text", "b.html": "b"}, ours=FAILS, because="Text outside of a block")
case({"main.html": "\n{% extends 'b.html' %}", "b.html": "b"}, ours="b", because="Text outside of a block")
case({"main.html": "{% extends 'b.html' %}{% block nope %}{% endblock %}", "b.html": "b"}, ours=FAILS, because="A block that no")
case("{{ x | length }}", ours="1", because="`length` counts", x="e\u0301")

RESERVED = "`and`, `or`, `not`"
for word in ["and", "or", "not", "is", "if", "else", "super"]:
    for template in [
        "{% for WORD in xs %}x{% endfor %}", "{% for a, WORD in pairs %}x{% endfor %}",
        "{% for (a, WORD) in pairs %}x{% endfor %}", "{% set WORD = 1 %}x",
        "{% set a, WORD = 1, 2 %}x", "{% set WORD %}x{% endset %}",
        "{% with WORD = 1 %}x{% endwith %}", "{% macro WORD() %}x{% endmacro %}y",
        "{% macro m(WORD) %}x{% endmacro %}{{ m(1) }}",
        "{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(WORD) m() %}x{% endcall %}",
    ]:
        case(template.replace("WORD", word), ours=FAILS, because=RESERVED, xs=[1], pairs=[[1, 2]])
    for template in ["{% import 'm.html' as WORD %}x", "{% from 'm.html' import a as WORD %}x"]:
        templates = {"main.html": template.replace("WORD", word), "m.html": "{% macro a() %}{% endmacro %}"}
        case(templates, ours=FAILS, because=RESERVED)
case("{% for in in xs %}{{ in }}{% endfor %}", ours=FAILS, because=RESERVED, xs=[1])
case("{% with in = 1 %}{{ in }}{% endwith %}", ours=FAILS, because=RESERVED)

SAME_CHARACTERS = "Texts are equal"
case("{{ x == y }}", ours="True", because=SAME_CHARACTERS, x="\u00e9", y="e\u0301")
case("{{ xs | unique | list | length }}", ours="1", because=SAME_CHARACTERS, xs=["\u00e9", "e\u0301"])

POSITIONS = "`find`, `count`, `startswith`"
for call in ["find('a', 1)", "rfind('a', 0, 2)", "count('a', 1)", "startswith('b', 1)", "endswith('b', 0, 2)"]:
    case("{{ 'abcabc'." + call + " }}", ours=FAILS, because=POSITIONS)
