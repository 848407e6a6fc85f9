#!/usr/bin/env python3
"""Write the manual page from the program's own help: make_man.py WHOSAID OUTPUT

What the help of the commands says is set as roff; files and the environment are described here. So a flag is in the page as
soon as it is in the program.
"""
import re
import subprocess
import sys

program, output = sys.argv[1:3]


def ask(*words):
    return subprocess.run([program, *words], capture_output=True, text=True, check=True, env={"LC_ALL": "C.UTF-8", "WHOSAID_CONFIG": ""}).stdout


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return "\\&" + text if text[:1] in (".", "'") else text


def rows(lines):
    """(left, text) of indented rows, wrapped lines joined."""
    out = []
    for line in lines:
        if re.match(r" {20,}", line):
            out[-1][1] = (out[-1][1] + " " + line.strip()).strip()
        else:
            cells = re.split(r" {2,}", line.strip(), maxsplit=1)
            out.append([cells[0], cells[1] if len(cells) > 1 else ""])
    return out


def sections(text):
    """{heading: lines} of a help page; what stands before the first heading is under ''."""
    first, *rest = text.splitlines()
    out, heading = {"": [first]}, ""
    for line in rest:
        if line.startswith(("Exit status: 0 all well", "2 wrong use")):
            continue
        if line and not line.startswith(" ") and re.fullmatch(r"[A-Z][A-Za-z; ]+", line) and len(line) < 60:
            heading = line
            out[heading] = []
        elif line.strip():
            out[heading].append(line)
    return out


def terms(lines):
    out = []
    for left, text in rows(lines):
        out += [".TP", ".B " + roff(left), roff(text)] if text else [".TP", ".B " + roff(left), "\\&"]
    return out


COMMON = ("--grammars", "--quiet", "--stats", "--color", "--config", "--no-config", "--help", "-h")


def is_common(row):
    return any(re.search(r"(^|[ ,])" + re.escape(flag) + r"($|[ ,])", row[0]) for flag in COMMON)


def command(path):
    text = ask(*path, "--help")
    parts = sections(text)
    inner = [left for left, _ in rows(parts.get("Commands", []))]
    if inner:
        out = []
        for name in inner:
            out += command(path + [name])
        return out
    usage = next(line for line in parts[""] if line.startswith("Usage: "))
    out = [".SS " + roff(" ".join(path)), roff(parts[""][0]) + ".", ".PP", ".B " + roff(usage.removeprefix("Usage: "))]
    flags = [row for row in rows(parts.get("Options", []) + parts.get("More options", [])) if not is_common(row)]
    for left, text in rows(parts.get("Arguments", [])) + flags:
        out += [".TP", ".B " + roff(left), roff(text) or "\\&"]
    for heading, lines in parts.items():
        if heading in ("", "Arguments", "Options", "More options") or not lines:
            continue
        out += [".PP", ".I " + roff(heading), ".PP", ".nf"]
        out += [roff(line) for line in lines] + [".fi"]
    return out


def main():
    version = ask("--version").split()[1]
    top = sections(ask("--help"))
    names = [left for left, _ in rows(top["Commands"])]
    common = [row for row in rows(sections(ask("extract", "--help"))["Options"] + sections(ask("extract", "--help"))["More options"]) if is_common(row)]
    out = [f'.TH WHOSAID 1 "" "whosaid {version}" "User commands"', ".SH NAME", "whosaid \\- who said what, when: quotations and their speakers out of news",
           ".SH SYNOPSIS", ".B whosaid", ".RI [ COMMAND ] \" \" [ OPTIONS ] \" \" [ FILE ]...",
           ".SH DESCRIPTION", roff("Reads news articles (text, HTML, JSON, web archives, feeds) and writes a table of their quotations: the words, the "
           "speaker with role and affiliation, the cue, the date, and the rule that linked them. It works offline. Without a command it extracts: "
           "whosaid FILE is whosaid extract FILE."),
           ".SH OPTIONS OF ALL COMMANDS"]
    for left, text in common:
        out += [".TP", ".B " + roff(left), roff(text)]
    out.append(".SH COMMANDS")
    for name in names:
        out += command([name])
    out += [".SH FILES", ".TP", ".B \\(ti/.config/whosaid/config.toml",
            "Flags given once and for all, as", ".IR flag \" = \" value", "below a heading for their command; what stands above all headings is for every command:",
            ".PP", ".nf", ".RS", "color = \"never\"", "[extract]", "jobs = 2", "with\\-text = true", "[search]", "in = \"quotes.db\"", ".RE", ".fi", ".PP",
            "$XDG_CONFIG_HOME takes the place of \\(ti/.config when it is set. The environment stands above the file, and the command line above both.",
            ".SH ENVIRONMENT", ".TP", ".B WHOSAID_CONFIG", "Another settings file; none when it is empty.",
            ".TP", ".BR WHOSAID_ \"FLAG, \" WHOSAID_ COMMAND_FLAG", "A flag, as in WHOSAID_QUIET=true, WHOSAID_JOBS=2 or WHOSAID_EXTRACT_FORMAT=csv.",
            ".TP", ".B NO_COLOR", "No colour, unless", ".B \\-\\-color always", "is given.",
            ".TP", ".B COLUMNS", "Width of tables where no terminal tells it.",
            ".SH EXIT STATUS", ".TP", ".B 0", "All well.", ".TP", ".B 1", "Some documents failed, a threshold was missed or nothing was found.",
            ".TP", ".B 2", "Wrong use, or input that cannot be read."]
    with open(output, "w", encoding="utf-8") as page:
        page.write("\n".join(out) + "\n")


main()
