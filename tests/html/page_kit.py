"""What the scripts share that write test pages: registering a page, small pieces of markup, what is expected of a page."""
import html
import json

PAGES = {}


def pages_of(stories):
    """A decorator for functions that lay out one of these stories; they are pages from then on."""
    def page(story, **expected):
        def register(make):
            assert make.__name__ not in PAGES, make.__name__
            PAGES[make.__name__] = (stories[story], make, expected)
            return make
        return register
    return page


def e(text):
    return html.escape(text, quote=False)


def p(text, attributes=""):
    return f"<p{' ' + attributes if attributes else ''}>{e(text)}</p>"


def ps(paragraphs, attributes=""):
    return "\n".join(p(one, attributes) for one in paragraphs)


def ld(s, **more):
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": s["title"], "datePublished": s["published"],
            "author": [{"@type": "Person", "name": s["author"]}], "publisher": {"@type": "Organization", "name": s["site"]}, **more}
    return '<script type="application/ld+json">' + json.dumps(data, ensure_ascii=False) + "</script>"


def og(s):
    return (f'<meta property="og:title" content="{html.escape(s["title"])}"><meta property="og:site_name" content="{html.escape(s["site"])}">'
            f'<meta property="article:published_time" content="{s["published"]}"><meta name="author" content="{s["author"]}">')


def doc(s, body, head="", attributes=""):
    return (f'<!DOCTYPE html>\n<html lang="{s["language"]}">\n<head>\n<meta charset="utf-8">\n<title>{e(s["title"])} | {e(s["site"])}</title>\n'
            f"{head}\n</head>\n<body{' ' + attributes if attributes else ''}>\n{body}\n</body>\n</html>\n")


def expectation(s, expected):
    out = {"title": expected.get("title", s["title"])}
    if "body_only" in expected:
        out["body"] = expected["body_only"]
    elif "extra" in expected:
        out["body"] = expected["extra"](s)
    else:
        out["body"] = s["body"][expected["body"]] if "body" in expected else s["body"]
    zones = [{"section": section, "text": text} for section, text in expected.get("zones", [])]
    if expected.get("standfirst"):
        zones.append({"section": "standfirst", "text": s["standfirst"]})
    out["zones"] = zones
    for key in ("floor", "published"):
        if key in expected:
            out[key] = expected[key]
    return out
