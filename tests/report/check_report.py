#!/usr/bin/env python3
"""The report page in a real browser: check_report.py WHOSAID TABLES [SCREENSHOT_FOLDER]

Headless Chromium opens the page with a script added that walks through it by keyboard and mouse and notes what it finds.
Tables whose text tries to become markup or script must stay text. Skipped (77) without Chromium, unless CI is set.
"""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from browser import ATTACK, Browser  # noqa: E402

program, tables = sys.argv[1:3]
shots = sys.argv[3] if len(sys.argv) > 3 else None

WORDS = ATTACK + "\u2028 words \U0001f525"
hostile = {
    "document": {"id": "evil" + ATTACK, "title": ATTACK, "url": "javascript:document.title='owned'", "published": "2025-03-14", "language": "en", "text": "\U0001f525 “" + WORDS + "” end"},
    "speakers": [{"id": "s1", "name": "Eve " + ATTACK, "type": "person", "aliases": [ATTACK], "roles": [ATTACK], "affiliations": [ATTACK], "mentions": []}],
    "quotes": [{"id": "evil", "kind": "direct", "text": WORDS, "segments": [{"start": 3, "end": 3 + len(WORDS), "text": WORDS}], "speaker": "s1", "speaker_name": "Eve " + ATTACK, "status": "asserted"}],
}
WALK = r"""
  const rows = () => all("#rows tr").map(row => row.children[0].textContent);
  seen.counts = document.getElementById("counts").textContent;
  seen.marks = all("mark").map(node => node.textContent);
  seen.texts = all(".text").map(node => node.textContent);
  seen.rows = rows();
  seen.focusable = all("mark[tabindex]").length;
  all("mark")[0].dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  seen.hover = tell();
  seen.lit = all("mark.on").length;
  press("n");
  seen.second = tell();
  all("#rows button")[0].click();
  seen.clicked = tell();
  put("filter", "boats"); seen.filtered = rows(); seen.told = document.getElementById("told").textContent; put("filter", "");
  put("status", "denied"); seen.denied = rows(); put("status", "");
  put("who", "Ines Farrow"); seen.of_one = rows().length; seen.dim = all("mark.dim").length; document.getElementById("clear").click();
  put("sure", "none"); seen.of_nobody = rows().length; document.getElementById("clear").click(); seen.cleared = rows().length;
  put("pick", "1"); seen.second_article = rows().length; seen.shown = all("#articles section:not([hidden])").length; put("pick", "");
  all("#heads button")[3].click(); seen.by_day = all("#rows tr").map(row => row.children[3].textContent);
  all("#heads button")[3].click(); seen.sorted = all("#heads th")[3].getAttribute("aria-sort");
  seen.csv = report.csv(); seen.claims = report.claims();
  seen.wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
"""


def page_of(source, name):
    page = os.path.join(folder, name + ".html")
    subprocess.run([program, "report", source, "-q", "-o", page], check=True)
    return page


def walk(browser, source, name):
    page = page_of(source, name)
    if shots:
        browser.browse(page, f"--screenshot={shots}/{name}.png")
        browser.browse(page, "--force-dark-mode", "--blink-settings=preferredColorScheme=0", f"--screenshot={shots}/{name}-dark.png")
    seen = browser.walk(page, WALK, 2, "Who said what, when")
    assert seen["wide"] <= 0, "the page scrolls sideways"
    return seen


with tempfile.TemporaryDirectory() as folder:
    browser = Browser(folder)
    known = [json.loads(line) for line in open(tables, encoding="utf-8")]
    seen = walk(browser, tables, "report")
    assert seen["counts"] == "6 quotes · 3 speakers · 2 articles", seen["counts"]
    assert seen["marks"] == [s["text"] for t in known for q in t["quotes"] for s in q["segments"]], seen["marks"]
    assert seen["texts"] == [t["document"]["text"] for t in known]
    assert seen["focusable"] == 6 and seen["lit"] == 2, "a quote of two segments is one stop, and lights up whole"
    assert "Ines Farrow" in seen["hover"] and "head" in seen["hover"] and "“on Monday”" in seen["hover"] and "after_quote" in seen["hover"]
    assert "Ola Brenn" in seen["second"] and "Tam Quist 40 %" in seen["second"], seen["second"]
    assert seen["clicked"].startswith("This quoteThe ferry will run")
    assert seen["filtered"] == ["We can’t pay for two boats,"] and seen["told"] == "1 of 6 shown"
    assert seen["denied"] == ["I resign."] and seen["second_article"] == 2 and seen["shown"] == 1
    of_one = [q for t in known for q in t["quotes"] if q.get("speaker_name") == "Ines Farrow"]
    of_nobody = [q for t in known for q in t["quotes"] if not q.get("speaker_name")]
    assert seen["of_one"] == len(of_one) and seen["of_nobody"] == len(of_nobody) and seen["cleared"] == 6
    assert seen["dim"] == sum(len(q["segments"]) for t in known for q in t["quotes"]) - sum(len(q["segments"]) for q in of_one)
    assert seen["by_day"] == sorted(seen["by_day"]) and seen["sorted"] == "descending"
    lines = list(csv.DictReader(io.StringIO(seen["csv"])))
    assert len(lines) == 6 and {line["Speaker"] for line in lines} == {"Ines Farrow", "Ola Brenn", "The Ferry Union", ""}
    claims = json.loads(seen["claims"])
    assert len(claims) == 3 and all(claim["itemReviewed"]["author"]["name"] for claim in claims)

    source = os.path.join(folder, "hostile.jsonl")
    pathlib.Path(source).write_text(json.dumps(hostile) + "\n" + pathlib.Path(tables).read_text(encoding="utf-8"), encoding="utf-8")
    seen = walk(browser, source, "hostile")
    assert seen["marks"][0] == WORDS and seen["texts"][0] == hostile["document"]["text"]

    # What a spreadsheet would run gets an apostrophe, as in the CSV of `extract`.
    signs = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
    source = os.path.join(folder, "formulas.jsonl")
    formulas = [{"document": {"id": f"f{i}", "url": sign + "url", "language": "en"}, "speakers": [],
                 "quotes": [{"id": f"q{i}", "kind": "direct", "text": sign + 'cmd, "1"', "segments": [], "speaker": None}]} for i, sign in enumerate(signs)]
    pathlib.Path(source).write_text("\n".join(map(json.dumps, formulas)) + "\n", encoding="utf-8")
    seen = browser.walk(page_of(source, "formulas"), "seen.csv = report.csv();", 2, "Who said what, when")
    cells = [cell for row in csv.reader(io.StringIO(seen["csv"], newline="")) for cell in row]
    assert not [cell for cell in cells if cell and cell[0] in signs], cells
    assert [cell for cell in cells if cell.startswith("'")] == [f"'{sign}{rest}" for sign in signs for rest in ('cmd, "1"', "url")], cells

    source = os.path.join(folder, "empty.jsonl")
    pathlib.Path(source).write_text("")
    page = os.path.join(folder, "empty.html")
    subprocess.run([program, "report", source, "-o", page], check=True)
    assert "0 quotes" in browser.browse(page, "--dump-dom")
print("report walked")
