#!/usr/bin/env python3
"""check_properties.py WHOSAID: what must hold for every text, over a few thousand made-up articles.

Spans lie inside the text and in order, their text is the slice, the offsets count code points; a direct quote's segments lie
inside quotation marks; line in, line out; CRLF line ends, no-break spaces and other offsets give the same quotes; two documents
give what each gives alone; -j changes no byte.
"""
import json
import random
import subprocess
import sys

program = sys.argv[1]
random.seed(7)  # the same articles every time

PEOPLE = ["Ana Weiss", "Dario Halvik", "Mr. Osei", "the mayor", "a spokesman for the ministry", "she", "he", "Zoë Ünal", "Northfield police"]
VERBS = ["said", "told reporters", "added", "asked", "says", "warned on Monday", "wrote in an email", "shrugged"]
WORDS = ["We will win", "The bridge — the old one — is shut", "No", "It’s a joke", "Wait … what", "I don't know", "Ça va, 😀", "one (1) of us"]
MARKS = [("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("''", "''")]
FILLERS = ["The bridge was shut on May 3, 2024.", "It rained.", "Critics called it “a farce” and left.", "Prices rose 3.5% in 2023."]


def sentence():
    opening, closing = random.choice(MARKS)
    words, more = random.choice(WORDS), random.choice(WORDS)
    who, verb = random.choice(PEOPLE), random.choice(VERBS)
    return random.choice([
        f"{opening}{words},{closing} {who} {verb}.",
        f"{opening}{words},{closing} {verb} {who}.",
        f"{who[0].upper()}{who[1:]} {verb}: {opening}{words}.{closing}",
        f"{opening}{words},{closing} {who} {verb}, {opening}{more}.{closing}",
        f"According to {who}, {words}.",
        f"{who[0].upper()}{who[1:]} {verb} that {words.lower()}.",
        f"{opening}{words}.",
        f"{words}{closing}, {verb} {who}.",
        random.choice(FILLERS),
    ])


def article():
    return "\n\n".join(" ".join(sentence() for _ in range(random.randint(1, 4))) for _ in range(random.randint(1, 6)))


def extract(documents, *flags):
    lines = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents).encode()
    done = subprocess.run([program, "extract", "--input", "jsonl", "--format", "jsonl", "--kinds", "direct,mixed,indirect", *flags, "-"],
                          input=lines, stdout=subprocess.PIPE, check=True)
    tables = done.stdout.splitlines()
    assert len(tables) == len(documents), f"{len(documents)} lines in, {len(tables)} out"
    return [json.loads(table) for table in tables], done.stdout


def spans_of(table):
    for speaker in table["speakers"]:
        yield from speaker["mentions"]
    for quote in table["quotes"]:
        yield from quote["segments"]
        for key in ("source", "cue", "addressee"):
            if quote.get(key):
                yield quote[key]
        if quote["said"].get("expression"):
            yield quote["said"]["expression"]


def gist(table, text=None):
    """What two tables of the same article have in common, whatever its white space and its offsets."""
    plain = lambda s: " ".join(s.replace("\u00a0", " ").split()) if s else s
    return [(q["kind"], plain(q["text"]), plain(q["speaker_name"]), plain(q["cue"] and q["cue"]["text"]), q["status"], q["said"]["date"])
            for q in table["quotes"]]


failures = 0


def must(holds, message, text):
    global failures
    if not holds:
        failures += 1
        if failures <= 10:
            print(f"{message}\n    {text!r}")


texts = [article() for _ in range(1500)]
documents = [{"id": f"p{i}", "text": t, "published": "2024-05-06"} for i, t in enumerate(texts)]
tables, whole = extract(documents)
total = 0
for table, text in zip(tables, texts):
    place = 0
    for span in spans_of(table):
        must(0 <= span["start"] <= span["end"] <= len(text), "a span leaves the text", text)
        must(text[span["start"]:span["end"]] == span["text"], f"not the slice: {span}", text)
    for quote in table["quotes"]:
        total += 1
        segments = quote["segments"]
        must(segments[0]["start"] >= place, "quotes are out of order", text)
        place = segments[0]["start"]
        must(all(a["end"] <= b["start"] for a, b in zip(segments, segments[1:])), "segments are out of order", text)
        must(quote["text"] == " ".join(s["text"] for s in segments), "the text is not its segments", text)
        must(quote["speaker"] is None or any(s["id"] == quote["speaker"] for s in table["speakers"]), "nobody has that id", text)
        if quote["kind"] == "direct" and not quote.get("unclosed"):
            first = segments[0]["start"]
            must(any(text[:first].rstrip().endswith(opening) for opening, _ in MARKS), f"no mark before {quote['text']!r}", text)

same = {
    "CRLF line ends": [t.replace("\n", "\r\n") for t in texts],
    "no-break spaces": [t.replace(" ", "\u00a0") for t in texts],
}
for what, variants in same.items():
    others, _ = extract([dict(d, text=v) for d, v in zip(documents, variants)])
    for table, other, text in zip(tables, others, texts):
        must(gist(table) == gist(other), f"{what} change the quotes:\n    {gist(table)}\n    {gist(other)}", text)

for unit, size in (("byte", lambda s: len(s.encode())), ("utf16", lambda s: len(s.encode("utf-16-le")) // 2)):
    others, _ = extract(documents, "--offsets", unit)
    for table, other, text in zip(tables, others, texts):
        for span, moved in zip(spans_of(table), spans_of(other)):
            must(size(text[:span["start"]]) == moved["start"] and size(text[:span["end"]]) == moved["end"], f"{unit} offsets are off", text)

for jobs in ("1", "2", "5"):
    must(extract(documents, "-j", jobs)[1] == whole, f"-j {jobs} changes the output", "")
for i in random.sample(range(len(documents)), 40):
    must(extract([documents[i]])[0] == [tables[i]], "a document alone gives something else", texts[i])

must(total > 2000, f"only {total} quotes: the articles test nothing", "")
print(f"{len(texts)} articles, {total} quotes, {failures} failures")
sys.exit(1 if failures else 0)
