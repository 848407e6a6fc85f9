"""A page of the program in headless Chromium, for the tests that walk through one.

A walk is JavaScript that looks and clicks, and notes what it finds in an object `seen`. Errors and everything that the page's
security policy had to stop are noted, too. Skipped (77) without Chromium, unless CI is set.
"""
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

# Words that try to become markup or script; a page must show them as words.
ATTACK = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> <!-- <script> "

HELPERS = """
const seen = { errors: window.seenErrors };
const all = selector => [...document.querySelectorAll(selector)];
const press = (key, target) =>
  (target || document.activeElement || document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const put = (id, value) => {
  const node = document.getElementById(id);
  node.value = value;
  for (const kind of ["input", "change"]) node.dispatchEvent(new Event(kind, { bubbles: true }));
};
const tell = () => document.getElementById("details").textContent;
"""
NOTES = """
seen.title = document.title;
seen.images = document.images.length;
seen.scripts = document.scripts.length;
seen.links = [...(seen.links || []), ...all("a[href]").map(node => node.getAttribute("href"))];
document.body.replaceChildren(Object.assign(document.createElement("pre"), { id: "seen", textContent: JSON.stringify(seen) }));
"""
ERRORS = """<script>window.seenErrors = []; addEventListener("error", e => window.seenErrors.push(String(e.message)));
addEventListener("securitypolicyviolation", e => window.seenErrors.push("CSP " + e.blockedURI));</script>"""


def find_chromium():
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        print("not installed: chromium")
        sys.exit(1 if os.environ.get("CI") else 77)
    return found


class Browser:
    def __init__(self, folder, window="1300,1000"):
        self.chromium, self.folder, self.window = find_chromium(), folder, window

    def browse(self, page, *more):
        """What Chromium prints of a page; with `--dump-dom`, what has become of it."""
        profile = os.path.join(self.folder, "profile")
        shutil.rmtree(profile, ignore_errors=True)
        os.mkdir(profile)
        return subprocess.run(
            [self.chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile, "--window-size=" + self.window,
             "--virtual-time-budget=10000", *more, "file://" + page], capture_output=True, timeout=120, check=False).stdout.decode()

    def walk(self, page, script, own_scripts, title):
        """What the walk has seen. The page must stand alone, stay without errors and keep title and scripts whatever words are in it."""
        text = pathlib.Path(page).read_text(encoding="utf-8")
        outside = re.search(r"(src|href)\s*=\s*[\"'](?!data:|#)", text.split('id="data"')[0])
        assert not outside, "the page asks for something outside"
        walk = "<script>" + HELPERS + "setTimeout(() => {" + script + NOTES + "}, 300);</script>"
        head, tail = text.split("<script", 1)
        walked = os.path.join(self.folder, "walked.html")
        pathlib.Path(walked).write_text(head + ERRORS + "<script" + tail.replace("</body>", walk + "</body>"), encoding="utf-8")
        dom = self.browse(walked, "--dump-dom")
        found = re.search(r'<pre id="seen">(.*?)</pre>', dom, re.S)
        assert found, dom[-2000:]
        seen = json.loads(html.unescape(found.group(1)))
        assert seen["errors"] == [] and seen["title"] == title and seen["images"] == 0 and seen["scripts"] == own_scripts + 2, seen
        assert all(link.startswith(("https://", "http://", "data:")) for link in seen["links"]), seen["links"]
        return seen
