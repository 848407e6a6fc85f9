#!/usr/bin/python3
"""Validate quote tables: check_schema.py SCHEMA GOLDEN.jsonl [WHOSAID FILE...]

Every line of the golden file, and everything that WHOSAID writes for the files, must be valid. Then single fields of a valid table
are damaged, and each of the damaged tables must be refused: a schema that takes anything would not be noticed otherwise.
"""
import copy
import json
import subprocess
import sys

import jsonschema


def damages(table):
    """Yields (what, damaged table)."""
    def damaged(what, change):
        copied = copy.deepcopy(table)
        change(copied)
        return what, copied

    quote = lambda t: t["quotes"][0]
    yield damaged("another schema", lambda t: t.update(schema="whosaid.quotes/2"))
    yield damaged("an unknown field", lambda t: t.update(note="x"))
    yield damaged("an unknown field of a quote", lambda t: quote(t).update(note="x"))
    yield damaged("a negative offset", lambda t: quote(t)["segments"][0].update(start=-1))
    yield damaged("an offset as text", lambda t: quote(t)["segments"][0].update(end="9"))
    yield damaged("no segments", lambda t: quote(t).update(segments=[]))
    yield damaged("an unknown kind", lambda t: quote(t).update(kind="partial"))
    yield damaged("an unknown status", lambda t: quote(t).update(status="maybe"))
    yield damaged("an unknown section", lambda t: quote(t).update(section="footer"))
    yield damaged("an unknown basis", lambda t: quote(t).update(basis="guess"))
    yield damaged("confidence above 1", lambda t: quote(t).update(confidence=1.5))
    yield damaged("a date in words", lambda t: quote(t)["said"].update(date="Monday"))
    yield damaged("a speaker by name", lambda t: quote(t).update(speaker="Ann Ode"))
    yield damaged("a source without form", lambda t: quote(t)["source"].pop("form"))
    yield damaged("a published day in words", lambda t: t["document"].update(published="12 March 2025"))
    yield damaged("false where only true is written", lambda t: quote(t).update(edited=False))
    for holder in (lambda t: t, lambda t: t["document"], lambda t: t["speakers"][0], quote, lambda t: quote(t)["said"],
                   lambda t: quote(t)["context"], lambda t: quote(t)["segments"][0]):
        for field in list(holder(table)):
            if field not in ("extra", "text_", "role_evidence", "affiliation_evidence", "problems"):
                yield damaged(f"no {field}", lambda t, h=holder, f=field: h(t).pop(f))


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = open(sys.argv[2], encoding="utf-8").read().splitlines()
    if len(sys.argv) > 3:
        result = subprocess.run([sys.argv[3], "extract", "--format", "jsonl", "--kinds", "all", "--quiet", *sys.argv[4:]],
                                capture_output=True, text=True, check=True)
        lines += result.stdout.splitlines()
    tables = [json.loads(line) for line in lines]
    failed = 0
    for table in tables:
        for error in validator.iter_errors(table):
            failed += 1
            print(f"{table['document']['id']}: not valid: {error.message[:300]}")
            for inner in sorted(error.context, key=lambda e: -len(e.absolute_path))[:3]:
                print(f"    {'/'.join(map(str, inner.absolute_path))}: {inner.message[:200]}")
    whole = next(t for t in tables if t.get("quotes") and t["quotes"][0]["source"])
    refused = 0
    for what, damaged in damages(whole):
        if validator.is_valid(damaged):
            failed += 1
            print(f"a table with {what} was accepted")
        refused += 1
    print(f"{len(tables)} tables checked, {refused} damaged ones refused, {failed} wrong")
    return 1 if failed or refused < 40 else 0


sys.exit(main())
