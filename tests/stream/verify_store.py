#!/usr/bin/env python3
"""Ask a store of 100 000 quotes whether words were said: verify_store.py WHOSAID [LIMIT_IN_MILLISECONDS]

Words that stand there, words cut out of a quote, words with one changed, words of nobody, and words that are all frequent. Each answer must
be right, and take less processor time than the limit, start of the program included. The words of the last ones stand in half of all
quotes each: a few quotes are made of them alone, and are asked for as they are, with words changed and with words left out.
"""
import json
import os
import random
import resource
import subprocess
import sys
import tempfile

program, limit = os.path.abspath(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 50
DOCUMENTS, EACH = 20_000, 5
random.seed(7)
PARTS = ["ba", "ko", "ri", "ten", "mal", "dor", "vi", "sha", "lun", "per", "gos", "tra", "nel", "wic", "hom", "sal", "ber", "fin", "gra", "dus"]
RARE = ["".join(random.choices(PARTS, k=random.randint(2, 4))) for _ in range(20_000)]
FREQUENT = "the we will not and of to a in is that it have bridge close people government year".split()


def words():
    return " ".join(random.choice(FREQUENT if random.random() < 0.6 else RARE) for _ in range(random.randint(8, 30)))


PLAIN = [random.choices(FREQUENT, k=random.randint(16, 28)) for _ in range(200)]  # quotes of frequent words alone


def table(number):
    quotes = [{"id": f"{number}-{i}", "kind": "direct", "text": text, "segments": [{"start": 0, "end": len(text), "text": text}], "speaker": "s1",
               "speaker_name": f"Ada Quill {number % 500}", "said": {"date": "2025-03-12", "basis": "published", "expression": None}, "status": "asserted"}
              for i, text in enumerate(" ".join(PLAIN[number // 100]) if number % 100 == 0 and not i else words() for i in range(EACH))]
    return {"schema": "whosaid.quotes/1", "document": {"id": f"d{number}", "published": "2025-03-12", "language": "en"},
            "speakers": [{"id": "s1", "name": f"Ada Quill {number % 500}", "type": "person", "aliases": [], "roles": [], "affiliations": [], "mentions": []}],
            "quotes": quotes}


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


with tempfile.TemporaryDirectory() as folder:
    source, store = os.path.join(folder, "tables.jsonl"), os.path.join(folder, "quotes.db")
    known = ""
    with open(source, "w", encoding="utf-8") as out:
        for number in range(DOCUMENTS):
            made = table(number)
            known = made["quotes"][2]["text"] if number == DOCUMENTS // 2 else known
            out.write(json.dumps(made) + "\n")
    subprocess.run([program, "convert", source, "--to", "sqlite", "-q", "-o", store], check=True)
    cut = known.split()
    changed = cut[:4] + ["never"] + cut[5:]
    questions = [("exact", known), ("trimmed", " ".join(cut[1:-1])), ("altered", " ".join(changed)), ("not-found", "purple elephants filed the tax return of a lighthouse"),
                 ("not-found", "the people have to close that bridge and it is in the government of a year and we will not have it")]
    for plain in PLAIN[:200:40]:
        differs = plain[:]
        for place in range(1, len(plain) - 1, 5):
            differs[place] = "never"
        questions += [("exact", " ".join(plain)), ("altered", " ".join(differs)), ("trimmed", " ".join(plain[2:6]) + " … " + " ".join(plain[8:-1]))]
    slow = wrong = 0
    for verdict, question in questions:
        best = None
        for _ in range(5):
            before = cpu()
            done = subprocess.run([program, "verify", question, "--in", store, "--format", "json"], capture_output=True)
            best = min(best or 1e9, cpu() - before)
        answer = json.loads(done.stdout)["verdict"]
        print(f"{verdict}: {answer}, {best:.0f} ms of processor time")
        wrong += answer != verdict
        slow += best > limit
sys.exit(1 if slow or wrong else 0)
