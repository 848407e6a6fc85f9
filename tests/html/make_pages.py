#!/usr/bin/env python3
"""Write the test pages and what is expected of them: make_pages.py [--check]

A page is one function here: an invented story of stories.py, laid out as some kind of news page lays out its articles. Each gives
NAME.html and NAME.json (body paragraphs, zones, metadata) in pages/. With --check nothing is written, and the exit status
says whether the files are as this script would write them.
"""
import json
import os
import sys

from page_kit import PAGES, doc, e, expectation, ld, og, p, pages_of, ps
from stories import COMMENTS, STORIES, TEASERS
import far_pages  # these register pages of their own
import kit_pages
import odd_pages
import plain_pages
import rough_pages
import wild_pages

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pages")
page = pages_of(STORIES)

NAV = ('<nav class="main-nav"><ul>' + "".join(f'<li><a href="/{x}">{x.title()}</a></li>' for x in
       ("news", "politics", "sport", "culture", "weather", "video")) + "</ul></nav>")
FOOTER = ('<footer class="site-footer"><p>Editorial office: 12 Quay Street. Reach the desk by telephone on working days between nine and five.</p>'
          '<ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy</a></li><li><a href="/jobs">Jobs</a></li></ul>'
          "<p>Copyright. All rights reserved.</p></footer>")
SHARE = '<div class="share-bar"><a href="#">Facebook</a> <a href="#">Copy link</a> <button>Print</button></div>'
NEWSLETTER = ('<div class="newsletter-signup"><h3>The morning letter</h3><p>Get the most important stories of the day delivered to your inbox before '
              'breakfast. It is free and you can leave at any time.</p><form><input name="mail"><button>Sign up</button></form></div>')


def cards(tag="div", cls="teaser-card", items=TEASERS):
    return "\n".join(f'<{tag} class="{cls}"><a href="/{i}"><img src="/{i}.jpg" alt=""></a><h3><a href="/{i}">{e(t)}</a></h3><p>{e(x)}</p></{tag}>'
                     for i, (t, x) in enumerate(items))


def comments(cls="comments", item="comment"):
    return (f'<div class="{cls}" id="discussion"><h3>Reader comments</h3>' +
            "".join(f'<div class="{item}"><b>{e(n)}</b><p>{e(t)}</p><a href="#">Reply</a></div>' for n, t in COMMENTS * 3) + "</div>")


# ---------------------------------------------------------------- plain and semantic

@page("bridge", standfirst=True)
def semantic(s):
    return doc(s, f'{NAV}<main><article><header><h1>{e(s["title"])}</h1><p class="standfirst">{e(s["standfirst"])}</p>'
               f'<p class="byline">By <a rel="author" href="/a">{s["author"]}</a></p><time datetime="{s["published"]}">12 March</time></header>'
               f'<figure><img src="b.jpg"><figcaption>The bridge seen from the south. Photo: Nils Abel</figcaption></figure>{ps(s["body"])}</article></main>'
               f'<aside><h2>More news</h2>{cards()}</aside>{FOOTER}', ld(s))


@page("quake")
def hashed_classes(s):
    body = "".join(f'<div class="css-{i}x9k"><p class="css-at9mc1 e{i}">{e(t)}</p></div>' + ('<div class="css-ad1"><div id="dfp-ad-mid">Advertisement</div></div>' if i == 2 else "")
                   for i, t in enumerate(s["body"]))
    return doc(s, f'<div id="app"><div class="css-1qk"><div class="css-nv">{NAV}</div><div class="css-mn"><div class="css-hd"><h1 class="css-t">{e(s["title"])}</h1>'
               f'<div class="css-by">{s["author"]}</div></div><div class="css-bd">{body}</div></div><div class="css-rc">{cards("div", "css-cd")}</div>{FOOTER}</div></div>', og(s))


@page("strike")
def double_breaks(s):
    return doc(s, f'<table width="100%"><tr><td width="180"><a href="/">Home</a><br><a href="/a">Archive</a><br><a href="/c">Contact</a></td>'
               f'<td><font size="5"><b>{e(s["title"])}</b></font><br><br>' + "<br><br>\n".join(e(x) for x in s["body"]) +
               '</td><td width="160"><a href="/1">Ferry fares to rise</a><br><br><a href="/2">Mild winter</a></td></tr></table>', og(s))


@page("museum")
def single_breaks(s):
    return doc(s, f'{NAV}<h1>{e(s["title"])}</h1><div id="text">' + "<br/>\n".join(e(x) for x in s["body"]) + f"</div>{SHARE}{FOOTER}", og(s))


@page("harvest")
def amp(s):
    return (f'<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{e(s["title"])}</title><link rel="canonical" href="https://example.org/apples">'
            f'{ld(s)}<style amp-custom>p{{margin:0}}</style></head><body><amp-sidebar id="m" layout="nodisplay"><ul><li><a href="/n">News</a></li></ul></amp-sidebar>'
            f'<amp-consent id="c"><p>We and our partners use cookies to show you this page. You can accept or refuse them at any time here.</p></amp-consent>'
            f'<div class="ampstart"><h1>{e(s["title"])}</h1><amp-img src="a.jpg" width="1" height="1"></amp-img><div class="amp-wp-article-content">'
            f'{ps(s["body"][:3])}<amp-ad width="300" height="250" type="x"></amp-ad>{ps(s["body"][3:])}</div>'
            f'<amp-social-share type="mail"></amp-social-share></div>{FOOTER}</body></html>')


@page("swim")
def layered_divs(s):
    inner = ps(s["body"])
    for i in range(14):
        inner = f'<div class="wrap-{i}">{inner}</div>'
    return doc(s, f'<div class="page">{NAV}<div class="content-area has-sidebar"><h1>{e(s["title"])}</h1>{inner}</div><div class="sidebar">{cards()}</div>{FOOTER}</div>', og(s))


@page("wal")
def german(s):
    return doc(s, f'<div class="kopf"><a href="/">Start</a> <a href="/sport">Sport</a></div><article><h1>{e(s["title"])}</h1><p class="autor author">Von {s["author"]}</p>'
               f'{ps(s["body"][:2])}<div class="mehr related"><h4>Mehr zum Thema</h4><a href="/x">Seehunde kehren zur\u00fcck</a></div>{ps(s["body"][2:])}</article>'
               f'<div class="fuss footer"><p>Alle Rechte vorbehalten. Verlag am Deich, Postfach 12, Nordersum, Telefon nur vormittags erreichbar.</p></div>', ld(s))


# ---------------------------------------------------------------- text in scripts

@page("bridge")
def next_data_html(s):
    data = {"props": {"pageProps": {"nav": ["News", "Sport"], "article": {"id": 1, "headline": s["title"], "body": ps(s["body"]), "teaser": s["standfirst"]},
                                    "related": [{"title": t, "summary": x} for t, x in TEASERS]}}}
    return doc(s, '<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">' + json.dumps(data).replace("</", "<\\/") + "</script>", og(s))


@page("quake")
def next_data_rich_text(s):
    blocks = []
    for t in s["body"]:
        cut = t.find(" ", 30)
        blocks.append({"type": "paragraph", "children": [{"text": t[:cut]}, {"type": "link", "url": "/x", "children": [{"text": t[cut:cut + 12]}]}, {"text": t[cut + 12:]}]})
    data = {"props": {"pageProps": {"story": {"headline": s["title"], "content": blocks}, "more": [{"title": t, "text": x} for t, x in TEASERS]}}}
    return doc(s, '<div id="__next"><div>Loading</div></div><script id="__NEXT_DATA__" type="application/json">' + json.dumps(data) + "</script>", og(s))


@page("strike")
def json_ld_body(s):
    return doc(s, '<div id="root"></div><noscript>Please enable JavaScript.</noscript>', ld(s, articleBody="\n\n".join(s["body"])))


@page("museum")
def state_variable(s):
    data = {"app": {"user": None}, "article": {"title": s["title"], "paragraphs": s["body"], "links": [t for t, _ in TEASERS]}}
    return doc(s, '<div id="app"></div><script>window.__STATE__ = ' + json.dumps(data) + ";\n(function(){var a={};})();</script>", og(s))


@page("harvest", body=slice(0, 3))
def paywall_stub(s):
    return doc(s, f'{NAV}<article class="article metered-content"><h1>{e(s["title"])}</h1>{ps(s["body"][:3])}<div class="paywall-offer"><h3>Continue reading for free</h3>'
               f'<p>To read the full story, choose a subscription. The first month costs one, and you can cancel whenever you like.</p><a href="/s">Subscribe</a></div></article>'
               f'<section class="recommended">{cards()}</section>{FOOTER}', ld(s, isAccessibleForFree=False))


@page("bridge")
def paywall_full_in_json_ld(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"][:1])}<div class="piano-container"><p>Already a subscriber? Log in.</p></div></article>{FOOTER}',
               ld(s, isAccessibleForFree=False, articleBody="\n".join(s["body"])))


# ---------------------------------------------------------------- pictures

@page("swim", zones=[("caption", "Maia Torrin at Eastness: \u201cI counted every stroke.\u201d Photo: Rolf Eider")])
def gallery(s):
    slides = "".join(f'<div class="slide"><img src="{i}.jpg"><div class="slide-caption">{e(c)}</div><span class="credit">Rolf Eider</span></div>' for i, c in enumerate(
        ["Torrin before the start in the early morning.", "The rowing boat with coach Delia Frome and the tea.", "The beach at Eastness, where the record ended."]))
    return doc(s, f'{NAV}<h1>{e(s["title"])}</h1><div class="gallery slideshow"><div class="gallery-counter">1 / 3</div>{slides}</div><div class="story-text">'
               f'<figure><img src="x.jpg"><figcaption>Maia Torrin at Eastness: \u201cI counted every stroke.\u201d Photo: Rolf Eider</figcaption></figure>{ps(s["body"])}</div>{FOOTER}', og(s))


@page("harvest")
def captions_by_class(s):
    image = '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">Frost candles in an orchard near Dell. Picture: Ole Brandt.</p></div>'
    return doc(s, f'<div class="post"><h1 class="post-title">{e(s["title"])}</h1>{p(s["body"][0])}{image}{ps(s["body"][1:5])}'
               f'<span class="image-with-credit"><img src="b.jpg"><span class="image-credit">Photograph: Ole Brandt</span></span>{ps(s["body"][5:])}</div>{FOOTER}', og(s))


@page("strike", body_only=["Drivers and the city of Northgate have settled. This film shows the first trams leaving the depot at dawn, and what passengers at the central stop made of the longest strike in the history of the network."])
def video(s):
    text = PAGES["video"][2]["body_only"][0]
    return doc(s, f'{NAV}<main><h1>{e(s["title"])}</h1><div class="player"><video src="v.mp4"></video><button>Play</button><span>02:14</span></div><div class="description"><p>{e(text)}</p></div>'
               f'<h2>More videos</h2>{cards("li", "video-teaser")}</main>{FOOTER}', og(s))


# ---------------------------------------------------------------- lists, tables, headings

LIST = [("Keep the old kettle", "An old kettle boils as fast as a new one. Scale is the enemy, and vinegar is cheap. Do it twice a year and rinse well afterwards."),
        ("Close the middle door", "Warm air wanders. In the test houses a closed door between hall and kitchen saved as much as a new window would have done."),
        ("Read the meter on Mondays", "Those who read it once a week used seven percent less, the agency\u2019s Tilda Rowe says. \u201cNobody knows quite why.\u201d"),
        ("Dry the wash outside", "Even in winter. It takes a day longer, but a tumble dryer uses more power than all the lamps of a flat together.")]


@page("harvest", body_only=["Heating has become dear, and the energy agency has measured what really helps in four ordinary houses over two winters."] + [x for pair in LIST for x in pair],
      title="Four things that save power")
def listicle(s):
    items = "".join(f"<h2>{i}. {e(t)}</h2>" if False else f'<div class="list-item"><h2>{e(t)}</h2><p>{e(x)}</p>{SHARE if i == 1 else ""}</div>' for i, (t, x) in enumerate(LIST))
    return doc({**s, "title": "Four things that save power"}, f'{NAV}<article><h1>Four things that save power</h1>{p(PAGES["listicle"][2]["body_only"][0])}{items}</article>{cards()}{FOOTER}', "")


POINTS = ["Bridge closed from June for eight months", "Cracks in two of four piers", "Ferries every hour, buses through the valley"]


@page("bridge", body=slice(0, 0), extra=lambda s: s["body"][:4] + POINTS + s["body"][4:])
def bullet_list(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1><div class="article-body">{ps(s["body"][:4])}<ul>' + "".join(f"<li>{e(x)}</li>" for x in POINTS) +
               f'</ul>{ps(s["body"][4:])}</div></article>{FOOTER}', ld(s))


HEADS = ["What was found", "What it costs"]


@page("bridge", extra=lambda s: s["body"][:2] + HEADS[:1] + s["body"][2:6] + HEADS[1:] + s["body"][6:])
def subheads(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"][:2])}<h2 id="a"><a href="#a">{HEADS[0]}</a></h2>{ps(s["body"][2:6])}<h3>{HEADS[1]}</h3>{ps(s["body"][6:])}'
               f'<h3>Related stories</h3><ul><li><a href="/1">Ferry fares to rise</a></li><li><a href="/2">Market hall opens</a></li></ul></article>{FOOTER}', ld(s))


ROWS = [("District", "Tonnes 2024", "Tonnes 2025"), ("Meadow", "81,000", "38,000"), ("Upper Dell", "12,400", "12,100"), ("Fenland", "30,200", "17,900")]


@page("harvest", extra=lambda s: s["body"][:4] + [" ".join(r) for r in ROWS] + s["body"][4:])
def data_table(s):
    rows = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>" for r in ROWS)
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"][:4])}<table class="data"><tbody>{rows}</tbody></table>{ps(s["body"][4:])}</article>{FOOTER}', ld(s))


QA = [("You grew up without a television. What did you do all day?", "I counted ships. My mother thought I was slow, and perhaps I was, but I can still tell a coaster from a collier by its lights."),
      ("When did you begin to write?", "At thirty-one, after the cannery closed. I had a typewriter from the office sale and nobody to talk to before noon."),
      ("Do you read what critics say?", "My sister reads it and tells me the kind half. It is a good arrangement, and it has kept both of us cheerful.")]


@page("museum", body_only=["The novelist Ida Marrow lives where the road ends. We talked for an hour in her kitchen about ships, noise and the books she did not write."] + [x for pair in QA for x in pair],
      title="I counted ships")
def interview(s):
    return doc({**s, "title": "I counted ships"}, f'{NAV}<article><h1>I counted ships</h1>{p(PAGES["interview"][2]["body_only"][0])}' +
               "".join(f"<p><strong>{e(q)}</strong></p><p>{e(a)}</p>" for q, a in QA) + f"</article>{SHARE}{FOOTER}", "")


TIMES = [("1688", "The Rosander workshop makes three globes for the fleet."), ("1993", "Thieves climb through a skylight on a Sunday night."), ("2023", "A letter without a stamp names a garage in Wester Quay.")]


@page("museum", extra=lambda s: s["body"] + [x for pair in TIMES for x in pair])
def definition_list(s):
    return doc(s, f'{NAV}<div id="content"><h1>{e(s["title"])}</h1>{ps(s["body"])}<dl>' + "".join(f"<dt>{a}</dt><dd>{e(b)}</dd>" for a, b in TIMES) + f"</dl></div>{FOOTER}", og(s))


# ---------------------------------------------------------------- quotations set apart

LETTER = "We accept the decision of the council, though we regret it, and we ask that the ferry be free for those who work in the lower town"


@page("bridge", extra=lambda s: s["body"][:5] + ["In a letter to the council the traders wrote:", LETTER] + s["body"][5:],
      zones=[("blockquote", LETTER)])
def block_quote(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"][:5])}<p>In a letter to the council the traders wrote:</p><blockquote><p>{e(LETTER)}</p></blockquote>'
               f'{ps(s["body"][5:])}</article>{FOOTER}', ld(s))


@page("quake")
def pull_quote(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"][:3])}<aside class="pull-quote"><p>They were waving from the school roof</p><cite>Pavel Orrin</cite></aside>'
               f'{ps(s["body"][3:])}</article>{FOOTER}', ld(s))


POST = "Trams are rolling. Thank you for eleven days of patience, and mind the doors."


@page("strike", extra=lambda s: s["body"][:5] + [POST] + s["body"][5:], zones=[("blockquote", POST)], floor=0.95)
def embedded_post(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"][:5])}<blockquote class="twitter-tweet"><p lang="en">{POST}</p>&mdash; Northgate Trams (@ngtrams) '
               f'<a href="https://x.example/1">January 20, 2025</a></blockquote><script async src="w.js"></script>{ps(s["body"][5:])}</article>{FOOTER}', ld(s))


# ---------------------------------------------------------------- things between the paragraphs

@page("quake")
def inline_related(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1><div class="article__content">{ps(s["body"][:2])}<p>READ MORE: <a href="/1">{TEASERS[0][0]}</a></p>{ps(s["body"][2:4])}'
               f'{NEWSLETTER}{p(s["body"][4])}<p><a href="/2">{TEASERS[1][0]}</a></p><div class="inline-promo"><span>Also in the news</span><a href="/3">{TEASERS[2][0]}</a></div>'
               f'{ps(s["body"][5:])}<p><em>Sign up for our newsletter to get more news from the valley.</em></p></div></article>{FOOTER}', ld(s))


@page("strike")
def advertisements(s):
    ad = '<div class="ad-slot" id="ad-1"><span>Advertisement</span><p>Fly to the sun for 49. Book by Sunday and take a second suitcase with you for nothing at all.</p></div>'
    return doc(s, f'{NAV}{ad}<div class="story"><h1>{e(s["title"])}</h1>' + "".join(p(t) + (ad if i % 2 else "<p>Story continues below advertisement</p>") for i, t in enumerate(s["body"])) +
               f'</div><div id="taboola-below"><a href="/x">Ten beaches nobody knows</a><a href="/y">This trick helps</a></div>{FOOTER}', og(s))


@page("bridge")
def split_body(s):
    return doc(s, f'{NAV}<div class="layout"><h1>{e(s["title"])}</h1><div class="article-body__section">{ps(s["body"][:3])}</div><div class="banner advert">Fly to the sun</div>'
               f'<div class="article-body__section">{ps(s["body"][3:6])}</div><div class="recirc"><h4><a href="/1">{TEASERS[3][0]}</a></h4></div><div class="article-body__section">{ps(s["body"][6:])}</div></div>{FOOTER}', og(s))


@page("museum")
def paragraph_blocks(s):
    body = "".join(f'<div class="zone"><div class="zone__inner"><p>{e(t)}</p></div></div>' + ('<div class="zone"><div class="zone__ad"></div></div>' if i % 3 == 1 else "") for i, t in enumerate(s["body"]))
    return doc(s, f'{NAV}<div class="pg-wrapper"><h1 class="pg-headline">{e(s["title"])}</h1><p class="metadata__byline">By <span>{s["author"]}</span></p>{body}</div>'
               f'<div class="el__storyhighlights related"><ul><li><a href="/1">{TEASERS[0][0]}</a></li></ul></div>{FOOTER}', ld(s))


@page("swim")
def author_biography(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"])}<div class="author-bio"><img src="a.jpg"><p>Ben Arkwell has written about sport for Shoreline since 2011. He swims badly and rows worse, and lives in Eastness with two dogs.</p></div>'
               f'<div class="tags"><a href="/t/1">swimming</a> <a href="/t/2">records</a></div></article>{FOOTER}', ld(s))


@page("museum", extra=lambda s: s["body"] + ["Correction: An earlier version of this article gave the year of the theft as 1992. It was 1993."])
def correction(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"])}<p class="correction">Correction: An earlier version of this article gave the year of the theft as 1992. It was 1993.</p></article>{SHARE}{FOOTER}', ld(s))


# ---------------------------------------------------------------- more text around than inside

@page("bridge")
def long_comments(s):
    return doc(s, f'{NAV}<div class="main-column"><h1>{e(s["title"])}</h1><div class="text">{ps(s["body"])}</div>{comments()}</div>{FOOTER}', og(s))


@page("quake")
def wordpress(s):
    return doc(s, f'<header class="site-header"><p class="site-title"><a href="/">Valley Courier</a></p>{NAV}</header><div id="primary"><main><article id="post-9" class="post type-post comments-open has-post-thumbnail">'
               f'<header class="entry-header"><h1 class="entry-title">{e(s["title"])}</h1><div class="entry-meta">Posted on <time datetime="{s["published"]}">November 5, 2024</time> by {s["author"]}</div></header>'
               f'<div class="entry-content">{ps(s["body"])}<div class="sharedaddy"><h3>Share this:</h3><a href="#">Facebook</a></div><div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Related</em></h3></div></div>'
               f'<footer class="entry-footer"><span class="tags-links"><a href="/q">quake</a></span></footer></article>{comments("comments-area", "comment-body")}</main></div><aside id="secondary" class="widget-area">'
               f'<section class="widget"><h2>Recent posts</h2><ul>' + "".join(f'<li><a href="/{i}">{e(t)}</a></li>' for i, (t, _) in enumerate(TEASERS)) + f"</ul></section></aside>{FOOTER}", og(s),
               'class="post-template-default single comments-open has-sidebar"')


@page("strike")
def endless_scroll(s):
    other = STORIES["swim"]
    return doc(s, f'{NAV}<main><article class="story"><h1>{e(s["title"])}</h1>{ps(s["body"])}</article><article class="story"><h1>{e(other["title"])}</h1>{ps(other["body"])}</article></main>{FOOTER}', ld(s))


@page("harvest")
def card_articles(s):
    return doc(s, f'{NAV}<div class="grid"><div class="lead"><h1>{e(s["title"])}</h1><div class="rich-text">{ps(s["body"])}</div></div><div class="river">{cards("article", "card")}{cards("article", "card")}</div></div>{FOOTER}', og(s))


@page("museum")
def cookie_wall(s):
    wall = ('<div id="qc-cmp2-main" role="dialog" aria-modal="true"><h2>Your privacy matters</h2><p>We and 842 partners store and read information on your device, such as cookies, and process personal data to show '
            'advertisements, measure content and learn about those who see it. With your permission we may use your exact location.</p><p>You may refuse here, and you may change your mind at any time on the page about privacy.</p>'
            "<button>Accept</button><button>Refuse</button></div>")
    return doc(s, f'{wall}{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"])}</article>{FOOTER}', ld(s))


@page("swim")
def hidden_parts(s):
    return doc(s, f'<div class="visually-hidden">Skip to content</div>{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"][:3])}<div style="display: none"><p>This paragraph is shown only to people who print the page, and it says where to send letters.</p></div>'
               f'<template><p>A template is a shape for text that scripts fill later, and nobody sees it before.</p></template>{ps(s["body"][3:])}<div aria-hidden="true"><p>The end of the page was reached, please scroll up again to read it once more.</p></div></article>{FOOTER}', ld(s))


@page("bridge")
def twice_for_screens(s):
    return doc(s, f'{NAV}<div class="desktop-only"><h1>{e(s["title"])}</h1><div class="copy">{ps(s["body"])}</div></div><div class="mobile-only"><h1>{e(s["title"])}</h1><div class="copy">{ps(s["body"])}</div></div>{FOOTER}', og(s))


@page("quake")
def summaries_beside(s):
    return doc(s, f'<div id="wrapper"><div id="left"><h1>{e(s["title"])}</h1>{ps(s["body"])}</div><div id="right">' + "".join(f'<div class="box"><h4><a href="/{i}">{e(t)}</a></h4><p>{e(x)} <a href="/{i}">more</a></p></div>'
               for i, (t, x) in enumerate(TEASERS * 2)) + f"</div></div>{FOOTER}", og(s))


# ---------------------------------------------------------------- live blogs

ENTRIES = [("14:20", "Governor speaks", ["Governor Lene Ashworth says every one of the valley\u2019s inhabitants has been accounted for.", "\u201cI could hug the helicopter,\u201d she tells reporters at the command post."]),
           ("13:05", "First team in the village", ["The first team has reached Upper Sarnen on foot. Leader Pavel Orrin reports by radio that nobody there is badly hurt."]),
           ("11:48", "Road stays closed", ["The valley road stays closed at least until Thursday, the county says, since a second slide is possible above the old mill."]),
           ("09:30", "Schools shut", ["All schools between Sarnen and the lake stay shut today. Parents are asked not to drive into the valley to look for themselves."])]
ENTRY_TEXT = [x for _, h, t in ENTRIES for x in [h] + t]


@page("quake", body_only=ENTRY_TEXT)
def live_articles(s):
    entries = "".join(f'<article class="live-entry"><time datetime="2024-11-04T{t}:00Z">{t}</time><h2>{e(h)}</h2>{ps(b)}<div class="share">Share</div></article>' for t, h, b in ENTRIES)
    return doc(s, f'{NAV}<main><h1>{e(s["title"])}</h1><section class="feed">{entries}</section></main><aside class="sidebar">{cards()}</aside>{FOOTER}', ld({**s}))


@page("quake", body_only=ENTRY_TEXT)
def live_divs(s):
    entries = "".join(f'<div class="post live-post" id="e{i}"><div class="post-meta"><span class="timestamp">{t}</span> <span class="author">Mirela Dosch</span></div><h3>{e(h)}</h3><div class="txt">{ps(b)}</div></div>' for i, (t, h, b) in enumerate(ENTRIES))
    return doc(s, f'{NAV}<div class="container"><h1>{e(s["title"])}</h1><div class="timeline">{entries}</div></div>{FOOTER}', og(s))


# ---------------------------------------------------------------- other markup

@page("museum")
def microdata(s):
    return doc(s, f'{NAV}<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{e(s["title"])}</h1><span itemprop="author">{s["author"]}</span><meta itemprop="datePublished" content="{s["published"]}">'
               f'<div itemprop="articleBody" class="paywall sidebar-left">{ps(s["body"])}</div></div><div class="more"><p>The museum shop sells a small copy of the globe, and the caf\u00e9 has a cake that looks like it too.</p></div>{FOOTER}')


@page("strike")
def custom_elements(s):
    return doc(s, f'<site-header><a href="/">Home</a></site-header><story-page><story-headline><h1>{e(s["title"])}</h1></story-headline><story-body>' + "".join(f"<story-paragraph>{e(t)}</story-paragraph>" for t in s["body"]) +
               f"</story-body></story-page>{FOOTER}", og(s))


@page("harvest")
def preformatted(s):
    import textwrap
    text = "\n\n".join("\n".join(textwrap.wrap(t, 68)) for t in s["body"])
    return doc(s, f'<h1>{e(s["title"])}</h1><pre>{e(text)}</pre><hr><a href="/">back</a>', og(s))


@page("bridge")
def old_html(s):
    return (f'<HTML><HEAD><TITLE>{e(s["title"])}</TITLE></HEAD><BODY BGCOLOR=white><CENTER><TABLE BORDER=0><TR><TD><A HREF="/">News</A> | <A HREF="/s">Sport</A></TD></TR></TABLE></CENTER>'
            f'<TABLE><TR><TD VALIGN=top><FONT FACE="Times" SIZE=6>{e(s["title"])}</FONT><P>' + "<P>".join(e(t) for t in s["body"]) +
            '</TD><TD><A HREF="/1">Ferry fares</A><P><A HREF="/2">Choir wins</A></TD></TR></TABLE><P><SMALL>Best viewed with any browser.</SMALL></BODY></HTML>\n')


@page("swim")
def inline_markup(s):
    def mark(t):
        t = e(t).replace("\u201c", "<q>").replace("\u201d", "</q>") if t.count("\u201c") == t.count("\u201d") else e(t)
        return t.replace("Torrin", '<a href="/p"><b>Tor</b>rin</a>').replace(" seventy", "&nbsp;seventy").replace("minutes", "<i>minutes</i>")
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>' + "".join(f"<p>{mark(t)}</p>" for t in s["body"]) + f"</article>{FOOTER}", ld(s))


@page("wal", encoding="cp1252")
def windows_1252(s):
    return doc(s, f'<h1>{e(s["title"])}</h1><div class="text">{ps(s["body"])}</div>', "").replace('charset="utf-8"', 'charset="iso-8859-1"')


@page("quake")
def xhtml(s):
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">'
            f'<head><title>{e(s["title"])}</title></head><body><div id="nav"><a href="/">Home</a></div><div id="story"><h1>{e(s["title"])}</h1>{ps(s["body"])}</div><div id="footer"><p>Copyright 2024 Valley Courier, which is printed and delivered on every working day.</p></div></body></html>\n')


@page("harvest", body=slice(0, 2))
def brief(s):
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1>{ps(s["body"][:2])}</article><section class="latest-news"><h2>Latest news</h2>{cards()}</section>{FOOTER}', ld(s))


@page("bridge")
def broken_markup(s):
    return (f'<html><head><title>{e(s["title"])}</title><meta charset=utf-8><body><div><h1>{e(s["title"])}<div class=text><p>' + "<p>".join(e(t) + ("</b>" if i % 2 else "<b>") for i, t in enumerate(s["body"])) +
            '</div></span><ul><li><a href=/1>Ferry fares</a><li><a href=/2>Choir</a></ul>')


@page("strike")
def wrapped_in_form(s):
    return doc(s, f'<form id="aspnetForm" method="post" action="./"><input type="hidden" name="__VIEWSTATE" value="x"><div class="top">{NAV}</div><div class="middle"><h1>{e(s["title"])}</h1><div id="ctl00_Text">{ps(s["body"])}</div></div>{FOOTER}</form>', og(s))


@page("quake", standfirst=True)
def lede_outside(s):
    return doc(s, f'{NAV}<article><header><h1>{e(s["title"])}</h1><h2 class="article-dek">{e(s["standfirst"])}</h2></header><div class="post-meta">By {s["author"]}</div><div class="post-content">{ps(s["body"])}</div><div class="post-tags">Tags: <a href="/q">quake</a></div></article>{FOOTER}', ld(s))


@page("harvest")
def widgets_of_text(s):
    body = "".join(f'<div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">{p(t)}</div></div>' for t in s["body"])
    return doc(s, f'<div class="elementor">{NAV}<div class="elementor-widget elementor-widget-heading"><h1>{e(s["title"])}</h1></div>{body}<div class="elementor-widget elementor-widget-posts">{cards()}</div></div>{FOOTER}', og(s))


@page("bridge", extra=lambda s: s["body"][:3] + ["What it costs"] + s["body"][3:5] + POINTS + s["body"][5:])
def class_on_paragraphs(s):
    a = 'class="pw-post-body-paragraph"'
    return doc(s, f'{NAV}<article><div><section><h1>{e(s["title"])}</h1>{ps(s["body"][:3], a)}<h2 class="mq">What it costs</h2>{ps(s["body"][3:5], a)}<ul class="">' +
               "".join(f'<li class="mr">{e(x)}</li>' for x in POINTS) + f'</ul>{ps(s["body"][5:], a)}</section></div></article><div class="responses"><a href="/r">14 responses</a></div>{FOOTER}', ld(s))


@page("quake", body_only=ENTRY_TEXT)
def live_microdata(s):
    entries = "".join(f'<div itemprop="liveBlogUpdate" itemscope itemtype="http://schema.org/BlogPosting"><span itemprop="datePublished">{t}</span><h3 itemprop="headline">{e(h)}</h3><div itemprop="articleBody">{ps(b)}</div></div>' for t, h, b in ENTRIES)
    return doc(s, f'{NAV}<main><h1>{e(s["title"])}</h1><div class="blog" itemscope itemtype="http://schema.org/LiveBlogPosting">{entries}</div></main>{FOOTER}', og(s))


@page("bridge")
def teaser_holds_lead(s):
    return doc(s, f'{NAV}<main><article><h1>{e(s["title"])}</h1><div class="teaser-content">{ps(s["body"][:3])}</div><div class="remainder-content">{ps(s["body"][3:])}</div></article></main>{FOOTER}', og(s))


@page("swim")
def pictures_in_paragraphs(s):
    return doc(s, f'{NAV}<div class="entry"><h1>{e(s["title"])}</h1>{p(s["body"][0])}<p><img src="a.jpg"><em>Torrin before the start in the early morning, with her coach.</em></p>{ps(s["body"][1:4])}'
               f'<div class="pic"><a href="b.jpg"><img src="b.jpg"></a><div class="under">The beach at Eastness. Rolf Eider</div></div>{ps(s["body"][4:])}</div>{FOOTER}', og(s))


@page("museum")
def sections_with_components(s):
    body = "".join(f'<div data-component="text-block" class="ssrcss-11r1m41"><div class="ssrcss-7uxr49">{p(t)}</div></div>' + ('<div data-component="image-block"><figure><div><img src="x.jpg"></div><figcaption><span>Image caption, </span><div>The globe in its case</div></figcaption></figure></div>' if i == 1 else "") for i, t in enumerate(s["body"]))
    return doc(s, f'<header role="banner">{NAV}</header><main id="main-content"><article><header><h1 id="main-heading">{e(s["title"])}</h1></header><div data-component="byline-block"><span>{s["author"]}</span><span>Arts correspondent</span></div>{body}'
               f'<section data-component="links-block"><h2>More on this story</h2><ul><li><a href="/1">{TEASERS[0][0]}</a></li></ul></section><section data-component="tag-list"><h2>Related Topics</h2><ul><li><a href="/t">Museums</a></li></ul></section></article></main>'
               f'<aside role="complementary">{cards("li", "promo")}</aside>{FOOTER}', ld(s))


@page("strike", floor=0.93)  # nothing tells these comments but their place
def comments_without_name(s):
    thread = "".join(f'<div class="x-item"><img src="u.png"><a href="/u">{e(n)}</a><div class="x-body"><p>{e(t)}</p></div></div>' for n, t in COMMENTS)
    return doc(s, f'{NAV}<div class="column"><h1>{e(s["title"])}</h1><div class="c1">{ps(s["body"])}</div><div class="c2">{thread}</div></div>{FOOTER}', og(s))


@page("quake")
def brief_paragraph_spans(s):
    body = "".join(f'<span class="paragraph"><span data-text="true">{e(t)}</span></span><br><br>' for t in s["body"])
    return doc(s, f'{NAV}<div class="detail"><h1>{e(s["title"])}</h1><div class="info"><span>05.11.2024</span> | <span>{s["author"]}</span></div><div class="detail-text">{body}</div></div><div class="hot-news">{cards("div", "item")}</div>{FOOTER}', og(s))


@page("museum")
def newsletter_long_inside(s):
    box = ('<div class="inline-box"><h4>Letter from the coast</h4><p>Every Friday our editors write to you about the sea, those who live from it and what the week has washed ashore. Sign up to get it straight to your inbox.</p>'
           '<form><input type="email"><button>Sign up</button></form></div>')
    return doc(s, f'{NAV}<article><h1>{e(s["title"])}</h1><div class="lead-in">{p(s["body"][0])}</div><div class="copy">{ps(s["body"][1:4])}{box}{ps(s["body"][4:])}</div></article>{FOOTER}', og(s))


@page("bridge")
def region_list_page(s):
    regions = "".join(f'<option>{x}</option>' for x in ("North", "South", "East"))
    return doc(s, f'<div class="header"><select>{regions}</select>{NAV}</div><div id="container"><div id="content-left"><ul class="breadcrumbs"><li><a href="/">Home</a></li><li><a href="/l">Local</a></li></ul><h1>{e(s["title"])}</h1>'
               f'<p class="meta">12 March 2025 08:00 | 1,204 views | 12 comments</p>{SHARE}<div class="fulltext">{ps(s["body"])}</div><p class="source">Source: <a href="/x">Harbour Post</a></p><div class="rating">Rate this article: <span>5</span> <span>4</span></div></div>'
               f'<div id="content-right">{cards("div", "news-item")}</div></div>{FOOTER}', og(s))


@page("harvest")
def headings_in_cards_between(s):
    card = f'<div class="embed-card"><a href="/1"><img src="1.jpg"><h4>{TEASERS[2][0]}</h4><p>{TEASERS[2][1]}</p></a></div>'
    return doc(s, f'{NAV}<main><div class="hero"><img src="h.jpg"><h1>{e(s["title"])}</h1></div><div class="flow">{ps(s["body"][:2])}{card}{ps(s["body"][2:5])}{card}{ps(s["body"][5:])}</div></main>{FOOTER}', ld(s))


@page("swim")
def everything_in_list_items(s):
    return doc(s, f'{NAV}<div class="page"><h1>{e(s["title"])}</h1><ul class="story">' + "".join(f"<li><div>{e(t)}</div></li>" for t in s["body"]) + f"</ul></div>{FOOTER}", og(s))


@page("strike")
def footer_inside_article(s):
    return doc(s, f'{NAV}<article><header><h1>{e(s["title"])}</h1></header>{ps(s["body"])}<footer><p>Oskar Lindqvar reports on transport for Northgate News and has ridden every line of the network to its end.</p><p>This article was first published on 20 January 2025.</p></footer></article>{FOOTER}', ld(s))


@page("quake")
def tables_for_layout(s):
    return doc(s, f'<table class="outer"><tr><td colspan="3">{NAV}</td></tr><tr><td class="l"><p><a href="/1">{TEASERS[0][0]}</a></p><p><a href="/2">{TEASERS[1][0]}</a></p></td><td class="m"><h1>{e(s["title"])}</h1><table><tr><td><img src="a.jpg"></td></tr><tr><td class="small">Rescuers on foot. Photo: Ida Roth</td></tr></table>{ps(s["body"])}</td><td class="r">{cards("div", "b")}</td></tr></table>', og(s))


def main():
    wrong = []
    os.makedirs(HERE, exist_ok=True)
    for name, (story, make, expected) in sorted(PAGES.items()):
        text = make(story).encode(expected.get("encoding", "utf-8"))
        side = (json.dumps(expectation(story, expected), ensure_ascii=False, indent=1) + "\n").encode()
        for ending, data in ((".html", text), (".json", side)):
            path = os.path.join(HERE, name + ending)
            if "--check" in sys.argv:
                if not os.path.exists(path) or open(path, "rb").read() != data:
                    wrong.append(name + ending)
            else:
                open(path, "wb").write(data)
    print(f"{len(PAGES)} pages" + (": not as written: " + " ".join(wrong) if wrong else ""))
    return 1 if wrong else 0


sys.exit(main())
