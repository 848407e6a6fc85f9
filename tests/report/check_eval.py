#!/usr/bin/env python3
"""The page of `whosaid eval --html` in a real browser: check_eval.py WHOSAID GOLD [SCREENSHOT]

Filters must leave the rows that the error list has, a row and its stretch must light up together, and gold whose text tries to
become markup or script must stay text. Skipped (77) without Chromium, unless CI is set.
"""
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from browser import ATTACK, Browser  # noqa: E402

program, gold = sys.argv[1:3]
text = "“" + ATTACK + "” she said."
hostile = {"id": "evil" + ATTACK, "language": "en", "title": ATTACK, "text": text, "discard": [], "quotes": [
    {"id": "1", "kind": "direct", "quoted": [[1, 1 + len(ATTACK)]], "spans": [[1, 1 + len(ATTACK)]], "cue": [], "source": [[0, len(text)]],
     "speaker": ATTACK, "basis": "explicit"}]}

WALK = r"""
  const rows = () => all(".rows tbody tr").filter(row => !row.hidden);
  const lit = () => all(".lit").map(node => node.id || node.dataset.row);
  const box = document.getElementById("errors");
  seen.errors_only = rows().length;
  seen.told = document.getElementById("shown").textContent;
  const causes = [...document.getElementById("cause").options].map(option => option.value).filter(value => value);
  seen.by_cause = {};
  for (const cause of causes) { put("cause", cause); seen.by_cause[cause] = rows().length; }
  put("cause", "");
  box.click();
  seen.everything = rows().length;
  put("words", "zzzzzz"); seen.none = rows().length; seen.articles_left = all("article:not([hidden])").length; put("words", "");
  all("[data-row]")[0].dispatchEvent(new MouseEvent("click", { bubbles: true }));
  seen.lit_by_text = lit();
  rows()[1].dispatchEvent(new MouseEvent("click", { bubbles: true }));
  seen.lit_by_row = lit();
  seen.second = rows()[1].id;
  seen.sides = all("article:first-of-type .text").map(node => node.textContent);
  seen.wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
"""

with tempfile.TemporaryDirectory() as folder:
    browser = Browser(folder)
    source, page = os.path.join(folder, "gold.jsonl"), os.path.join(folder, "eval.html")
    with open(gold, encoding="utf-8") as lines, open(source, "w", encoding="utf-8") as out:
        out.write(json.dumps(hostile) + "\n")
        out.writelines(itertools.islice(lines, 4))
    subprocess.run([program, "eval", source, "-q", "--html", page], check=True, stdout=subprocess.DEVNULL)
    listed = subprocess.run([program, "eval", source, "-q", "--errors", "0", "--errors-format", "jsonl"], check=True, capture_output=True)
    errors = [json.loads(line) for line in listed.stdout.decode().splitlines()]
    if len(sys.argv) > 3:
        browser.browse(page, "--screenshot=" + sys.argv[3])
    seen = browser.walk(page, WALK, 1, "whosaid: gold and prediction")

    places = {(error["document"], error["start"], error["end"]) for error in errors}
    assert seen["errors_only"] == len(places) and seen["told"].startswith(f"{len(places)} shown in "), (seen["told"], len(places))
    by_cause = {}
    for error in errors:
        by_cause[error["cause"]] = by_cause.get(error["cause"], 0) + 1
    assert seen["by_cause"] == by_cause, (seen["by_cause"], by_cause)
    assert seen["everything"] > seen["errors_only"] > 0 and seen["none"] == 0 and seen["articles_left"] == 0, seen
    assert len(set(seen["lit_by_text"])) == 1 and len(seen["lit_by_text"]) > 1, seen["lit_by_text"]
    assert set(seen["lit_by_row"]) == {seen["second"]}, seen
    assert seen["sides"] == [text, text], "both sides show the whole text, and nothing but"
    assert seen["wide"] <= 0, "the page scrolls sideways"
print("evaluation walked")
