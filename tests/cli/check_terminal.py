#!/usr/bin/env python3
"""check_terminal.py WHOSAID: nothing that comes from outside drives a terminal.

Control characters stand in every text, name, title, key, flag, path and rule; each command runs on a terminal of its own (a pty), in
every format, and must not send one of them there. Only the line of progress and, with colour, our own colours are allowed. Where the
system gives no terminals (no /dev/pts, as in a bare chroot) the test is skipped (77) and says so, unless CI is set.
"""
import glob
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import termios

program = os.path.abspath(sys.argv[1])
HOSTILE = "\x1b]0;x\x07\x1b[96m\u009b96m\x00\x7f\x08\r"
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\r(?!\n)")
PROGRESS = re.compile(rb"\r\x1b\[K[0-9]+ documents, [0-9., MBdocuments/s]*|\r\x1b\[K")
COLOUR = re.compile(rb"\x1b\[(?!96m)[0-9;]*m")  # that of the inputs is 96


def need_terminals():
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        print(f"no terminal to be had ({error}): mount /dev/pts")
        sys.exit(1 if os.environ.get("CI") else 77)


def on_a_terminal(arguments, colour=False):
    """What a terminal gets from the program, output and messages together."""
    terminal, other = pty.openpty()
    modes = termios.tcgetattr(other)
    modes[1] &= ~termios.OPOST  # line ends as they are sent
    termios.tcsetattr(other, termios.TCSANOW, modes)
    child = os.fork()
    if child == 0:
        os.login_tty(other)
        environment = {"PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8", "WHOSAID_CONFIG": ""} | ({} if colour else {"NO_COLOR": "1"})
        os.execve(program, [program, *arguments], environment)
    os.close(other)
    out = b""
    while True:
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:  # Linux ends a terminal like this
            break
        if not piece:
            break
        out += piece
    os.close(terminal)
    os.waitpid(child, 0)
    return out


def write_inputs():
    text = (f'"No{HOSTILE}," said Bo{HOSTILE} Lind{HOSTILE}. "Yes,{HOSTILE}" Mayor Ann {HOSTILE}Ode of the {HOSTILE} Council told {HOSTILE}Ed'
            f' on March 3, 2024. "It is over{HOSTILE} now," said Bo Lind.\n\nAccording to {HOSTILE}Sue Roe{HOSTILE}, it is “over”.\n')
    lines = [
        json.dumps({"id": "a" + HOSTILE, "title": "t" + HOSTILE, "url": "http://x/" + HOSTILE, "publisher": HOSTILE, "author": HOSTILE,
                    "published": "2024-03-05" + HOSTILE, "language": "en" + HOSTILE, "k" + HOSTILE: HOSTILE, "text": text}),
        "{broken " + HOSTILE,
        json.dumps({"id": "no text " + HOSTILE}),
        json.dumps({"id": "mended " + HOSTILE, "text": "x\ud800"}),
    ]
    with open("a.jsonl", "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    for name in (b"t.txt", b"bad\x1b[96m\n\x9b96m.txt"):
        with open(name, "w", encoding="utf-8") as out:
            out.write(text)
    with open("page.html", "w", encoding="utf-8") as out:
        out.write(f"<html><head><title>{HOSTILE}</title><meta property='og:site_name' content='{HOSTILE}'></head><body><article><h1>T{HOSTILE}</h1>"
                  + f"<p>{text}</p>" * 5 + "</article></body></html>")
    with open("gold.jsonl", "w", encoding="utf-8") as out:
        out.write(json.dumps({"id": "g" + HOSTILE, "text": text, "quotes": [
            {"id": HOSTILE, "kind": "direct", "quoted": [[1, 8]], "spans": [[1, 8]], "cue": [[20, 24]], "source": [[26, 30]], "speaker": "Al" + HOSTILE, "type": HOSTILE}]}) + "\n")
    os.makedirs("rules/en/lexicons")
    with open("rules/en/ru\x1b[96mles.peg", "w", encoding="utf-8") as out:
        out.write(f'grammar extra\nlanguage en\n# {HOSTILE}\nr\x1b[96m -> clause 0.5 <- "{HOSTILE}" $$\n')
    os.makedirs("kind/en")
    with open("kind/en/ki\x1b[96mnd.peg", "w", encoding="utf-8") as out:
        out.write('grammar kind\nlanguage en\n\n# A comment \x1b[96m.\nkind_words -> person 0.5\n  <- "kindly" "person"\n  |  He is a [kindly person].\n  |! He is kind.\n')
    with open("rules/en/weights.txt", "w", encoding="utf-8") as out:
        out.write(f"bad{HOSTILE} weight\n")
    with open("settings.toml", "w", encoding="utf-8") as out:
        out.write(f"[ex{HOSTILE}]\nfor{HOSTILE} = {HOSTILE}\n")
    for output, inputs in (("q.jsonl", ["--with-text", *sorted(glob.glob("*.txt")), "a.jsonl", "page.html"]), ("q.db", ["a.jsonl", "page.html"])):
        subprocess.run([program, "extract", "-o", output, *inputs], stderr=subprocess.DEVNULL, check=False)


def commands():
    inputs = ["a.jsonl", "page.html", *sorted(glob.glob("*.txt"))]
    for name in ("table", "json", "jsonl", "csv", "tsv"):
        yield ["extract", "-f", name, "--with-text", "--stats", *inputs]
    for name in inputs:
        yield ["explain", name]
    for name in ("json", "html", "gexf", "graphml", "dot", "jsonld"):
        yield ["graph", "-f", name, "q.jsonl"]
    for name in ("gold", "labelstudio", "doccano", "tei", "schemaorg", "claimreview", "webanno", "gdelt", "quotebank"):
        yield ["convert", "q.jsonl", "--to", name]
    for name in ("table", "jsonl", "csv"):
        yield ["search", "over", "--in", "q.db", "-f", name]
    yield ["search", "over", "--by", HOSTILE.replace("\x00", ""), "--in", "q.db"]
    for name in ("text", "json"):
        yield ["verify", "It is over now", "--in", "q.db", "-f", name]
    yield ["verify", "It is over\x1b[96m now", "--in", "q.jsonl"]
    yield ["report", "q.jsonl"]
    yield ["diff", "q.jsonl", "a.jsonl"]
    with open("other.jsonl", "w", encoding="utf-8") as out, open("q.jsonl", encoding="utf-8") as lines:
        for line in lines:
            out.write(line.replace("Lind", "Lund", 4))
    yield ["diff", "q.jsonl", "other.jsonl"]
    yield ["diff", "q.jsonl", "other.jsonl", "--json"]
    yield ["eval", "gold.jsonl", "--errors"]
    yield ["eval", "gold.jsonl", "--errors", "--errors-format", "jsonl"]
    yield ["eval", "gold.jsonl", "--json", "--by-document"]
    yield ["eval", "--check", "gold.jsonl"]
    yield ["eval", "--predictions", "q.jsonl", "gold.jsonl", "--by-document"]
    yield ["grammar", "list", "--grammars", "kind"]
    yield ["grammar", "check", "kind"]
    yield ["grammar", "test", "--grammars", "kind"]
    yield ["grammar", "check", "rules"]
    yield ["extract", "--grammars", "rules", "t.txt"]
    yield ["extract", "--config", "settings.toml", "t.txt"]
    escape = "\x1b[96m\n\udc9b"
    for flags in (["extract", f"no{escape}.txt"], [f"--{escape}"], ["-f", escape, "t.txt"], ["-o", f"{escape}/x", "t.txt"], ["-o", f"{escape}/x.db", "t.txt"],
                  ["--date", escape, "t.txt"], ["--language", escape, "t.txt"], ["--kinds", escape, "t.txt"], ["--config", escape, "t.txt"],
                  ["--grammars", escape, "t.txt"], ["extrcat" + escape], ["grammar", "test", escape], ["grammar", "check", escape + ".peg"],
                  ["grammar", escape], ["eval", escape], ["eval", "gold.jsonl", "--fail-under", escape + "=1"], ["convert", "--to", escape],
                  ["convert", escape, "--to", "tei"], ["graph", escape], ["report", escape], ["diff", escape, escape], ["explain", "t.txt:" + escape],
                  ["explain", escape], ["search", "x", "--in", escape + ".db"], ["search", "x", "--in", "q.db", "--since", escape],
                  ["verify", "x", "--in", escape + ".db"], ["fit", escape]):
        yield flags


def main():
    need_terminals()
    failed = empty = count = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        write_inputs()
        for arguments in commands():
            for colour in (False, True):
                out = on_a_terminal(arguments, colour)
                seen = PROGRESS.sub(b"", out)
                if colour:
                    seen = COLOUR.sub(b"", seen)
                count += 1
                empty += not out
                hits = [found.start() for found in CONTROL.finditer(seen)]
                if hits:
                    failed += 1
                    print(f"{arguments}: {len(hits)} raw control characters, as in {seen[max(0, hits[0] - 40):hits[0] + 20]!r}")
        os.chdir("/")
    if empty > 2:
        failed += 1
        print(f"{empty} commands printed nothing: the test tests nothing")
    print(f"{count} runs, {failed} failed")
    sys.exit(1 if failed else 0)


main()
