"""More texts made to hurt, for check_limits.py: {name: (full size, text of a size)}. One kind of thing again and again, in a document."""


def name(i):
    letters = "abcdefghiklmnoprstuv"
    out = ""
    for _ in range(5):
        out += letters[i % 20]
        i //= 20
    return out.capitalize() + "er"


HARD_TEXTS = {
    "many_pronouns": (100_000, lambda n: "Ana Weiss and Dario Halvik met Anna Osei. " + "He saw her, and she told him so. " * (n // 4)),
    "pronouns_of_many": (80_000, lambda n: "".join(f'Anna {name(i)} met Ben {name(i + 7)}. "No," she said. "Yes," he told her.\n' for i in range(n // 4))),
    "links_between": (60_000, lambda n: "".join(f"Anna {name(i)} came.\n\nREAD MORE: The {name(i)} dam\n\n“No,” she said.\n\n" for i in range(n // 2))),
    "cues_without_quotes": (100_000, lambda n: "Ana Weiss said so. " * n),
    "cues_of_many": (100_000, lambda n: "".join(f"Anna {name(i)} said, and he asked why.\n" for i in range(n // 2))),
    "nested_marks": (200_000, lambda n: "“A ‘b " * (n // 2) + "c’ d” " * (n // 2)),
    "marks_in_turn": (400_000, lambda n: "".join("“‘«"[i % 3] + "x" + "”’»"[(i + 1) % 3] + " " for i in range(n // 4))),
    "quotes_in_one_paragraph": (10 << 20, lambda n: '"We win," said Ana Weiss. "It is far," he said. ' * (n // 48)),
    "one_quote": (10 << 20, lambda n: '"' + "We win the day and go on. " * (n // 26) + '" said Ana Weiss.'),
    "reopened_quotes": (100_000, lambda n: '"We win.\n\n' * n + '"No," said Ana Weiss.'),
    "right_to_left": (2_000_000, lambda n: "\u202b\u0627\u0644\u0648\u0632\u064a\u0631 \u0642\u0627\u0644: \u00ab\u0644\u0627\u00bb\u202c " * (n // 20) + '"No," she said.'),
    "combining_words": (1_000_000, lambda n: '"Ne\u0301e\u0323\u0301 e\u200d\u0301," said Zoe\u0308 U\u0308nal. ' * (n // 36)),
    "dash_paragraphs": (200_000, lambda n: "— No — yes — she said —\n" * (n // 4)),
    "dashes_in_a_row": (200_000, lambda n: "—" * n + " said Ana Weiss"),
    "hyphens": (1_000_000, lambda n: "a-" * (n // 2) + ' "No," she said.'),
    "list_items": (400_000, lambda n: "".join(f"{i}. Ana Weiss, mayor\n* Dario Halvik, chairman\n- “No”\n" for i in range(n // 12))),
    "roles_in_a_row": (400_000, lambda n: '"No," said mayor, ' + "chairman and minister of the board of the ministry, " * (n // 50) + "Ana Weiss."),
    "names_in_a_row": (400_000, lambda n: '"No," said ' + "".join(f"{name(i)} {name(i + 3)}, " for i in range(n // 14)) + "and Ana Weiss."),
    "initials": (400_000, lambda n: "A. B. " * (n // 6) + 'said "no".'),
    "block_quotes": (100_000, lambda n: "He wrote:\n\n> We win.\n> We go.\n\n" * (n // 4)),
    "tags": (1_000_000, lambda n: "<p><b>No</b> <i>said" * (n // 20) + '"No," she said.'),
    "transcript": (60_000, lambda n: "".join(f"{name(i % 3).upper()}: We win, and he said so.\n" for i in range(n))),
    "empty_lines": (4_000_000, lambda n: "\n" * n + '"No," she said.'),
    "addresses": (400_000, lambda n: "https://a.example/b?c=d&e=f a.b@c.example @ana #no " * (n // 10)),
}
