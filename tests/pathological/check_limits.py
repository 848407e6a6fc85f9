#!/usr/bin/env python3
"""check_limits.py WHOSAID CASE...: texts made to hurt, at full size and at a quarter of it.

A case fails when the program fails, when four times the text costs more than seven times the time (something is quadratic: that
would cost sixteen times), when it costs more than LIMIT seconds, or when memory passes the stated bound. The time is that of the
program itself, without the system's, whose handing out of pages a busy machine makes longer; a case that grows too fast is measured
again, and the least of three runs counts: noise only ever adds. Without CASE: all of them. With --print, the figures for
docs/reliability.md.
"""
import collections
import json
import os
import sys
import tempfile

from hard_texts import HARD_TEXTS, name

LIMIT = 60.0          # CPU seconds of a case at full size, on a slow machine
FLOOR = 0.2           # CPU seconds of work below which noise is larger than growth
GROWTH = 7.0          # times, for four times the text; a straight line is 4, and caches that end add to it
BYTES_PER_BYTE = 256  # memory: at most this many bytes per byte of the largest document …
BASE = 160 << 20      # … and this much for program, grammars and buffers


# Memory under a sanitizer is the sanitizer's, and time is several times that of the program.
SANITIZED = os.environ.get("WHOSAID_SANITIZED") == "yes"

Run = collections.namedtuple("Run", "work seconds memory status output length")


CASES = {
    # name: (full size, text of a size)
    "opening_marks": (100_000, lambda n: "\u201c" * n),
    "straight_marks": (100_000, lambda n: '" ' * n),
    "mixed_marks": (100_000, lambda n: "\u2018\u201c\u00ab'\"" * (n // 5)),
    "marks_that_never_close": (100_000, lambda n: '"We win, she said. ' * (n // 4)),
    "quotes": (100_000, lambda n: "".join(f'"We win {i}," said {name(i % 500)}. ' for i in range(n // 4))),
    "names": (100_000, lambda n: "".join(f"Anna {name(i)} met Ben {name(i + 7)}.\n" for i in range(n // 2)) + '"No," she said.'),
    "names_who_speak": (40_000, lambda n: "".join(f'"No," said Anna {name(i)}.\n\n' for i in range(n))),
    "one_surname": (40_000, lambda n: "".join(f'"No," said {name(i)} Halvik. "Yes," Halvik said.\n' for i in range(n // 2))),
    "roles": (40_000, lambda n: '"No," the mayor said. "Yes," said a spokesman for the ministry.\n' * (n // 2)),
    "pronouns": (100_000, lambda n: 'Ana Weiss and Dario Halvik came. ' + '"No," he said. "Yes," she told them.\n' * (n // 4)),
    "one_word_paragraphs": (1_000_000, lambda n: "word\n\n" * n + '"No," she said.'),
    "one_sentence": (10 << 20, lambda n: "the plan of the man " * (n // 20) + '"no" he said'),
    "one_word": (10 << 20, lambda n: "a" * n),
    "texts_of_texts": (400_000, lambda n: '"No," said ' + "a letter by " * (n // 12) + "Ana Weiss."),
    "commas": (400_000, lambda n: '"No," Ana Weiss' + ", who" * (n // 4) + " said."),
    "cues": (400_000, lambda n: "said told asked " * (n // 4) + '"No."'),
    "capitals": (400_000, lambda n: "Ana Weiss Halvik " * (n // 4) + 'said "no".'),
    "dates": (100_000, lambda n: "On Monday, March 3, 2024 " * (n // 5) + '"No," she said on Monday.'),
    "dates_said": (60_000, lambda n: "".join(f'"No," Ana Weiss said on March {i % 28 + 1}, ' for i in range(n // 6)) + "and left."),
    "said_that": (100_000, lambda n: "She said that he said that " * (n // 4)),
    "brackets": (400_000, lambda n: "([{" * (n // 3)),
    "full_stops": (1_000_000, lambda n: ". " * n),
    "numbers": (400_000, lambda n: "2024-03-05 at 12:30, " * (n // 4) + '"No," she said on Monday.'),
    "colons": (100_000, lambda n: "Ana Weiss: no.\n" * n),
    "dashes": (100_000, lambda n: "\u2014 No, said Ana.\n" * n),
    "soft_hyphens": (1_000_000, lambda n: "a\u00ad" * n),
    "combining_marks": (1_000_000, lambda n: "e" + "\u0301" * n),
    "long_line": (50 << 20, lambda n: "Nothing was said about the bridge here today. " * (n // 46)),
}
PAGES = {
    # name: (full size, page of a size)
    "page_attributes": (300_000, lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + ">No.</p>"),
    "page_attributes_500": (300_000, lambda n: ("<p " + " ".join(f"a{i}" for i in range(500)) + ">The bridge is shut.</p>\n") * (n // 500)),
    "page_end_tag": (300_000, lambda n: "<p>No.</b " + " ".join(f"a{i}" for i in range(n)) + ">"),
    "page_bodies": (100_000, lambda n: "".join(f"<body a{i}><p>No." for i in range(n))),
    "page_htmls": (100_000, lambda n: "".join(f"<html a{i}>" for i in range(n))),
    "page_nested": (300_000, lambda n: "<div>" * n),
    "page_nested_custom": (300_000, lambda n: "<x-y>" * n),
    "page_formatting": (300_000, lambda n: "".join(f"<b id={i}>" for i in range(n))),
    "page_formatting_closed": (300_000, lambda n: "<p><b><i>No</p></b></i>" * (n // 4)),
    "page_tables": (300_000, lambda n: "<table><tr><td>" * (n // 3)),
    "page_rows": (300_000, lambda n: "<table>" + "<tr><td>The bridge is shut.</td></tr>" * (n // 2) + "</table>"),
    "page_paragraphs": (300_000, lambda n: "<p>The bridge over the river is shut, and it stays shut." * (n // 4)),
    "page_breaks": (300_000, lambda n: "<div>" + "The bridge is shut.<br>" * (n // 2) + "</div>"),
    "page_links": (300_000, lambda n: "<p><a href=/x>The bridge</a> is shut.</p>" * (n // 3)),
    "page_cards": (300_000, lambda n: "<div class=c><h3><a href=/x>The bridge is shut</a></h3><p>It stays shut until the spring.</p></div>" * (n // 6)),
    "page_articles": (300_000, lambda n: "<article><h2>Bridge</h2><time>10:15</time><p>It stays shut until the spring.</p></article>" * (n // 6)),
    "page_comments": (300_000, lambda n: "<!--" * n),
    "page_entities": (1_000_000, lambda n: "<p>" + "&amp;&#8220;&nosuch;" * (n // 3)),
    "page_names": (200_000, lambda n: "<p>The bridge is shut.</p>" + "".join(f"<x{i}></x{i}>" for i in range(n // 2))),
    "page_scripts": (200_000, lambda n: '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"No."}</script>' * (n // 8)),
    "page_script_nested": (300_000, lambda n: "<script>window.x = " + '{"a":[' * n + "</script>"),
    "page_open_script": (300_000, lambda n: "<script>" * n),
    "page_metas": (300_000, lambda n: "".join(f'<meta property="og:title" content="{i}">' for i in range(n // 3))),
    "page_selects": (300_000, lambda n: "<select><option>" * (n // 2)),
    "page_quotations": (300_000, lambda n: "<blockquote>" * min(n, 1400) + "".join(f"<p>\u201cThe bridge {i} is shut and stays shut,\u201d she said to the council.</p>" for i in range(n // 6))),
}


CASES |= HARD_TEXTS


def run(program, text, page=False):
    """CPU seconds of the program itself, and with the system's for it; the most memory; how one run over one JSON line ended."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as source, tempfile.TemporaryFile() as out:
        source.write(json.dumps({"id": "p", "html" if page else "text": text}, ensure_ascii=False) + "\n")
        source.flush()
        pid = os.fork()
        if pid == 0:
            os.dup2(out.fileno(), 1)
            os.execv(program, [program, "extract", "--input", "jsonl", "--format", "jsonl", "--kinds", "direct,mixed,indirect",
                               "-j", "1", source.name])
        _, status, used = os.wait4(pid, 0)
        out.seek(0)
        return Run(used.ru_utime, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, status, out.read(), os.path.getsize(source.name))


def check(program, case):
    page = case in PAGES
    size, make = (PAGES if page else CASES)[case]
    texts = make(size // 4), make(size)
    quarter, full = (run(program, text, page) for text in texts)
    wrong = []
    for one in (quarter, full):
        refused = page and any(b'"code":"' + code in one.output for code in (b"unreadable_page", b"no_text"))
        if os.waitstatus_to_exitcode(one.status) != (1 if refused else 0):
            wrong.append(f"ended with status {one.status}")
        elif refused and len(one.output.splitlines()) == 1:
            pass
        elif len(one.output.splitlines()) != 1 or "quotes" not in json.loads(one.output):
            wrong.append("one line in, but not one table out")
        if not SANITIZED and one.memory > BASE + BYTES_PER_BYTE * one.length:
            wrong.append(f"took {one.memory >> 20} MiB for {one.length / 2**20:.1f} MiB")
    if full.seconds > LIMIT * (10 if SANITIZED else 1):
        wrong.append(f"took {full.seconds:.1f} CPU seconds")
    times = [quarter.work, full.work]
    grows = lambda: times[1] > FLOOR and times[1] > GROWTH * max(times[0], FLOOR / 4)
    for _ in range(2):
        if wrong or not grows():
            break
        times = [min(time, run(program, text, page).work) for time, text in zip(times, texts)]
    if grows():
        wrong.append(f"four times the text took {times[1] / times[0]:.1f} times as long ({times[0]:.2f} s, {times[1]:.2f} s)")
    return full, wrong


def main():
    arguments = [a for a in sys.argv[1:] if a != "--print"]
    program, cases = arguments[0], arguments[1:] or [*CASES, *PAGES]
    failed = 0
    for case in cases:
        full, wrong = check(program, case)
        if "--print" in sys.argv:
            print(f"| {case} | {full.length / 1e6:.1f} | {full.seconds:.2f} | {full.memory >> 20} |", flush=True)
        for message in wrong:
            print(f"{case}: {message}", flush=True)
        failed += bool(wrong)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
