#!/usr/bin/env bash
# valgrind.sh WHOSAID EXAMPLE: no byte is read before it is written or after it is given back, and none is lost, on the example,
# by every command and by several threads.
set -euo pipefail
whosaid=$(realpath "$1") example=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export WHOSAID_CONFIG=

status=0
try() {
  local expected=$1 found=0
  shift
  valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect,possible "$whosaid" "$@" >out 2>log || found=$?
  if [ "$found" -ne "$expected" ]; then
    status=1
    echo "whosaid $*: status $found, not $expected"
    head -n 40 log
  fi
}

python3 - "$example" <<'PYTHON'
import json, sys
text = open(sys.argv[1], encoding="utf-8").read()
with open("a.jsonl", "w", encoding="utf-8") as out:
    for i in range(4):
        out.write(json.dumps({"id": f"a{i}", "text": text, "published": "2025-03-12"}) + "\n")
    out.write('{"id": broken\n{"text": "\\ud800 no"}\n')
open("page.html", "w", encoding="utf-8").write("<html><title>T</title><article><h1>T</h1>" + "".join(f"<p>{line}</p>" for line in text.splitlines()) + "</article>")
PYTHON

try 0 extract --format table "$example"
try 1 extract -j 3 --with-text --kinds direct,mixed,indirect a.jsonl -o q.jsonl
try 0 extract --format csv page.html
try 1 extract a.jsonl -o q.db
try 0 explain "$example"
grep -v '"error"' q.jsonl > t.jsonl && mv t.jsonl q.jsonl
try 0 graph q.jsonl --format graphml
try 0 report q.jsonl
try 0 convert q.jsonl --to tei
try 0 search light --in q.db
try 0 verify "never missed a night" --in q.db
try 0 grammar test
exit $status
