#!/usr/bin/python3
"""What extract writes, read by other programs' readers: check_outputs.py WHOSAID

Rows of csv and tsv, a SQLite store, and the JSON in its two shapes must say the same of the same articles: commas, quotation marks, line
breaks, tabs and characters beyond the first plane in the words, a quote of nobody, one of two segments, and no quote at all.
"""
import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

program = sys.argv[1]
ARTICLES = [
    {"id": "a,1", "title": "Ferry \"Ola\", again", "published": "2025-03-12", "url": "https://post.example/a?x=1&y=2",
     "text": "“The ferry, \U0001f525 however, will run,” Ines Farrow said on Monday, “and it will run\non time.”\n\nIt rained. “Nobody enters here who does not know why.” It rained on.\n\n"
             "“\t=1+1 is what they gave us; nothing else,” harbour master Tam Quist told the Post."},
    {"id": "b", "text": "Nobody said anything at all, and it rained."},
    {"id": "c;3", "text": "\"I resign,\" Ola Brenn said. \"So be it,\" said Ines Farrow."},
]


def extract(form, *more):
    lines = "".join(json.dumps(article) + "\n" for article in ARTICLES).encode()
    done = subprocess.run([program, "extract", "-f", form, *more, "-"], input=lines, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


tables = [json.loads(line) for line in extract("jsonl").splitlines()]
assert json.loads(extract("json")) == tables and len(tables) == 3
quotes = [(table["document"], quote) for table in tables for quote in table["quotes"]]
assert len(quotes) >= 4 and any(len(q["segments"]) == 2 for _, q in quotes) and any(q["speaker"] is None for _, q in quotes)
for (article, quote) in quotes:
    text = next(a["text"] for a in ARTICLES if a["id"] == article["id"])
    for part in quote["segments"] + [x for x in (quote["source"], quote["cue"]) if x]:
        assert text[part["start"]:part["end"]] == part["text"], part

written = extract("csv")
assert written.count("\r\n") == len(quotes) + 1, "lines end as RFC 4180 says"
rows = list(csv.DictReader(io.StringIO(written, newline=""), strict=True))
separated = [line.split("\t") for line in extract("tsv").splitlines()]
assert {len(line) for line in separated} == {len(rows[0])} and separated[0] == list(rows[0])
assert len(rows) == len(separated) - 1 == len(quotes)
for row, (article, quote) in zip(rows, quotes):
    said = {"document": article["id"], "quote": quote["id"], "text": quote["text"], "kind": quote["kind"], "speaker": quote["speaker_name"],
            "said_date": quote["said"]["date"], "status": quote["status"], "rule": quote["rule"], "title": article["title"], "url": article["url"]}
    for key, value in said.items():
        guard = "'" if value and value[0] in "=+-@" else ""  # so that no spreadsheet takes words for a formula
        assert row[key] == guard + (value or ""), (key, row[key], value)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "quotes.db")
    for _ in range(2):  # what comes again takes the place of what was there
        extract("sqlite", "-o", path)
    store = sqlite3.connect(path)
    assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert store.execute("INSERT INTO quote_words(quote_words) VALUES('integrity-check')").rowcount is not None  # fails when the index lags
    assert store.execute("SELECT count(*) FROM document").fetchone() == (3,)
    stored = store.execute("SELECT document.id, quote.id, quote.text, speaker FROM quote JOIN document ON document.key = quote.document ORDER BY quote.key").fetchall()
    assert sorted(stored, key=str) == sorted(((a["id"], q["id"], q["text"], q["speaker_name"]) for a, q in quotes), key=str), stored
    found = store.execute("SELECT quote.text FROM quote JOIN quote_words ON quote_words.rowid = quote.key WHERE quote_words MATCH 'resign'").fetchall()
    assert found == [("I resign,",)], found
print(len(rows), "rows")
