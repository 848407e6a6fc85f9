#!/usr/bin/env python3
"""The report page in a real browser: check_report.py WHOSAID TABLES [SCREENSHOT_FOLDER]

Headless Chromium opens the page with a script added that walks through it by keyboard and mouse and notes what it finds.
Tables whose text tries to become markup or script must stay text. Skipped (77) without Chromium, unless CI is set.
"""
import csv
import html
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

program, tables = sys.argv[1:3]
shots = sys.argv[3] if len(sys.argv) > 3 else None
chromium = shutil.which("chromium") or shutil.which("chromium-browser")
if not chromium:
    print("not installed: chromium")
    sys.exit(1 if os.environ.get("CI") else 77)

ATTACK = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> <!-- <script> "
WORDS = ATTACK + "\u2028 words \U0001f525"
hostile = {
    "document": {"id": "evil" + ATTACK, "title": ATTACK, "url": "javascript:document.title='owned'", "published": "2025-03-14", "language": "en", "text": "\U0001f525 “" + WORDS + "” end"},
    "speakers": [{"id": "s1", "name": "Eve " + ATTACK, "type": "person", "aliases": [ATTACK], "roles": [ATTACK], "affiliations": [ATTACK], "mentions": []}],
    "quotes": [{"id": "evil", "kind": "direct", "text": WORDS, "segments": [{"start": 3, "end": 3 + len(WORDS), "text": WORDS}], "speaker": "s1", "speaker_name": "Eve " + ATTACK, "status": "asserted"}],
}
WALK = r"""
<script>
const seen = { errors: window.seenErrors };
const all = selector => [...document.querySelectorAll(selector)];
const key = key => (document.activeElement || document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const type = (id, value) => { const node = document.getElementById(id); node.value = value; node.dispatchEvent(new Event("input")); };
const rows = () => all("#rows tr").map(row => row.children[0].textContent);
const tell = () => document.getElementById("details").textContent;
setTimeout(() => {
  seen.counts = document.getElementById("counts").textContent;
  seen.marks = all("mark").map(node => node.textContent);
  seen.texts = all(".text").map(node => node.textContent);
  seen.rows = rows();
  seen.focusable = all("mark[tabindex]").length;
  all("mark")[0].dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  seen.hover = tell();
  seen.lit = all("mark.on").length;
  key("n");
  seen.second = tell();
  all("#rows button")[0].click();
  seen.clicked = tell();
  type("filter", "boats"); seen.filtered = rows(); seen.told = document.getElementById("told").textContent; type("filter", "");
  type("status", "denied"); seen.denied = rows(); type("status", "");
  type("pick", "1"); seen.second_article = rows().length; seen.shown = all("#articles section:not([hidden])").length; type("pick", "");
  all("#heads button")[3].click(); seen.by_day = all("#rows tr").map(row => row.children[3].textContent);
  all("#heads button")[3].click(); seen.sorted = all("#heads th")[3].getAttribute("aria-sort");
  seen.csv = report.csv(); seen.claims = report.claims();
  seen.links = all("a[href]").map(node => node.getAttribute("href"));
  seen.title = document.title; seen.images = document.images.length; seen.scripts = document.scripts.length;
  seen.wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  document.body.replaceChildren(Object.assign(document.createElement("pre"), { id: "seen", textContent: JSON.stringify(seen) }));
}, 200);
</script>
"""
ERRORS = """<script>window.seenErrors = []; addEventListener("error", e => window.seenErrors.push(String(e.message)));
addEventListener("securitypolicyviolation", e => window.seenErrors.push("CSP " + e.blockedURI));</script>"""


def browse(folder, page, *more):
    profile = os.path.join(folder, "profile")
    shutil.rmtree(profile, ignore_errors=True)
    os.mkdir(profile)
    return subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile, "--window-size=1300,1000",
         "--virtual-time-budget=8000", *more, "file://" + page], capture_output=True, timeout=120).stdout.decode()


def walk(folder, source, name):
    page = os.path.join(folder, name + ".html")
    subprocess.run([program, "report", source, "-q", "-o", page], check=True)
    text = pathlib.Path(page).read_text(encoding="utf-8")
    assert not re.search(r"(src|href)\s*=\s*[\"'](?!data:|#)", text.split('id="data"')[0]), "the page asks for something outside"
    if shots:
        browse(folder, page, f"--screenshot={shots}/{name}.png")
        browse(folder, page, "--force-dark-mode", "--blink-settings=preferredColorScheme=0", f"--screenshot={shots}/{name}-dark.png")
    head, tail = text.split("<script", 1)
    pathlib.Path(page).write_text(head + ERRORS + "<script" + tail.replace("</body>", WALK + "</body>"), encoding="utf-8")
    dom = browse(folder, page, "--dump-dom")
    found = re.search(r'<pre id="seen">(.*?)</pre>', dom, re.S)
    assert found, dom[-2000:]
    seen = json.loads(html.unescape(found.group(1)))
    assert seen["errors"] == [] and seen["title"] == "Who said what, when" and seen["images"] == 0 and seen["scripts"] == 4, seen
    assert seen["wide"] <= 0, "the page scrolls sideways"
    assert all(link.startswith(("https://", "http://")) for link in seen["links"]), seen["links"]
    return seen


with tempfile.TemporaryDirectory() as folder:
    known = [json.loads(line) for line in open(tables, encoding="utf-8")]
    seen = walk(folder, tables, "report")
    assert seen["counts"] == "6 quotes · 3 speakers · 2 articles", seen["counts"]
    assert seen["marks"] == [s["text"] for t in known for q in t["quotes"] for s in q["segments"]], seen["marks"]
    assert seen["texts"] == [t["document"]["text"] for t in known]
    assert seen["focusable"] == 6 and seen["lit"] == 2, "a quote of two segments is one stop, and lights up whole"
    assert "Ines Farrow" in seen["hover"] and "head" in seen["hover"] and "“on Monday”" in seen["hover"] and "after_quote" in seen["hover"]
    assert "Ola Brenn" in seen["second"] and "Tam Quist 40 %" in seen["second"], seen["second"]
    assert seen["clicked"].startswith("This quoteThe ferry will run")
    assert seen["filtered"] == ["We can’t pay for two boats,"] and seen["told"] == "1 of 6 shown"
    assert seen["denied"] == ["I resign."] and seen["second_article"] == 2 and seen["shown"] == 1
    assert seen["by_day"] == sorted(seen["by_day"]) and seen["sorted"] == "descending"
    lines = list(csv.DictReader(io.StringIO(seen["csv"])))
    assert len(lines) == 6 and {line["Speaker"] for line in lines} == {"Ines Farrow", "Ola Brenn", "The Ferry Union", ""}
    claims = json.loads(seen["claims"])
    assert len(claims) == 3 and all(claim["itemReviewed"]["author"]["name"] for claim in claims)

    source = os.path.join(folder, "hostile.jsonl")
    pathlib.Path(source).write_text(json.dumps(hostile) + "\n" + pathlib.Path(tables).read_text(encoding="utf-8"), encoding="utf-8")
    seen = walk(folder, source, "hostile")
    assert seen["marks"][0] == WORDS and seen["texts"][0] == hostile["document"]["text"]

    source = os.path.join(folder, "empty.jsonl")
    pathlib.Path(source).write_text("")
    page = os.path.join(folder, "empty.html")
    subprocess.run([program, "report", source, "-o", page], check=True)
    assert "0 quotes" in browse(folder, page, "--dump-dom")
print("report walked")
