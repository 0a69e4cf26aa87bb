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
