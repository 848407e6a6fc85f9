"""Pages of a fourth round, after a look at pages of real sites: what themes, site builders, old portals and scripts wrap around
an article, in other scripts and encodings too. The stories are invented; the structures are what such systems write."""
import json

from page_kit import doc, e, ld, og, p, pages_of, ps
from far_stories import STORIES as FAR, SPANISH_COMMENTS, SPANISH_MENU, LONG_COMMENTS, ARABIC_MENU, CHINESE_MENU
from stories import STORIES as SHORT
from wild_pages import QUOTED, SECTIONS, headlines, links, teasers, thread
from wild_stories import STORIES as WILD, TEASERS

page = pages_of({**SHORT, **WILD, **FAR})


# ---------------------------------------------------------------- themes and site builders

@page("trial", published="2024-12-11")
def far_theme(s):
    related = '<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">X</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items"><div class="jp-relatedposts-post"><h4><a href="/a/1">' + e(TEASERS[1][0]) + '</a></h4><p>' + e(TEASERS[1][1]) + '</p></div></div></div>'
    talk = '<div id="comments" class="comments-area"><h2 class="comments-title">3 thoughts on &ldquo;' + e(s["title"]) + '&rdquo;</h2><ol class="comment-list">' + thread('<li class="comment depth-1"><article class="comment-body"><footer><b class="fn">{name}</b> <span class="says">says:</span></footer><div class="comment-content"><p>{text}</p></div><div class="reply"><a class="comment-reply-link">Reply</a></div></article></li>') + '</ol></div>'
    side = '<aside class="sidebar"><section class="widget widget_text"><h4>About this site</h4><div class="textwidget"><p>The Portway Tribune is written by three people in a room above the chandler&rsquo;s. We print what we can check and say what we cannot.</p></div></section><section class="widget widget_recent_comments"><ul>' + "".join(f"<li>{n} on <a href=x>{e(t)}</a></li>" for n, (t, _) in zip("abcde", TEASERS)) + "</ul></section></aside>"
    return doc(s, f'<div class="site-container"><header class="site-header"><p class="site-title"><a href="/">{s["site"]}</a></p><p class="site-description">News from the yards and the quays</p></header>{links(SECTIONS, "<li class=menu-item>{}</li>")}<div class="site-inner"><div class="content-sidebar-wrap"><main class="content"><div class="breadcrumb">You are here: <a href="/">Home</a> / <a href="/c">Courts</a> / {e(s["title"])}</div><article class="post-41 post type-post entry"><header class="entry-header"><h1 class="entry-title">{e(s["title"])}</h1><p class="entry-meta"><time class="entry-time">December 11, 2024</time> By <span class="entry-author"><a href="/x">{s["author"]}</a></span> <span class="entry-comments-link"><a href="#c">3 Comments</a></span></p></header><div class="entry-content">{ps(s["body"])}{related}</div><footer class="entry-footer"><p class="entry-meta"><span class="entry-categories">Filed Under: <a href="/c">Courts</a></span> <span class="entry-tags">Tagged With: <a href="/t">cranes</a></span></p></footer></article><section class="author-box"><h4>About {s["author"]}</h4><p>Teo has sat in courtrooms for the Tribune since 1997 and still takes notes with a pencil. He lives on a boat.</p></section><div class="adjacent-entry-pagination"><div class="pagination-previous"><a href="/p">&laquo; {e(TEASERS[3][0])}</a></div><div class="pagination-next"><a href="/n">{e(TEASERS[4][0])} &raquo;</a></div></div>{talk}</main>{side}</div></div><footer class="site-footer"><p>Copyright &copy; 2024 &middot; News Theme</p></footer></div>',
               f'<meta property="og:title" content="{e(s["title"])} - {s["site"]}">')


@page("museum")
def far_nodes(s):
    more = "".join(f'<div class="views-row"><div class="node node-article node-teaser"><h2 class="title"><a href="/n/{i}">{e(t)}</a></h2><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded"><p>{e(x)}</p></div></div></div><ul class="links inline"><li class="node-readmore"><a href="/n/{i}">Read more</a></li></ul></div></div>' for i, (t, x) in enumerate(TEASERS[:6]))
    return doc(s, f'<div id="page-wrapper"><div id="page"><div id="header">{links(SECTIONS)}</div><div id="main-wrapper"><div id="main"><div id="content"><h1 class="title" id="page-title">{e(s["title"])}</h1><div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content"><div id="node-81" class="node node-article node-full" typeof="sioc:Item foaf:Document"><div class="meta submitted"><span>Submitted by <span class="username">{s["author"]}</span> on Tue, 2025-01-14 10:02</span></div><div class="content clearfix"><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{ps(s["body"])}</div></div></div><div class="field field-name-field-tags"><h3 class="field-label">Tags: </h3><ul class="links"><li><a href="/t">museum</a></li><li><a href="/t2">globe</a></li></ul></div></div><ul class="links inline"><li class="comment_forbidden"><a href="/l">Log in</a> or <a href="/r">register</a> to post comments</li></ul></div></div></div><div class="block block-views"><h2>Latest</h2><div class="content"><div class="view">{more}</div></div></div></div></div></div></div></div></div>', "")


@page("village")
def far_hosted_blog(s):
    b = "<br /><br />".join(e(t) for t in s["body"])
    talk = "".join(f'<dt class="comment-poster" id="c{i}">{e(n)} said...</dt><dd class="comment-body"><p>{e(t)}</p></dd><dd class="comment-timestamp"><a href="#c{i}">9:1{i} AM</a></dd>' for i, (n, t) in enumerate(LONG_COMMENTS))
    return doc(s, f'<div id="wrap4"><div id="blog-header"><h1><a href="/">A fjord from the inside</a></h1><p class="description">Notes of somebody who moved to the end of the road and meant to stay for one winter only.</p></div><table class="outer-t" width="100%"><tr><td valign="top" class="side"><dl class="profile-datablock"><dt><img src="m.jpg"></dt><dd class="profile-data"><strong>Name:</strong> Marit</dd></dl><p class="profile-textblock">Translator, baker of flat bread, owner of a dog that has its own opinions on the post. I write when it rains.</p><ul class="archive-list"><li><a href="/1">January 2025</a></li><li><a href="/2">February 2025</a></li></ul></td><td valign="top"><h2 class="date-header">Saturday, February 22, 2025</h2><div class="post"><a name="1"></a><h3 class="post-title">{e(s["title"])}</h3><div class="post-body"><div>{b}<div style="clear:both;"></div></div></div><p class="post-footer"><em>posted by Marit @ <a href="#">6:12 PM</a></em> &nbsp;<a class="comment-link" href="#c">6 comments</a></p></div><div id="comments"><h4>6 Comments:</h4><dl id="comments-block">{talk}</dl><p class="comment-timestamp"><a href="/p">Post a Comment</a></p><p><a href="/">&lt;&lt; Home</a></p></div></td></tr></table></div>', "")


@page("swim")
def far_builder(s):
    b = "".join(f'<p class="_3mMbS _1hN1O _78FBa b+iTF"><span style="font-size:18px" class="_2PHJq public-DraftStyleDefault-ltr">{e(t)}</span></p>' + ('<div class="_3bJlq _1lLEX"><span class="_2PHJq"><br role="presentation"></span></div>' if i % 2 else "") for i, t in enumerate(s["body"]))
    posts = "".join(f'<div class="_2v9-d"><a href="/p/{i}"><div class="bD0vt9">{e(t)}</div></a><div class="wNTYn0"><span>{i + 3} views</span><span>0 comments</span></div></div>' for i, (t, _) in enumerate(TEASERS[:3]))
    return doc(s, f'<div id="SITE_CONTAINER"><div id="main_MF"><div id="SCROLL_TO_TOP" tabindex="-1" role="region" aria-label="top of page"><span class="mHZSwn">top of page</span></div><div id="SITE_HEADER" class="x4">{links(SECTIONS[:6])}</div><div id="PAGES_CONTAINER"><div class="HT5ybB"><div class="comp-k1"><div><div><div><div class="_1pk4-"><div class="tyxq6"><ul class="GpgJA"><li><span title="{s["author"]}">{s["author"]}</span></li><li><span title="2 days ago">2 days ago</span></li><li><span>2 min read</span></li></ul><h1 class="UbhFJ7"><span>{e(s["title"])}</span></h1><div class="OHfWn"><div class="kSU3f"><div dir="ltr" class="_2bYFg"><div class="kvdbP"><div><div class="_6lnTT">{b}</div></div></div></div></div></div><div class="H77lL"><button aria-label="Share via Facebook"></button><div>14 views<span>0 comments</span></div><button>1 like. Post not marked as liked</button></div></div></div><div class="fNYIE"><div class="pT7"><h2>Recent Posts</h2><a href="/blog">See All</a></div>{posts}</div></div></div></div></div></div></div><div id="SITE_FOOTER"><p class="font_8">Brinewater Swimmers, The Boathouse, Lower Quay. We answer the telephone when we are dry.</p></div><span class="mHZSwn">bottom of page</span></div></div>', og(s))


# ---------------------------------------------------------------- text in scripts and in components

@page("budget", standfirst=False)
def far_normalised_cache(s):
    cache = {"ROOT_QUERY": {"article({\"id\":\"9\"})": {"__ref": "Article:9"}},
             **{f"Teaser:{i}": {"__typename": "Teaser", "title": t, "lead": x} for i, (t, x) in enumerate(TEASERS[:4])},
             "Article:9": {"__typename": "Article", "title": s["title"], "body": [{"__ref": f"Paragraph:9-{i}"} for i in range(len(s["body"]))]},
             **{f"Paragraph:9-{i}": {"__typename": "Paragraph", "text": {"__typename": "RichText", "html": f"<p>{e(t)}</p>"}} for i, t in enumerate(s["body"])}}
    return doc(s, f'<div id="root"><div class="spinner"></div></div><noscript>You need to enable JavaScript to run this app.</noscript><script>window.__APOLLO_STATE__ = {json.dumps(cache)};</script><script src="/main.js"></script>', og(s))


@page("strike")
def far_shadow_root(s):
    b = "".join(f"<story-text><template shadowrootmode=\"open\"><style>p{{margin:0}}</style><p><slot></slot></p></template>{e(t)}</story-text>" for t in s["body"])
    card = "".join(f'<story-card><template shadowrootmode="open"><a href="/a/{i}"><slot name="t"></slot></a></template><span slot="t">{e(t)}</span></story-card>' for i, (t, _) in enumerate(TEASERS[:5]))
    return doc(s, f'<site-header><template shadowrootmode="open"><nav>{links(SECTIONS)}</nav></template></site-header><site-page><story-page><story-head><h1>{e(s["title"])}</h1></story-head><story-body>{b}</story-body></story-page><site-rail>{card}</site-rail></site-page>', ld(s))


@page("quake")
def far_whole_in_shadow_root(s):
    return doc(s, f'<app-shell><template shadowrootmode="open"><header>{links(SECTIONS)}</header><main><h1>{e(s["title"])}</h1>{ps(s["body"])}</main><footer><p>The Valley Courier is printed on paper that was a forest once; please pass it on.</p></footer></template></app-shell>', og(s))


@page("bridge", zones=[])
def far_inert_template(s):
    other = SHORT["harvest"]
    return doc(s, f'<div>{links(SECTIONS)}</div><template id="next-story"><article><h1>{e(other["title"])}</h1>{ps(other["body"])}</article></template><div class="m"><h1>{e(s["title"])}</h1><div class="t">{ps(s["body"])}</div></div><template id="tip"><p>You can highlight any sentence of this article with the mouse and share it with friends who read as slowly as you do.</p></template>', og(s))


# ---------------------------------------------------------------- more words around the article than in it

@page("brief")
def far_mega_menu(s):
    menu = "".join(f'<li class="m1"><a href="/s/{i}">{x}</a><div class="m2"><h4>{x}</h4><p>{e(t)} {e(y)}</p><ul>{headlines(few=4)}</ul></div></li>' for i, (x, (t, y)) in enumerate(zip(SECTIONS, TEASERS)))
    return doc(s, f'<div class="top"><ul class="m0">{menu}</ul></div><div class="page"><h1>{e(s["title"])}</h1><div class="tx">{ps(s["body"])}</div></div>', og(s))


@page("strike")
def far_comment_flood(s):
    talk = "".join(f'<div class="css-1a"><div class="css-2b"><span class="css-3c">{e(n)}</span><span class="css-4d">{i + 1} h ago</span></div><div class="css-5e">{e(t)}</div><div class="css-6f"><span>\u25b2</span><span>{i * 3}</span><span>\u25bc</span></div></div>' for i, (n, t) in enumerate(LONG_COMMENTS * 2))
    return doc(s, f'<div class="css-n0">{links(SECTIONS)}</div><div class="css-p0"><h1 class="css-h0">{e(s["title"])}</h1><div class="css-b0">{ps(s["body"], "class=css-p1")}</div><div class="css-t0"><div class="css-t1">{len(LONG_COMMENTS) * 2} comments</div><div class="css-t2">{talk}</div></div></div>', og(s))


@page("fiestas")
def far_spanish_thread(s):
    talk = "".join(f'<li><div class="usr"><strong>{e(n)}</strong><span>{i + 1}</span> 28.oct.2025 | 0{i}:14</div><div class="txt">{e(t)}</div><div class="acc"><a href="#v">Valorar</a> <a href="#d">Denunciar</a></div></li>' for i, (n, t) in enumerate(SPANISH_COMMENTS * 2))
    return doc(s, f'<div class="cab">{links(SPANISH_MENU)}</div><div class="cont"><h1>{e(s["title"])}</h1><div id="tamano">{ps(s["body"])}</div><div id="participacion"><p>12 \u00bb Comentarios. \u00bfQuieres comentar? Entra o reg\u00edstrate</p><ol class="lista">{talk}</ol></div></div>', og(s))


@page("museum")
def far_wall_of_consent(s):
    wall = ('<div class="x1"><div class="x2"><h2>We value your privacy</h2><p>We and our 842 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised advertising and content.</p>'
            '<p>With your permission we and our partners may use precise geolocation data and identification through device scanning. You may click to consent to our processing as described above.</p>'
            '<p>Please note that some processing of your personal data may not require your consent, but you have a right to object to such processing. Your preferences will apply to this website only.</p>'
            '<p>You can change your preferences at any time by returning to this site or visit our privacy policy. Consent to the use of cookies is given for a period of thirteen months.</p><button>More options</button><button>Agree</button></div></div>')
    return doc(s, f'{wall}<div class="y1">{links(SECTIONS)}</div><div class="y2"><h1>{e(s["title"])}</h1><div class="y3">{ps(s["body"])}</div></div>', og(s))


@page("bridge")
def far_box_between(s):
    b = s["body"]
    box = '<div class="inset"><div class="inset-h">What to read next</div>' + "".join(f'<div class="inset-i"><p class="inset-t"><a href="/a/{i}">{e(t)}</a></p><p class="inset-x">{e(x)}</p></div>' for i, (t, x) in enumerate(TEASERS[:2])) + "</div>"
    return doc(s, f'<div class="hh">{links(SECTIONS)}</div><div class="aa"><h1>{e(s["title"])}</h1><div class="bb">{ps(b[:2])}{box}{ps(b[2:])}</div></div>', og(s))


@page("obituary")
def far_guestbook(s):
    book = "".join(f'<div class="gb-entry"><p>{e(t)}</p><p class="gb-sig">&#8212; {e(n)}, Lower Quay</p></div>' for n, t in LONG_COMMENTS[:5])
    return doc(s, f'<div class="nav">{links(SECTIONS)}</div><div class="obit"><div class="obit-name"><h1>{e(s["title"])}</h1></div><div class="obit-text">{ps(s["body"])}</div><div class="obit-actions"><a href="/f">Send flowers</a> <a href="/t">Plant a tree</a></div><div class="guestbook"><h2>Guest Book</h2><p>Share a memory of her, or say a word to the family.</p>{book}<a href="/g">View all 14 entries</a></div></div>', og(s))


# ---------------------------------------------------------------- boxes and tools in the text

@page("trial")
def far_story_tools(s):
    b = s["body"]
    tools = '<div class="toolbox"><h2>Story Tools</h2><ul><li><a href="#">post a comment</a></li><li><a href="#">e-mail this story</a></li><li><a href="#">print this story</a></li><li><a href="#">order a reprint</a></li></ul></div>'
    size = '<div class="fs"><span>Text Size</span><ul><li>-</li><li>+</li><li>reset</li></ul></div>'
    return doc(s, f'<div id="hd">{links(SECTIONS)}</div><div id="bd"><div id="storyBody"><h1>{e(s["title"])}</h1>{p(b[0])}{tools}{ps(b[1:4])}{size}{ps(b[4:])}</div></div>', og(s))


@page("budget", standfirst=False)
def far_company_card(s):
    card = '<div class="cb-widget"><h4><a href="/c">Handelsbanken Nord</a></h4><table><tr><td>Company:</td><td>Handelsbanken Nord</td></tr><tr><td>Website:</td><td>https://nord.example</td></tr><tr><td>Launch Date:</td><td>1/2/1994</td></tr><tr><td>Funding:</td><td>$2.34B</td></tr></table><p>Handelsbanken Nord is a lender to ports and shipyards with branches in eleven towns. It was founded by two skippers and a schoolteacher.</p><p><a href="/c">Learn more</a></p></div>'
    return doc(s, f'<div id="hd">{links(SECTIONS)}</div><div class="post"><h1>{e(s["title"])}</h1><div class="body-copy">{ps(s["body"])}</div>{card}</div>', og(s))


@page("match")
def far_machine_captions(s):
    lines = "".join(f'<div class="vt-l"><span>00:{i * 4:02d}</span><span>{x}</span></div>' for i, x in enumerate(["good evening from castleford where the", "rain has not stopped since noon and", "the stands are full all the same for", "what may be the last derby in this old", "ground before the machines move in", "next month here come the teams now"]))
    return doc(s, f'<div id="hd">{links(SECTIONS)}</div><div class="st"><h1>{e(s["title"])}</h1><div class="vp"><div class="vt"><h3>Video Transcript</h3><p>Automatically generated transcript (may not be 100% accurate)</p>{lines}</div></div><div class="tx">{ps(s["body"])}</div></div>', og(s))


@page("strike")
def far_wire_byline(s):
    return doc(s, f'<div id="hd">{links(SECTIONS)}</div><div class="st"><h1>{e(s["title"])}</h1><div class="bd"><cite class="vcard">By OSKAR LINDQVAR and DALE MBEKI - NN Transport Writers | <abbr title="2025-01-20T08:11:00">NN \u2013 1 hr 4 mins ago</abbr></cite>{ps(s["body"])}</div></div>', og(s))


@page("tips", body_only=FAR["tips"]["paragraphs"])
def far_slides_with_text(s):
    b = s["body"]
    slides = "".join(f'<li class="slide" id="s{i}"><div class="sl-img"><img src="{i}.jpg"></div><div class="sl-n">{i + 1} of {len(b) - 1}</div><h2>{e(h)}</h2><div class="sl-t"><p>{e(t)}</p></div><div class="sl-nav"><a href="#s{i - 1}">Previous</a> <a href="#s{i + 1}">Next</a></div></li>' for i, (h, t) in enumerate(b[1:]))
    return doc(s, f'<div id="hd">{links(SECTIONS)}</div><div class="gal"><h1>{e(s["title"])}</h1><p>{e(b[0])}</p><ul class="slides">{slides}</ul></div>', og(s))


@page("harvest")
def far_first_words_beside_image(s):
    """The first paragraph begins in a cell with a picture and ends outside of it, as a parser mends a table in a paragraph."""
    b = s["body"]
    return doc(s, f'<div id="hd">{links(SECTIONS)}</div><div class="post"><h1>{e(s["title"])}</h1><div class="post-content"><p><table class="image-container float_right" width="200"><tr><td><div class="image"><img src="t.jpg"></div><p class="source">Image: <a href="/i">Kerr Moll</a></p></td></tr></table>{e(b[0])}</p>{ps(b[1:])}</div></div>', og(s))


# ---------------------------------------------------------------- scripts, encodings, old markup

@page("arabic", encoding="cp1256", published="2025-03-04")
def far_arabic(s):
    side = "".join(f'<li><a href="/{i}">{x}</a></li>' for i, x in enumerate(ARABIC_MENU * 3))
    return doc(s, f'<div class="rtl-top"><ul>{side}</ul></div><table dir="rtl"><tr><td class="m"><h1>{s["title"]}</h1><span class="d">2025-03-04</span>{ps(s["body"])}</td><td class="r"><ul>{side}</ul></td></tr></table>', "", 'dir="rtl"').replace('charset="utf-8"', 'charset="windows-1256"')


@page("chinese")
def far_chinese(s):
    side = "".join(f'<li><a href="/{i}">{x}</a></li>' for i, x in enumerate(CHINESE_MENU * 2))
    return doc(s, f'<div class="top">{side}</div><div class="g-story"><h1>{s["title"]}</h1><p class="upd">\u66f4\u65b0\u65f6\u95f4 2025\u5e743\u67084\u65e5, \u683c\u6797\u5c3c\u6cbb\u6807\u51c6\u65f6\u95f410:41</p>{ps(s["body"])}</div><div class="rel">{side}</div>', og(s))


@page("quake", encoding="utf-16")
def far_utf16(s):
    return doc(s, f'<div>{links(SECTIONS)}</div><h1>{e(s["title"])}</h1>{ps(s["body"])}', "").replace('<meta charset="utf-8">', "")


@page("flood", encoding="cp1252", zones=QUOTED)
def far_undeclared(s):
    return (f'<html><head><title>{e(s["title"])}</title></head><body bgcolor=white><center><font face=arial>{links(SECTIONS)}</font></center><h1>{e(s["title"])}</h1>{ps(s["body"])}</body></html>')


@page("harvest")
def far_shouting_soup(s):
    """Upper case, no quotes around attributes, nothing is closed."""
    b = "\n<P ALIGN=LEFT CLASS=txt>".join(e(t) for t in s["body"])
    return f'<HTML><HEAD><TITLE>{e(s["title"])}</TITLE><BODY BGCOLOR=#ffffff><TABLE WIDTH=100% BORDER=0><TR><TD VALIGN=top WIDTH=140>{links(SECTIONS, "{}<BR>")}<TD VALIGN=top><H1>{e(s["title"])}</H1><I>By Our Man in the Fields</I><P ALIGN=LEFT CLASS=txt>{b}<TD WIDTH=160><B>Also today</B>{headlines("<LI>{}")}</TABLE><HR><ADDRESS>Webmaster</ADDRESS>'


@page("museum", encoding="iso-8859-1", floor=0.98)
def far_xml_page(s):
    b = ps(s["body"]).replace("\u201c", "&#8220;").replace("\u201d", "&#8221;").replace("\u2019", "&#8217;").replace("\u2018", "&#8216;").replace("\u2014", "&#8212;").replace("\u2013", "&#8211;")
    title = e(s["title"]).replace("\u2019", "&#8217;").replace("\u2018", "&#8216;").replace("\u201c", "&#8220;").replace("\u201d", "&#8221;")
    return f'<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>{title}</title><script type="text/javascript">\n//<![CDATA[\nif (1 < 2 && document.all) {{ document.write("<p>This paragraph is written by a script and nobody has ever read it on paper.</p>"); }}\n//]]>\n</script></head><body><div id="menu">{links(SECTIONS)}</div><div id="text"><h1>{title}</h1>{b}</div></body></html>'


@page("trial")
def far_dropped_by_style(s):
    """The whole text is there, and a style hides it until somebody pays."""
    b = s["body"]
    return doc(s, f'<div class="hd">{links(SECTIONS)}</div><div class="ar"><h1>{e(s["title"])}</h1>{ps(b[:2])}<div class="locked-content" style="display:none">{ps(b[2:])}</div><div class="gate"><h3>Read on with a trial month</h3><p>All articles, the evening edition and the puzzle book for one crown. Cancel whenever you like.</p><button>Try it</button></div></div>', og(s))


@page("release", floor=0.95)  # the last line, an address for the press, is no sentence
def far_press_release(s):
    return doc(s, f'<div class="top">{links(SECTIONS)}</div><section class="release-body container"><div class="row"><div class="col-lg-10"><h1>{e(s["title"])}</h1><p class="mb-no"><a href="/n"><strong>News provided by</strong></a></p><a href="/o"><strong>Harrow Salt Works</strong></a><p class="mb-no">Mar 04, 2025, 08:00 ET</p></div></div><div class="row"><div class="col-lg-10">{ps(s["body"])}</div></div></section><section class="more"><h2>More Releases From This Source</h2>{teasers("<div class=card><a href={url}><h3>{title}</h3><p>{text}</p></a></div>", 3)}</section>', og(s))
