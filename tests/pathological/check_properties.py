#!/usr/bin/python3
"""check_properties.py WHOSAID SCHEMA: what must hold for every text, over a few thousand made-up articles.

Spans lie inside the text and in order, their text is the slice, the offsets count code points; segments of direct and mixed
quotes lie between an opening mark and its closing one; tables follow the schema; line in, line out; CRLF line ends, no-break
spaces and other offsets give the same quotes; an article cut in two gives the quotes of its halves; documents give what each gives
alone; -j changes no byte.
"""
import json
import random
import subprocess
import sys
import textwrap

import jsonschema

program = sys.argv[1]
schema = jsonschema.Draft202012Validator(json.load(open(sys.argv[2], encoding="utf-8")))
random.seed(7)  # the same articles every time

PEOPLE = ["Ana Weiss", "Dario Halvik", "Mr. Osei", "the mayor", "a spokesman for the ministry", "she", "he", "Zoë Ünal", "Northfield police"]
VERBS = ["said", "told reporters", "added", "asked", "says", "warned on Monday", "wrote in an email", "shrugged"]
WORDS = ["We will win", "The bridge — the old one — is shut", "No", "It’s a joke", "Wait … what", "I don't know", "Ça va, 😀", "one (1) of us"]
MARKS = [("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("''", "''")]
FAMILIES = [("“", "”", '"', "''"), ("‘", "’"), ("«", "»")]  # of which one may close what another opened
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
        f"{opening}{words}.{closing} - {who}",
        random.choice(FILLERS),
    ])


def article(number):
    paragraphs = [" ".join(sentence() for _ in range(random.randint(1, 4))) for _ in range(random.randint(1, 6))]
    if number % 5 == 0:  # as a mail program breaks lines
        paragraphs = [textwrap.fill(paragraph, 72, break_on_hyphens=False, break_long_words=False) for paragraph in paragraphs]
    return "\n\n".join(paragraphs)


def document(number, text):
    """What stands with a text differs from one to the next, so that nothing of one can hide in another."""
    return ({"id": f"p{number}", "text": text} | ({"published": "2024-05-06"} if number % 3 else {}) | ({"title": f"Title {number}", "note": number} if number % 4 else {})
            | ({"author": "Ida Moe"} if number % 7 else {}))


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


def in_marks(segment, text, first, last):
    """Between two marks of one family; what goes on in the next line or paragraph is closed there, and need not be opened again."""
    before, after = text[:segment["start"]].rstrip(" "), text[segment["end"]:].lstrip(" ")  # a space may have slipped inside
    opened = [family for family in FAMILIES if before.endswith(family)] or (FAMILIES if before.endswith("\n") and not first else [])
    return any(after.startswith(family) for family in opened) or (bool(opened) and not last and after.startswith("\n"))


failures = 0


def must(holds, message, text):
    global failures
    if not holds:
        failures += 1
        if failures <= 10:
            print(f"{message}\n    {text!r}")


texts = [article(i) for i in range(1500)]
documents = [document(i, t) for i, t in enumerate(texts)]
tables, whole = extract(documents)
total = marked = 0
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
        if quote["kind"] != "indirect" and not quote.get("unclosed"):
            marked += len(segments)
            for segment in segments:
                must(in_marks(segment, text, segment is segments[0], segment is segments[-1]), f"not between marks: {segment}", text)

for table, text in zip(tables[::10], texts[::10]):
    wrong = next(schema.iter_errors(table), None)
    must(wrong is None, f"against the schema: {wrong and wrong.message[:200]}", text)

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

# Who is meant, and what belongs together, may need what stood before; which stretches are quoted does not. Left out: articles that
# quote the same words twice, since one copy is kept, those where a quotation runs over the cut, and those whose first half ends with marks
# open that the whole drops: a text that ends there breaks off in a quotation.
quoted = lambda table: [s["text"] for s in sorted((s for q in table["quotes"] if q["kind"] != "indirect" for s in q["segments"]), key=lambda s: (s["start"], -s["end"]))]
plain = lambda words: "".join(filter(str.isalnum, words))
whole_ones, halves, broken_off = [], [], 0
for table, text in zip(tables, texts):
    paragraphs = text.split("\n\n")
    first, second = ("\n\n".join(half) for half in (paragraphs[:len(paragraphs) // 2], paragraphs[len(paragraphs) // 2:]))
    runs_over = lambda q: q["segments"][0]["start"] < len(first) < q["segments"][-1]["end"]
    words = [plain(stretch) for stretch in quoted(table)]
    if first and len(set(words)) == len(words) and not any(q.get("unclosed") or q.get("duplicates") or runs_over(q) for q in table["quotes"]):
        whole_ones.append((table, text))
        halves += [{"id": "half", "text": half, "published": "2024-05-06"} for half in (first, second)]
parts, _ = extract(halves)
for (table, text), first, second in zip(whole_ones, parts[::2], parts[1::2]):
    half = "\n\n".join(text.split("\n\n")[:len(text.split("\n\n")) // 2])
    if any(q.get("unclosed") and q["segments"][-1]["end"] == len(half) for q in first["quotes"]):
        broken_off += 1
        continue
    must(quoted(table) == quoted(first) + quoted(second), f"cut in two it says something else:\n    {quoted(table)}\n    {quoted(first)}\n    {quoted(second)}", text)

for jobs in ("1", "2", "5"):
    must(extract(documents, "-j", jobs)[1] == whole, f"-j {jobs} changes the output", "")
for i in random.sample(range(len(documents)), 40):
    must(extract([documents[i]])[0] == [tables[i]], "a document alone gives something else", texts[i])

must(total > 2000 and marked > 2000 and len(whole_ones) - broken_off > 100, f"only {total} quotes, {marked} between marks, {len(whole_ones)} cut: the articles test nothing", "")
print(f"{len(texts)} articles, {total} quotes, {marked} segments between marks, {len(whole_ones)} articles cut in two, {failures} failures")
sys.exit(1 if failures else 0)
