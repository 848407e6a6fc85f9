#!/usr/bin/env python3
"""Write the grammar files into a C++ source as byte arrays of plain text: embed.py OUT ROOT FILE..."""
import os
import sys

out, root, files = sys.argv[1], sys.argv[2], sys.argv[3:]
rows = []
with open(out, "w", encoding="ascii") as cpp:
    cpp.write('#include "grammar/embedded.hpp"\n\nnamespace whosaid::grammar {\nnamespace {\n')
    for number, path in enumerate(sorted(files)):
        data = open(path, "rb").read()
        # A string literal may hold 64 KB by the standard; an array of characters is not bound by that.
        body = ",".join(str(byte if byte < 128 else byte - 256) for byte in data) or "0"
        cpp.write(f"constexpr char file_{number}[] = {{{body}}};\n")
        rows.append((os.path.relpath(path, root).replace(os.sep, "/"), number, len(data)))
    cpp.write("}  // namespace\n\nstd::vector<EmbeddedFile> embedded_files() {\n  return {\n")
    for name, number, size in rows:
        cpp.write(f'    {{"{name}", {{file_{number}, {size}}}}},\n')
    cpp.write("  };\n}\n\n}  // namespace whosaid::grammar\n")
