#!/usr/bin/env python3
"""Check what the compiler does not: check_floors.py SOURCE_ROOT CORE_LIBRARY [COMPILER...]

- an include never points to a floor above (the order stands in src/meson.build);
- each third-party library has one address;
- the public headers compile alone;
- no object of the core library runs code before main();
- no source file outgrows a reader;
- no path of somebody's machine stands in the project.
"""
import os
import re
import subprocess
import sys
import tempfile

ADDRESSES = [
    (r"<boost/", r"src/grammar/read_grammar\.cpp"),
    (r"<unicode/", r"src/text/unicode\.cpp"),
    (r"<nlohmann/", r"src/formats/\w+\.cpp"),
    (r"<simdjson", r"src/formats/\w+\.cpp"),
    (r"<CLI/", r"src/cli/flag_parts\.hpp"),
    (r"<gumbo\.h>", r"src/formats/page\.cpp"),
    (r"<sqlite3\.h>", r"src/formats/sqlite_database\.cpp"),
    (r"<pugixml", r"src/formats/read_feed\.cpp"),
    (r"<(zlib\.h|zstd\.h)>", r"src/formats/unpack\.cpp"),
]
# X3 parsers are namespace-scope objects by design; they are small and allocate nothing.
MAY_RUN_EARLY = ("grammar_read_grammar.cpp.o",)
LONGEST = 400
TEXT = (".cpp", ".hpp", ".py", ".md", ".build", ".txt", ".peg", ".sh", ".json", ".case", ".html")
MACHINE_PATH = re.compile(r"(?<![\w./>-])/(home|root|work|mnt|Users)/\w")


def floors_of(root):
    text = open(os.path.join(root, "src/meson.build"), encoding="utf-8").read()
    return ["model"] + re.findall(r"'(\w+)'", re.search(r"foreach floor : \[(.*?)\]", text, re.S).group(1))


def sources(root):
    for directory, folders, names in os.walk(os.path.join(root, "src")):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".cpp", ".hpp")):
                path = os.path.join(directory, name)
                yield os.path.relpath(path, root).replace(os.sep, "/"), open(path, encoding="utf-8").read()


def check_includes(root):
    floors = floors_of(root)
    top = {"": len(floors) - 1, "cli": len(floors) + 1}  # files directly in src/ join the engine's floors, beside formats

    def rank(path):
        parts = path.split("/")
        floor = parts[0] if len(parts) > 1 else ""
        return top[floor] if floor in top else floors.index(floor)

    for path, text in sources(root):
        inner = path.removeprefix("src/")
        for number, line in enumerate(text.splitlines(), 1):
            own = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if own:
                try:
                    if rank(own.group(1)) > rank(inner):
                        yield f"{path}:{number}: includes {own.group(1)}, which stands on a floor above"
                except ValueError:
                    yield f"{path}:{number}: {own.group(1)} is on no floor"
            for pattern, address in ADDRESSES:
                if re.match(r"\s*#\s*include\s+" + pattern, line) and not re.fullmatch(address, path):
                    yield f"{path}:{number}: {line.strip()} belongs in {address} only"


def check_lengths(root):
    for path, text in sources(root):
        lines = text.count("\n")
        if lines > LONGEST:
            yield f"{path}: {lines} lines, the limit is {LONGEST}"


def check_public_headers(root, compiler):
    headers = ["whosaid.hpp"] + sorted("model/" + name for name in os.listdir(os.path.join(root, "src/model")) if name.endswith(".hpp"))
    with tempfile.TemporaryDirectory() as directory:
        for header in headers:
            unit = os.path.join(directory, "alone.cpp")
            with open(unit, "w", encoding="utf-8") as out:
                out.write(f'#include "{header}"\n')
            result = subprocess.run([*compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-I",
                                     os.path.join(root, "src"), unit], capture_output=True, text=True, check=False)
            if result.returncode:
                yield f"src/{header} does not compile alone:\n{result.stderr}"


def check_initialisers(library):
    result = subprocess.run(["nm", "-A", library], capture_output=True, text=True, check=True)
    for line in result.stdout.splitlines():
        if "_GLOBAL__sub_I_" in line and not line.split(":")[1].endswith(MAY_RUN_EARLY):
            yield f"code runs before main(): {line.split(':')[1]}"


def check_paths(root):
    for directory, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "build")) and f not in ("node_modules", "__pycache__"))
        for name in sorted(names):
            path = os.path.join(directory, name)
            if not name.endswith(TEXT) or os.path.getsize(path) > 1_000_000:
                continue
            for number, line in enumerate(open(path, encoding="utf-8", errors="replace"), 1):
                if MACHINE_PATH.search(line):
                    yield f"{os.path.relpath(path, root)}:{number}: a path of one machine: {line.strip()[:80]}"


def main():
    root, library, compiler = sys.argv[1], sys.argv[2], sys.argv[3:] or ["c++"]
    problems = [*check_includes(root), *check_lengths(root), *check_public_headers(root, compiler), *check_initialisers(library),
                *check_paths(root)]
    print("\n".join(problems) or "all floors hold")
    return 1 if problems else 0


sys.exit(main())
