#!/usr/bin/python3
"""Every graph format, read by a program that is not ours: check_formats.py WHOSAID TABLES EXPECTED_JSON

networkx reads GraphML and GEXF, Graphviz reads DOT, Python's json and csv read the rest. The nodes and edges that each of
them sees must be those of the JSON, whose bytes are those of EXPECTED_JSON. Without networkx or Graphviz the test is
skipped (77), unless CI is set.
"""
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

program, tables, expected = sys.argv[1:4]


def run(*arguments):
    done = subprocess.run([program, "graph", *arguments], capture_output=True)
    assert done.returncode == 0, (arguments, done.returncode, done.stderr.decode())
    return done.stdout


def needs(found, name):
    if not found:
        print("not installed: " + name)
        sys.exit(1 if os.environ.get("CI") else 77)


written = run(tables, "--format", "json")
assert written == run(tables, "--format", "json"), "two runs differ"
with open(tables, "rb") as file:
    assert written == subprocess.run([program, "graph"], stdin=file, capture_output=True).stdout, "standard input differs"
assert written == pathlib.Path(expected).read_bytes(), "not the bytes of " + expected
graph = json.loads(written)
assert graph["schema"] == "whosaid.graph/1"

nodes = {node["id"]: node["kind"] for node in graph["nodes"]}
assert len(nodes) == len(graph["nodes"]), "two nodes have one id"
edges = Counter((edge["source"], edge["target"], edge["kind"]) for edge in graph["edges"])
ends = {"said": ("speaker", "quote"), "said_on": ("quote", "date"), "appears_in": ("quote", "document"),
        "published_on": ("document", "date"), "member_of": ("speaker", "organisation"), "addressed_to": ("quote", "speaker"),
        "repeats": ("quote", "quote"), "same_as": ("speaker", "organisation")}
for source, target, kind in edges:
    assert (nodes[source], nodes[target]) == ends[kind], (source, target, kind)
assert {kind for _, _, kind in edges} == set(ends), "the tables do not exercise every kind of edge"
assert set(nodes.values()) == {"document", "quote", "speaker", "organisation", "date"}
print("json", len(nodes), "nodes", sum(edges.values()), "edges")

try:
    import networkx
except ImportError:
    networkx = None
needs(networkx, "python3-networkx")
needs(shutil.which("dot"), "graphviz")


def seen_by_networkx(read, name):
    found = read
    assert {i: data["kind"] for i, data in found.nodes(data=True)} == nodes, name
    assert Counter((a, b, data["kind"]) for a, b, data in found.edges(data=True)) == edges, name
    labels = {node["id"]: node["label"] for node in graph["nodes"]}
    assert all(data["label"] == labels[i].replace("\x01", "\ufffd") for i, data in found.nodes(data=True)), name
    print(name, "read by networkx", networkx.__version__)


with tempfile.TemporaryDirectory() as folder:
    at = lambda name: os.path.join(folder, name)
    for name in ("graphml", "gexf"):
        run(tables, "-o", at("g." + name))
        assert pathlib.Path(at("g." + name)).read_bytes() == run(tables, "-f", name), name
    seen_by_networkx(networkx.read_graphml(at("g.graphml"), force_multigraph=True), "graphml")
    gexf = networkx.read_gexf(at("g.gexf"))
    seen_by_networkx(gexf, "gexf")
    assert gexf.nodes["quote:p1a"]["start"] == "2025-03-11"
    assert (gexf.nodes["quote:p1b"]["start"], gexf.nodes["quote:p1b"]["end"]) == ("2025-03-03", "2025-03-09")
    assert gexf.nodes["quote:e1"]["start"] == "2025-03-13", "no date of utterance: the day of publication"

    run(tables, "-o", at("g.dot"))
    drawn = json.loads(subprocess.run(["dot", "-Tjson", at("g.dot")], capture_output=True, check=True).stdout)
    objects = drawn["objects"]
    assert {o["name"]: o["kind"] for o in objects} == nodes, "dot"
    names = {o["_gvid"]: o["name"] for o in objects}
    assert Counter((names[e["tail"]], names[e["head"]], e["kind"]) for e in drawn["edges"]) == edges, "dot"
    print("dot read by Graphviz")

    run(tables, "-f", "neo4j", "-o", at("import"))
    ids, links = {}, Counter()
    for path in sorted(pathlib.Path(at("import")).iterdir()):
        with open(path, newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file, strict=True))
        header = rows[0]
        for row in rows[1:]:
            assert len(row) == len(header), (path, row)
            field = dict(zip(header, row))
            if "id:ID" in field:
                ids[field["id:ID"]] = field[":LABEL"].lower()
            else:
                links[field[":START_ID"], field[":END_ID"], field[":TYPE"].lower()] += 1
    assert ids == nodes and links == edges, "neo4j"
    texts = {row["id:ID"]: row["text"] for row in csv.DictReader(open(at("import/quotes.csv"), newline="", encoding="utf-8"))}
    assert texts["quote:p1c"] == "a\x01control\nline\tand ; semicolon"
    print("neo4j read by csv")

linked = json.loads(run(tables, "-f", "jsonld"))
assert linked["@context"] == "https://schema.org"
by_id = {item["@id"]: item for item in linked["@graph"]}
assert len(by_id) == len(linked["@graph"]), "two items have one @id"


def references(value):
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


for item in linked["@graph"]:
    for part in item.values():
        for reference in references(part):
            assert reference in by_id, reference
kinds = Counter(item["@type"] for item in linked["@graph"])
assert kinds["NewsArticle"] == 3 and kinds["Quotation"] == 6, kinds
assert by_id["urn:whosaid:document:gazette%203%2Fx"]["inLanguage"] == "de"
first = by_id["urn:whosaid:quote:p1a"]
assert first["dateCreated"] == "2025-03-11" and first["creator"] == first["spokenByCharacter"]
assert by_id[first["creator"]["@id"]]["jobTitle"] == "mayor"
assert by_id[first["isPartOf"]["@id"]]["publisher"]["name"] == "Harbour Post"
assert by_id["urn:whosaid:quote:p1b"]["temporalCoverage"] == "2025-03-03/2025-03-09"
assert by_id["urn:whosaid:speaker:tom-reed"]["memberOf"]["roleName"] == "director"
print("jsonld read by json")

# Wrong use.
for arguments, status in (([tables, "-f", "neo4j"], 2), ([tables, "-f", "no-such"], 2), (["/no/such/file"], 2)):
    done = subprocess.run([program, "graph", *arguments], capture_output=True)
    assert done.returncode == status and done.stderr and not done.stdout, (arguments, done.returncode)
broken = subprocess.run([program, "graph"], input=b'{"document":{"id":"x"},"quotes":[]}\nnot json\n', capture_output=True)
assert broken.returncode == 1 and b"2" in broken.stderr and json.loads(broken.stdout)["nodes"][0]["id"] == "document:x"
