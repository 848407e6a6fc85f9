#!/usr/bin/env python3
"""Hold shown output to what the program prints: check_readme.py [--update] WHOSAID ROOT PAGE...

A page (README.md) shows output in a fenced block below a line `<!-- output: COMMAND -->`. The command runs in ROOT with `whosaid`
as the program under test, 100 columns wide. With --update the blocks are rewritten instead.
"""
import os
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"(<!-- output: (.+?) -->\n```\w*\n)(.*?)(^```$)", re.S | re.M)


def main():
    arguments = sys.argv[1:]
    update = arguments[:1] == ["--update"]
    program, root, *pages = arguments[1:] if update else arguments
    differing = shown = 0
    with tempfile.TemporaryDirectory() as tools:
        os.symlink(os.path.abspath(program), os.path.join(tools, "whosaid"))
        environment = {"PATH": tools + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
        for page in pages:
            path = os.path.join(root, page)
            text = open(path, encoding="utf-8").read()

            def run(block):
                nonlocal differing, shown
                result = subprocess.run(["/bin/bash", "-c", block[2]], cwd=root, env=environment, capture_output=True, text=True, check=False)
                output = result.stdout + result.stderr
                shown += 1
                if output != block[3]:
                    differing += 1
                    print(f"{page}: '{block[2]}' now prints\n{output}")
                return block[1] + output + block[4]

            changed = BLOCK.sub(run, text)
            if update and changed != text:
                open(path, "w", encoding="utf-8").write(changed)
    if differing and not update:
        print("when that is right: ./run update")
    if not shown:
        print("no shown output found")
    return 1 if not shown or (differing and not update) else 0


sys.exit(main())
