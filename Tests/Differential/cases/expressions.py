"""Literals, operators and their precedence."""

# Numbers
for expression in [
    "1", "-1", "- 1", "1_000", "1.5", "1.0", "1e3", "2.5e-3", "0x1f", "0b101", "0o17",
    "1 + 2", "1 - 2", "2 * 3", "7 / 2", "8 / 2", "7 // 2", "-7 // 2", "7 % 3", "-7 % 3", "7 % -3",
    "2 ** 10", "2 ** -1", "-2 ** 2", "2 ** 3 ** 2", "1 + 2 * 3", "(1 + 2) * 3", "10 - 3 - 2", "100 / 10 / 2",
    "1.5 + 1.5", "0.1 + 0.2", "7.0 // 2", "7.5 % 2", "1 - -1", "+1", "--1", "1 + 1.0", "3 * 1.5",
    "2 + 3 ~ 4", "1 ~ 2 + 3", "10 // 3 * 3 + 10 % 3", "1e16", "123456789012", "1 / 3", "1e100", "1.10",
    "100000000.0", "1.0e15", "0.0001", "0.00001", "9223372036854775807",
]:
    case("{{ " + expression + " }}")

# Comparisons and logic
for expression in [
    "1 < 2", "2 <= 2", "1 > 2", "2 >= 3", "1 == 1.0", "1 != 2", "1 < 2 < 3", "1 < 3 < 2", "1 < 2 == 2",
    "'a' < 'b'", "'a' == 'a'", "'A' < 'a'", "[1, 2] == [1, 2]", "[1] != [1]", "{'a': 1} == {'a': 1}",
    "1 in [1, 2]", "3 not in [1, 2]", "'a' in 'cat'", "'x' in 'cat'", "'a' in {'a': 1}", "'b' in {'a': 1}",
    "not true", "not false", "not 0", "not ''", "not []", "true and false", "true or false",
    "not true or true", "not (true and false)", "false and false or true", "true and not false",
    "none == none", "1 == '1'", "none == false", "0 == false", "1 == true", "'' == none",
    "not 1 == 2", "not 1 in [1]", "1 in [1] == true", "'' in 'a'",
    "1.5 in [1.5]", "[1, 2] < [1, 3]", "true == true", "1 is number == true",
]:
    case("{% if " + expression + " %}yes{% else %}no{% endif %}")

# `and` and `or` give one of their values
for expression in [
    "1 and 2", "0 and 2", "0 or 2", "1 or 2", "'' or 'fallback'", "'a' and 'b'", "'' and 'b' or 'c'", "[] or 1",
    "0 or '' or 3", "1 and 2 and 3",
    "'a' if true else 'b'", "'a' if false else 'b'", "'a' if 0 else 'b' if 0 else 'c'", "('a' if true)",
    "'x' if false", "1 + 2 if true else 3", "'a' ~ 'b' if true else 'c'", "('a' if 1 > 2 else 'b') ~ 'c'",
]:
    case("{{ " + expression + " }}")

# Texts
for expression in [
    "'a' ~ 'b'", "'a' ~ 1", "1 ~ 1.5", "'a' + 'b'", "'ab' * 3", "\"it's\"", "'say \"hi\"'", r"'a\nb'",
    r"'a\tb'", r"'a\\b'", r"'\''", r'"\""', r"'\u00e9'", "'a' 'b'", "'a' ~ 'b' | upper", "('a' ~ 'b') | upper",
    "'abc'[0]", "'abc'[-1]", "'abc'[1:]", "'abc'[:2]", "'abc'[::-1]", "'abcdef'[1:5:2]", "'abc'[-2:]",
    "'abc'[5:]", "''[:1]", "'åäö'[1]", "'åäö' | length",
]:
    case("{{ " + expression + " }}")

# Lists and dictionaries
for expression in [
    "[1, 2, 3]", "[]", "[1, [2, 3]]", "[1, 2,]", "[1, 2][0]", "[1, 2][-1]", "[1, 2, 3][1:]", "[1, 2, 3][:-1]",
    "[1, 2, 3][::2]", "[1, 2, 3][::-1]", "[1, 2, 3][5:]", "[1, 2] + [3]", "[1, 2] | length", "(1, 2)[1]", "(1)",
    "(1,)[0]", "() | length", "{'a': 1}.a", "{'a': 1}['a']", "{'a': {'b': 2}}.a.b", "{'a': 1} | length", "{} | length",
    "{'a': [1, 2]}.a[1]", "{'a': 1,}.a", "[{'a': 1}][0].a", "[[1, 2], [3]][0][1]", "{1: 'a'}[1]",
    "[1, 2, 3][1:][0]", "([1] + [2])[1]", "{'a b': 1}['a b']", "{'a': 1}[('a')]", "[1, 2, 3, 4][-3:-1]",
    "[1, 2, 3, 4][3:0:-1]", "{'a': 1, 'a': 2}.a", "[1][0:0] | length",
]:
    case("{{ " + expression + " }}")

# Values of the context
case("{{ a.b.c }}", a={"b": {"c": 1}})
case("{{ a['b']['c'] }}", a={"b": {"c": 1}})
case("{{ a[k] }}", a={"b": 1}, k="b")
case("{{ a[0].b[1] }}", a=[{"b": [1, 2]}])
case("{{ a.0 }}", a=[1, 2])
case("{{ a[i + 1] }}", a=[1, 2, 3], i=1)
case("{{ n }} {{ m }}", n=1.5, m=-3)
case("{{ a + b }}", a="x", b="y")
case("{{ a }}", a="<b>")
case("{{ a.items }}", a={"items": 1})
case("{{ a['items'] }}", a={"items": 1})
case("{{ a.keys | length }}", a={"keys": [1, 2]})
case("{{ a.b is defined }}{% if a.b is defined %}yes{% endif %}{% if a.c is defined %}no{% endif %}", a={"b": None})
case("{% if a is none %}none{% endif %}", a=None)
case("{% if a %}yes{% else %}no{% endif %}", a={})
case("{% if a %}yes{% else %}no{% endif %}", a=[0])
case("{% if a %}yes{% else %}no{% endif %}", a="0")
case("{% if a %}yes{% else %}no{% endif %}", a=0.0)
case("{{ a.b if a.b is defined else 'none' }}", a={})
case("{{ a }}", a="å 🚀 é")
case("{{ åäö }}", **{"åäö": 1})
case("{{ _a }} {{ a1 }}", _a=1, a1=2)
case("{{ True }}{{ true }}")
case("{% if True and not False and None is none %}yes{% endif %}")
case("{{ range }}", range=1)
case("{{ dict }}", dict="x")
case("{{ a.name }}", a={"name": "n"})
case("{{ a.first }} {{ a.length }}", a={"first": 1, "length": 2})
