#!/usr/bin/env python3
"""Write made-up quote tables as JSON Lines, for measuring `whosaid graph`: make_tables.py QUOTES [SEED] > tables.jsonl

The words are made of syllables and drawn by Zipf's law, with stock phrases among them, so that three words in a row meet
as often by chance as they do in news. People have full names, many with a common family name, and half of the documents
know them by that alone. One quote in six goes back to an earlier one: the same, cut, or with a word changed.
The same arguments give the same bytes.
"""
import bisect
import itertools
import json
import random
import sys

QUOTES_A_DOCUMENT = 5


def words_by_zipf(rng, count):
    onsets = "b c d f g h j k l m n p r s t v w z br cl dr fl gr pl pr sc sl sp st tr".split()
    vowels = "a e i o u ai ea ou".split()
    codas = ["", "", "", "n", "r", "s", "t", "l", "nd", "st"]
    seen = []
    known = set()
    while len(seen) < count:
        syllables = 1 if len(seen) < 300 else rng.choice((1, 2, 2, 3, 3))
        word = "".join(rng.choice(onsets) + rng.choice(vowels) + rng.choice(codas) for _ in range(syllables))
        if word not in known:
            known.add(word)
            seen.append(word)
    return seen


class Zipf:
    def __init__(self, rng, items, shift=2.7):
        self.rng, self.items = rng, items
        self.sums = list(itertools.accumulate(1 / (rank + shift) for rank in range(len(items))))

    def draw(self):
        return self.items[bisect.bisect_left(self.sums, self.rng.random() * self.sums[-1])]


def main():
    total = int(sys.argv[1])
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    vocabulary = words_by_zipf(rng, 40_000)
    word = Zipf(rng, vocabulary)
    phrases = Zipf(rng, [" ".join(word.draw() for _ in range(rng.randint(3, 6))) for _ in range(5_000)])
    name = lambda low: rng.choice(vocabulary[low:]).capitalize()
    given = Zipf(rng, [name(300) for _ in range(800)])
    family = Zipf(rng, [name(300) for _ in range(20_000)], 30)
    roles = Zipf(rng, [rng.choice(vocabulary[300:4000]) for _ in range(400)])
    bodies = Zipf(rng, [name(300) + " " + name(300) for _ in range(5_000)])
    people = Zipf(rng, [(given.draw(), family.draw(), roles.draw(), bodies.draw()) for _ in range(60_000)], 50)

    past = []  # words of some earlier quotes
    written = document = 0
    while written < total:
        document += 1
        speakers, quotes = [], []
        position = 0
        for number in range(1 + rng.randrange(3)):
            first, last, role, body = people.draw()
            full = rng.random() < 0.5
            text = f"{first} {last}" if full else last
            speakers.append({
                "id": f"s{number + 1}", "name": text, "type": "person", "aliases": [last] if full else [],
                "roles": [role] if rng.random() < 0.6 else [], "affiliations": [body] if rng.random() < 0.5 else [],
                "mentions": [{"start": 40 * k, "end": 40 * k + len(text), "text": text} for k in range(4)],
            })
        for number in range(min(QUOTES_A_DOCUMENT, total - written)):
            if past and rng.random() < 1 / 6:
                words = list(rng.choice(past))
                kind = rng.random()
                if kind < 0.4 and len(words) > 9:
                    cut = rng.randint(5, len(words) - 2)
                    start = rng.randint(0, len(words) - cut)
                    words = words[start:start + cut]
                elif kind < 0.6:
                    words[rng.randrange(len(words))] = word.draw()
            else:
                words = []
                length = min(120, 4 + int(rng.expovariate(1 / 20)))
                while len(words) < length:
                    words += phrases.draw().split() if rng.random() < 0.12 else [word.draw()]
                if len(past) < 200_000:
                    past.append(words)
                else:
                    past[rng.randrange(len(past))] = words
            text = " ".join(words)
            text = text[0].upper() + text[1:] + rng.choice((",", ".", "!"))
            speaker = rng.choice(speakers) if rng.random() < 0.93 else None
            position += 200
            end = position + len(text)
            quotes.append({
                "id": f"{written + 1:08x}", "kind": "direct", "text": text,
                "segments": [{"start": position, "end": end, "text": text}],
                "speaker": speaker and speaker["id"], "speaker_name": speaker and speaker["name"],
                "source": speaker and {"start": end + 5, "end": end + 5 + len(speaker["name"]), "text": speaker["name"], "form": "name"},
                "cue": speaker and {"start": end, "end": end + 4, "text": "said", "lemma": "say"}, "addressee": None,
                "said": {"date": f"2024-{1 + document % 12:02}-{1 + document % 28:02}", "basis": "explicit", "expression": None},
                "status": "asserted", "section": "body",
                "context": {"before": text[:60], "after": text[:60]}, "basis": "explicit", "confidence": 0.9,
                "candidates": [], "rule": "en/attribution/after_quote",
            })
            written += 1
        table = {
            "schema": "whosaid.quotes/1",
            "document": {"id": f"doc{document:07}", "path": None, "url": f"https://news.example/{document}",
                         "title": " ".join(word.draw() for _ in range(7)).capitalize(), "publisher": None, "author": None,
                         "published": f"2024-{1 + document % 12:02}-{1 + document % 28:02}", "language": "en"},
            "speakers": speakers, "quotes": quotes,
        }
        sys.stdout.write(json.dumps(table, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
