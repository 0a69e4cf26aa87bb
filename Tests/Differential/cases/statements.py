"""Conditions, loops and variables."""

PAGES = [{"t": "A", "d": False, "k": []}, {"t": "B", "d": True, "k": ["x", "y"]}, {"t": "C", "d": False, "k": ["z"]}]
TREE = [{"n": "a", "c": [{"n": "b", "c": [{"n": "c", "c": []}]}, {"n": "d", "c": []}]}, {"n": "e", "c": []}]

# if
for n in range(4):
    case("{% if n == 0 %}a{% elif n == 1 %}b{% elif n == 2 %}c{% else %}d{% endif %}", n=n)
case("{% if a %}{% if b %}ab{% else %}a{% endif %}{% elif b %}b{% endif %}", a=False, b=True)
case("{% if a %}x{% endif %}|", a=False)
case("{% if not a and b or c %}yes{% endif %}", a=False, b=False, c=1)
case("{% if a -%} x {%- else -%} y {%- endif %}", a=0)

# for
case("{% for x in xs %}{{ x }}{% endfor %}", xs=[1, 2, 3])
case("{% for x in xs %}{{ x }}{% else %}none{% endfor %}", xs=[])
case("{% for x in xs %}{{ x }}{% else %}none{% endfor %}", xs=[1])
case("{% for x in 'abc' %}{{ x }}-{% endfor %}")
case("{% for x in xs if x > 1 %}{{ loop.index }}/{{ loop.length }}:{{ x }} {% endfor %}", xs=[1, 2, 3])
case("{% for x in xs if x > 5 %}{{ x }}{% else %}none{% endfor %}", xs=[1, 2, 3])
case("{% for p in pages if not p.d %}{{ p.t }}{{ ', ' if not loop.last }}{% endfor %}", pages=PAGES)
case("{% for p in pages %}{% for k in p.k %}{{ p.t }}{{ k }}{{ loop.index }}{% endfor %}{{ loop.index }};{% endfor %}", pages=PAGES)
case("{% for k, v in d.items() %}{{ k }}={{ v }} {% endfor %}", d={"b": 1, "a": 2})
case("{% for k in d %}{{ k }}{{ d[k] }}{% endfor %}", d={"x": 1, "y": 2})
case("{% for k in d.keys() %}{{ k }}{% endfor %}", d={"x": 1, "y": 2})
case("{% for a, b in xs %}{{ a }}{{ b }};{% endfor %}", xs=[[1, 2], [3, 4]])
case("{% for a, (b, c) in xs %}{{ a }}{{ b }}{{ c }};{% endfor %}", xs=[[1, [2, 3]]])
case("{% for (a, b) in xs %}{{ a }}{{ b }};{% endfor %}", xs=[[1, 2]])
for name in ["index", "index0", "revindex", "revindex0", "length", "depth", "depth0"]:
    case("{% for x in xs %}{{ loop." + name + " }}{% endfor %}", xs=[7, 8, 9])
case("{% for x in xs %}{% if loop.first %}[{% endif %}{{ x }}{% if loop.last %}]{% endif %}{% endfor %}", xs=[1, 2])
case("{% for x in 'abc' %}{{ loop.cycle('odd', 'even') }} {% endfor %}")
case("{% for x in xs %}{% if loop.changed(x) %}{{ x }}{% endif %}{% endfor %}", xs=[1, 1, 2, 2, 1])
case("{% for x in xs %}{{ loop.previtem | default('-') }}{{ x }}{{ loop.nextitem | default('-') }} {% endfor %}", xs=[1, 2, 3])
case("{% for x in xs %}{% if loop.previtem is defined %}{{ x - loop.previtem }} {% endif %}{% endfor %}", xs=[1, 4, 9])
case("{% for x in [1, 2] %}{% for y in [1, 2] %}{{ loop.index }}{% endfor %}{{ loop.index }};{% endfor %}")
case("{% for x in [1, 2] %}{% set outer = loop %}{% for y in 'ab' %}{{ outer.index }}{{ y }} {% endfor %}{% endfor %}")
case("{% for n in tree recursive %}{{ n.n }}{% if n.c %}({{ loop(n.c) }}){% endif %}{% endfor %}", tree=TREE)
case("{% for n in tree recursive %}{{ loop.depth }}{{ n.n }} {{ loop(n.c) }}{% endfor %}", tree=TREE)
case("{% for x in [1, 2, 3, 4] %}{% if x == 3 %}{% break %}{% endif %}{{ x }}{% endfor %}")
case("{% for x in [1, 2, 3, 4] %}{% if x is even %}{% continue %}{% endif %}{{ x }}{% endfor %}")
case("{% for x in xs | reverse %}{{ x }}{% endfor %}", xs=[1, 2])
case("{% for x in xs[1:] %}{{ x }}{% endfor %}", xs=[1, 2, 3])
case("{% for x in range(3) %}{{ x }}{% endfor %}")
case("{% for x in [1, 2] + [3] %}{{ x }}{% endfor %}")
case("{% for x in 1, 2 %}{{ x }}{% endfor %}")
case("{% for x in {} %}{{ x }}{% else %}empty{% endfor %}")
case("{% for x in xs %}{{ x }}{% endfor %}{{ x }}", xs=[1], x="outer")
case("{% for loop_ in [1] %}{{ loop_ }}{% endfor %}")
case("{% for x in [[1, 2], [3]] %}{% for y in x %}{{ y }}{% endfor %}|{% endfor %}")
case("{% for x in xs if x is defined and x %}{{ x }}{% endfor %}", xs=[0, 1, None, 2])
case("{% for x in [1] %}{{ loop.first }}{% endfor %}")
case("{% for x in a.b %}{{ x }}{% endfor %}", a={"b": [1]})
case("{% for item in items %}<li>{{ item }}</li>{% endfor %}", items=["<a>", "b & c"])

# set
case("{% set a = 1 %}{{ a }}")
case("{% set a, b = 1, 2 %}{{ a }}{{ b }}")
case("{% set a, b = xs %}{{ a }}{{ b }}", xs=[1, 2])
case("{% set (a, b) = (1, 2) %}{{ b }}{{ a }}")
case("{% set a = [1, 2] %}{% set b = a + [3] %}{{ b | length }}")
case("{% set a = 1 %}{% set a = a + 1 %}{{ a }}")
case("{% set a %}<b>{{ x }}</b>{% endset %}{{ a }}", x="<")
case("{% set a | upper %}b{{ 'c' }}{% endset %}{{ a }}")
case("{% set a %}{% endset %}[{{ a }}]")
case("{% set a = 1 %}{% if true %}{% set a = 2 %}{% endif %}{{ a }}")
case("{% set a = 1 %}{% for x in [1] %}{% set a = 2 %}{{ a }}{% endfor %}{{ a }}")
case("{% for x in [1, 2] %}{% set y = x * 2 %}{{ y }}{% endfor %}")
case("{% set ns = namespace(n=0) %}{% for x in [1, 2, 3] %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}")
case("{% set ns = namespace() %}{% set ns.a = 'x' %}{{ ns.a }}")
case("{% set ns = namespace(found=false) %}{% for x in [1, 2] %}{% if x == 2 %}{% set ns.found = true %}{% endif %}{% endfor %}{{ 'y' if ns.found else 'n' }}")
case("{% set a = '<b>' | safe %}{{ a }}")
case("{% set a = 'x' if false else 'y' %}{{ a }}")
case("{% set title = title %}{{ title }}", title="t")
case("{% if false %}{% set a = 1 %}{% endif %}{{ a is defined }}")

# with
case("{% with %}{% set a = 1 %}{{ a }}{% endwith %}")
case("{% with a = 1 %}{{ a }}{% endwith %}")
case("{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}{{ a }}", a="o")
case("{% with a = 1 %}{% with a = 2 %}{{ a }}{% endwith %}{{ a }}{% endwith %}")
case("{% with a = x + 1 %}{{ a * 2 }}{% endwith %}", x=1)
case("{% set a = 1 %}{% with %}{% set a = 2 %}{% endwith %}{{ a }}")
case("{% with a, b = [1, 2] %}{{ b }}{% endwith %}")

# autoescape
case("{% autoescape false %}{{ a }}{% endautoescape %}{{ a }}", a="<b>")
case({"main.txt": "{% autoescape true %}{{ a }}{% endautoescape %}{{ a }}"}, a="<b>")
case("{% autoescape false %}{% set x %}{{ a }}{% endset %}{% endautoescape %}{{ x }}", a="<b>")
case("{{ a ~ b }}", a="<", b="&")
case("{{ a | safe ~ b }}", a="<", b="&")
case("{{ (a | safe) + b }}", a="<", b="&")
case("{{ a | upper | safe }}", a="<b>")
case("{{ a | safe | upper }}", a="<b>")
case("{{ a | e | safe }}", a="<b>")
case("{{ a | safe | e }}", a="<b>")
case("{{ [a] | first }}", a="<b>")
case("{{ a | safe | replace('b', '<i>') }}", a="<b>")
case("{{ a | default('<i>' | safe) }}", a="<b>")
case("{{ '<b>' }}{{ '<i>' | safe }}")

# functions
case("{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}")
case("{% set c = cycler('a', 'b') %}{{ c.current }}{% set _ = c.next() %}{{ c.current }}{% set _ = c.reset() %}{{ c.current }}")
case("{% set j = joiner(', ') %}{% for x in xs %}{{ j() }}{{ x }}{% endfor %}", xs=[1, 2, 3])
case("{% set d = dict(a=1, b=[1, 2]) %}{{ d.a }}{{ d.b[1] }}")

# A word of the language as a name, where both originals refuse it or both take it.
for word in ["true", "false", "none", "True", "False", "None"]:
    for template in [
        "{% for WORD in xs %}x{% endfor %}", "{% for a, WORD in pairs %}x{% endfor %}",
        "{% set WORD = 1 %}x", "{% set WORD %}x{% endset %}", "{% with WORD = 1 %}x{% endwith %}",
        "{% macro m(WORD) %}x{% endmacro %}{{ m(1) }}",
        "{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(WORD) m() %}x{% endcall %}",
    ]:
        case(template.replace("WORD", word), xs=[1], pairs=[[1, 2]])
for word in ["recursive", "elif", "for", "endfor", "block", "include", "import", "as", "with", "set", "scoped", "filter"]:
    for template in [
        "{% for WORD in xs %}{{ WORD }}{% endfor %}", "{% set WORD = 1 %}{{ WORD }}",
        "{% with WORD = 1 %}{{ WORD }}{% endwith %}", "{% macro WORD() %}x{% endmacro %}{{ WORD() }}",
        "{% macro m(WORD) %}{{ WORD }}{% endmacro %}{{ m(1) }}",
    ]:
        case(template.replace("WORD", word), xs=[1, 2])
for word in ["and", "or", "not", "in", "is", "if", "else", "true", "none", "loop", "self", "super"]:
    case("{{ d." + word + " }}", d={word: 1})
for word in ["and", "or", "in", "is", "if", "else", "loop", "self", "super"]:
    case("{{ dict(" + word + "=1)." + word + " }}")
