"""Pages as the web has them: hashed or meaningless class names, minified, long right rails, boxes between the paragraphs, text
that only scripts hold. None of them is a copy of a page; each has the structure of a kind of site."""
import html
import json

from page_kit import doc, e, ld, og, p, pages_of, ps
from wild_stories import COMMENTS, STORIES, TEASERS

page = pages_of(STORIES)
QUOTED = [("headline", STORIES["flood"]["title"])]  # a headline with a quotation reaches the text

SECTIONS = ("Top stories", "World", "Region", "Business", "Opinion", "Culture", "Sport", "Weather", "Travel", "Science", "Puzzles", "Video", "Podcasts", "Obituaries")


def links(names, item="{}", base="/s"):
    return "".join(item.format(f'<a href="{base}/{i}">{e(x)}</a>') for i, x in enumerate(names))


def headlines(item="<li>{}</li>", few=len(TEASERS)):
    return links([t for t, _ in TEASERS[:few]], item, "/a")


def teasers(shape, few=len(TEASERS)):
    """`shape` with {url}, {title}, {text}."""
    return "".join(shape.format(url=f"/a/{i}", title=e(t), text=e(x)) for i, (t, x) in enumerate(TEASERS[:few]))


def thread(shape, times=1):
    return "".join(shape.format(name=e(n), text=e(t)) for n, t in COMMENTS * times)


# ---------------------------------------------------------------- names that say nothing

@page("flood", zones=QUOTED)
def wild_columns(s):
    rows = []
    for i in range(0, len(s["body"]), 4):
        rows.append(f'<div class="css-s99gbd Sbc"><div class="css-53u6y8">' + "".join(f'<p class="css-at9mc1 evys1bk0">{e(t)}</p>' for t in s["body"][i:i + 4]) +
                    '</div><aside class="css-ew4tgv" aria-label="companion column"></aside></div>')
        rows.append(f'<div><div id="strip-{i}-wrapper" class="css-1r07izm"><div id="strip-{i}-slug" class="css-l9onyx"><p>Advertisement</p></div><a href="#after-strip-{i}" class="css-777zgl">SKIP ADVERTISEMENT</a></div></div>')
    figure = ('<figure class="img-sz-large css-hxpw2c" aria-label="media" role="group"><div class="css-1xdhyk6"><span class="css-1ly73wi">Image</span><img src="1.jpg"></div>'
              '<figcaption class="css-gbc9ki ewdxa0s0"><span class="css-jevhma e13ogyst0">A barge with residents of a care home near the eastern lock.</span>'
              '<span class="css-1u46b97 e1z0qqy90"><span class="css-1ly73wi">Credit...</span><span>Lou Ferrin for The Orrel Dispatch</span></span></figcaption></figure>')
    picks = f'<div class="css-1ez5fsm"><div class="css-2fgx4k">Editors\u2019 Picks</div>{teasers("<article class=css-1l4w6pd><a href={url}><div class=css-xdandi><h3>{title}</h3></div></a></article>", 3)}</div>'
    head = "".join(f'<button class="css-fzvsed">{x}</button>' for x in SECTIONS)
    return doc(s, f'<div id="app"><div><div><div class="css-v89234"><header class="css-1d8a290"><section class="css-qz70u7">{head}</section></header></div><div aria-hidden="false"><main id="site-content"><div>'
               f'<article id="story" class="css-1vxca1d e1lmdhsb0"><div id="top-wrapper" class="css-1r07izm"><p>Advertisement</p></div><header class="css-79zo8r euiyums1"><p class="css-1q4xwpt"></p><div class="css-1vkm6nb"><h1 id="link-4e1" class="css-1l8buln e1h9rw200">{e(s["title"])}</h1></div>'
               f'<div class="css-1n0orw4"><ul class="css-1nsxo1u"><li><button>Share full article</button></li><li><button><span>31</span></button></li></ul></div>'
               f'<div class="css-18e8msd"><div class="css-vp77d3"><p class="css-4anu6l e1jsehar1">By <span class="css-1baulvz last-byline">{s["author"]}</span></p></div><div class="css-8atqhb"><p class="css-pncxxs">Reporting from Orrel Ferry</p></div><time class="css-1sbuyqj" datetime="{s["published"]}"><span>Oct. 3, 2025</span></time></div></header>'
               f'{figure}<section name="copy" class="css-1r7ky0e">{"".join(rows)}{picks}</section>'
               f'<div class="bottom css-bvr0kz"><div class="css-9xmynt"><div class="css-pdw9fk"><p><a class="css-1n7hynb" href="/by/x">{s["author"]}</a> covers the river towns and the water board for The Orrel Dispatch. She has lived on Cask Hill since 2008.</p></div></div><p class="css-1ox4y5u">See more on: <a href="/t/1">Floods</a>, <a href="/t/2">Water board</a></p></div></article></div>'
               f'<section class="css-1apv1ff"><h2>More in Region</h2>{teasers("<div class=css-1cp3ece><a href={url}><h3>{title}</h3><p>{text}</p></a></div>")}</section></main></div></div></div></div>', ld(s))


@page("flood", standfirst=True, zones=QUOTED)
def wild_islands(s):
    first = s["body"][0]
    drop = f'<p class="dcr-s3ycb2"><span data-name="dropcap" class="dcr-uw01fe">{first[0]}</span><span class="dcr-bs1">{e(first[1:])}</span></p>'
    rich = (f'<figure id="f1" data-spacefinder-role="richLink" class="dcr-1vc"><gu-island name="RichLink" props="{{}}"><div class="dcr-kmn"><a href="/a/0"><img src="0.jpg"><div>{e(TEASERS[0][0])}</div><div>Read more</div></a></div></gu-island></figure>')
    letter = ('<figure class="dcr-173m"><a class="dcr-jz" href="#EmailSignup-skip-link-9">skip past newsletter promotion</a><aside class="dcr-av0"><div><h4>Sign up to First Light</h4><p>Our morning email tells you what is going on and why it matters, before the kettle has boiled.</p>'
              '</div><p>Privacy Notice: Newsletters may contain information about charities, online advertisements and content funded by outside parties. For more information see our Privacy Policy.</p></aside><p id="EmailSignup-skip-link-9">after newsletter promotion</p></figure>')
    epic = ('<div id="slot-body-end"><gu-island name="SlotBodyEnd"><section class="dcr-ep"><h2>We have a small favour to ask</h2><p>Millions have turned to us for open, independent journalism this year, and readers in 140 countries now support us financially. We would like to invite you to join them today.</p>'
            '<p>Unlike many others we have no owner who tells us what to write, and no shareholders who wait for their money. Every contribution, however big or small, protects that for the years that lie ahead of all of us.</p><p>Support us from as little as \u00a31. It only takes a minute. Thank you.</p><div><button>Single</button><button>Monthly</button></div></section></gu-island></div>')
    return doc(s, f'<header>{links(SECTIONS, "<div class=dcr-n>{}</div>")}</header><main><article><div data-gu-name="headline"><h1 class="dcr-u0">{e(s["title"])}</h1></div><div data-gu-name="standfirst"><div class="dcr-sf1"><p>{e(s["standfirst"])}</p></div></div>'
               f'<aside data-gu-name="meta"><div class="dcr-m"><address><a rel="author" href="/p">{s["author"]}</a></address><details class="dcr-d"><summary>Fri 3 Oct 2025 08.45 BST</summary>First published on Fri 3 Oct 2025 07.12 BST</details></div><div class="dcr-sh"><button>Share</button></div></aside>'
               f'<div data-gu-name="body"><div id="maincontent" class="dcr-sel">{drop}{ps(s["body"][1:4], "class=dcr-s3ycb2")}{rich}{ps(s["body"][4:8], "class=dcr-s3ycb2")}{letter}{ps(s["body"][8:], "class=dcr-s3ycb2")}</div>{epic}<div class="dcr-kw"><span>Topics</span><ul><li><a href="/t/1">Flooding</a></li><li><a href="/t/2">Region</a></li></ul></div></div></article></main>'
               f'<section data-component="most-viewed"><h2>Most viewed</h2><ol>{headlines()}</ol></section><footer>{links(SECTIONS, "<li>{}</li>")}<div>\u00a9 2025 All rights reserved. (dcr)</div></footer>', ld(s))


@page("budget")
def wild_letters(s):
    body = "".join(f'<div class=a3><span class=z>{e(t)}</span></div>' + (f'<div class=a9><a href=/a/{i}>{e(TEASERS[i][0])}</a></div>' if i in (1, 4) else "") for i, t in enumerate(s["body"]))
    return (f'<!doctype html><html lang=en><head><meta charset=utf-8><title>{e(s["title"])} - {s["site"]}</title></head><body><div class=a><div class=b>{links(SECTIONS, "<div class=b1>{}</div>")}</div><div class=c><div class=c1><div class=a1>{e(s["title"])}</div><div class=a2>{e(s["author"])} <i>\u00b7</i> 18.11.2025 <i>\u00b7</i> 3 min</div>'
            f'{body}</div><div class=c2>{teasers("<div class=d1><a href={url}><div class=d2>{title}</div></a><div class=d3>{text}</div></div>")}</div></div><div class=f>{links(("Imprint", "Privacy", "Contact", "Advertise", "Jobs"), "<span class=f1>{}</span>")}<div class=f2>\u00a9 Handelspost 2025</div></div></div></body></html>')


@page("trial")
def wild_letters_talk(s):
    talk = thread("<div class=q1><div class=q2>{name}</div><div class=q3>{text}</div><div class=q4><a href=#>Reply</a> <a href=#>12</a> <a href=#>3</a></div></div>", 2)
    return doc(s, f'<div class=t><div class=u>{links(SECTIONS[:9])}</div></div><div class=w><h1 class=h>{e(s["title"])}</h1><div class=x>{"".join(f"<div>{e(t)}</div>" for t in s["body"])}</div><div class=y>34 responses <a href=#>Newest first</a></div><div class=q>{talk}</div></div>', og(s))


# ---------------------------------------------------------------- more around than inside

@page("match")
def wild_rail(s):
    rail = teasers('<li class="pf-i"><a href="{url}"><img src="{url}.jpg"><span class="pf-t">{title}</span></a><p>{text} {text}</p></li>') * 3
    shots = '<div class="spl ig"><div><img src="2.jpg"><a class="bt">+4</a> View gallery</div><p class="icp">Sorel, in the shirt of the kit man\u2019s choice, lifts a flag from the crowd</p></div>'
    carousel = f'<div class="rc-box"><h3>RELATED ARTICLES</h3><ul>{links(["Previous", "1", "2", "3", "Next"], "<li>{}</li>")}</ul><ul>{headlines("<li><div>{}</div></li>", 6)}</ul><div><h4>Share this article</h4><a href="#">Share</a> <span>2.1k shares</span></div></div>'
    a = 'class="mpw"'
    return doc(s, f'<div id="pg"><div class="hd">{links(SECTIONS * 3, "<span>{}</span>")}</div><div id="js-text" class="as"><h1>{e(s["title"])}</h1><ul class="mbl"><li><strong>Sorel scores in the 94th minute</strong></li><li><strong>Dunmere in the final for the first time since 1978</strong></li><li><strong>Castleford hit the post twice</strong></li></ul>'
               f'<p class="ath">By <a href="/r">CALLUM REYES FOR TOUCHLINE</a></p><p class="bts"><span>PUBLISHED: <time>21:58, 7 May 2025</time></span> | <span>UPDATED: <time>23:10, 7 May 2025</time></span></p><div class="shr"><a href="#">e-mail</a><span>48 shares</span><a href="#">143<br>View comments</a></div>'
               f'<div itemprop="articleBody">{ps(s["body"][:3], a)}{shots}{ps(s["body"][3:5], a)}{carousel}{ps(s["body"][5:], a)}</div><p class="cm-h">Comments (143)</p></div><div class="bt-r"><div class="pf"><h2>Touchline today</h2><ul>{rail}</ul></div></div></div>', "")


@page("brief")
def wild_brief(s):
    wall = teasers('<div class="grid-x"><div class="cell"><h5><a href="{url}">{title}</a></h5><p>{text}</p><small>2 hrs ago</small></div></div>')
    return doc(s, f'<div class="off-canvas"><ul class="vertical">{links(SECTIONS * 2, "<li>{}</li>")}</ul></div><div class="top-bar"><form><input></form></div><div class="grid-x"><div class="cell large-8"><h1>{e(s["title"])}</h1><p class="lead-image"><img src="bus.jpg"></p><p><em>Friday, 4 April 2025</em></p>{ps(s["body"])}</div>'
               f'<div class="cell large-4"><h4>On air now</h4><p>The Breakfast Table with Ola and Kim, weekdays from six to nine. Call us on 0300 11 22 or send a voice message to the studio.</p>{wall}</div></div><div class="grid-x"><div class="cell"><h4>Latest</h4>{wall}</div></div>', og(s))


@page("trial")
def wild_consent(s):
    words = ("We value your privacy. We and our 1,147 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for the purposes described below. ",
             "You may click to consent to our and our partners\u2019 processing as described. Alternatively you may access more detailed information and change your preferences before consenting or refusing. ",
             "Your preferences will apply to this website only. You can change your preferences at any time by returning to this site and clicking the button at the bottom of the webpage. ",
             "Precise geolocation data and identification through device scanning, personalised advertising and content, measurement, audience research and services development: these are the purposes for which data is used. ")
    wall = "".join(f"<p>{x}</p>" for x in words * 4)
    return doc(s, f'<div id="sp_message_container_1"><div class="message type-modal"><h2>Your choice</h2>{wall}<button>Accept all</button><button>Settings</button></div></div><div class="shell">{links(SECTIONS, "<b>{}</b> ")}<div class="main-col"><h1>{e(s["title"])}</h1>{ps(s["body"])}</div></div>', og(s))


@page("village")
def wild_feed_below(s):
    return doc(s, f'<div class="lay-1"><div class="lay-2"><h2 class="ttl">{e(s["title"])}</h2>{"".join(f"<p class=px>{e(t)}</p>" for t in s["body"])}</div></div><div class="lay-3">' +
               teasers('<div class="crd"><img src="x.jpg"><p class="crd-t">{title}</p><p class="crd-x">{text}</p><p class="crd-m">Culture \u00b7 4 min</p></div>') + "</div>", og(s))


# ---------------------------------------------------------------- boxes between the paragraphs

BOX = ["The 1994 flood", "The Temmer rose by 4.1 metres within a day, and 1,200 people lost their homes. It was the highest level since measurements began.",
       "A commission then proposed to raise both dikes by a metre. Only the western bank was built, at a cost of 18 million."]


@page("flood", extra=lambda s: s["body"][:6] + BOX + s["body"][6:], zones=QUOTED)
def wild_fact_box(s):
    box = f'<aside class="bx"><h3>{BOX[0]}</h3><p>{BOX[1]}</p><p>{BOX[2]}</p></aside>'
    promo = '<aside class="bx"><h3>Stay dry</h3><p>Our weekly letter brings you the best stories from along the river, with a recipe. Sign up here and never miss one.</p><form><input type="email"><button>OK</button></form></aside>'
    more = f'<aside class="bx"><h3>More</h3><ul>{headlines(few=4)}</ul></aside>'
    return doc(s, f'<header>{links(SECTIONS)}</header><article><h1>{e(s["title"])}</h1>{ps(s["body"][:3])}{more}{ps(s["body"][3:6])}{box}{ps(s["body"][6:10])}{promo}{ps(s["body"][10:])}</article><aside><h3>Most read</h3><ol>{headlines()}</ol></aside>', ld(s))


@page("budget")
def wild_also_read(s):
    b = s["body"]
    return doc(s, f'<div class="nav_wrap">{links(SECTIONS, "<li>{}</li>")}</div><div class="sp-cn"><h1>{e(s["title"])}</h1><h2 class="sp-ds"></h2><div class="pst-by"><span>Edited by:</span> <a href="/e">News Desk</a> <span>Business</span> <span>Nov 18, 2025 15:35 pm IST</span></div><div class="ins_inst" data-x="1"><div>Follow us on <a href="#">Google News</a></div></div>'
               f'{ps(b[:2])}<p><strong>ALSO READ | <a href="/a/1">{e(TEASERS[0][0])}</a></strong></p>{ps(b[2:4])}<div class="v-embed"><div>Video</div><div>Watch: Minister explains the plan</div></div>{p(b[4])}<p><b>Also Read: </b><a href="/a/2">{e(TEASERS[1][0])}</a></p><p><b>{"<a href=/a/3>" + e(TEASERS[2][0]) + "</a>"}</b></p>{ps(b[5:])}'
               '<p><i>(Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)</i></p><p><b>For the latest news and live updates, like us on <a href="#">Facebook</a> or follow us on <a href="#">X</a> and <a href="#">Instagram</a>.</b></p>'
               f'<div class="tg_wrp"><a href="/t/1">Ostmark</a><a href="/t/2">Fuel Duty</a></div><div class="cmt_btn">Post a comment</div></div><div class="rhs"><div class="trend"><h3>Trending</h3>{headlines("<p>{}</p>")}</div></div>', ld(s))


@page("match")
def wild_native_advert(s):
    unit = ('<div class="ntv" data-native="1"><div class="lbl">Presented by Brightwater Homes</div><h3>Five reasons to move to the coast this year</h3><p>Fresh air, short queues and a sea view from the kitchen: at Brightwater we build houses for people who have had enough of the ring road. '
            'Visit our show home on any weekend and bring the children. There is cake.</p><a href="/out">Find out more</a></div>')
    return doc(s, f'<div class="gh">{links(SECTIONS)}</div><div class="gc"><h1>{e(s["title"])}</h1><div class="gt">{ps(s["body"][:4])}{unit}{ps(s["body"][4:])}</div></div>', ld(s))


@page("village")
def wild_share_words(s):
    bar = ('<div class="sd"><span>1.2K Shares</span><ul><li><a href="#">Click to share on Facebook (Opens in new window)</a></li><li><a href="#">Click to email a link to a friend (Opens in new window)</a></li><li>Gift article</li></ul></div>'
           '<div class="au"><span>Listen to this article</span> <span>0:00</span> / <span>7:41</span><p>This article was voiced by a computer. Tell us if you hear anything that is wrong.</p></div><div class="rs">Resize text <a href="#">A-</a> <a href="#">A+</a></div><div class="gg">Add us as a preferred source on Google</div>')
    return doc(s, f'{links(SECTIONS)}<div class="mn"><h1>{e(s["title"])}</h1><div class="hl">{s["author"]}</div>{bar}<div class="tx">{ps(s["body"])}</div>{bar}<div class="hlp">Was this article useful? <a href="#">Yes</a> <a href="#">No</a></div></div>', og(s))


@page("trial", extra=lambda s: s["body"] + ["A previous version of this article gave the age of Casimir Holt as 59. He is 58."])
def wild_tail(s):
    tail = ("<p>A previous version of this article gave the age of Casimir Holt as 59. He is 58.</p><hr><p><em>Teo Lindqvist-Abara is the Tribune\u2019s courts reporter. Reach him at 555-0142 or tla@portway.example. Follow him on X: @teolabara.</em></p>"
            "<p><b>Get the Tribune in your inbox.</b> Our evening briefing has all the day\u2019s news. <a href='/nl'>Subscribe here</a>.</p><p>Copyright 2024 Portway Tribune. Distributed by Harbor Content Agency.</p>")
    return doc(s, f'<div id="tncms">{links(SECTIONS)}</div><div class="asset"><div class="asset-head"><h1><span>{e(s["title"])}</span></h1><ul class="list-inline"><li>By TEO LINDQVIST-ABARA tla@portway.example</li><li>Dec 11, 2024</li><li>Updated Dec 12, 2024</li></ul></div><div class="row"><div class="asset-content">'
               + "".join(f'<div class="sub-only">{p(t)}</div>' for t in s["body"]) + tail + "</div></div></div>", og(s))


@page("flood", title="\u2018We had ten minutes\u2019: river breaks its banks at Orrel Ferry", zones=QUOTED)
def wild_signup_plain(s):
    box = '<div class="k7"><div class="k8">River watch</div><div class="k9">Twice a week, free: who decides about the water, and what it costs.</div><div class="k9"><input placeholder="Your email"><span class="k10">I agree to the terms and conditions.</span></div></div>'
    return doc(s, f'<div class="k0">{links(SECTIONS)}</div><div class="k1"><div class="k2"><h1>{e(s["title"])}</h1></div><div class="k3">' + "".join(f'<div class="k4"><p>{e(t)}</p></div>' + (box if i == 5 else "") for i, t in enumerate(s["body"])) + "</div></div>", og(s))


# ---------------------------------------------------------------- captions, headlines, bylines in odd places

@page("flood", zones=QUOTED)
def wild_captions(s):
    b = s["body"]
    one = '<table class="img" align="right" width="220"><tr><td><img src="1.jpg" width="220"></td></tr><tr><td><font size="1">Imre Castell and the parrot, which is called Admiral. (Lou Ferrin/Dispatch)</font></td></tr></table>'
    two = '<dl class="ph"><dt><img src="2.jpg"></dt><dd>Volunteers put up camp beds in the gymnasium on Cask Hill.</dd></dl>'
    three = '<p><img src="3.jpg"><br><small>The eastern lock on Friday morning. \u00a9 Lou Ferrin</small></p>'
    return doc(s, f'{links(SECTIONS)}<div class="cnt"><h1>{e(s["title"])}</h1>{p(b[0])}{one}{ps(b[1:5])}{two}{ps(b[5:9])}{three}{ps(b[9:])}</div>', og(s))


@page("village", extra=lambda s: s["body"][:3] + ["\u201cAnd do what?\u201d"] + s["body"][3:6] + ["A van without a door"] + s["body"][6:])
def wild_hero(s):
    b = s["body"]
    return doc(s, f'<div class="hero-full" style="background:url(h.jpg)"><div class="hero-in"><span class="kick">Long read</span><h1>{e(s["title"])}</h1><div class="by2">Words by Marit Obel. Pictures by Jens Fal.</div></div></div><div class="scroll-x"><div class="in"><p><span class="cap1">{b[0][0]}</span>{e(b[0][1:])}</p>{ps(b[1:3])}</div>'
               f'<div class="in"><p><strong>\u201cAnd do what?\u201d</strong></p>{ps(b[3:6])}</div><div class="full"><img src="4.jpg"></div><div class="in"><p><b>A van without a door</b></p>{ps(b[6:])}</div></div><div class="nxt"><a href="/a/4"><span>Next story</span><b>{e(TEASERS[4][0])}</b></a></div>', og(s))


@page("match")
def wild_byline_inside(s):
    return doc(s, f'<div>{links(SECTIONS)}</div><div id="story"><h1>{e(s["title"])}</h1><div class="d"><p>By Callum Reyes, football correspondent</p><p>May 7, 2025 9:58 pm</p><p>Updated: May 7, 2025 11:10 pm</p>{ps(s["body"])}</div></div>', og(s))


# ---------------------------------------------------------------- old, broken, pressed

@page("budget")
def wild_capitals(s):
    lines = "<BR><BR>\n&nbsp;&nbsp;&nbsp;&nbsp;".join(e(t).replace("\u201c", "&ldquo;").replace("\u201d", "&rdquo;").replace("\u2019", "&#146;") for t in s["body"])
    return (f'<HTML><HEAD><TITLE>{e(s["title"])}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"></HEAD><BODY BGCOLOR="#FFFFFF" LINK="#003399"><TABLE WIDTH=770 BORDER=0 CELLPADDING=0><TR><TD WIDTH=130 VALIGN=TOP BGCOLOR="#003366"><FONT FACE="Arial" SIZE=1>' +
            links(SECTIONS, "{}<BR>") + f'</FONT></TD><TD WIDTH=480 VALIGN=TOP><FONT FACE="Times" SIZE=5><B>{e(s["title"])}</B></FONT><BR><FONT FACE="Arial" SIZE=1>Tuesday, November 18, 2025; Page A01</FONT><BR><BR><FONT FACE="Times" SIZE=3>&nbsp;&nbsp;&nbsp;&nbsp;{lines}</FONT><BR><BR>'
            f'<FONT FACE="Arial" SIZE=1>&copy; Copyright 2025 Handelspost. <A HREF="/c">All rights reserved</A>.</FONT></TD><TD WIDTH=160 VALIGN=TOP><FONT FACE="Arial" SIZE=1>' + headlines("{}<BR><BR>") + "</FONT></TD></TR></TABLE></BODY></HTML>\n")


@page("trial")
def wild_broken(s):
    b = [e(t).replace("\u201c", "&#8220;").replace("\u201d", "&#8221;").replace("\u2019", "&rsquo;") for t in s["body"]]
    return (f'<html><head><title>{e(s["title"])}</title><body class=page><b><div id=hd><ul>{headlines("<li>{}", 4)}</ul></b></div><div id=main><h1>{e(s["title"])}</h2><div class="txt><"><p>{b[0]}</p></p><p><i>{b[1]}<p>{b[2]}</i></b><p>{b[3]}<div>{b[4]}</p></div><table><p>{b[5]}</p><tr><td><div>{b[6]}</td></div></tr></table>'
            f'<font><p>{b[7]}</font><p>{b[8]}<br/></br><p>{b[9]}</span></span><p>{b[10]}</div></div><div id=ft>Copyright &copy 2024<a href=/x>Imprint<a href=/y>Privacy</div>')


@page("flood", zones=QUOTED)
def wild_nested_tables(s):
    def table(inner, width="100%"):
        return f'<table border=0 cellspacing=0 width={width}><tbody><tr><td>{inner}</td></tr></tbody></table>'
    text = "".join(f'<tr><td class="n"><p align="justify">{e(t)}</p></td></tr>' for t in s["body"])
    left = table("".join(f'<tr><td>{x}</td></tr>' for x in links(SECTIONS, "{}|").split("|")))
    right = table(teasers('<b><a href="{url}">{title}</a></b><br>{text}<br><a href="{url}">[more]</a><hr>', 6))
    return doc(s, table(f'<table><tr><td valign=top>{left}</td><td valign=top>{table("<h1>" + e(s["title"]) + "</h1>")}<table>{text}</table></td><td valign=top>{right}</td></tr></table>') + table("<center><small>Contact | Imprint</small></center>"), "")


@page("match")
def wild_one_line_breaks(s):
    return doc(s, f'<div class="menu1">{links(SECTIONS)}</div><div class="det"><h1>{e(s["title"])}</h1><div class="det_dt">07/05/2025 21:58</div><div class="det_tx">' + "<br>".join(e(t) for t in s["body"]) + '<br><br>Source: Touchline<br></div><div class="prv"><a href="/p">&laquo; Previous</a> <a href="/n">Next &raquo;</a></div></div>', og(s))


# ---------------------------------------------------------------- text in scripts

@page("flood")
def wild_global_content(s):
    elements = [{"_id": "A0", "type": "image", "caption": "Imre Castell carried the parrot of his neighbour to the attic on Friday morning.", "credits": {"by": [{"name": "Lou Ferrin"}]}}]
    for i, t in enumerate(s["body"]):
        elements.append({"_id": f"B{i}", "type": "text", "additional_properties": {"comments": []}, "content": e(t).replace("water board", '<a href="/t/2" target=_blank>water board</a>').replace("Castell", "<b>Castell</b>")})
        if i == 6:
            elements.append({"_id": "L1", "type": "interstitial_link", "content": "Read: " + TEASERS[0][0] + " and what it means for the towns along the river.", "url": "/a/0"})
    data = {"_id": "X1", "canonical_url": "/flood", "headlines": {"basic": s["title"]}, "description": {"basic": s["standfirst"]}, "content_elements": elements, "type": "story",
            "related_content": {"basic": [{"type": "story", "description": {"basic": x}, "headlines": {"basic": t}} for t, x in TEASERS]}}
    return doc(s, '<div id="fusion-app"></div><script type="application/javascript">window.Fusion=window.Fusion||{};Fusion.arcSite="orrel";Fusion.contextPath="/pf";Fusion.globalContent=' + json.dumps(data).replace("</", "<\\/") +
               ';Fusion.globalContentConfig={"source":"content-api","query":{"uri":"/flood"}};Fusion.lastModified=1759477500</script>', og(s))


@page("trial")
def wild_json_in_json(s):
    blocks = [{"key": str(i), "text": t, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []} for i, t in enumerate(s["body"])]
    state = {"ROOT_QUERY": {"viewer": None}, "Article:77": {"__typename": "Article", "title": s["title"], "summary": s["standfirst"], "body": json.dumps({"blocks": blocks, "entityMap": {}})},
             "Article:78": {"__typename": "Article", "title": TEASERS[0][0], "summary": TEASERS[0][1]}}
    return doc(s, '<div id="root"></div><script>window.__APOLLO_STATE__=' + json.dumps(state) + ";</script>", og(s))


@page("village")
def wild_graph_body(s):
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": s["site"], "description": "Long reads for slow mornings, every weekend since 1961."}, {"@type": "BreadcrumbList", "itemListElement": []},
             {"@type": ["Article", "NewsArticle"], "headline": s["title"], "datePublished": s["published"], "author": {"@type": "Person", "name": s["author"]}, "articleBody": html.escape("".join(f"<p>{t}</p>" for t in s["body"]))}]}
    return doc(s, f'<div class="bar">{links(SECTIONS)}</div><div class="art"><h1>{e(s["title"])}</h1>{p(s["body"][0])}<div class="fade"></div><div class="gate"><b>This story is for members</b><p>Become a member to read this and all other long reads.</p><a href="/m">Join</a></div></div>' +
               '<script type="application/ld+json">' + json.dumps(graph).replace("</", "<\\/") + "</script>", "")


@page("budget")
def wild_flight_data(s):
    tree = [["$", "article", None, {"children": [["$", "h1", None, {"children": s["title"]}]] + [["$", "p", f"p{i}", {"className": "t", "children": t}] for i, t in enumerate(s["body"])]}]]
    text = "1:" + json.dumps(tree) + "\n"
    half = len(text) // 2
    push = "".join(f"<script>self.__next_f.push([1,{json.dumps(x)}])</script>" for x in (text[:half], text[half:]))
    return doc(s, f'<div hidden id="S:0"></div><main class="flex"><div class="animate-pulse">Loading\u2026</div></main><script>(self.__next_f=self.__next_f||[]).push([0])</script>{push}', og(s))


# ---------------------------------------------------------------- kinds of text

STEPS = ["Switch off the power before you step into water, and keep away from the sockets.", "Take photographs of everything, also of what seems worthless, before you throw it away.",
         "Call your insurer within three days; most policies ask for that in the small print.", "Do not pump the cellar dry too fast: the walls may give way while the ground is still full."]


@page("flood", body_only=["The water is going, the mud stays. What should people do first? We asked the county\u2019s emergency office."] + STEPS + ["\u201cAnd talk to your neighbours,\u201d adds the office\u2019s Ruth Kay. \u201cThe lists are always shorter when they are shared.\u201d"],
      title="After the flood: what to do first")
def wild_numbered(s):
    texts = PAGES_BODY["wild_numbered"]
    items = "".join(f"<li><p>{e(t)}</p></li>" for t in STEPS)
    return doc({**s, "title": "After the flood: what to do first"}, f'<ul id="mainmenu">{links(SECTIONS, "<li>{}</li>")}</ul><div id="c"><h1>After the flood: what to do first</h1>{p(texts[0])}<ol>{items}</ol>{p(texts[-1])}</div>', "")


PAGES_BODY = {"wild_numbered": ["The water is going, the mud stays. What should people do first? We asked the county\u2019s emergency office.",
                                "\u201cAnd talk to your neighbours,\u201d adds the office\u2019s Ruth Kay. \u201cThe lists are always shorter when they are shared.\u201d"]}

POSTS = [("17.42", "Bridge closed to lorries", ["The county has closed the Temmer bridge to lorries.", "Cars may still cross."]),
         ("16.05", "\u2018Stay upstairs\u2019", ["The emergency office asks people in Lower Orrel to stay upstairs and to hang a white cloth from a window if they need help.", "\u201cWe will come to everybody. It may take an hour,\u201d says its head, Ruth Kay."]),
         ("14.30", "Mayor blames pumps", ["Two of four pumps at the eastern lock were out of order, mayor Odile Brankov says."]),
         ("12.10", "Level falls", ["The level at the lock has fallen by forty centimetres since seven o\u2019clock, according to the water board."])]


@page("flood", body_only=[x for _, h, t in POSTS for x in [h] + t], zones=QUOTED)
def wild_live(s):
    keys = "".join(f'<li><a href="#b{i}"><time>{t}</time> {e(h)}</a></li>' for i, (t, h, _) in enumerate(POSTS))
    blocks = "".join(f'<li id="b{i}" class="lb__i"><div class="lb__t"><span>{t}</span><span>CEST</span></div><h2 class="lb__h">{e(h)}</h2><div class="lb__c">{ps(x)}</div><div class="lb__s"><button>Share</button><a href="#b{i}">Link to this post</a></div></li>' for i, (t, h, x) in enumerate(POSTS))
    return doc(s, f'<div class="mh">{links(SECTIONS)}</div><div class="lb"><h1>{e(s["title"])}</h1><div class="lb__k"><h3>Key events</h3><ul>{keys}</ul><label><input type="checkbox">Show key events only</label><div>Please turn on JavaScript to use this feature</div></div><ol class="lb__l">{blocks}</ol><button>Older posts</button></div>', og(s))


@page("village", body=slice(0, 6))
def wild_letter_site(s):
    sub = '<div class="sub-w"><div class="preamble"><p>Thanks for reading! Subscribe for free to receive new posts and support my work.</p></div><form><input type="email"><input type="submit" value="Subscribe"></form></div>'
    return doc(s, f'<div class="tb"><a href="/">Nordlys</a> <a href="/archive">Archive</a> <a href="/about">About</a></div><div class="single-post"><article class="post"><div class="hdr"><h1 dir="auto">{e(s["title"])}</h1><div class="meta">Marit Obel<div>Feb 22, 2025</div></div><div class="ub">41 7 3 Share</div></div><div class="available"><div dir="auto" class="md">{ps(s["body"][:3])}{sub}{ps(s["body"][3:6])}<p class="btn-w"><a href="/s">Share</a></p></div></div></article></div>'
               '<div class="cms"><h4>Discussion about this post</h4><div class="pc">' + thread('<div class="cm"><a href="/u">{name}</a><div class="cb"><p>{text}</p></div><button>Reply</button></div>') + "</div></div>", og(s))


TALK = [("Host:", "Ruth Kay, you run the emergency office. When did you know how bad it would be?"), ("Ruth Kay:", "At twenty past four. The gauge at Hale Mill jumped, and then it went dead, which is worse."),
        ("Host:", "And then?"), ("Kay:", "Then I rang the mayor. She was up already."), ("Host:", "People say that the sirens came late."), ("Kay:", "They are right. They came at ten to five. We are going to find out why, and I will tell you on this programme.")]


@page("flood", body_only=["This is a transcript of an interview in our programme of Friday evening."] + [f"{a} {b}" for a, b in TALK], title="Flood interview: \u2018Then it went dead\u2019", zones=[("headline", "Flood interview: \u2018Then it went dead\u2019")])
def wild_transcript(s):
    return doc({**s, "title": "Flood interview: \u2018Then it went dead\u2019"}, f'<div class="mast">{links(SECTIONS)}</div><div class="prog"><h1>Flood interview: \u2018Then it went dead\u2019</h1><div class="player">Download (12 min)</div><div class="tr"><p>This is a transcript of an interview in our programme of Friday evening.</p>' +
               "".join(f"<p><b>{a}</b> {e(b)}</p>" for a, b in TALK) + "</div></div>", "")


@page("trial")
def wild_pages_of_one(s):
    return doc(s, f'<div class="m">{links(SECTIONS)}</div><div class="i"><h1>{e(s["title"])}</h1><p class="pgs">Page 1 of 3 <a href="/x?p=2">2</a> <a href="/x?p=3">3</a> <a href="/x?p=2">Next page</a></p>{ps(s["body"])}<p><b>Continued on next page</b></p><p class="pgs"><a href="/x">1</a> <a href="/x?p=2">2</a> <a href="/x?p=3">3</a></p><p><a href="/x?view=all">View as single page</a></p></div>', og(s))


@page("budget", standfirst=True)
def wild_amp(s):
    gate = ('<section amp-access="NOT access" amp-access-hide><h3>You have read your last free article</h3><p>Subscribe to the Handelspost for one crown a month and read everything, on paper and on every device you own.</p></section>'
            '<amp-list src="/r.json"><template type="amp-mustache"><a href="{{url}}">{{title}}</a><p>{{summary}} is what we think about it, and much more on our pages.</p></template></amp-list><amp-accordion><section><h4>Sections</h4><ul>' + links(SECTIONS, "<li>{}</li>") + "</ul></section></amp-accordion>")
    return (f'<!doctype html><html \u26a1 lang=en><head><meta charset=utf-8><title>{e(s["title"])}</title>{ld(s)}</head><body><header><a href="/">Handelspost</a><button on="tap:menu.toggle">Menu</button></header><main><h1>{e(s["title"])}</h1><p class="dek">{e(s["standfirst"])}</p><amp-img src="1.jpg"></amp-img>'
            f'<section amp-access="access">{ps(s["body"][:5])}<amp-ad type="x"><div placeholder>Advertisement</div></amp-ad>{ps(s["body"][5:])}</section>{gate}</main><footer>\u00a9 2025</footer></body></html>')
