#!/usr/bin/env python3
"""Write files into a C++ source as byte arrays: embed.py OUT ROOT FILE... [--header HEADER --namespace NAMESPACE]

The source defines NAMESPACE::embedded_files(), which HEADER declares together with EmbeddedFile {path, content}.
"""
import argparse
import os

parser = argparse.ArgumentParser()
parser.add_argument("out")
parser.add_argument("root")
parser.add_argument("files", nargs="+")
parser.add_argument("--header", default="grammar/embedded.hpp")
parser.add_argument("--namespace", default="whosaid::grammar")
opt = parser.parse_args()

rows = []
with open(opt.out, "w", encoding="ascii") as cpp:
    cpp.write(f'#include "{opt.header}"\n\nnamespace {opt.namespace} {{\nnamespace {{\n')
    for number, path in enumerate(sorted(opt.files)):
        data = open(path, "rb").read()
        # A string literal may hold 64 KB by the standard; an array of characters is not bound by that.
        body = ",".join(str(byte if byte < 128 else byte - 256) for byte in data) or "0"
        cpp.write(f"constexpr char file_{number}[] = {{{body}}};\n")
        rows.append((os.path.relpath(path, opt.root).replace(os.sep, "/"), number, len(data)))
    cpp.write("}  // namespace\n\nstd::vector<EmbeddedFile> embedded_files() {\n  return {\n")
    for name, number, size in rows:
        cpp.write(f'    {{"{name}", {{file_{number}, {size}}}}},\n')
    cpp.write(f"  }};\n}}\n\n}}  // namespace {opt.namespace}\n")
