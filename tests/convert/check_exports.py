#!/usr/bin/python3
"""Every export format, read by a program that is not ours: check_exports.py WHOSAID

Each format must write the bytes in expected/ (WHOSAID_UPDATE_GOLDEN=1 rewrites them). Then xmllint validates the TEI against
tei_said.rng, jsonschema the records, and what they say is held against the tables. Without xmllint the test is skipped
(77), unless CI is set.
"""
import copy
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

import jsonschema

program = sys.argv[1]
here = pathlib.Path(__file__).parent
source = here / "tables.jsonl"
tables = [json.loads(line) for line in open(source, encoding="utf-8")]
quotes = [(table, quote) for table in tables for quote in table["quotes"]]
FILES = {"claimreview": "claimreview.json", "gdelt": "gdelt.jsonl", "quotebank": "quotebank.jsonl", "schemaorg": "schemaorg.jsonld",
         "tei": "tei.xml", "webanno": "webanno.jsonld"}


def convert(name, *more, stdin=None, status=0):
    done = subprocess.run([program, "convert", "--to", name, *more], input=stdin, capture_output=True)
    assert done.returncode == status, (name, more, done.returncode, done.stderr.decode())
    return done.stdout.decode()


written = {}
for name, file in FILES.items():
    written[name] = convert(name, str(source))
    assert written[name] == convert(name, "-", stdin=source.read_bytes()), name + ": standard input differs"
    expected = here / "expected" / file
    if os.environ.get("WHOSAID_UPDATE_GOLDEN"):
        expected.write_text(written[name], encoding="utf-8")
    assert written[name] == expected.read_text(encoding="utf-8"), "differs from " + str(expected)

text = {"type": "string", "minLength": 1}
day = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?"}


def record(required, /, **members):
    return {"type": "object", "required": required.split(), "properties": members, "additionalProperties": False}


def typed(name, required="", /, **members):
    return record("@type " + required, **{"@type": {"const": name}}, **members)


party = {"oneOf": [typed("Person", "name", name=text, jobTitle=text, affiliation=typed("Organization", "name", name=text)),
                   typed("Organization", "name", name=text)]}
appearance = typed("NewsArticle", url={"type": "string", "pattern": "^https?://"}, identifier={"type": "string", "pattern": "^urn:whosaid:"},
                   headline=text, datePublished=day, publisher=typed("Organization", "name", name=text))
claim_review = record("@context @type creativeWorkStatus claimReviewed itemReviewed", **{
    "@context": {"const": "https://schema.org"}, "@type": {"const": "ClaimReview"}, "creativeWorkStatus": {"const": "Draft"},
    "claimReviewed": text, "inLanguage": text, "url": text, "author": typed("Organization", "name", name=text),
    "itemReviewed": typed("Claim", "author firstAppearance appearance", author=party, datePublished=day, firstAppearance=appearance,
                          appearance={"type": "array", "minItems": 1, "items": appearance})})
selector = {"oneOf": [
    record("type start end", type={"const": "TextPositionSelector"}, start={"type": "integer", "minimum": 0}, end={"type": "integer"}),
    record("type exact", type={"const": "TextQuoteSelector"}, exact=text, prefix={"type": "string", "maxLength": 32},
           suffix={"type": "string", "maxLength": 32})]}
annotation = record("@context id type body target", **{
    "@context": {"const": "http://www.w3.org/ns/anno.jsonld"}, "id": text, "type": {"const": "Annotation"}, "motivation": text,
    "body": {"type": "array", "items": {"oneOf": [
        record("type purpose source", type={"const": "SpecificResource"}, purpose=text, source=text),
        record("type purpose value", type={"const": "TextualBody"}, purpose=text, value=text)]}},
    "target": {"type": "array", "minItems": 1, "items": record("source selector", source=text, selector={
        "type": "array", "minItems": 2, "maxItems": 2, "items": selector})}})
quotebank = record("quoteID quotation speaker qids date numOccurrences probas urls phase",
                   quoteID={"type": "string", "pattern": r"^\d{4}-\d\d-\d\d-\d{6}$"}, quotation=text, speaker=text, qids={"type": "array"},
                   date={"type": "string", "pattern": r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$"}, numOccurrences={"type": "integer", "minimum": 1},
                   probas={"type": "array", "items": {"type": "array", "minItems": 2, "maxItems": 2, "items": text}},
                   urls={"type": "array", "items": text}, phase={"const": "E"})
gdelt = record("date url title lang quotes", date={"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}, url=text,
               title={"type": "string"}, lang={"const": "ENGLISH"}, quotes={"type": "array", "items": record(
                   "pre quote post", pre={"type": "string"}, quote=text, post={"type": "string"})})


def valid(schema, items):
    validator = jsonschema.Draft202012Validator(schema)
    for item in items:
        validator.validate(item)
    for key in schema["required"]:  # a schema that takes anything would not be noticed otherwise
        damaged = copy.deepcopy(items[0])
        del damaged[key]
        assert not validator.is_valid(damaged), key
    return items


# ClaimReview: the repeated claim is one record with both articles, the first published first; no rating, no denied words.
claims = valid(claim_review, json.loads(written["claimreview"]))
assert [c["claimReviewed"] for c in claims] == ["The ferry will run, and it will run on time.", "We can’t pay for two boats"], claims
ferry = claims[0]["itemReviewed"]
assert ferry["author"] == {"@type": "Person", "name": "Ines Farrow", "jobTitle": "head",
                           "affiliation": {"@type": "Organization", "name": "harbour office"}}, ferry
assert ferry["datePublished"] == "2025-03-10" and ferry["firstAppearance"]["identifier"] == "urn:whosaid:post%209"
assert [a.get("url") for a in ferry["appearance"]] == [None, "https://herald.example/a/7?x=1&y=2"]
assert "reviewRating" not in claims[0] and "datePublished" not in claims[0]
one = json.dumps(tables[1] | {"quotes": tables[1]["quotes"][:1]}).encode()
single = json.loads(convert("claimreview", "--reviewer", "Check Desk", "--review-url", "https://desk.example/1", stdin=one))
valid(claim_review, [single])
assert single["author"]["name"] == "Check Desk" and single["url"] == "https://desk.example/1"
print("claimreview", len(claims))

# Web Annotation: positions are code points, and the words around them stand there.
annotations = valid(annotation, json.loads(written["webanno"]))
assert len(annotations) == len(quotes)
for found, (table, quote) in zip(annotations, quotes):
    whole = table["document"]["text"]
    assert len(found["target"]) == len(quote["segments"])
    for target in found["target"]:
        place, words = target["selector"]
        assert whole[place["start"]:place["end"]] == words["exact"]
        assert whole[:place["start"]].endswith(words["prefix"]) and whole[place["end"]:].startswith(words["suffix"])
        assert len(words["prefix"]) == min(32, place["start"])
without = tables[1] | {"document": {k: v for k, v in tables[1]["document"].items() if k != "text"}}
for found in valid(annotation, json.loads(convert("webanno", stdin=json.dumps(without).encode()))):
    assert tables[1]["document"]["text"].count(found["target"][0]["selector"][1].get("prefix", "")) >= 1
bytewise = copy.deepcopy(tables[0])
for quote in bytewise["quotes"]:
    for segment in quote["segments"]:
        segment["start"] += 9
        segment["end"] += 9
for name in ("webanno", "tei"):
    convert(name, stdin=json.dumps(bytewise).encode(), status=1)
print("webanno", len(annotations))

# schema.org
graph = json.loads(written["schemaorg"])
assert graph["@context"] == "https://schema.org"
items = {item["@id"]: item for item in graph["@graph"]}
assert len(items) == len(graph["@graph"]), "two items have one @id"
said = [item for item in items.values() if item["@type"] == "Quotation"]
assert [item["text"] for item in said] == [quote["text"].rstrip(",; ") for _, quote in quotes]
for item in said:
    assert items[item["isPartOf"]["@id"]]["@type"] == "NewsArticle"
    creators = item.get("creator", [])
    for creator in creators if isinstance(creators, list) else [creators]:
        assert items[creator["@id"]]["@type"] in ("Person", "Organization")
assert len(said[1]["creator"]) == 2 and said[5]["temporalCoverage"] == "2025-W10" and "dateCreated" not in said[5]
print("schemaorg", len(items))

# Quotebank and GDELT
lines = valid(quotebank, [json.loads(line) for line in written["quotebank"].splitlines()])
assert [line["quoteID"] for line in lines] == [f"2025-03-12-{i:06}" for i in range(4)] + [f"2025-03-11-{i:06}" for i in range(2)]
assert lines[0]["date"] == "2025-03-12 06:30:00" and lines[2]["speaker"] == "None" and lines[2]["probas"] == [["None", "0.7"]]
lines = valid(gdelt, [json.loads(line) for line in written["gdelt"].splitlines()])
assert lines[0]["date"] == "2025-03-12T06:30:00Z" and lines[1]["url"] == "urn:whosaid:post%209"
assert [q["quote"] for line in lines for q in line["quotes"]] == [quote["text"] for _, quote in quotes]
print("quotebank, gdelt", len(lines))

# TEI: the text comes back whole, and every pointer points somewhere.
root = tree.fromstring(written["tei"])
name = lambda tag: "{http://www.tei-c.org/ns/1.0}" + tag
xml_id = "{http://www.w3.org/XML/1998/namespace}id"
ids = {node.get(xml_id) for node in root.iter() if node.get(xml_id)}
for node in root.iter():
    for key in ("who", "prev", "next", "ref"):
        for pointer in node.get(key, "").split():
            assert pointer[0] == "#" and pointer[1:] in ids, pointer
for body, table in zip(root.iter(name("body")), tables):
    paragraphs = ["".join(p.itertext()) for p in body.iter(name("p"))]
    assert paragraphs == table["document"]["text"].split("\n\n"), paragraphs
assert ["".join(s.itertext()) for s in root.iter(name("said"))] == [s["text"] for _, q in quotes for s in q["segments"]]
convert("tei", stdin=json.dumps(without).encode(), status=1)
if not shutil.which("xmllint"):
    print("not installed: libxml2-utils")
    sys.exit(1 if os.environ.get("CI") else 77)


def lint(xml):
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(xml.encode())
        file.flush()
        return subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", here / "tei_said.rng", file.name], capture_output=True)


done = lint(written["tei"])
assert done.returncode == 0, done.stderr.decode()
assert lint(written["tei"].replace("direct=\"true\"", "direct=\"maybe\"", 1)).returncode != 0
print("tei", len(ids))
