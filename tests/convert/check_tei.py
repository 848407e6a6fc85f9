#!/usr/bin/env python3
"""The TEI export validated by jing, the other RELAX NG validator: check_tei.py WHOSAID TABLES SCHEMA

What is written must be valid, and each of several kinds of damage must not. Skipped (77) without jing, unless CI is set.
"""
import os
import shutil
import subprocess
import sys
import tempfile

program, tables, schema = sys.argv[1:4]
if not shutil.which("jing"):
    print("not installed: jing")
    sys.exit(1 if os.environ.get("CI") else 77)


def jing(xml):
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(xml.encode())
        file.flush()
        return subprocess.run(["jing", schema, file.name], capture_output=True, text=True)


written = subprocess.run([program, "convert", "--to", "tei", tables], capture_output=True, text=True, check=True).stdout
done = jing(written)
assert done.returncode == 0, done.stdout + done.stderr
DAMAGE = [('direct="true"', 'direct="maybe"'), ("<said ", "<quoted "), ("</titleStmt>", "<p/></titleStmt>"), (' who="#', ' who="'), (' xml:id="', ' id="')]
for old, new in DAMAGE:
    assert old in written, old
    damaged = written.replace(old, new, 1).replace("</said>", "</quoted>", 1 if "<quoted" in new else 0)
    assert jing(damaged).returncode != 0, new
print("tei", written.count("<said "), "said,", len(DAMAGE), "kinds of damage found")
