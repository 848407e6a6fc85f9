#!/usr/bin/env python3
"""Run the tutorial's commands as they stand, in order: check_tutorial.py WHOSAID ROOT

Every command must succeed; what the tutorial promises of its results is held against them.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

program, root = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
commands = re.findall(r"^```sh\n(.*?)^```$", (root / "docs/tutorial.md").read_text(encoding="utf-8"), re.S | re.M)
assert len(commands) == 5, len(commands)
with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as tools:
    shutil.copytree(root / "docs/example", folder + "/docs/example")
    os.symlink(program, tools + "/whosaid")
    said = []
    for command in commands:
        done = subprocess.run(["/bin/bash", "-euo", "pipefail", "-c", command], cwd=folder, capture_output=True, text=True,
                              env={"PATH": tools + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
        print(command, done.stdout, done.stderr, sep="\n")
        assert done.returncode == 0 and not done.stderr, command
        said.append(done.stdout)
    assert "Marta Oyelaran" in said[0]
    assert "trimmed\n" in said[3] and "left out" in said[3] and "https://harbour-post.example/skarn-light" in said[3]
    claims = json.load(open(folder + "/claims.json", encoding="utf-8"))
    first = next(claim for claim in claims if claim["claimReviewed"].startswith("Nobody asked the people"))
    assert first["author"]["name"] == "Skarn Check" and first["itemReviewed"]["author"]["name"] == "Marta Oyelaran"
    assert first["itemReviewed"]["firstAppearance"]["url"] == "https://harbour-post.example/skarn-light"
    assert "<title>Who said what, when</title>" in pathlib.Path(folder, "report.html").read_text(encoding="utf-8")
