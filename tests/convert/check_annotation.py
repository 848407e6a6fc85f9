#!/usr/bin/env python3
"""Gold to annotation tools and back: check_annotation.py WHOSAID GOLD...

Every article goes to brat and back, as it is, with CRLF line ends and with characters beyond the first plane between its words, and
so does what the engine makes of it; nothing may be lost but empty lists and nulls, which say the same as a field that is not there.
The stretches in Label Studio's and doccano's files must be slices of the text by code points, and their relations must hold.
"""
import json
import os
import subprocess
import sys
import tempfile

program, gold = os.path.abspath(sys.argv[1]), sys.argv[2:]
MENTIONS = ("quoted", "spans", "cue", "source", "addressee", "date")


def run(*arguments):
    subprocess.run([program, *arguments], check=True)


def lines_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [json.loads(line) for line in file]


def write(path, documents):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in documents)


def with_inserted(document, inserted):
    """The document with `inserted`, places and what goes before them, and all offsets moved."""
    text, out, moved, last = document["text"], [], [0] * (len(document["text"]) + 1), 0
    shift = 0
    for place, what in [*sorted(inserted), (len(text), "")]:
        for i in range(last, place):
            moved[i] = i + shift
        out += [text[last:place], what]
        shift, last = shift + len(what), place
    moved[len(text)] = len(text) + shift
    new = json.loads(json.dumps(document))
    new["text"] = "".join(out)

    def move(ranges):  # an end is moved by what stands before the last character
        return [[moved[start], moved[end - 1] + 1, *rest] for start, end, *rest in ranges]
    for quote in new["quotes"]:
        for key in MENTIONS:
            quote[key] = move(quote[key])
        for key in ("quoted", "cue", "source"):
            quote[key + "_text"] = [new["text"][start:end] for start, end in quote[key]]
        if quote["date"]:
            quote["date_text"] = new["text"][slice(*quote["date"][0])]
    for key in ("discard", "other_quoted"):
        new[key] = move(new[key])
    return new


def stated(value):
    if isinstance(value, dict):
        return {key: stated(one) for key, one in value.items() if one not in (None, [])}
    return [stated(one) for one in value] if isinstance(value, list) else value


documents = [document for path in gold for document in lines_of(path)]
assert len(documents) >= 80
VARIANTS = {
    "plain": documents,
    "crlf": [with_inserted(one, [(i, "\r") for i, c in enumerate(one["text"]) if c == "\n"]) for one in documents],
    "astral": [with_inserted(one, [(i, "\U0001f525") for i, c in enumerate(one["text"]) if c == " " and i % 17 == 0]) for one in documents],
}
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name, articles in VARIANTS.items():
        write(name + ".jsonl", articles)
        run("eval", "--check", "-q", name + ".jsonl")
        run("convert", "--to", "brat", "-q", "-o", name, name + ".jsonl")
        run("convert", "--to", "gold", "-q", "-o", name + ".back", name)
        assert [stated(one) for one in lines_of(name + ".back")] == sorted((stated(one) for one in articles), key=lambda one: one["id"]), name
    write("bare.jsonl", [{key: one[key] for key in ("id", "language", "published", "title", "publisher", "text")} | {"url": "https://post.example/" + one["id"]}
                         for one in VARIANTS["astral"]])
    run("extract", "--with-text", "--kinds", "all", "-q", "bare.jsonl", "-o", "tables.jsonl")
    run("convert", "--to", "gold", "-q", "-o", "engine.jsonl", "tables.jsonl")
    run("convert", "--to", "brat", "-q", "-o", "engine", "tables.jsonl")
    run("convert", "--to", "gold", "-q", "-o", "engine.back", "engine")
    engine, tables = lines_of("engine.jsonl"), lines_of("tables.jsonl")
    assert lines_of("engine.back") == sorted(engine, key=lambda one: one["id"])
    for one, table in zip(engine, tables):
        assert all(one[key] == table["document"][key] for key in ("id", "title", "publisher", "published", "url", "language", "text"))
        for quote, found in zip(one["quotes"], table["quotes"], strict=True):
            assert [quote[key] for key in ("id", "kind", "basis", "section", "status", "rule")] == [found[key] for key in ("id", "kind", "basis", "section", "status", "rule")]
            assert quote["said_basis"] == found["said"]["basis"] and quote["spans"] == [[part["start"], part["end"]] for part in found["segments"]]

    for source in ("astral.jsonl", "tables.jsonl"):
        run("convert", "--to", "labelstudio", "-q", "-o", "tasks.json", source)
        run("convert", "--to", "doccano", "-q", "-o", "lines.jsonl", source)
        labels = 0
        for task, line in zip(json.load(open("tasks.json", encoding="utf-8")), lines_of("lines.jsonl"), strict=True):
            text = task["data"]["text"]
            assert text == line["text"]
            results = [result for prediction in task["predictions"] for result in prediction["result"]]
            spans = {one["id"]: one["value"] for one in results if one["type"] == "labels"}
            entities = {one["id"]: one for one in line["entities"]}
            assert len(entities) == len(line["entities"]) == len(spans)
            for value in spans.values():
                assert text[value["start"]:value["end"]] == value["text"] != "", value
            assert sorted((v["start"], v["end"], v["labels"][0]) for v in spans.values()) == sorted((e["start_offset"], e["end_offset"], e["label"]) for e in entities.values())
            assert all(one["from_id"] in spans and one["to_id"] in spans for one in results if one["type"] == "relation")
            assert all(one["from_id"] in entities and one["to_id"] in entities for one in line["relations"])
            labels += len(spans)
        print(source, labels, "labels")
