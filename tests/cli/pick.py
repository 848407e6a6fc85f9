#!/usr/bin/python3
"""Print fields of JSON Lines: pick document.id quotes.0.text error.code. A missing one prints as -, a list's length as #name."""
import json
import sys


def value_of(value, path):
    for key in path.split("."):
        count = key.startswith("#")
        key = key.lstrip("#")
        if isinstance(value, list) and key.isdigit() and int(key) < len(value):
            value = value[int(key)]
        elif isinstance(value, dict) and key in value:
            value = value[key]
        else:
            return "-"
        if count:
            value = len(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


for line in sys.stdin:
    table = json.loads(line)
    print(" | ".join(value_of(table, path) for path in sys.argv[1:]))
