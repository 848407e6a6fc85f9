#!/usr/bin/env python3
"""Kill a run that fills a store, and go on: store_killed.py WHOSAID

Articles are fed through a pipe; when some transactions are through, the program is killed (SIGKILL) in the middle of its work. The
file must be sound and hold whole documents; the same command over all articles, killed once more and then left alone, must leave
what an undisturbed run leaves: no quote lost, none twice, the full-text index in step.
"""
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

program = os.path.abspath(sys.argv[1])
DOCUMENTS, BATCH = 6_000, 500
LINES = [json.dumps({"id": f"d{i}", "published": "2025-03-12", "text": f"“The ferry number {i} will run,” Ines Farrow said. “It will run on time,” she said.\n\n"
                     f"“There is no ferry {i % 7},” said Tam Quist, the harbour master."}).encode() + b"\n" for i in range(DOCUMENTS)]


def start(store):
    return subprocess.Popen([program, "extract", "--input", "jsonl", "-f", "sqlite", "-o", store, "-q", "-"], stdin=subprocess.PIPE)


def ask(store, question):
    database = sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=30)
    try:
        return database.execute(question).fetchall()
    finally:
        database.close()


def stored(store):
    try:
        return ask(store, "SELECT count(*) FROM document")[0][0]
    except sqlite3.OperationalError:  # not there yet
        return 0


def rows(store):
    return ask(store, "SELECT document.id, quote.id, quote.text, speaker, start, day FROM quote JOIN document ON document.key = quote.document ORDER BY 1, start, 2")


def sound(store):
    database = sqlite3.connect(store)  # to write: this rolls back what was left half done
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.execute("INSERT INTO quote_words (quote_words) VALUES ('integrity-check')")
    assert database.execute("SELECT count(*) FROM quote WHERE document NOT IN (SELECT key FROM document)").fetchone() == (0,)
    database.close()


def kill_in_the_middle(store, replaced):
    """Feeds articles until two more transactions are seen, then kills. `replaced`: what the file held before stays countable by day."""
    count = (lambda: ask(store, "SELECT max(key) FROM quote")[0][0]) if replaced else (lambda: stored(store))
    before, run, fed, end = count() if replaced else 0, start(store), 0, time.monotonic() + 120
    step = 2 * BATCH
    while count() < before + step and time.monotonic() < end:
        for line in LINES[fed:fed + 50]:
            run.stdin.write(line)
        run.stdin.flush()
        fed += 50
        assert fed < DOCUMENTS, "everything was fed before anything was seen in the store"
        time.sleep(0.002)
    run.send_signal(signal.SIGKILL)
    run.wait()
    try:
        run.stdin.close()
    except BrokenPipeError:
        pass
    assert time.monotonic() < end and run.returncode == -signal.SIGKILL, run.returncode


with tempfile.TemporaryDirectory() as folder:
    whole, store = os.path.join(folder, "whole.db"), os.path.join(folder, "killed.db")
    run = start(whole)
    run.communicate(b"".join(LINES))
    assert run.returncode == 0 and stored(whole) == DOCUMENTS
    expected = rows(whole)
    assert len(expected) == 3 * DOCUMENTS, len(expected)

    kill_in_the_middle(store, False)
    # Whoever only asks can do so at once, though a transaction was left half done.
    answer = subprocess.run([program, "search", "ferry number", "--limit", "3", "--in", store, "-f", "jsonl"], capture_output=True)
    assert answer.returncode == 0 and len(answer.stdout.splitlines()) == 3, answer
    sound(store)
    first = stored(store)
    assert 0 < first < DOCUMENTS and len(rows(store)) == 3 * first, first
    assert set(rows(store)) < set(expected)

    kill_in_the_middle(store, True)  # now it replaces what is there
    sound(store)
    assert first <= stored(store) < DOCUMENTS and set(rows(store)) < set(expected)
    assert len(rows(store)) == 3 * stored(store)

    run = start(store)
    run.communicate(b"".join(LINES))
    sound(store)
    assert run.returncode == 0 and stored(store) == DOCUMENTS
    assert rows(store) == expected
    print(first, "of", DOCUMENTS, "documents when it was killed first")
