#!/usr/bin/env python3
"""check_markup.py WHOSAID: no text, name, title or address becomes markup in a page, or breaks an XML file.

The same tables are written twice, with harmless words and with words that try to leave their place; a parser must find no
other kinds of elements, by tag and names of attributes, in the second.
"""
import html.parser
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

program = os.path.abspath(sys.argv[1])
ATTACKS = ["</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<!--<script>", "--></style>",
           "]]>&amp;&#x3c;b>", "</textarea></title></pre><svg/onload=alert(1)>", "javascript:alert(1)//", "\u2028\u2029${alert(1)}`"]


class Tags(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.found, self.addresses = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found += [(tag, name) for name in ("", *(name for name, _ in attributes))]
        self.addresses += [value for name, value in attributes if name in ("href", "src", "action") and value]

    def handle_comment(self, data):
        self.found.append(("comment", ""))


def run(*arguments, status=(0, 1)):
    done = subprocess.run([program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    assert done.returncode in status, (arguments, done.returncode, done.stderr)
    return done.stdout.decode()


def outputs(word):
    """Everything that is a page or XML, made of a document that holds `word` wherever words may stand."""
    text = f'“It is {word} over,” said Bo {word}. “No {word},” Mayor Ann Ode told {word} on Monday. “We,” she said, “will {word} see.”\n\nAccording to Sue Roe, it is “all {word}”.'
    with open("a.jsonl", "w", encoding="utf-8") as out:
        for i in range(2):
            out.write(json.dumps({"id": f"{i}{word}", "title": word, "url": word, "publisher": word, "author": word, "published": "2024-03-05",
                                  "k" + word: word, "text": text}) + "\n")
    run("extract", "--with-text", "a.jsonl", "-o", "q.jsonl")
    # Tables may come from anywhere: names and roles, too.
    tables = [json.loads(line) for line in open("q.jsonl", encoding="utf-8")]
    for table in tables:
        for speaker in table["speakers"]:
            speaker.update(name=f"{speaker['name']} {word}", aliases=[word], roles=[word], affiliations=["Board " + word])
        for quote in table["quotes"]:
            quote.update(speaker_name=word, rule=word)
    with open("q.jsonl", "w", encoding="utf-8") as out:
        out.writelines(json.dumps(table) + "\n" for table in tables)
    with open("gold.jsonl", "w", encoding="utf-8") as out:
        out.write(json.dumps({"id": "0" + word, "title": word, "text": text, "quotes": [
            {"id": word, "kind": "direct", "quoted": [[1, 5]], "spans": [[1, 5]], "cue": [[7, 9]], "source": [[10, 12]], "speaker": word, "type": word}]}) + "\n")
    run("eval", "--predictions", "q.jsonl", "gold.jsonl", "--html", "eval.html")
    return {
        "report": run("report", "q.jsonl"),
        "graph": run("graph", "-f", "html", "q.jsonl"),
        "eval": open("eval.html", encoding="utf-8").read(),
        "gexf": run("graph", "-f", "gexf", "q.jsonl"),
        "graphml": run("graph", "-f", "graphml", "q.jsonl"),
        "tei": run("convert", "--to", "tei", "q.jsonl"),
    }


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        plain = outputs("Lind")
        assert all("Lind" in page for page in plain.values())
        for attack in ATTACKS:
            for name, page in outputs(attack).items():
                wrong = []
                if name in ("gexf", "graphml", "tei"):
                    kinds = lambda text: {(node.tag, name) for node in ElementTree.fromstring(text).iter() for name in ("", *node.keys())}
                    try:
                        new = kinds(page) - kinds(plain[name])
                    except ElementTree.ParseError as error:
                        new = {f"no XML: {error}"}
                else:
                    seen = Tags(page)
                    new = set(seen.found) - set(Tags(plain[name]).found)
                    if any(address.strip().lower().startswith("javascript:") for address in seen.addresses):
                        wrong.append("links to a script")
                if new:
                    wrong.append(f"has new elements: {new}")
                for message in wrong:
                    failed += 1
                    print(f"{name} with {attack!r} {message}")
        os.chdir("/")
    print(f"{len(ATTACKS)} attacks, {failed} failures")
    sys.exit(1 if failed else 0)


main()
