#!/usr/bin/env python3
"""Compiles corpus/articles/*.txt (articles with inline markup) to corpus/gold/{tuned,held}.jsonl.

    build_gold.py                 compile, write the gold files, print the totals
    build_gold.py --check         compile, compare with the gold files, print the totals, write nothing; exit 1 on any difference and
                                  when there is less of something than FLOORS asks
    build_gold.py --show NNN      print one article without markup, then its attributions (for reviewing)

Standard library only. README.md beside this file describes the markup and the annotation rules.
"""
import json
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEADER_KEYS = {"id", "published", "title", "publisher", "language", "genre", "author", "url"}
MARKS = "qcsrdaxn"  # quoted, cue, source, reported content, date, addressee, discard, no speech
REASONS = {"title", "term", "scare", "nickname", "slogan", "sign", "other"}
KINDS = {"direct", "mixed", "indirect"}
BASES = {"explicit", "anaphoric", "inferred", "none"}
FORMS = {"name", "nominal", "pronoun", "organisation"}
SPEAKER_TYPES = {"person", "organisation", "group", "anonymous", "document", "unknown"}
STATUSES = {"asserted", "denied", "hypothetical", "scheduled", "retracted", "thought"}
SECTIONS = {"headline", "standfirst", "body", "caption", "blockquote", "related", "boilerplate"}
SAID_BASES = {"explicit", "event", "published", "none"}
ATTRIBUTES = {"kind", "speaker", "speakers", "type", "form", "role", "affiliation", "said", "basis", "status", "section",
              "follows", "bare", "unclosed", "speaker_type", "reason", "reported_by", "note"}
PRONOUNS = {"i", "he", "she", "they", "we", "you", "it", "who", "him", "her", "them", "us", "me", "his", "their", "my",
            "both", "one", "another", "others", "some", "many", "each", "everyone", "all"}
NAME_TITLES = {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lady", "lord", "the", "of", "and", "for", "a", "an"}
THIN = "\u00a0\u202f "  # spaces that French marks keep inside
OPENERS = "\"“„‘'«‹”’"
CLOSERS = "\"”“’'»›‘"
# How much the corpus must hold at least, by the names that totals() prints.
FLOORS = {"articles": 80, "held": 27, "direct+mixed": 900, "mixed": 250, "pronoun or role source": 250, "dated": 120, "no speech": 60,
          "hard continuation": 60}
# ID, then any of: @speaker  <continued  =date  #section  !status  ~form  %flag
HEAD = re.compile(r"(?P<ids>[\w,.-]+)(?P<rest>(?:[@<=#!~%][^@<=#!~%|]+)*)$")
SIGIL = {"@": "person", "<": "follows", "=": "said", "#": "section", "!": "status", "~": "form"}


class Bad(Exception):
    pass


def parse_attributes(words):
    """`key=value key="two words" @person` to a dict."""
    out = {}
    for key, quoted, plain, person, flag in re.findall(
            r'(\w+)=(?:"([^"]*)"|(\S+))|@(\S+)|(\w+)', words):
        if person:
            out["person"] = person
        elif key:
            out[key] = quoted or plain
        elif flag in ("bare", "unclosed"):
            out[flag] = "yes"
        elif flag in KINDS:
            out["kind"] = flag
        else:
            raise Bad(f"{flag!r} is neither key=value nor a flag")
    return out


def read_article(path):
    """One marked-up file to (header, marked-up body, attribute lines, people)."""
    raw = path.read_text(encoding="utf-8")
    head, found, rest = raw.partition("\n---\n")
    if not found:
        raise Bad("no line --- behind the header")
    body, found, tail = rest.partition("\n===\n")
    if not found:
        raise Bad("no line === behind the article")
    header = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon or key.strip() not in HEADER_KEYS:
            raise Bad(f"header line {line!r}")
        header[key.strip()] = value.strip()
    for key in ("id", "published", "title", "language", "genre"):
        if not header.get(key):
            raise Bad(f"header lacks {key}")
    date.fromisoformat(header["published"][:10])
    people, attributes = {}, {}
    for line in tail.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if m := re.match(r'@(\w+)\s*=\s*"([^"]+)"\s*(.*)$', line):
            facts = parse_attributes(m[3])
            if unknown := set(facts) - {"type", "role", "affiliation"}:
                raise Bad(f"person @{m[1]}: unknown {sorted(unknown)}")
            if facts.setdefault("type", "person") not in SPEAKER_TYPES:
                raise Bad(f"person @{m[1]}: type {facts['type']!r}")
            people[m[1]] = {"name": m[2], **facts}
            continue
        line = re.sub(r"^not\s+", "", line)
        key, _, words = line.partition(" ")
        if key in attributes:
            raise Bad(f"two attribute lines for {key}")
        attributes[key] = parse_attributes(words)
        if unknown := set(attributes[key]) - ATTRIBUTES - {"person"}:
            raise Bad(f"{key}: unknown {sorted(unknown)}")
    return header, body, attributes, people


def strip_markup(body):
    """Marked-up body to (text, marks); a mark is (type, ids, start, end), offsets in code points of `text`."""
    out, size, stack, marks, inline = [], 0, [], [], {}
    place = 0
    for m in re.finditer(r"⟦([^|⟦⟧]*)\||⟧|[⟦]", body):
        out.append(body[place:m.start()])
        size += m.start() - place
        place = m.end()
        line = body.count("\n", 0, m.start()) + 1
        if m[0] == "⟧":
            if not stack:
                raise Bad(f"body line {line}: ⟧ closes nothing")
            kind, ids, start, at = stack.pop()
            marks.append((kind, ids, start, size))
            continue
        if m[1] is None:
            raise Bad(f"body line {line}: ⟦ without |")
        kind, _, label = m[1].partition(" ")
        head = HEAD.match(label.strip())
        if kind not in MARKS or len(kind) != 1 or not head:
            raise Bad(f"body line {line}: bad mark ⟦{m[1]}|")
        ids = head["ids"].split(",")
        for sigil, value in re.findall(r"([@<=#!~%])([^@<=#!~%]+)", head["rest"]):
            for one in ids:
                facts = inline.setdefault(one, {})
                if sigil == "%":
                    facts[value] = "yes"
                elif facts.setdefault(SIGIL[sigil], value) != value:
                    raise Bad(f"body line {line}: {one} has two {SIGIL[sigil]}")
        stack.append((kind, ids, size, line))
    if stack:
        raise Bad(f"body line {stack[-1][3]}: ⟦{stack[-1][0]} {stack[-1][1]} is never closed")
    out.append(body[place:])
    text = "".join(out)
    return text, marks, inline


def bare(name):
    return re.sub(r"^(?:the|an?)\s+", "", name.lower()).replace("’", "'")


def derived_form(source, speaker, speaker_type):
    """The form of a mention from its words and the name of the one it stands for."""
    handle = (speaker or "").startswith("@")
    words = [w.lower() for w in re.findall(r"[^\W_]+", source) if w[0].isupper() or w[0].isdigit() or handle]
    if source.lower() in PRONOUNS:
        return "pronoun"
    if speaker_type in ("document", "group"):
        return "nominal"
    known = {w.lower() for w in re.findall(r"[^\W_]+", speaker or "")
             if w[0].isupper() or w[0].isdigit() or handle} - NAME_TITLES
    if speaker_type == "organisation" and bare(source) == bare(speaker or ""):
        return "organisation"  # "the foreign ministry" is all the name it has
    if speaker_type == "anonymous" or (speaker or "")[:1].islower() or not known & set(words):
        return "nominal"
    return "organisation" if speaker_type == "organisation" else "name"


def build_quote(name, marks, given, people, text):
    """One attribution: its marks and its facts to one gold object."""
    parts = {k: sorted((s, e) for kind, ids, s, e in marks if kind == k and name in ids) for k in "qcsrda"}
    if unknown := set(given) - ATTRIBUTES - {"person"}:
        raise Bad(f"{name}: unknown {sorted(unknown)}")
    if not parts["q"] and not parts["r"]:
        raise Bad(f"{name}: neither q nor r marks its words")
    kind = given.get("kind") or ("indirect" if not parts["q"] else "mixed" if parts["r"] else "direct")
    for start, end in parts["q"]:
        if text[start:end].strip() != text[start:end] or start == end:
            raise Bad(f"{name}: q has outer white space or is empty: {text[start:end]!r}")
        if given.get("bare"):
            continue
        if text[:start].rstrip(THIN)[-1:] not in OPENERS or start == 0:
            raise Bad(f"{name}: no mark before {text[start:start + 30]!r}")
        closed = text[end:].lstrip(THIN)[:1] in CLOSERS and end < len(text)
        if not closed and not given.get("unclosed") and (end < len(text) and text[end] != "\n"):
            raise Bad(f"{name}: no mark behind …{text[end - 30:end]!r}")
    for k in "csrda":
        for start, end in parts[k]:
            if text[start:end].strip() != text[start:end] or start == end:
                raise Bad(f"{name}: {k} has outer white space or is empty: {text[start:end]!r}")

    who, speakers = {}, []
    person = given.get("person")
    if person and person != "?":
        for key in person.split("&"):
            if key not in people:
                raise Bad(f"{name}: @{key} is not in the list of people")
            speakers.append(people[key])
        who = speakers[0]
    elif not person and given.get("speaker") not in (None, "null"):
        who = {"name": given["speaker"], "type": given.get("speaker_type", "person")}
        speakers = [who]
    elif not person and "speaker" not in given and "follows" not in given:
        raise Bad(f"{name}: no speaker (write @? when none can be told)")

    quote = {"id": name, "kind": kind, "quoted": parts["q"] if kind != "indirect" else [],
             "spans": parts["r"] or [widened(text, s, e, given) for s, e in parts["q"]],
             "cue": parts["c"], "source": parts["s"], "addressee": parts["a"],
             "speaker": who.get("name")}
    if len(speakers) > 1:
        quote["speakers"] = [s["name"] for s in speakers]
    form = given.get("form")
    if not form and parts["s"]:
        start, end = parts["s"][0]
        names = " ".join(s["name"] for s in speakers)
        form = derived_form(text[start:end], names, who.get("type"))
    quote["form"] = form
    quote["speaker_type"] = given.get("speaker_type") or who.get("type")
    quote["role"] = given.get("role") or who.get("role")
    quote["affiliation"] = given.get("affiliation") or who.get("affiliation")
    said = given.get("said")
    quote["said_date"] = None if said in (None, "null") else said
    quote["date_text"] = text[parts["d"][0][0]:parts["d"][0][1]] if parts["d"] else None
    quote["date"] = parts["d"]
    quote["said_basis"] = given.get("basis") or (
        "none" if not quote["said_date"] else "explicit" if parts["d"] else "event")
    quote["status"] = given.get("status", "asserted")
    quote["section"] = given.get("section", "body")
    quote["basis"] = given.get("type") or (
        "none" if not quote["speaker"] else
        "inferred" if not parts["s"] or "follows" in given else
        "anaphoric" if form == "pronoun" or (
            form == "nominal" and quote["speaker_type"] in ("person", "organisation")
            and (quote["source"] and text[slice(*quote["source"][0])].lower()) != quote["speaker"].lower()) else "explicit")
    quote["follows"] = given.get("follows")
    for key in ("reported_by", "note"):
        if key in given:
            quote[key] = given[key]
    for field, allowed in (("kind", KINDS), ("basis", BASES), ("form", FORMS | {None}), ("status", STATUSES),
                           ("section", SECTIONS), ("said_basis", SAID_BASES), ("speaker_type", SPEAKER_TYPES | {None})):
        if quote[field] not in allowed:
            raise Bad(f"{name}: {field} is {quote[field]!r}")
    if quote["said_date"] and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?|-W\d\d)?(/\d{4}(-\d\d(-\d\d)?)?)?", quote["said_date"]):
        raise Bad(f"{name}: said {quote['said_date']!r} is no ISO date")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", quote["said_date"] or ""):
        day = date.fromisoformat(quote["said_date"]).strftime("%A")
        named = re.search(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", quote["date_text"] or "")
        if named and named[0] != day:
            raise Bad(f"{name}: {quote['said_date']} is a {day}, the text says {named[0]}")
    if parts["d"] and not quote["said_date"]:
        raise Bad(f"{name}: has a date expression but no date")
    return quote


def widened(text, start, end, given):
    """A quoted stretch with its marks."""
    if given.get("bare") or given.get("unclosed"):
        return (start, end)
    start, end = len(text[:start].rstrip(THIN)), len(text) - len(text[end:].lstrip(THIN))
    doubled = text[max(0, start - 2):start] in ("''", "``", "‘‘")
    start -= 2 if doubled else 1
    if end < len(text) and text[end] in CLOSERS:
        end += 2 if doubled and text[end:end + 2] in ("''", "’’") else 1
    return (start, end)


def carry(quotes, undated):
    """Quotes that go on without a source of their own get source, cue, speaker and date of the one they continue."""
    by_id = {q["id"]: q for q in quotes}
    for quote in quotes:
        seen, first = set(), quote
        while first["follows"]:
            if first["follows"] not in by_id or first["id"] in seen:
                raise Bad(f"{quote['id']}: continues {first['follows']!r}, which is not there or runs in a circle")
            seen.add(first["id"])
            first = by_id[first["follows"]]
        if first is quote:
            continue
        if quote["source"] or quote["cue"]:
            raise Bad(f"{quote['id']}: continues {first['id']} and has a source or cue of its own")
        for field in ("source", "cue", "form"):
            quote[field] = first[field]
        if not quote["speaker"] and first["speaker"]:
            for field in ("speaker", "speakers", "speaker_type", "role", "affiliation"):
                if field in first:
                    quote[field] = first[field]
        if quote["speaker"] != first["speaker"]:
            raise Bad(f"{quote['id']}: continues {first['id']}, whose speaker is another")
        quote["basis"] = "inferred" if quote["speaker"] else "none"
        if not quote["said_date"] and first["said_date"] and quote["id"] not in undated:
            quote["said_date"], quote["date_text"], quote["said_basis"] = first["said_date"], first["date_text"], "event"


def drop_unlooked(quotes):
    """The unnamed stand under the words that describe them: where the annotation adds no role or affiliation, nobody looked for one."""
    for quote in quotes:
        if quote["speaker_type"] in ("anonymous", "group"):
            for field in ("role", "affiliation"):
                if field in quote and not quote[field]:
                    del quote[field]


def uncovered_marks(text, marks):
    """Opening quotation marks that no q, n or x accounts for."""
    starts = {len(text[:s].rstrip(THIN)) for kind, _, s, _ in marks if kind in "qn"}
    starts |= {s for kind, _, s, _ in marks if kind in "qn"}
    ends = {len(text) - len(text[e:].lstrip(THIN)) for kind, _, _, e in marks if kind in "qn"}
    inside = [(s, e) for kind, _, s, e in marks if kind in "qnx"]
    for m in re.finditer(r"[“”„\"«»]|''|(?<!\w)[‘'](?=\w)|(?<=[.,?!…])[’'](?!\w)", text):
        if m.end() in starts or m.start() in ends:
            continue
        if any(s <= m.start() and m.end() <= e for s, e in inside):
            continue
        # an initial elision ('tis, ’90s) and a paragraph that reopens are not openings of their own
        if m[0] in "‘'" and re.match(r"(?:\d\ds?|tis|twas|em|til|cause|n|round|bout)\b", text[m.end():], re.I):
            continue
        yield m.start()


def compile_article(path):
    header, body, attributes, people = read_article(path)
    text, marks, inline = strip_markup(body)
    number = re.match(r"(\d{3})-", path.name)
    if not number:
        raise Bad("file name is not NNN-slug.txt")
    held = path.name.endswith(".held.txt")
    if held != (int(number[1]) % 3 == 0):
        raise Bad("numbers divisible by 3, and only those, are named .held.txt")
    if header["id"] != path.name.split(".")[0]:
        raise Bad(f"id {header['id']!r} is not the file's name")
    given = {}
    names = list(dict.fromkeys(i for kind, ids, _, _ in marks if kind in "qrcsda" for i in ids))
    for name in names:
        given[name] = {**inline.get(name, {}), **attributes.get(name, {})}
    other = []
    for kind, ids, start, end in marks:
        if kind == "n":
            reason = ids[0] if ids[0] in REASONS else attributes.get(ids[0], {}).get("reason")
            if reason not in REASONS:
                raise Bad(f"n {ids[0]}: reason {reason!r}")
            other.append([start, end, reason])
    unused = set(attributes) - set(names) - {i for kind, ids, _, _ in marks if kind in "nx" for i in ids}
    if unused:
        raise Bad(f"attribute lines for marks that are not there: {sorted(unused)}")
    quotes = [build_quote(name, marks, given[name], people, text) for name in names]
    carry(quotes, {n for n in names if given[n].get("said") == "null"})
    drop_unlooked(quotes)
    for quote in quotes:
        content = quote["quoted"] or quote["spans"]
        outer = [q["id"] for q in quotes if q is not quote and any(
            s <= content[0][0] and content[-1][1] <= e and e - s > content[-1][1] - content[0][0] for s, e in q["quoted"])]
        quote["inside"] = outer[0] if outer else None
        for field in ("quoted", "cue", "source"):
            quote[field + "_text"] = [text[s:e] for s, e in quote[field]]
        quote["type"] = quote["basis"]
        if not quote["follows"]:
            del quote["follows"]
        quote["spans"] = [list(s) for s in quote["spans"]]
    quotes.sort(key=lambda q: tuple((q["quoted"] or q["spans"])[0]))
    for place in uncovered_marks(text, marks):
        around = text[max(0, place - 25):place + 30].replace("\n", "/")
        raise Bad(f"a quotation mark is neither q nor n nor in an x: …{around}…")
    gold = {"id": header["id"], "corpus": "whosaid", "language": header["language"], "published": header["published"],
            "title": header["title"], "publisher": header.get("publisher"), "genre": header["genre"], "held": held,
            "text": text, "quotes": quotes,
            "discard": sorted([s, e] for kind, _, s, e in marks if kind == "x"), "other_quoted": sorted(other)}
    return gold


def totals(articles):
    shown = ("articles", "held", "words", "direct", "mixed", "direct+mixed", "indirect", "pronoun or role source", "dated", "inferred",
             "hard continuation", "speaker null", "status not asserted", "several segments", "nested", "no speech")
    c = dict.fromkeys(shown, 0) | {"articles": len(articles), "held": sum(a["held"] for a in articles)}
    for a in articles:
        c["words"] += len(a["text"].split())
        # In the text itself, not in a stretch of the page that is not the article.
        c["no speech"] += sum(not any(s <= start and end <= e for s, e in a["discard"]) for start, end, _ in a["other_quoted"])
        for q in a["quotes"]:
            c[q["kind"]] += 1
            if q["kind"] == "indirect":
                continue
            c["direct+mixed"] += 1
            c["pronoun or role source"] += q["form"] in ("pronoun", "nominal") and "follows" not in q
            c["dated"] += q["said_date"] is not None
            c["speaker null"] += q["speaker"] is None
            c["inferred"] += q["basis"] == "inferred"
            first = q["quoted"][0][0]
            near = q["source"] and "\n" not in a["text"][min(first, q["source"][0][0]):max(first, q["source"][0][0])]
            c["hard continuation"] += q["basis"] == "inferred" and not near and q["section"] not in ("headline", "standfirst")
            c["status not asserted"] += q["status"] != "asserted"
            c["several segments"] += len(q["quoted"]) > 1
            c["nested"] += q["inside"] is not None
    return c


def show(gold):
    print(gold["text"], "\n" + "=" * 20)
    for q in gold["quotes"]:
        words = " … ".join(gold["text"][s:e] for s, e in (q["quoted"] or q["spans"])).replace("\n", "/")
        print(f'{q["id"]:>3} {q["kind"]:8} {q["speaker"]!s:24} [{", ".join(q["source_text"])}] '
              f'({", ".join(q["cue_text"])}) {q["form"]} {q["basis"]} {q["said_date"] or ""} '
              f'{"" if q["status"] == "asserted" else q["status"]} {"" if q["section"] == "body" else q["section"]}\n      {words}')
    for s, e, why in gold["other_quoted"]:
        print(f'  no speech: {gold["text"][s:e]!r} ({why})')


def main():
    arguments = sys.argv[1:]
    articles, problems = [], []
    for path in sorted((HERE / "articles").glob("*.txt")):
        try:
            articles.append(compile_article(path))
        except (Bad, ValueError) as problem:
            problems.append(f"{path.relative_to(HERE.parent)}: {problem}")
    if arguments[:1] == ["--show"]:
        for article in articles:
            if article["id"].startswith(arguments[1]):
                show(article)
    else:
        for held, name in ((False, "tuned"), (True, "held")):
            lines = "".join(json.dumps(a, ensure_ascii=False, separators=(",", ":")) + "\n"
                            for a in articles if a["held"] == held)
            target = HERE / "gold" / f"{name}.jsonl"
            if arguments == ["--check"]:
                if not target.exists() or target.read_text(encoding="utf-8") != lines:
                    problems.append(f"corpus/gold/{name}.jsonl is not what the articles compile to; run corpus/build_gold.py")
            else:
                target.parent.mkdir(exist_ok=True)
                target.write_text(lines, encoding="utf-8")
        for key, count in totals(articles).items():
            print(f"{key:24}{count:7}" + (f"   at least {FLOORS[key]}" if key in FLOORS else ""))
            if count < FLOORS.get(key, 0):
                problems.append(f"corpus: {key}: {count}, and at least {FLOORS[key]} are asked for")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
