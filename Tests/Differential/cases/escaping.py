"""What is escaped, and what is safe after which filter."""

VALUES = {"hl": ["<a>", "b"], "h": "<b>x & y</b>", "d": {"k": "<v>", "j": "'"}}

for expression in [
    'hl|join', "hl|join('<')", "hl|join('<'|safe)", "hl|map('safe')|join('<')", "hl|map('e')|join(', ')", 'hl|first', '(hl|first)|safe', 'hl',
    'hl|list', 'hl|string', 'hl|tojson', "hl|map('upper')|join", 'hl|join|safe', 'hl|join|upper', 'hl|safe|join', "(hl|map('safe')|list)[0]",
    "[h|safe, h]|join(',')", "[h, h|safe]|join(',')", 'h ~ (h|safe)', '(h|safe) ~ h', '(h|safe) + h', 'h + (h|safe)', '(h|safe) + (h|safe)',
    '(h|safe) * 2', 'h * 2', '(h|safe) ~ 1', 'h|e ~ h', 'h|e|length', '(h|safe)|e|length', 'h|e|e|length', 'h|forceescape|length',
    '(h|safe)|forceescape', '(h|e)|forceescape', 'h|escape|safe', 'h|upper|safe', 'h|safe|upper', "h|safe|replace('b','&')", "h|replace('<','&')",
    "h|replace('<'|safe,'&'|safe)", "h|safe|default('x')", "z|default('<')", "z|default('<'|safe)", 'h if true', "(h|safe) if true else ''",
    "h or 'x'", "(h|safe) or 'x'", 'h == (h|safe)', '(h|safe) == h', '(h|safe) in [h]', "{'a': h}", "{'a': h|safe}", '[h|safe]', '(h|safe)|list',
    '(h|safe)|first', "'%s'|format(h)", "'<%s>'|format(h)", "('<%s>'|safe)|format(h)", "('<%s>'|safe)|format(h|safe)", 'h|striptags|safe',
    "('<' ~ '>')|e", '"<"', '\'"\'', "'&'", "'&amp;'", "'&amp;'|safe", "'\\''", '1 < 2', 'd.k', "d['k']", 'd|items|list', 'd|dictsort', 'd|xmlattr',
    'd|tojson', 'h|tojson|safe', 'h|tojson|upper', 'd|urlencode', 'h|urlencode', "'a b&c=d/e?f'|urlencode", "{'a b':'c&d'}|urlencode",
    "[['a','b c']]|urlencode", "{'a': 1, 'b': none}|urlencode", '5|urlencode', "{'x': 1}|xmlattr", '{\'x\': none, \'y\': \'a"b\'}|xmlattr',
    "{'x': true, 'y': false}|xmlattr", "{'class': 'a b', 'id': 1}|xmlattr", "{'x': 1}|xmlattr(false)", "{'x': 1}|xmlattr(autospace=false)",
    '{}|xmlattr', "{'x y': 1}|xmlattr", "{'x': z}|xmlattr", "{'x': '<'|safe}|xmlattr",
]:
    case("{{ " + expression + " }}", **VALUES)

for rest in [
    '|upper', '|lower', '|capitalize', '|trim', "|replace('b','<i>')", "|replace('b'|safe,'<i>'|safe)", '|length', '|first', '|last', '|reverse',
    '|list', '|join', "|join('<')", '|striptags', '|e', '|escape', '|forceescape', '|string', '|safe', "|default('x')", '|truncate(length=3)',
    '|indent(2)', '|wordcount', '|urlencode', '|center(20)', "|split('b')", '|tojson', '|int', '|lines', "|format('x')", '|batch(2)|list',
    '|unique|list|join', '|sort|join', "|map('upper')|join", '|select|join', '|e|e', '|forceescape|upper', '|urlize', '|wordwrap(3)', '|xmlattr',
    '[0]', '[1:3]', '[::-1]',
]:
    case("{{ (h|safe)" + rest + " }}", **VALUES)
    case({"main.txt": "{{ (h|safe)" + rest + " }}"}, **VALUES)
    case("{% autoescape false %}{{ h" + rest + " }}{% endautoescape %}", **VALUES)
