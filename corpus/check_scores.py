#!/usr/bin/env python3
"""Compares the engine's figures on this corpus with scores.txt.

    check_scores.py WHOSAID             exit 1 when a figure is not what scores.txt says, and show which
    check_scores.py WHOSAID --update    write scores.txt

Standard library only. A change that moves a figure changes scores.txt in the same commit, so that it shows in a review.
"""
import difflib
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCORES = HERE / "scores.txt"
HEAD = """# The engine on this corpus: right, claimed, wanted and the figures of each measure (docs/evaluation.md).
# Written by corpus/check_scores.py WHOSAID --update; a test compares. `held` is measured, never tuned on.
"""
BREAKDOWNS = ("kind", "basis", "form")


def row(name, metric, figures):
    value = lambda key: f"{figures[key]:.4f}" if key in figures else "-"
    return (f"{name:22} {metric:13}{figures['right']:6}{figures['claimed']:6}{figures['wanted']:6}"
            f"  {value('precision')} {value('recall')} {value('f1')} {value('accuracy')}")


def scores(whosaid):
    lines = [HEAD.rstrip()]
    for part in ("tuned", "held"):
        report = json.loads(subprocess.run([whosaid, "eval", HERE / "gold" / f"{part}.jsonl", "--json", "--quiet"],
                                           check=True, capture_output=True, text=True).stdout)
        lines += ["", f"{part + ', ' + str(report['documents']) + ' documents':36}right claim wanted  prec.  recall f1     accuracy"]
        lines += [row("all", metric, figures) for metric, figures in report["figures"].items()]
        for dimension in BREAKDOWNS:
            for part_row in sorted(report["by"][dimension], key=lambda r: r["name"]):
                if part_row["name"] == "-":
                    continue
                for metric in ("span", "source", "speaker", "indirect"):
                    if metric in part_row["figures"]:
                        lines.append(row(f"{dimension} {part_row['name']}", metric, part_row["figures"][metric]))
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    now = scores(sys.argv[1])
    if sys.argv[2:] == ["--update"]:
        SCORES.write_text(now, encoding="utf-8")
        return 0
    before = SCORES.read_text(encoding="utf-8") if SCORES.exists() else ""
    if now == before:
        print("the figures are those of corpus/scores.txt")
        return 0
    sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), now.splitlines(True), "corpus/scores.txt", "this build", n=0))
    print("\nFigures moved. If that is meant, write them down in the same commit:\n"
          "    python3 corpus/check_scores.py build/src/cli/whosaid --update\n"
          "What moved, quote by quote: whosaid eval corpus/gold --baseline FILE (docs/evaluation.md)")
    return 1


if __name__ == "__main__":
    sys.exit(main())
