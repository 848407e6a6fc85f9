"""Pages of a fifth round: nested live entries, lazy components, tables of 2003, walls before the article, threads, slides, letters
in mail markup. The stories are invented; the structures are what such systems write."""
import json

from page_kit import doc, e, ld, og, p, pages_of, ps
from far_stories import STORIES as FAR
from stories import STORIES as SHORT
from wild_pages import POSTS, QUOTED, SECTIONS, headlines, links, teasers, thread
from wild_stories import STORIES as WILD, TEASERS

page = pages_of({**SHORT, **WILD, **FAR})


# ---------------------------------------------------------------- live

POST = "Water is now at the second step of the town hall. Do not come down to look at it."
POSTED = "\u2014 Orrel County (@orrelcounty) October 3, 2025"
NESTED = [x for i, (_, h, t) in enumerate(POSTS) for x in [h] + t + ([POST, POSTED] if i == 1 else [])]


@page("flood", body_only=NESTED, zones=QUOTED + [("blockquote", POST)])
def odd_live_nested(s):
    def entry(i, clock, heading, text):
        post = (f'<figure class="e-tw" data-embed="post"><blockquote class="twitter-tweet"><p lang="en" dir="ltr">{e(POST)}</p>&mdash; Orrel County (@orrelcounty) '
                '<a href="https://social.example/1">October 3, 2025</a></blockquote></figure>') if i == 1 else ""
        card = f'<article class="c-mini"><a href="/a/{i}"><h4>{e(TEASERS[i][0])}</h4><p>{e(TEASERS[i][1])}</p></a></article>' if i % 2 == 0 else ""
        return (f'<article class="c-entry" id="e{i}"><header><time datetime="2025-10-03T{clock.replace(".", ":")}">{clock}</time><h2>{e(heading)}</h2>'
                f'<address><img src="n.jpg" alt=""><a rel="author" href="/n">{s["author"]}</a></address></header><div class="c-entry__b">{ps(text)}{post}{card}</div>'
                '<footer><button>Share this update</button></footer></article>')
    entries = "".join(entry(i, *one) for i, one in enumerate(POSTS))
    return doc(s, f'<header>{links(SECTIONS)}</header><main><article class="c-live"><header><span class="pill">Live</span><h1>{e(s["title"])}</h1></header>'
               f'<div class="c-feed" role="feed" aria-busy="false">{entries}</div></article></main><aside>{headlines()}</aside>', og(s))


# ---------------------------------------------------------------- components that load when they are seen

# The accordion explains the article, as a box of facts does.
ASIDE = ["What is the fuel duty?", "A tax that is paid by the litre, introduced in 1924 to build roads and not lowered since."]


@page("budget", extra=lambda s: s["body"][:3] + ASIDE + s["body"][3:])
def odd_amp_lazy(s):
    b = s["body"]
    slides = "".join(f'<div class="slide"><amp-img src="{i}.jpg" layout="fill"></amp-img><div class="caption">Draft budget, page {i}</div></div>' for i in (1, 2, 3))
    more = teasers('<div class="amp-rel"><amp-img src="{url}.jpg"></amp-img><a href="{url}">{title}</a><p>{text}</p></div>', 4)
    return (f'<!doctype html><html amp4email lang="en"><head><meta charset="utf-8"><title>{e(s["title"])}</title>{ld(s)}</head><body>'
            f'<amp-analytics><script type="application/json">{{"vars":{{"account":"x"}}}}</script></amp-analytics><amp-lightbox id="lb" layout="nodisplay"><p>Enlarge the picture with two fingers and close it with a tap on the cross in the corner.</p></amp-lightbox>'
            f'<div class="hd">{links(SECTIONS[:5])}</div><div class="story"><amp-fit-text width="300" height="80" layout="responsive"><h1>{e(s["title"])}</h1></amp-fit-text>'
            f'<amp-carousel type="slides">{slides}</amp-carousel><amp-layout><div>{ps(b[:3])}</div></amp-layout><amp-embed type="promo"><div placeholder>Around the web</div></amp-embed>'
            f'<amp-accordion><section><h4>What is the fuel duty?</h4><p>A tax that is paid by the litre, introduced in 1924 to build roads and not lowered since.</p></section></amp-accordion>'
            f'<div [hidden]="!show" class="lazy">{ps(b[3:])}</div><amp-list src="/more.json" layout="fixed-height"><div placeholder>{more}</div><div fallback>The list could not be loaded, try again later please.</div></amp-list></div>'
            f'<amp-web-push-widget visibility="unsubscribed"><button>Subscribe to notifications</button></amp-web-push-widget></body></html>')


# ---------------------------------------------------------------- 2003

@page("museum", published="2023-08-30")
def odd_table_2003(s):
    b = [e(t) for t in s["body"]]
    spacer = '<img src="/images/spacer.gif" width="1" height="12">'
    inset = (f'<table align="right" width="180" border="0" cellpadding="4" bgcolor="#eeeeee"><tr><td><font size="1" face="verdana"><b>ALSO IN THIS SECTION</b><br>'
             + "<br>".join(f'<a href="/{i}.shtml">{e(t)}</a>' for i, (t, _) in enumerate(TEASERS[:5])) + "</font></td></tr></table>")
    text = f"<font size=6 color=#990000>{b[0][0]}</font>{b[0][1:]}<p>"
    text += f"{b[1]}<p>{inset}{b[2]}<p>" + "<p>".join(b[3:])
    left = "<br>".join(f'<a href="/{x.lower()}.shtml"><font color="#ffffff" size="1">{x}</font></a>' for x in SECTIONS)
    vote = "<form action=/cgi-bin/poll.pl><font size=1><b>TODAY'S POLL</b><br>Should the museum lock its doors?<br><input type=radio name=a>Yes<br><input type=radio name=a>No<br><input type=submit value=Vote></font></form>"
    return (f'<HTML><HEAD><TITLE>{s["site"]} Online - {e(s["title"])}</TITLE><META NAME="date" CONTENT="2023-08-30"></HEAD><BODY BGCOLOR=#FFFFFF TOPMARGIN=0><MAP NAME="m"><AREA SHAPE=rect COORDS="0,0,9,9" HREF="/"></MAP>'
            f'<TABLE WIDTH=760 CELLSPACING=0><TR><TD COLSPAN=5><IMG SRC="/images/top.gif" USEMAP="#m"></TD></TR><TR><TD WIDTH=120 BGCOLOR=#003366 VALIGN=top>{left}</TD><TD WIDTH=10>{spacer}</TD>'
            f'<TD WIDTH=440 VALIGN=top><TABLE><TR><TD><FONT FACE="arial" SIZE=5><B>{e(s["title"])}</B></FONT><BR><FONT SIZE=1>By {s["author"].upper()}<BR>{s["site"]} Staff Writer<BR>Posted: Aug. 30, 2023</FONT></TD></TR><TR><TD><FONT FACE="georgia,times" SIZE=3>{text}</FONT></TD></TR></TABLE>'
            f'<P ALIGN=center><FONT SIZE=1>E-mail this story to a friend | Printer-friendly version</FONT></TD><TD WIDTH=10>{spacer}</TD><TD WIDTH=180 VALIGN=top>{vote}<P><FONT SIZE=1>Get headlines on your desktop with our free ticker. It runs on any computer with a modem.</FONT></TD></TR></TABLE>'
            f'<CENTER><FONT SIZE=1>Copyright 2023 {s["site"]}. This material may not be published, broadcast, rewritten or redistributed.</FONT></CENTER></BODY></HTML>')


# ---------------------------------------------------------------- an empty shell, the text in JSON

@page("trial")
def odd_shell_spans(s):
    def block(text):
        half = len(text) // 2
        return {"t": "para", "c": [{"t": "run", "v": text[:half]}, {"t": "link", "href": "/x", "c": [{"t": "run", "v": text[half:half + 9]}]}, {"t": "run", "v": text[half + 9:]}]}
    state = {"props": {"rail": [{"headline": t, "summary": x} for t, x in TEASERS], "story": {"headline": s["title"], "dek": s["standfirst"],
             "content": [block(t) for t in s["body"][:4]] + [{"t": "ad", "slot": "mid"}, {"t": "promo", "headline": TEASERS[3][0], "c": [{"t": "run", "v": TEASERS[3][1]}]}] + [block(t) for t in s["body"][4:]]}}}
    return doc(s, f'<div id="mount" data-hydrate="page"></div><script type="application/json" data-for="mount">{json.dumps(state).replace("<", "&lt;")}</script><script defer src="/a.js"></script>', og(s))


# ---------------------------------------------------------------- walls

@page("bridge", body=slice(0, 2))
def odd_stub_faded(s):
    offers = "".join(f'<div class="o-card"><h3>{n}</h3><p class="price">{c} a month</p><p>{e(t)}</p><button>Choose {n}</button></div>' for n, c, t in
                     [("Digital", "4.90", "All articles on the web and in the app, for as long as you like."), ("Paper", "19.90", "The printed Post in your letter box six days a week, before seven."), ("Both", "22.90", "Everything that we make, and the crossword of Sunday already on Saturday.")])
    return doc(s, f'<nav>{links(SECTIONS[:7])}</nav><article><h1>{e(s["title"])}</h1><div class="a-by">{s["author"]}, 12 March 2025</div><div class="a-txt">{ps(s["body"][:2])}</div><div class="fade" aria-hidden="true"></div>'
               f'<div class="wall"><h2>Keep reading with a subscription</h2><p>You have reached the end of what everybody may read. Subscribers of the Harbour Post read on here and keep eleven reporters in work.</p>{offers}<p>Already a subscriber? <a href="/in">Log in</a></p></div></article>', og(s))


@page("quake")
def odd_cookie_wall(s):
    vendors = "".join(f"<li><label><input type=checkbox> {e(t)}</label><p>{e(x)}</p></li>" for t, x in [
        ("Store and access information on a device", "Cookies, device or similar online identifiers together with other information can be stored or read on your device to recognise it each time it connects to an app or to a website."),
        ("Use limited data to select advertising", "Advertising presented to you on this service can be based on limited data, such as the website or app you are using, your non-precise location, your device type or which content you are interacting with."),
        ("Create profiles for personalised advertising", "Information about your activity on this service, such as forms you submit and content you look at, can be stored and combined with other information about you or similar users.")] * 3)
    return doc(s, f'<div id="cmp" role="dialog" aria-modal="true"><div class="in"><h2>We value your privacy</h2><p>We and our 842 partners store and access information on a device, such as unique identifiers in cookies, to process personal data. You may accept or manage your choices by clicking below, including your right to object.</p><ul>{vendors}</ul><button>Accept all</button><button>Reject all</button></div></div>'
               f'<div id="page" inert aria-hidden="true" style="filter:blur(8px)"><div class="w"><div class="x1"><a href="/">{s["site"]}</a></div><div class="x2"><h1>{e(s["title"])}</h1><div class="x3">{"".join(f"<div class=x4>{e(t)}</div>" for t in s["body"])}</div></div></div></div>', ld(s))


# ---------------------------------------------------------------- pictures, cards, steps

@page("harvest", extra=lambda s: s["body"])
def odd_gallery(s):
    b = s["body"]
    slides = "".join(f'<li class="g-item"><figure><picture><source srcset="{i}.webp"><img src="{i}.jpg" alt="Orchard, picture {i}"></picture></figure><div class="g-count">{i + 1} / {len(b)}</div><div class="g-text"><p>{e(t)}</p></div><div class="g-credit">Picture: Ona Field/Meadow Gazette</div></li>' for i, t in enumerate(b))
    more = teasers('<li class="g-more"><a href="{url}"><img src="x.jpg"><span>{title}</span></a></li>', 6)
    return doc(s, f'<div class="bar">{links(SECTIONS)}</div><div class="g"><h1>{e(s["title"])}</h1><ol class="g-list">{slides}</ol><div class="g-end"><h3>More galleries</h3><ul>{more}</ul></div></div>', og(s))


DISH = {"title": "Rye pancakes as they are made in Haverby", "standfirst": "", "author": "Marit Obel", "published": "2025-03-01", "site": "Nordlys Weekend", "language": "en",
        "body": ["Signe Dahl made these for the last customers of her shop. \u201cThey want to rest for an hour, and so do I,\u201d she says.",
                 "Her aunt used buttermilk; milk with a spoon of vinegar will do as well.",
                 "Ingredients", "200 g of rye flour", "Half a litre of buttermilk", "Two eggs and a pinch of salt",
                 "Method", "Stir the flour into the buttermilk until no lumps are left, then beat in the eggs and the salt.",
                 "Let the batter stand for an hour under a cloth. It should run slowly from the spoon.",
                 "Bake thin cakes in butter over a low fire, two minutes on each side, and keep them warm.",
                 "\u201cAnd do not wash the pan with soap,\u201d Dahl says."]}


@pages_of({"dish": DISH})("dish", floor=0.9)  # times and calories stand between the paragraphs
def odd_recipe_cards(s):
    b = s["body"]
    card = "".join(f'<div class="rc-nut"><span>{n}</span><b>{v}</b></div>' for n, v in (("kcal", "310"), ("Protein", "9 g"), ("Fat", "8 g")))
    return doc(s, f'<header>{links(SECTIONS[:6])}</header><main class="recipe"><h1>{e(s["title"])}</h1><a class="jump" href="#card">Jump to recipe</a>{ps(b[:2])}'
               f'<section id="card" class="rc"><div class="rc-meta"><span>Prep 10 min</span><span>Cook 20 min</span><span>Serves 4</span></div><div class="rc-col"><h2>{b[2]}</h2><ul>{"".join(f"<li><label><input type=checkbox>{e(t)}</label></li>" for t in b[3:6])}</ul></div>'
               f'<div class="rc-col"><h2>{b[6]}</h2><ol>{"".join(f"<li><p>{e(t)}</p></li>" for t in b[7:10])}</ol></div>{card}</section>{p(b[10])}<div class="rate">Rate this recipe <button>1</button><button>2</button></div></main>', og(s))


# ---------------------------------------------------------------- several things on one page

@page("strike")
def odd_two_articles(s):
    other = WILD["trial"]
    def one(t):
        return (f'<article data-url="/{t["author"][:3]}"><header><h1>{e(t["title"])}</h1><p class="by">By {t["author"]}</p></header><div class="txt">{ps(t["body"])}</div>'
                f'<div class="tags"><a href="/t">News</a></div></article>')
    return doc(s, f'<nav>{links(SECTIONS[:6])}</nav><div id="stream">{one(s)}<div class="sep"><span>Next article</span></div>{one(other)}</div>', og(s) + '<link rel="canonical" href="https://example.org/strike">')


@page("swim")
def odd_thread(s):
    answers = "".join(f'<tr class="post"><td class="who"><b>{e(n)}</b><br>Member<br>Posts: {17 * i + 3}<br>Joined: 2019</td><td class="msg"><div class="date">Today, 10:{i + 10}</div><div class="body">{e(t)}</div><div class="sig">Swim fast, row slow.</div><a href="#">Quote</a> <a href="#">Report</a></td></tr>'
                      for i, (n, t) in enumerate([("deepend", "I was there and it was colder than they say. My toes are still blue and I am typing this with my elbows."), ("otter_9", "Good for her. Next year I will try as well, if the doctor lets me and if the children come along."),
                                                  ("deepend", "Bring two towels. Nobody ever tells you that you need two towels, and then you stand there."), ("Mod Lise", "Please keep to the subject. The thread on towels is in the other room, as it has been since 2014.")]))
    first = "<br><br>".join(e(t) for t in s["body"])
    return doc(s, f'<div class="crumbs"><a href="/">Forum</a> &raquo; <a href="/n">News from the harbour</a></div><h1>{e(s["title"])}</h1><div class="pager">Page 1 of 1</div><table class="thread"><tr class="post"><td class="who"><b>Newsdesk</b><br>Editor<br>Posts: 4012<br>Joined: 2009</td><td class="msg"><div class="date">Today, 09:58</div><div class="body">{first}</div><a href="#">Quote</a> <a href="#">Report</a></td></tr>{answers}</table>'
               '<form><textarea name="reply"></textarea><button>Post reply</button></form><p class="foot">You cannot post new topics in this forum. You cannot edit your posts in this forum.</p>', "")


# ---------------------------------------------------------------- text over pictures, letters in mail markup

@page("village")
def odd_scroll_story(s):
    steps = "".join(f'<div class="step" data-step="{i}"><div class="step-card"><p>{e(t)}</p></div></div>' for i, t in enumerate(s["body"][2:7]))
    return doc(s, f'<header class="thin"><a href="/">{s["site"]}</a></header><section class="cover" style="background-image:url(1.jpg)"><h1>{e(s["title"])}</h1><span class="scroll-hint">Scroll down</span></section>'
               f'<section class="prose">{ps(s["body"][:2])}</section><section class="scrolly"><div class="sticky"><canvas></canvas><svg><text>1984: 600 people</text></svg></div><div class="steps">{steps}</div></section><section class="prose">{ps(s["body"][7:])}</section>'
               f'<section class="credits"><p>Text: Marit Obel. Pictures: Jon Fell. Code: Data desk.</p></section>', og(s))


@page("match")
def odd_mail_letter(s):
    def row(inner):
        return f'<tr><td align="left" style="padding:0 24px 16px;font:16px Georgia"><table role="presentation" width="100%"><tbody><tr><td>{inner}</td></tr></tbody></table></td></tr>'
    body = "".join(row(f'<p style="margin:0">{e(t)}</p>') for t in s["body"])
    other = "".join(row(f'<a href="/{i}"><b>{e(t)}</b></a><br>{e(x)} <a href="/{i}">Read more</a>') for i, (t, x) in enumerate(TEASERS[:3]))
    return doc(s, f'<!--[if mso]><table><tr><td><![endif]--><div style="display:none;max-height:0">The captain, a bandage and a borrowed shirt: your Thursday letter is here &zwnj;&nbsp;&zwnj;&nbsp;</div><table role="presentation" width="600" align="center"><tbody><tr><td><a href="/view">View this email in your browser</a></td></tr>{row("<h1>" + e(s["title"]) + "</h1>")}{body}{row("<h2>Elsewhere</h2>")}{other}'
               f'{row("<p>You receive this email because you signed up at our website. <a href=/u>Unsubscribe</a> or <a href=/p>update your preferences</a> at any time.</p><p>Touchline, 4 Goal Lane, Dunmere</p>")}</tbody></table><!--[if mso]></td></tr></table><![endif]-->', "")
