"""Pages of the kinds that go wrong: two texts on one page, text in unusual elements, names that mislead, much of everything."""
import json

from page_kit import doc, e, ld, og, p, pages_of, ps
from stories import STORIES as SHORT
from wild_pages import QUOTED, SECTIONS, headlines, links, teasers
from wild_stories import STORIES, TEASERS

page = pages_of({**SHORT, **STORIES})


@page("trial")
def rough_misleading_names(s):
    """Class names of the body that mean something else elsewhere."""
    return doc(s, f'<div class="nav-container">{links(SECTIONS)}</div><div class="sidebar-right-layout share-enabled"><div class="widget-content ad-free related-enabled"><h1>{e(s["title"])}</h1><div class="comments-on newsletter-visible social-body">{ps(s["body"])}</div></div><div class="col-3">{teasers("<div class=box><a href={url}><b>{title}</b></a><p>{text}</p></div>", 7)}</div></div>', og(s), 'class="has-sidebar modal-open cookie-accepted"')


@page("match")
def rough_h1_is_logo(s):
    return doc(s, f'<header><h1 class="logo"><a href="/">Touchline</a></h1><p class="claim">Football from the cheap seats, since 1999 and until they throw us out.</p>{links(SECTIONS)}</header><div id="c"><h2>{e(s["title"])}</h2>{ps(s["body"])}</div>', "")


@page("budget")
def rough_twins(s):
    """A second article of the same size below, without a heading of the first rank."""
    other = STORIES["match"]
    return doc(s, f'<div class="hd">{links(SECTIONS)}</div><div class="story" data-id="1"><h1>{e(s["title"])}</h1><div class="bd">{ps(s["body"])}</div></div><div class="story" data-id="2"><h1>{e(other["title"])}</h1><div class="bd">{ps(other["body"])}</div></div>', og(s))


@page("village")
def rough_sections(s):
    b = s["body"]
    cut = [b[:2], b[2:5], b[5:8], b[8:]]
    return doc(s, f'<nav>{links(SECTIONS)}</nav><main><header><h1>{e(s["title"])}</h1></header>' + "".join(f'<section id="s{i}"><div class="w"><div class="t">{ps(x)}</div></div></section><section class="im"><figure><img src="{i}.jpg"><figcaption>Haverby in February, picture number {i + 1} of four.</figcaption></figure></section>' for i, x in enumerate(cut)) +
               f'<section class="cr"><p>Words: Marit Obel<br>Pictures: Jens Fal<br>Editing: Ulla Brekke</p></section><section><h2>More long reads</h2>{teasers("<div><a href={url}><h3>{title}</h3></a><p>{text}</p></div>", 4)}</section></main>', og(s))


@page("flood", zones=QUOTED)
def rough_mobile(s):
    return doc(s, f'<div data-role="page"><div data-role="header">Orrel Dispatch</div><div data-role="content"><h1>{e(s["title"])}</h1><small>03.10.2025 09:45</small><div class="ui-body">{"".join(f"<div class=ui-p>{e(t)}</div>" for t in s["body"])}</div><ul data-role="listview">{headlines()}</ul></div></div>', og(s))


@page("trial")
def rough_spans(s):
    return doc(s, f'<div>{links(SECTIONS, "<span>{} </span>")}</div><div><span class="tt">{e(s["title"])}</span><br><br>' + "".join(f'<span class="tx">{e(t)}</span><br/><br/>' for t in s["body"]) + f'</div><div>{headlines("<span>{}</span><br>")}</div>', "")


@page("match")
def rough_results(s):
    """A table of results and a box of line-ups stand between the paragraphs, the box without sentences."""
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("Dunmere United", "2"), ("Castleford Town", "1")))
    return doc(s, f'<div class="x-h">{links(SECTIONS)}</div><div class="x-a"><h1>{e(s["title"])}</h1><div class="x-score"><table>{rows}</table></div>{ps(s["body"])}</div><div class="x-m"><h3>Fixtures</h3><ul>' + "".join(f"<li>{x} v {y}, 24 May, 15:00</li>" for x, y in (("Dunmere", "Rexfield"), ("Holm", "Sorrel"), ("Orrel", "Port"))) + "</ul></div>", og(s))


@page("flood", zones=QUOTED)
def rough_premium_note(s):
    note = '<div class="pn"><p>You are reading one of three free articles this month. <a href="/s">Subscribe</a> for full access.</p></div>'
    app = '<p><a href="/app">Download the Dispatch app</a></p><p>Do you have photographs of the flood? Send them to flood@orrel.example and we may print them.</p>'
    return doc(s, f'{note}<div class="b">{links(SECTIONS)}</div><div class="a"><h1>{e(s["title"])}</h1><div class="m">Noor Valdane | October 3, 2025</div><div class="t">{ps(s["body"])}</div></div>', og(s))


@page("village")
def rough_epaper(s):
    """Columns of a printed page: text broken into lines, joined by <br> and by tables of one cell."""
    import textwrap
    cell = lambda t: "<td valign=top><p class=MsoNormal>" + "<br>\n".join(e(x) for x in textwrap.wrap(t, 60)) + "</p></td>"
    return doc(s, f'<h1>{e(s["title"])}</h1>' + "".join(f"<table><tr>{cell(t)}</tr></table>" for t in s["body"]) + "<p class=MsoNormal>&nbsp;</p>", "")


@page("budget")
def rough_ticker_of_teasers(s):
    """A strip of teasers with sentences above, another below, both longer than the article; no class says so."""
    strip = "".join(f'<div><img src="{i}.jpg"><div><a href="/a/{i}">{e(t)}</a></div><div>{e(x)} {e(x)}</div></div>' for i, (t, x) in enumerate(TEASERS))
    return doc(s, f"<div>{strip}</div><div><h1>{e(s['title'])}</h1><div>{ps(s['body'])}</div></div><div>{strip}</div>", "")


@page("trial")
def rough_dense_links(s):
    """Nearly every name is a link, as in the pages of encyclopaedias and of some agencies."""
    import re
    def mark(t):
        return re.sub(r"\b([A-Z][a-z]+ [A-Z][a-z]+)\b", r'<a href="/t/\1">\1</a>', e(t)).replace("crane", '<a href="/t/c">crane</a>').replace("jury", '<a href="/t/j">jury</a>')
    return doc(s, f'<div class="n">{links(SECTIONS)}</div><div class="k"><h1>{e(s["title"])}</h1>{"".join(f"<p>{mark(t)}</p>" for t in s["body"])}</div><div class="o">{headlines("<p>{}</p>")}</div>', og(s))


@page("strike")
def rough_details(s):
    b = s["body"]
    return doc(s, f'<div class="n">{links(SECTIONS)}</div><div class="k"><h1>{e(s["title"])}</h1>{ps(b[:3])}<details><summary>Read the full article</summary>{ps(b[3:])}</details></div>', og(s))


@page("harvest")
def rough_podcast_box(s):
    b = s["body"]
    box = '<div class="pc"><p><b>Hear more:</b> The Meadow Hour, our weekly podcast, talks to growers this week. Listen wherever you get your podcasts.</p></div>'
    return doc(s, f'<div class="n">{links(SECTIONS)}</div><div class="k"><h1>{e(s["title"])}</h1><div class="z"><div class="y">{ps(b[:3])}</div>{box}<div class="y">{ps(b[3:])}</div></div></div>', og(s))


@page("museum")
def rough_translated(s):
    """The page's data begins with a list of other articles. Machine furniture: the same words in data attributes, alt texts and titles must not come in."""
    return doc(s, f'<div class="n">{links(SECTIONS)}</div><div class="k" data-body="{e(s["body"][0])}"><h1>{e(s["title"])}</h1><img alt="A globe of 1688 that was stolen from the maritime museum is back in its case." title="The globe, a little dented but whole, as the museum says."><div class="z">{ps(s["body"])}</div><svg><title>Share this story with the people you like</title><text>Share it with everybody.</text></svg></div>',
               '<script type="application/ld+json">' + json.dumps({"@context": "https://schema.org", "@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": t}} for t, _ in TEASERS[:3]]}) + "</script>" + ld(s))


@page("quake", body_only=["The post is now closed. Thank you for reading along.", "\u201cIt is over, and we are all here,\u201d says Governor Lene Ashworth at her last press conference of the day.", "The last village has been reached."])
def rough_short_live(s):
    items = [("18:02", "The post is now closed. Thank you for reading along."), ("17:31", "\u201cIt is over, and we are all here,\u201d says Governor Lene Ashworth at her last press conference of the day."), ("16:20", "The last village has been reached.")]
    return doc(s, f'<div class="n">{links(SECTIONS * 2)}</div><div class="k"><h1>{e(s["title"])}</h1>' + "".join(f'<div class="lv"><span class="tm">{t}</span><p>{e(x)}</p></div>' for t, x in items) + f'</div><div class="o">{headlines("<p>{}</p>")}</div>', og(s))
