"""Pages of a sixth round: what regional papers, broadcasters and agencies serve today, with no tricks but their own mess. The stories
are invented; the structures are what such systems write."""
from page_kit import doc, e, ld, og, p, pages_of, ps
from far_stories import STORIES as FAR
from stories import STORIES as SHORT
from wild_pages import QUOTED, SECTIONS, headlines, links, teasers, thread
from wild_stories import STORIES as WILD, TEASERS

page = pages_of({**SHORT, **WILD, **FAR})


@page("flood", standfirst=True, zones=QUOTED)
def plain_regional(s):
    b = s["body"]
    mid = '<div class="mar-inarticle"><div id="div-gpt-ad-7" data-google-query-id="x"></div></div>'
    video = '<div class="video-jw" data-id="9"><div class="jw-title">Watch: boats in Mill Street</div><div class="jw-error">This video is not available in your country.</div></div>'
    read = f'<p><strong>READ MORE: <a href="/a/3">{e(TEASERS[3][0])}</a></strong></p>'
    return doc(s, f'<div id="mantis-top"></div><header class="hd-main"><a href="/" class="logo">Dispatch</a><nav>{links(SECTIONS)}</nav><div class="weather">14°C Orrel Ferry</div></header><div class="article-type-news" itemscope itemtype="http://schema.org/NewsArticle"><ul class="crumb"><li><a href="/n">News</a></li><li><a href="/o">Orrel Ferry</a></li></ul><h1 class="section-theme-background-indicator publication-theme">{e(s["title"])}</h1><p class="sub-title">{e(s["standfirst"])}</p>'
               f'<div class="byline-social"><div class="author-information"><ul class="author"><li><a href="/n">{s["author"]}</a> <span>Chief reporter</span></li><li><time datetime="{s["published"]}">08:45, 3 OCT 2025</time></li></ul></div><ul class="share"><li>Share</li><li><a href="#c">12 Comments</a></li></ul></div>'
               f'<div class="article-body">{ps(b[:3])}{mid}{ps(b[3:6])}{video}{ps(b[6:9])}{read}{ps(b[9:12])}{mid}{ps(b[12:])}<p><em>Do you have a story for us? Email <a href="mailto:desk@dispatch.example">desk@dispatch.example</a></em></p></div><ul class="article-tags"><li>Follow Dispatch</li><li><a>Facebook</a></li><li><a>X</a></li></ul></div><aside class="more">{teasers("<div class=t><a href={url}>{title}</a></div>")}</aside>', og(s))


@page("budget")
def plain_broadcaster(s):
    blocks = "".join(f'<div data-component="text-block" class="ssrcss-{i}-ComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer"><p class="ssrcss-1q0x1qg-Paragraph">{"<b>" if i == 0 else ""}{e(t)}{"</b>" if i == 0 else ""}</p></div></div>' + ('<div data-component="image-block"><figure><div><picture><img src="w.jpg" alt="Jorun Weck at a lectern"></picture><span class="visually-hidden">Image source, </span>Getty</div><figcaption><span class="visually-hidden">Image caption, </span><p>Jorun Weck presented the draft in the old customs hall</p></figcaption></figure></div>' if i == 2 else "") + ('<div data-component="unordered-list-block"><ul><li><a href="/1">' + e(TEASERS[0][0]) + '</a></li><li><a href="/2">' + e(TEASERS[2][0]) + '</a></li></ul></div>' if i == 5 else "") for i, t in enumerate(s["body"]))
    return doc(s, f'<div id="root"><nav role="navigation" aria-label="Main">{links(SECTIONS)}</nav><main id="main-content"><article><header data-component="headline-block"><h1 id="main-heading" tabindex="-1">{e(s["title"])}</h1></header><div data-component="byline-block"><div>{s["author"]}</div><div>Business correspondent</div></div><div data-component="metadata-block"><time datetime="{s["published"]}">18 November 2025</time></div>{blocks}<div data-component="topic-list"><h2>Related Topics</h2><ul><li><a href="/t">Railways</a></li></ul></div></article>'
               f'<section data-component="related-internet-links"><h2>Related internet links</h2><ul><li><a href="https://x.example">Ministry of Finance</a></li></ul><p>The broadcaster is not responsible for the content of external sites.</p></section><section data-component="links-block"><h2>Top stories</h2>{teasers("<div><h3><a href={url}>{title}</a></h3><p>{text}</p></div>", 5)}</section></main></div>', ld(s))


@page("trial", extra=lambda s: s["body"] + ["(Reporting by Teo Lindqvist-Abara in Portway; Editing by Hanne Brook)"])
def plain_agency(s):
    b = "".join(f'<div data-testid="paragraph-{i}" class="article-body__paragraph__3-Nty">{e(t)}</div>' for i, t in enumerate(s["body"]))
    return doc(s, f'<div class="header-wrap">{links(SECTIONS)}</div><main><article data-testid="Article"><div class="article-header"><a href="/w">United States</a><h1 data-testid="Heading">{e(s["title"])}</h1><div class="info-content"><div>By <a href="/a">{s["author"]}</a></div><time><span>December 11, 2024</span><span>9:20 PM GMT+1</span><span>Updated a year ago</span></time></div></div><div class="article-body__content"><div data-testid="ContextWidget">Companies<ul><li><a href="/t">Tern Maritime</a></li></ul></div>{b}<p>(Reporting by Teo Lindqvist-Abara in Portway; Editing by Hanne Brook)</p><p class="trust">Our Standards: <a href="/s">The Trust Principles.</a></p></div><div class="attribution"><button>Purchase Licensing Rights</button></div></article><div class="read-next"><h2>Read Next</h2>{teasers("<div><a href={url}><span>{title}</span></a><time>ago</time></div>")}</div></main>', ld(s))


FROST = "Frost in full blossom"


@page("harvest", extra=lambda s: s["body"][:2] + [FROST] + s["body"][2:])
def plain_german_style(s):
    b = "".join(f'<p class="textabsatz columns twelve m-ten m-offset-one l-eight l-offset-two">{"<strong>" if i == 0 else ""}{e(t)}{"</strong>" if i == 0 else ""}</p>' + (f'<h2 class="meldung__subhead columns twelve">{FROST}</h2>' if i == 1 else "") for i, t in enumerate(s["body"]))
    teaser = teasers('<div class="teaser-absatz teaser-absatz--article columns twelve"><a class="teaser-absatz__link" href="{url}"><div class="teaser-absatz__teaserinfo"><span class="teaser-absatz__date">29.08.2025</span></div><div class="teaser-absatz__textwrapper"><span class="teaser-absatz__topline">Meadow</span><span class="teaser-absatz__headline">{title}</span></div></a></div>', 2)
    return doc(s, f'<div class="content-wrapper"><div class="sidebar-nav">{links(SECTIONS)}</div><article class="container content-wrapper__group"><div class="seitenkopf"><div class="seitenkopf__data columns twelve"><span class="seitenkopf__topline">Meadow district</span><h1 class="seitenkopf__title"><span class="seitenkopf__headline">{e(s["title"])}</span></h1></div><div class="metatextline">As of: 02.09.2025 06:00</div></div>{b}{teaser}<div class="copytext__list"><p class="bio">Petra Vos, regional desk</p></div></article><div class="meldungsfooter"><p>This topic was covered by the regional radio on 2 September 2025 at 06:00.</p></div></div>', og(s))


@page("museum")
def plain_newsletter_site(s):
    b = s["body"]
    return doc(s, f'<div class="reader-nav-root"><a href="/">Coastline</a><button>Subscribe</button><button>Sign in</button></div><article class="typography newsletter-post post"><div role="region" aria-label="Post header"><h1 class="post-title published">{e(s["title"])}</h1><h3 class="subtitle">A theft, a garage, a blanket</h3><div class="byline-wrapper"><div>{s["author"]}</div><div>Aug 30, 2023</div></div><div class="post-ufi"><a>29</a><a>4</a><a>Share</a></div></div><div class="available-content"><div dir="auto" class="body markup">{ps(b[:2])}<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Coastline is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input type="email" placeholder="Type your email…"><button>Subscribe</button></form></div></div>{ps(b[2:4])}<div class="captioned-image-container"><figure><a href="g.jpg"><img src="g.jpg"></a><figcaption class="image-caption">The globe in 1991</figcaption></figure></div>{ps(b[4:])}<div><hr></div><p class="button-wrapper"><a href="/share">Share</a></p></div></div></article>', "")


@page("strike")
def plain_page_builder(s):
    rows = "".join(f'<div class="elementor-element elementor-element-{i}a elementor-widget elementor-widget-text-editor" data-element_type="widget" data-widget_type="text-editor.default"><div class="elementor-widget-container"><p>{e(t)}</p></div></div>' for i, t in enumerate(s["body"]))
    posts = teasers('<article class="elementor-post elementor-grid-item"><a class="elementor-post__thumbnail__link" href="{url}"><img src="x.jpg"></a><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="{url}">{title}</a></h3><div class="elementor-post__excerpt"><p>{text}</p></div><a class="elementor-post__read-more" href="{url}">Read More »</a></div></article>', 6)
    return doc(s, f'<div data-elementor-type="header" class="elementor elementor-12 elementor-location-header">{links(SECTIONS)}</div><div data-elementor-type="single-post" class="elementor elementor-99 elementor-location-single post-5 post type-post"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap"><div class="elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title">{e(s["title"])}</h1></div></div><div class="elementor-widget elementor-widget-post-info"><ul class="elementor-inline-items"><li><span>{s["author"]}</span></li><li><span>January 20, 2025</span></li><li><span>No Comments</span></li></ul></div>{rows}<div class="elementor-widget elementor-widget-author-box"><div class="elementor-author-box"><h4>{s["author"]}</h4><div class="elementor-author-box__bio"><p>Oskar has ridden every line of the network to its end and back, twice in the rain.</p></div></div></div></div></div></div></section><section class="elementor-section"><div class="elementor-posts-container elementor-posts">{posts}</div></section></div><div data-elementor-type="footer"><p>Northgate News is a member of the press council. Complaints within four months, please.</p></div>', og(s))


@page("match")
def plain_sports(s):
    stats = "".join(f"<tr><td>{a}</td><td>{n}</td><td>{c}</td></tr>" for a, n, c in (("54%", "Possession", "46%"), ("14", "Shots", "11"), ("5", "Corners", "7")))
    ratings = "".join(f"<li><span>{i}</span> {n} <b>{r}</b></li>" for i, n, r in ((1, "Boateng", 6), (4, "Sorel", 9), (9, "Aalto", 7)))
    return doc(s, f'<div class="gh">{links(SECTIONS)}</div><div class="scorebar"><span>Dunmere</span> 2 - 1 <span>Castleford</span> <em>FT</em></div><div class="wrap"><article class="story"><h1>{e(s["title"])}</h1><div class="meta"><span class="timestamp">10:58pm, Wed 7 May</span><a href="#c">Comments (212)</a></div>{ps(s["body"][:4])}<div class="widget-match-stats"><h4>Match stats</h4><table>{stats}</table></div>{ps(s["body"][4:])}<div class="ratings"><h4>Rate the players</h4><ul>{ratings}</ul><button>Submit</button></div></article><div class="fixtures"><h3>Fixtures</h3><p>Sat 10 May, 15:00 Rexfield v Holm Athletic</p><p>Sat 24 May, 17:15 Cup final</p></div></div>', og(s))


@page("obituary")
def plain_small_paper(s):
    return doc(s, f'<div id="container"><div id="banner"><img src="b.png" alt="Lower Quay Mail"></div><div id="leftcol"><ul class="vmenu">{"".join(f"<li><a href=#>{x}</a></li>" for x in SECTIONS)}</ul><div class="module"><h3>Login Form</h3><form><label>User Name</label><input><label>Password</label><input type=password><button>Log in</button></form></div></div><div id="maincol"><div class="item-page"><h2><a href="/o">{e(s["title"])}</a></h2><dl class="article-info"><dt class="article-info-term">Details</dt><dd class="create">Created on Sunday, 02 February 2025</dd><dd class="createdby">Written by {s["author"]}</dd><dd class="hits">Hits: 4711</dd></dl>{"".join(f"<p style=text-align:justify><span style=font-size:12pt>{e(t)}</span></p><p>&nbsp;</p>" for t in s["body"])}<ul class="pager"><li><a href="/p">&lt; Prev</a></li><li><a href="/n">Next &gt;</a></li></ul></div></div><div id="rightcol"><div class="module"><h3>Who\'s Online</h3><p>We have 14 guests and no members online</p></div><div class="module"><h3>Popular</h3><ul class="mostread">{headlines()}</ul></div></div></div>', "")
