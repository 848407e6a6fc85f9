#!/usr/bin/env python3
"""Tables that would take a careless graph hours: check_hard.py WHOSAID. Each must be done within seconds of processor time."""
import json
import os
import random
import resource
import subprocess
import sys

program = sys.argv[1]
SLOWER = 10 if os.environ.get("WHOSAID_SANITIZED") == "yes" else 1  # a sanitizer makes a program several times slower
SECONDS = 20 * SLOWER  # ten times what it takes
rng = random.Random(5)
vocabulary = [f"w{i}" for i in range(3000)]
words = [rng.choice(vocabulary) for _ in range(40)]


def table(number, texts, speakers=None):
    speakers = speakers or [("Ann Moss", [], [])]
    return {
        "document": {"id": f"d{number}", "published": "2024-01-01", "language": "en"},
        "speakers": [{"id": f"s{k}", "name": name, "type": "person", "aliases": [], "roles": roles, "affiliations": affiliations,
                      "mentions": [{"start": k, "end": k + 1, "text": "x"}]} for k, (name, roles, affiliations) in enumerate(speakers)],
        "quotes": [{"id": f"q{number}-{k}", "kind": "direct", "text": text, "segments": [], "speaker": f"s{k % len(speakers)}",
                    "addressee": {"start": k, "end": k + 1, "text": "Some Body"}} for k, text in enumerate(texts)],
    }


def changed(times):
    out = list(words)
    for _ in range(times):
        out[rng.randrange(40)] = rng.choice(vocabulary)
    return " ".join(out)


def cut():
    first = rng.randrange(30)
    return " ".join(words[first:first + rng.randrange(4, 40)])


def one_life(number):
    return [("Ann Moss", [f"role{number}"], [f"Body {number}"])]


cases = {
    "one text 20000 times": (table(i, [" ".join(words)]) for i in range(20_000)),
    "20000 variants of one text": (table(i, [changed(2)]) for i in range(20_000)),
    "20000 cuts of one text": (table(i, [cut()]) for i in range(20_000)),
    "a million times one word": (table(i, ["na " * (1_000_000 - i)]) for i in range(3)),
    "20000 people of one family": (table(i, [], [(f"G{chr(97 + i % 26)}{i} Moss" if i % 2 else "Moss", [f"role{i % 99}"], [])]) for i in range(20_000)),
    "one name with 20000 lives": (table(i, [], one_life(i)) for i in range(20_000)),
    "20000 speakers in one document": (table(0, [f"words of {k} and so on" for k in range(20_000)], [(f"Given{k} Name{k % 999}", [], []) for k in range(20_000)]) for _ in range(1)),
}
for name, tables in cases.items():
    lines = "".join(json.dumps(one) + "\n" for one in tables).encode()
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run([program, "graph", "-q", "-o", "/dev/null"], input=lines, timeout=240 * SLOWER)
    taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    print(f"{name}: {taken:.2f} s")
    assert done.returncode == 0 and taken < SECONDS, name
