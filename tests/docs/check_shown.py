#!/usr/bin/env python3
"""Hold shown output to what the program prints: check_shown.py [--update] WHOSAID ROOT PAGE...

A page shows output in two ways. With --update both are rewritten instead of compared.

A fenced block below a line `<!-- output: COMMAND -->` is what COMMAND prints in ROOT.

A fenced block ```console is a session: a line `$ COMMAND`, lines `> …` that go on with it, then what it prints. All sessions of a page are
one shell, in a folder of its own that holds links to the project's folders. A line `[…]` stands for lines left out: the piece behind it
begins at the first line that is like its own first line, numbers and white space aside. It is as long as it was: in lines, or, with an empty line at its
end, in paragraphs. The last piece goes to the end.
"""
import os
import re
import subprocess
import sys
import tempfile

OUTPUT = re.compile(r"(<!-- output: (.+?) -->\n```\w*\n)(.*?)(^```$)", re.S | re.M)
SESSION = re.compile(r"^```console\n(.*?)^```$", re.S | re.M)
COMMAND = re.compile(r"^\$ .*\n(?:>(?: .*)?\n)*", re.M)
LEFT_OUT = "[…]"
END = "\x1e"  # parts the output of one command from the next


def shell(script, folder, program, tools):
    link = os.path.join(tools, "whosaid")
    if not os.path.islink(link):
        os.symlink(os.path.abspath(program), link)
    environment = {"PATH": tools + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    done = subprocess.run(["/bin/bash", "-c", script], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding="utf-8", check=False)
    return done.stdout


def like(line):
    return re.sub(r"[-+]?[\d.]+", "#", re.sub(" +", " ", line))


def piece_size(piece, lines):
    """How many of the lines there are today make what `piece` shows."""
    if not piece or piece[-1]:
        return len(piece)
    ends = [i for i, line in enumerate(lines) if not line]
    return (ends[:piece.count("")] or [len(lines) - 1])[-1] + 1


def shortened(output, shown):
    """The output with the same pieces left out as in what was shown, or why that cannot be done."""
    lines, pieces, at = output.splitlines(), [[]], 0
    for line in shown.splitlines():
        if line == LEFT_OUT:
            pieces.append([])
        else:
            pieces[-1].append(line)
    out = []
    for i, piece in enumerate(pieces):
        if i > 0:
            out.append(LEFT_OUT)
            while piece and at < len(lines) and like(lines[at]) != like(piece[0]):
                at += 1
            if piece and at == len(lines):
                raise LookupError(f"no line like '{piece[0]}' in {len(lines)} lines of output")
        last = i + 1 == len(pieces)
        size = len(lines) - at if last and (piece or not i) else piece_size(piece, lines[at:])
        out += lines[at:at + size]
        at += size
    return "".join(line + "\n" for line in out)


def run_sessions(text, program, root, tools):
    """The page with every session as it runs today."""
    commands, shown = [], []
    for block in SESSION.findall(text):
        commands += COMMAND.findall(block)
        shown += COMMAND.split(block)[1:]
    if not commands:
        return text, 0
    script = "status=0\n"
    for command in commands:
        script += "(exit $status)\n" + "\n".join(line[2:] for line in command.splitlines()) + "\nstatus=$?\nprintf '\\036'\n"
    with tempfile.TemporaryDirectory() as folder:
        for name in ("corpus", "docs", "grammars"):
            os.symlink(os.path.join(os.path.abspath(root), name), os.path.join(folder, name))
        outputs = iter(list(zip(shell(script, folder, program, tools).split(END), shown)))

    def session(block):
        return "```console\n" + "".join(command + shortened(*next(outputs)) for command in COMMAND.findall(block[1])) + "```"

    return SESSION.sub(session, text), len(commands)


def main():
    arguments = sys.argv[1:]
    update = arguments[:1] == ["--update"]
    program, root, *pages = arguments[1:] if update else arguments
    status = 0
    for page in pages:
        path = os.path.join(root, page)
        text = open(path, encoding="utf-8").read()
        with tempfile.TemporaryDirectory() as tools:
            try:
                changed, commands = run_sessions(text, program, root, tools)
            except LookupError as problem:
                print(f"{page}: {problem}; mend the page by hand")
                return 1
            changed, blocks = OUTPUT.subn(lambda block: block[1] + shell(block[2], root, program, tools) + block[4], changed)
        if not commands + blocks:
            print(f"{page}: no shown output found")
            status = 1
        if changed == text:
            continue
        if update:
            open(path, "w", encoding="utf-8").write(changed)
            continue
        status = 1
        print(f"{page} shows what the program no longer prints; when that is right: ./run update")
        subprocess.run(["diff", path, "-"], input=changed.encode(), check=False)
    return status


sys.exit(main())
