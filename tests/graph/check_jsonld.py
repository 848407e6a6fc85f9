#!/usr/bin/env python3
"""JSON-LD read by the npm package jsonld: check_jsonld.py WHOSAID TABLES FOLDER

The package is installed into FOLDER once. Its document loader gives a context that maps every term to schema.org, as the one at
https://schema.org does, so nothing is fetched while testing. Every item must survive expansion with all of its properties, and the
triples must be those of the JSON graph. Skipped (77) without node and npm, or when the package cannot be had, unless CI is set.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

program, tables, folder = sys.argv[1:4]
VERSION = "9.0.0"

SCRIPT = """
const jsonld = require('jsonld');
const fs = require('fs');
const context = {'@vocab': 'https://schema.org/', url: {'@type': '@id'}, sameAs: {'@type': '@id'}};
const documentLoader = async url => {
  if (url !== 'https://schema.org') throw new Error('asks for ' + url);
  return {contextUrl: null, documentUrl: url, document: {'@context': context}};
};
(async () => {
  const input = JSON.parse(fs.readFileSync(0, 'utf8'));
  const expanded = await jsonld.expand(input, {documentLoader, safe: true});
  const quads = await jsonld.toRDF(input, {documentLoader, format: 'application/n-quads', safe: true});
  console.log(JSON.stringify({expanded, quads}));
})().catch(error => { console.error(error); process.exit(1); });
"""


def skip(reason):
    print(reason)
    sys.exit(1 if os.environ.get("CI") else 77)


if not (shutil.which("node") and shutil.which("npm")):
    skip("not installed: node and npm")
root = pathlib.Path(folder)
if not (root / "node_modules" / "jsonld").exists():
    root.mkdir(parents=True, exist_ok=True)
    (root / "package.json").write_text('{"private": true}')
    done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", "jsonld@" + VERSION], cwd=root)
    if done.returncode != 0:
        skip("cannot be had: jsonld " + VERSION)

linked = subprocess.run([program, "graph", tables, "-f", "jsonld"], capture_output=True, check=True).stdout
done = subprocess.run(["node", "-e", SCRIPT], input=linked, capture_output=True, cwd=root)
assert done.returncode == 0, done.stderr.decode()
result = json.loads(done.stdout)
items = {item["@id"]: item for item in json.loads(linked)["@graph"]}
expanded = {item["@id"]: item for item in result["expanded"]}
assert expanded.keys() == items.keys()
for name, item in items.items():
    properties = {"https://schema.org/" + key for key in item if not key.startswith("@")}
    assert properties == {key for key in expanded[name] if not key.startswith("@")}, name
    assert expanded[name]["@type"] == ["https://schema.org/" + item["@type"]]

graph = json.loads(subprocess.run([program, "graph", tables], capture_output=True, check=True).stdout)
quads = result["quads"]
urn = lambda node: "<urn:whosaid:" + node.replace("@", "%40").replace(" ", "%20").replace("/", "%2F") + ">"
for edge in graph["edges"]:
    source, target = urn(edge["source"]), urn(edge["target"])
    term = {"said": f"{target} <https://schema.org/creator> {source}", "appears_in": f"{source} <https://schema.org/isPartOf> {target}",
            "addressed_to": f"{source} <https://schema.org/mentions> {target}", "repeats": f"{source} <https://schema.org/isBasedOn> {target}",
            "same_as": f"{source} <https://schema.org/sameAs> {target}"}.get(edge["kind"])
    assert term is None or term + " ." in quads, term
print(len(quads.splitlines()), "triples read by jsonld", VERSION)
