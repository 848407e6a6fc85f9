#!/usr/bin/env python3
"""Run one command-line case: run_case.py WHOSAID CASE_FILE

A case is a text file: a comment, a command after `$ `, and sections that begin with `--- `:

    # What this shows.
    $ whosaid --input text - | pick document.id
    --- file NAME           a file to make before the command runs (also NAME/INNER)
    --- stdin               what the command reads
    --- stdout              what it must print, exactly
    --- stderr              likewise; without this section standard error must be empty
    --- exit 1              exit status; without it 0
    --- timeout 10          seconds; without it 30

In `stdin escaped`, `file NAME escaped` and `stdout escaped`, \\xNN, \\n, \\r, \\t and \\\\ stand for bytes. In expected output
`[...]` matches any text within its line, and a line of `[...]` alone any number of lines. The command runs in bash with pipefail
in an empty directory; `whosaid` is the program under test, `pick` prints fields of JSON Lines, and `as_user COMMAND` runs it
without the superuser's right to open everything.
"""
import os
import re
import subprocess
import sys
import tempfile


AS_USER = """#!/bin/sh
[ "$(id -u)" = 0 ] || exec "$@"
exec setpriv --bounding-set=-dac_override,-dac_read_search "$@"
"""


def unescape(text):
    table = {"n": b"\n", "r": b"\r", "t": b"\t", "\\": b"\\"}
    def one(match):
        token = match.group(1)
        return bytes([int(token[1:], 16)]) if token[:1] == b"x" else table[token.decode()]
    return re.sub(rb"\\(x[0-9a-fA-F]{2}|[nrt\\])", one, text)


def parse(path):
    case = {"command": None, "files": [], "stdin": b"", "stdout": b"", "stderr": b"", "exit": 0, "timeout": 30}
    section, body = None, []

    def close():
        if section is None:
            return
        words = section.split()
        escaped = words[-1] == "escaped"
        data = b"".join(body)
        if escaped:
            data = unescape(data[:-1] if data.endswith(b"\n") else data)
        if words[0] == "file":
            case["files"].append((words[1], data))
        elif words[0] in ("stdin", "stdout", "stderr"):
            case[words[0]] = data
        elif words[0] in ("exit", "timeout"):
            case[words[0]] = int(words[1])
        else:
            sys.exit(f"{path}: no section '{words[0]}'")

    for line in open(path, "rb"):
        if line.startswith(b"--- "):
            close()
            section, body = line[4:].decode().strip(), []
        elif section is not None:
            body.append(line)
        elif line.startswith(b"$ "):
            case["command"] = (case["command"] + "\n" if case["command"] else "") + line[2:].decode().rstrip("\n")
        elif line.strip() and not line.startswith(b"#"):
            sys.exit(f"{path}: neither comment, command nor section: {line!r}")
    close()
    if not case["command"]:
        sys.exit(f"{path}: no command")
    return case


def matches(expected, actual):
    if b"[...]" not in expected:
        return expected == actual
    pattern = b""
    for line in expected.splitlines(keepends=True):
        if line.strip() == b"[...]":
            pattern += rb"(?:[^\n]*\n)*"
        else:
            pattern += rb"[^\n]*?".join(re.escape(part) for part in line.split(b"[...]"))
    return re.fullmatch(pattern, actual) is not None


def main():
    program, path = os.path.abspath(sys.argv[1]), sys.argv[2]
    here = os.path.dirname(os.path.abspath(__file__))
    case = parse(path)
    if os.environ.get("WHOSAID_SANITIZED") == "yes":  # a sanitizer makes a program several times slower
        case["timeout"] *= 10
    with tempfile.TemporaryDirectory(prefix="whosaid_case_") as directory, tempfile.TemporaryDirectory() as tools:
        os.symlink(program, os.path.join(tools, "whosaid"))
        os.symlink(os.path.join(here, "pick.py"), os.path.join(tools, "pick"))
        with open(os.path.join(tools, "as_user"), "w", opener=lambda name, flags: os.open(name, flags, 0o755)) as out:
            out.write(AS_USER)
        for name, data in case["files"]:
            target = os.path.join(directory, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as out:
                out.write(data)
        environment = {"PATH": tools + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": directory}
        try:
            result = subprocess.run(["/bin/bash", "-o", "pipefail", "-c", case["command"]], cwd=directory, input=case["stdin"],
                                    capture_output=True, env=environment, timeout=case["timeout"], check=False)
        except subprocess.TimeoutExpired:
            print(f"{path}: not done after {case['timeout']} s")
            return 1
    failed = False
    for name, actual in (("stdout", result.stdout), ("stderr", result.stderr)):
        if not matches(case[name], actual):
            failed = True
            print(f"--- expected {name}\n{case[name].decode(errors='backslashreplace')}")
            print(f"--- actual {name}\n{actual[:4000].decode(errors='backslashreplace')}")
    if result.returncode != case["exit"]:
        failed = True
        print(f"--- exit status {result.returncode}, not {case['exit']}")
    if failed:
        print(f"{path}: failed")
    return failed


sys.exit(main())
