#!/usr/bin/env python3
"""JSON-LD exports validated by packages of npm: check_npm.py WHOSAID TABLES VALIDATOR FOLDER

The packages are installed into FOLDER once. Skipped (77) without node and npm, or when they cannot be had, unless CI is set.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

program, tables, validator, folder = sys.argv[1:5]
PACKAGES = {"ajv": "8.20.0", "jsonld": "9.0.0", "schema-dts": "1.1.5", "typescript": "5.9.3"}


def skip(reason):
    print(reason)
    sys.exit(1 if os.environ.get("CI") else 77)


if not (shutil.which("node") and shutil.which("npm")):
    skip("not installed: node and npm")
root = pathlib.Path(folder)
wanted = json.dumps({"private": True, "dependencies": PACKAGES})
stamp = root / "installed.json"  # written last, so that a broken installation is not taken for one
if not stamp.exists() or stamp.read_text() != wanted:
    root.mkdir(parents=True, exist_ok=True)
    (root / "package.json").write_text(wanted)
    done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", "--silent"], cwd=root)
    if done.returncode != 0:
        skip("cannot be had: " + " ".join(PACKAGES))
    stamp.write_text(wanted)

written = {}
for name in ("claimreview", "schemaorg", "webanno"):
    done = subprocess.run([program, "convert", "--to", name, tables], capture_output=True, check=True)
    written[name] = json.loads(done.stdout)
done = subprocess.run(["node", validator, folder], input=json.dumps(written).encode(), capture_output=True)
print(done.stdout.decode(), done.stderr.decode(), sep="")
sys.exit(done.returncode)
