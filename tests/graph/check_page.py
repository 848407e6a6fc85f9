#!/usr/bin/env python3
"""The graph page in a real browser: check_page.py WHOSAID TABLES [SCREENSHOT_FOLDER]

Headless Chromium opens the page with a script added that walks through it by keyboard and mouse and notes what it finds.
Documents whose text tries to become markup or script must stay text. Skipped (77) without Chromium, unless CI is set.
"""
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

hostile = {
    "document": {"id": "evil" + ATTACK, "title": ATTACK, "url": "javascript:document.title='owned'", "published": "2025-03-14", "language": "en"},
    "speakers": [{"id": "s1", "name": "Eve " + ATTACK, "type": "person", "aliases": [ATTACK], "roles": [ATTACK], "affiliations": [ATTACK], "mentions": []}],
    "quotes": [{"id": "evil", "kind": "direct", "text": ATTACK + " \u2028 end", "segments": [], "speaker": "s1"}],
}

WALK = r"""
  seen.counts = document.getElementById("counts").textContent;
  seen.dots = all("#picture .dot").length;
  seen.bubbles = all("#picture g.speaker").length;
  const boxes = all("#picture g.speaker > text, #picture g.body > rect").map(node => node.getBoundingClientRect());
  seen.overlaps = 0;
  for (let i = 0; i < boxes.length; ++i) for (let k = i + 1; k < boxes.length; ++k) {
    const a = boxes[i], b = boxes[k];
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3) ++seen.overlaps;
  }
  const frame = document.getElementById("picture").getBoundingClientRect();
  seen.outside = boxes.filter(box => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).length;
  seen.fontSize = boxes.length ? all("#picture text")[0].getBoundingClientRect().height : 0;
  seen.reachable = all("#picture .dot[tabindex='0']").length;
  all("#picture .dot[tabindex='0']")[0].focus();
  const firstDot = document.activeElement;
  press("ArrowRight");
  seen.moved = document.activeElement !== firstDot && document.activeElement.classList.contains("dot");
  press("Enter");
  seen.quoteShown = tell().includes("said by") && document.querySelector("#details blockquote").textContent.length > 0;
  seen.dimmed = all("#picture .dim").length > 0;
  press("Escape", document.body);
  seen.cleared = all(".dim").length === 0 && tell().startsWith("Speakers");
  const before = document.getElementById("picture").getAttribute("viewBox");
  press("+", document.body);
  seen.zoomed = document.getElementById("picture").getAttribute("viewBox") !== before;
  press("0", document.body);
  seen.back = document.getElementById("picture").getAttribute("viewBox") === before;
  const search = document.getElementById("search");
  search.value = "bridge"; search.dispatchEvent(new Event("input"));
  seen.found = document.querySelector("#details h2").textContent;
  search.value = ""; search.dispatchEvent(new Event("input"));
  document.getElementById("show-bodies").click(); document.getElementById("show-bodies").click();
  document.getElementById("tab-graph").focus();
  press("ArrowRight");
  seen.timeline = !document.getElementById("view-time").hidden && document.activeElement.id === "tab-time";
  seen.timeDots = all("#times .dot:not(.span)").length;
  seen.axis = all("#times .axis text").length;
  press("ArrowRight");
  seen.pairs = all("#view-again .pair").length;
  seen.differences = all("#view-again del, #view-again ins").map(node => node.textContent);
  all("#view-again .pair .link")[0]?.click();
  seen.speakerShown = tell().length > 0;

  seen.links = [];
  for (const dot of all("#picture .dot").slice(0, 20)) {
    dot.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    seen.links.push(...all("a[href]").map(node => node.getAttribute("href")));
  }
"""


def walk(browser, source, name):
    page = os.path.join(browser.folder, name + ".html")
    subprocess.run([program, "graph", source, "-q", "-o", page], check=True)
    if shots:
        for view in ("graph", "time", "again"):
            browser.browse(page + "#" + view, f"--screenshot={shots}/{name}-{view}.png")
    seen = browser.walk(page, WALK, 2, "Who said what, when")
    print(name, json.dumps(seen, ensure_ascii=False))
    for what in ("moved", "quoteShown", "cleared", "zoomed", "back", "timeline", "speakerShown"):
        assert seen[what], (name, what)
    assert seen["reachable"] == 1 and seen["overlaps"] == 0 and seen["outside"] == 0, (name, seen)
    assert seen["links"]
    return seen


with tempfile.TemporaryDirectory() as folder:
    browser = Browser(folder, "1400,950")
    seen = walk(browser, tables, "small")
    assert seen["counts"].startswith("6 quotes · 3 speakers · 2 documents · 2 repetitions · 1 "), seen["counts"]
    assert seen["dots"] == 7 and seen["timeDots"] == 7, "a joint quote stands with both of its speakers"
    assert seen["pairs"] == 2 and seen["differences"] == ["will not", "may"], seen
    assert seen["found"] == "5 quotes found" and seen["dimmed"], seen

    source = os.path.join(folder, "hostile.jsonl")
    pathlib.Path(source).write_text(json.dumps(hostile) + "\n" + pathlib.Path(tables).read_text(encoding="utf-8"), encoding="utf-8")
    assert walk(browser, source, "hostile")["dots"] == 8

    made = subprocess.run([sys.executable, str(pathlib.Path(__file__).parent.parent / "bench" / "make_tables.py"), "300"],
                          capture_output=True, check=True).stdout
    source = os.path.join(folder, "many.jsonl")
    pathlib.Path(source).write_bytes(made)
    seen = walk(browser, source, "many")
    assert seen["dots"] == 300 and seen["timeDots"] == 300 and seen["fontSize"] >= 10, seen

    source = os.path.join(folder, "empty.jsonl")
    pathlib.Path(source).write_text("")
    page = os.path.join(folder, "empty.html")
    subprocess.run([program, "graph", source, "-o", page], check=True)
    assert "0 quotes" in browser.browse(page, "--dump-dom")
