"""What is an error for all three."""

# What cannot be read
for template in [
    "{{", "{{ }}", "{{ 1", "{{ 1 }", "{%", "{% %}", "{% if %}x{% endif %}", "{% if true %}", "{% if true %}x{% endfor %}", "{% endif %}",
    "{% else %}", "{% elif true %}", "{% endfor %}", "{% for %}{% endfor %}", "{% for x %}{% endfor %}", "{% for x in %}{% endfor %}",
    "{% for x of [1] %}{% endfor %}", "{% for x in [1] %}", "{% for 1 in [1] %}{% endfor %}", "{% for x in [1] %}{% endif %}",
    "{% nope %}", "{% block %}{% endblock %}", "{% block a %}", "{% block a %}{% endblock b %}", "{% block 1 %}{% endblock %}",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}", "{% set %}", "{% set a %}", "{% set a = %}", "{% set 1 = 2 %}", "{% set a = 1",
    "{% macro %}{% endmacro %}", "{% macro m %}{% endmacro %}", "{% macro m( %}{% endmacro %}", "{% macro m() %}", "{% macro m(1) %}{% endmacro %}",
    "{% macro m(a=1, b) %}{% endmacro %}", "{% call %}{% endcall %}", "{% call m() %}", "{% include %}", "{% extends %}", "{% import 'a' %}",
    "{% from 'a' %}", "{% import %}", "{% from 'a' import %}", "{% raw %}", "{% endraw %}", "{#", "{# a", "{% filter %}{% endfilter %}",
    "{% filter upper %}", "{% with a %}{% endwith %}", "{% with a = 1 %}", "{% autoescape %}{% endautoescape %}",
    "{{ 1 + }}", "{{ * 1 }}", "{{ 1 2 }}", "{{ a b }}", "{{ (1 }}", "{{ 1) }}", "{{ [1 }}", "{{ [1, 2 }}", "{{ {'a': 1 }}", "{{ {'a' 1} }}", "{{ {'a'} }}",
    "{{ 'a }}", "{{ \"a }}", "{{ 'a\" }}", "{{ a. }}", "{{ a.'b' }}", "{{ a[ }}", "{{ a[] }}", "{{ a[1 }}", "{{ a| }}", "{{ |upper }}", "{{ 'a' | 1 }}",
    "{{ 'a' | upper( }}", "{{ 1 is }}", "{{ 1 is not }}", "{{ 1 if }}", "{{ if true }}", "{{ 1 if true else }}", "{{ not }}", "{{ 1 and }}", "{{ or 1 }}",
    "{{ 1 == }}", "{{ 1 in }}", "{{ 1 = 1 }}", "{{ a = 1 }}", "{{ $a }}", "{{ a ? b : c }}", "{{ a && b }}", "{{ a || b }}", "{{ !a }}", "{{ @ }}", "{{ a; b }}",
    "{{ 1..2 }}", "{{ 'a' | nope }}", "{{ 1 is nope }}", "{{ f(a=1, 2) }}", "{{ f(a=1, a=2) }}",
    "{% if true %}{% else %}{% else %}{% endif %}", "{% if true %}{% else %}{% elif true %}{% endif %}", "{% for x in [1] %}{% else %}{% else %}{% endfor %}",
    "{% if true %}{% for x in [1] %}{% endif %}{% endfor %}", "{% break %}", "{% continue %}", "{% if true %}{% break %}{% endif %}",
    "{% set a = 1 2 %}", "{% if true x %}{% endif %}", "{% endblock %}", "{% endmacro %}", "{% endset %}", "{% endwith %}", "{% for x in [1] recursive if x %}{% endfor %}",
    "{{ {% if true %} }}", "{% {{ a }} %}", "{{ 'a' 1 }}", "{% include 'a' 'b' %}", "{{ 1__0 }}", "{{ 1_ }}", "{{ 1a }}", "{% set a.b.c = 1 %}",
    "{% if a.b = 1 %}{% endif %}", "{% elsif true %}", "{% endfi %}", "{% for x in [1] %}{{ x }}{% end %}",
    "{% for a, in [[1]] %}{% endfor %}}}{{", "{{ '\\", "{{ a[1:2:3:4] }}", "{% set true = 1 %}", "{% for true in [1] %}{% endfor %}", "{% set none = 1 %}",
]:
    case(template, a={"b": 1}, b=1, c=1)

# What is not defined
for template in [
    "{{ missing }}", "{{ missing.a }}", "{{ missing['a'] }}", "{{ a.missing.b }}", "{{ a.missing }}", "{{ a['missing'] }}", "{{ missing | upper }}",
    "{{ missing + 1 }}", "{{ 1 + missing }}", "{{ missing ~ 'a' }}", "{% for x in missing %}{% endfor %}", "{% for x in a.missing %}{% endfor %}", "{% if missing %}{% endif %}",
    "{% if not missing %}{% endif %}", "{% if missing == 1 %}{% endif %}", "{% if a.missing %}{% endif %}", "{{ missing() }}", "{{ a.missing() }}", "{{ missing[0] }}",
    "{{ xs[5] }}", "{{ xs[5].a }}", "{{ xs.missing }}", "{{ missing | length }}", "{{ missing | join }}", "{{ missing | first }}", "{{ missing | e }}", "{{ 'a' in missing }}",
    "{{ missing or 1 }}", "{{ 1 and missing }}", "{% for x in [1] %}{% endfor %}{{ x }}", "{% with y = 1 %}{% endwith %}{{ y }}", "{% if false %}{% set z = 1 %}{% endif %}{{ z }}",
    "{% macro m() %}{{ missing }}{% endmacro %}{{ m() }}", "{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}", "{% set w = missing %}{{ w }}", "{{ {'a': 1}.b }}",
    "{{ [1, 2][2] }}", "{{ [missing] | join }}", "{{ a[missing] }}", "{{ missing | int }}", "{{ missing | list }}", "{{ missing | sort }}", "{{ missing < 1 }}",
    "{{ -missing }}", "{{ missing | tojson }}", "{{ missing | safe }}", "{{ missing | string }}", "{{ missing | replace('a', 'b') }}", "{{ missing | trim }}",
    "{% for i in [1] %}{{ loop.missing }}{% endfor %}", "{{ loop.index }}", "{{ super() }}", "{{ caller() }}", "{{ self.missing() }}", "{{ xs[0].a }}", "{{ n.a }}", "{{ t.missing }}",
    "{% block a %}{{ super() }}{% endblock %}", "{% set ns = namespace() %}{{ ns.a }}", "{% filter upper %}{{ missing }}{% endfilter %}", "{% include missing %}",
    "{% for x in [1] if missing %}{% endfor %}", "{% set x = 'a' if missing else 'b' %}{{ x }}", "{{ xs | map(attribute='zip') | join }}", "{{ none.a }}", "{{ nothing.a }}", "{{ nothing[0] }}",
    "{% for i in [1] %}{% block b %}{{ i }}{% endblock %}{% endfor %}",
]:
    case(template, a={"b": 1}, xs=[1, 2], n=1, t="text", nothing=None)

# What a value cannot do
for template in [
    "{{ 1 / 0 }}", "{{ 1 // 0 }}", "{{ 1 % 0 }}", "{{ 'a' + 1 }}", "{{ 1 + 'a' }}", "{{ 'a' - 'b' }}", "{{ [] - 1 }}", "{{ none + 1 }}", "{{ -'a' }}",
    "{{ 1 < 'a' }}", "{{ [] < 1 }}", "{{ none < 1 }}", "{{ 1 in 2 }}", "{{ 1() }}", "{{ 'a'() }}", "{{ t() }}", "{{ n() }}", "{% for x in 1 %}{% endfor %}",
    "{% for x in nothing %}{% endfor %}", "{% for a, b in [[1]] %}{% endfor %}", "{% for a, b in [[1, 2, 3]] %}{% endfor %}", "{% for a, b in [1] %}{% endfor %}", "{% set a, b = [1] %}", "{% set a, b = 1 %}",
    "{{ 1 | length }}", "{{ 1 | first }}", "{{ 1 | join }}", "{{ 1 | list }}", "{{ 1 | sort }}", "{{ [1, 'a'] | sort }}", "{{ 1 | reverse }}", "{{ 'a' | sum }}", "{{ 'a' | abs }}",
    "{{ 'a' | round }}", "{{ n | items }}", "{{ t | dictsort }}", "{{ [1] | batch }}", "{{ [1] | map('nope') | list }}", "{{ [1] | select('nope') | list }}", "{{ 'a' | replace }}", "{{ 'a' | replace('a') }}",
    "{{ 'a' | upper(1) }}", "{{ 'a' | trim(1, 2, 3) }}", "{{ 'a' | truncate(nope=1) }}", "{{ 1 | default(1, 2, 3, 4) }}", "{{ 1 is divisibleby }}", "{{ 1 is divisibleby 0 }}", "{{ 'a' is odd }}",
    "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "{% macro m(a) %}{% endmacro %}{{ m(b=1) }}", "{% macro m(a) %}{% endmacro %}{{ m(1, a=2) }}",
    "{% macro m() %}{% endmacro %}{% call m() %}{% endcall %}", "{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}", "{{ range() }}", "{{ range('a') }}", "{{ range(1, 2, 0) }}",
    "{{ 'a'.nope() }}", "{{ xs.nope() }}", "{{ d.nope() }}", "{{ t[0:'a'] }}", "{{ xs['a'] }}", "{{ xs[1:2:0] }}", "{{ 'a' * 'b' }}", "{{ {'a': 1} + {'b': 2} }}", "{{ [1] * [2] }}",
    "{% set t.a = 1 %}", "{% set ns = 1 %}{% set ns.a = 1 %}", "{{ [1, 2] | sum(attribute='a') }}", "{{ ['a', 1] | sum }}", "{{ {[]: 1} }}", "{{ [none, 1] | max }}",
    "{% call nope() %}{% endcall %}", "{{ range(1000000000000) | length }}", "{% for i in [1] %}{{ loop([1]) }}{% endfor %}", "{{ xs | groupby }}", "{{ 1 | urlencode(1, 2) }}", "{{ xs | map }}",
    "{{ 'abc' | batch(0) | list }}", "{{ xs | slice(0) | list }}",
]:
    case(template, t="text", n=1, xs=[1, 2], d={"a": 1}, nothing=None)

# Templates that do not fit together
case("{% extends 'no.html' %}")
case("{% include 'no.html' %}")
case("{% include ['no.html', 'nor.html'] %}")
case("{% include [] %}")
case("{% import 'no.html' as m %}")
case("{% from 'no.html' import m %}")
case("{% extends name %}", name="no.html")
case("{% include name %}", name="no.html")
case("{% include name %}", name=1)
case("{% extends name %}", name=None)
case({"main.html": "{% include 'p.html' %}", "p.html": "{{ missing }}"})
case({"main.html": "{% include 'p.html' %}", "p.html": "{% if %}"})
case({"main.html": "{% include 'p.html' ignore missing %}", "p.html": "{% if %}"})
case({"main.html": "{% extends 'b.html' %}", "b.html": "{% if %}"})
case({"main.html": "{% extends 'b.html' %}", "b.html": "{{ missing }}"})
case({"main.html": "{% extends 'b.html' %}{% extends 'b.html' %}", "b.html": "b"})
case({"main.html": "{% extends 'b.html' %}{% block a %}{{ missing }}{% endblock %}", "b.html": "{% block a %}{% endblock %}"})
case({"main.html": "{% extends 'b.html' %}{% block a %}{{ super() }}{% endblock %}", "b.html": "{% block a %}{{ missing }}{% endblock %}"})
case({"main.html": "{% from 'm.html' import nope %}{{ nope() }}", "m.html": "{% macro a() %}{% endmacro %}"})
case({"main.html": "{% import 'm.html' as m %}{{ m.nope() }}", "m.html": "{% macro a() %}{% endmacro %}"})
case({"main.html": "{% import 'm.html' as m %}{{ m.a(1, 2) }}", "m.html": "{% macro a(x) %}{% endmacro %}"})
case("{% extends 'main.html' %}")
case("{% include 'main.html' %}")
case({"main.html": "{% extends 'b.html' %}", "b.html": "{% extends 'main.html' %}"})
case({"main.html": "{% include 'b.html' %}", "b.html": "{% include 'main.html' %}"})
case("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")
case({"main.html": "{% include 'p.html' without context %}", "p.html": "{{ x }}"}, x=1)
case({"main.html": "{% extends 'b.html' %}", "b.html": "{% block a required %}x{% endblock %}"})
case({"main.html": "{% extends 'b.html' %}{% block a %}{{ x }}{% endblock %}", "b.html": "{% for x in [1] %}{% block a %}{% endblock %}{% endfor %}"})
case({"main.html": "{% include '../x.html' %}"})
