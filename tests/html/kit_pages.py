"""Pages as publishing systems make them: builders of sites, agencies, blogs, portals. None of them is a copy of a page; each has
the structure that such a system gives its pages."""
import json

from page_kit import doc, e, ld, og, p, pages_of, ps
from stories import STORIES as SHORT
from wild_pages import QUOTED, SECTIONS, headlines, links, teasers, thread
from wild_stories import COMMENTS, STORIES, TEASERS

page = pages_of({**SHORT, **STORIES})


@page("trial")
def kit_agency(s):
    a = 'class="text__text__1FZ text__dark-grey__3M text__regular__2N text__large__nE body__full_width__ek body__large_body__FV article-body__paragraph__2-B"'
    b = "".join(f'<div data-testid="paragraph-{i}" {a}>{e(t)}' + (' <a data-testid="Link" href="/nl" class="x">Sign up</a> <a href="/nl">here.</a>' if i == 3 else "") + "</div>" for i, t in enumerate(s["body"]))
    b = b.replace(' <a data-testid="Link" href="/nl" class="x">Sign up</a> <a href="/nl">here.</a>', "")
    box = '<div class="ctx__1"><p>The Daily Docket newsletter gives you the morning\u2019s legal news in one letter. <a href="/nl">Sign up here.</a></p></div>'
    return doc(s, f'<div class="site-header__1">{links(SECTIONS)}</div><main><article class="article__1"><div class="article-header__1"><h1 data-testid="Heading">{e(s["title"])}</h1><div class="info__1"><div>By <a href="/a">Teo Lindqvist-Abara</a></div><time datetime="x"><span>December 11, 2024</span><span>4:20 PM EST</span><span>Updated 3 hours ago</span></time></div></div>'
               f'<div class="toolbar__1"><button>Aa</button><button>Share</button></div><div class="primary-gallery__1"><div>Item 1 of 2 Former director Casimir Holt leaves the courthouse in Portway, U.S., December 11, 2024. PORTWAY/Ann Oslo</div><div>[1/2] Former director Casimir Holt leaves the courthouse in Portway, U.S., December 11, 2024. PORTWAY/Ann Oslo <a href="/lic">Purchase Licensing Rights</a></div></div>'
               f'<div class="article-body__1">{b}{box}<div class="std__1">Our Standards: <a href="/std">The Trust Principles.</a></div></div></article><div class="read-next__1"><h2>Read Next</h2>{teasers("<li><a href={url}>{title}</a><span>December 10, 2024</span></li>")}</div></main>', ld(s))


@page("flood", zones=QUOTED)
def kit_enhancements(s):
    b = s["body"]
    slides = "".join(f'<div class="Carousel-slide"><div class="CarouselSlide"><bsp-figure><img src="{i}.jpg"></bsp-figure><div class="CarouselSlide-info"><div class="CarouselSlide-infoDescription"><p>{x} on Friday, Oct. 3, 2025, in Orrel Ferry. (Photo/Lou Ferrin)</p></div></div></div></div>' for i, x in enumerate(["A barge carries residents of a care home past the town hall", "Water stands in the square of the lower town", "Volunteers set up camp beds in a gymnasium"]))
    inset = f'<div class="Enhancement"><div class="Enhancement-item"><div class="PageListEnhancementGeneric"><div class="PageListEnhancementGeneric-title">Other Related Stories</div>{teasers("<div class=PagePromo><a href={url}>{title}</a></div>", 3)}</div></div></div>'
    ad = '<div class="SovrnAd Advertisement"></div>'
    return doc(s, f'<bsp-header><div class="Page-header">{links(SECTIONS)}</div></bsp-header><div class="Page-content"><bsp-story-page><main class="Page-main"><div class="Page-lead"><bsp-carousel class="Carousel"><div class="Carousel-slides">{slides}</div></bsp-carousel></div><h1 class="Page-headline">{e(s["title"])}</h1><div class="Page-byline"><div class="Page-authors">By NOOR VALDANE</div><div class="Page-dateModified"><span>Updated 2:45 AM CEST, October 4, 2025</span></div></div>'
               f'<div class="Page-actions"><bsp-copy-link>Copy link copied</bsp-copy-link></div><div class="RichTextStoryBody RichTextBody">{ps(b[:3])}{inset}{ps(b[3:7])}{ad}{ps(b[7:12])}<div class="Enhancement"><div class="Enhancement-item"><div class="HTMLModuleEnhancement"><p>___</p></div></div></div>{ps(b[12:])}</div>'
               f'<div class="Page-below"><div class="PageListStandardE"><div class="PageListStandardE-header">Most read</div>{teasers("<div class=PagePromo><h3><a href={url}>{title}</a></h3><div>{text}</div></div>")}</div></div></main></bsp-story-page></div>', og(s))


@page("match", standfirst=True)
def kit_shouting_links(s):
    b = s["body"]
    shout = lambda i: f'<p><a href="/a/{i}" target="_blank"><strong><u>{e(TEASERS[i][0].upper())}</u></strong></a></p>'
    image = '<div class="image-ct inline"><div class="m"><picture><img src="x.jpg"></picture></div><div class="caption"><p>Mika Sorel heads in the ball for Dunmere United at the Castleford ground on May 7, 2025. <span class="copyright">(Kit Moran/Touchline)</span></p></div></div>'
    return doc(s, f'<div class="wrapper">{links(SECTIONS)}<div class="page-content"><article class="article-wrap has-video"><header class="article-header"><div class="article-meta article-meta-upper"><span class="eyebrow"><a href="/f">Football</a></span><div class="article-date"> Published <time> May 7, 2025 9:58pm EDT</time></div></div><h1 class="headline speakable">{e(s["title"])}</h1><h2 class="sub-headline speakable">{e(s["standfirst"])}</h2><div class="author-byline">By <span><a href="/p">Callum Reyes</a></span> <span class="article-source">Touchline</span></div></header>'
               f'<div class="article-content-wrap"><div class="article-content"><div class="article-body"><div class="featured featured-video"><div class="video-container"></div><div class="info"><div class="caption"><h4 class="title"><a href="/v">Touchline highlights for May 7</a></h4><p>Check out the best goals of the evening on Touchline.</p></div></div></div>{ps(b[:2])}{shout(0)}{image}{ps(b[2:5])}{shout(1)}{ps(b[5:])}<p><strong><i>Follow Touchline\u2019s </i></strong><a href="/x"><strong><i>football coverage</i></strong></a><strong><i> on X, and subscribe to </i></strong><a href="/nl"><strong><i>the Touchline Huddle newsletter</i></strong></a>.</p></div></div></div></article></div></div>', og(s), 'class="a"')


@page("budget", standfirst=True)
def kit_list_one_of_three(s):
    b = s["body"]
    more = f'<div class="more-on"><h2 class="more-on__h">Recommended Stories</h2><span class="screen-reader-text">list of 3 items</span><ul>' + "".join(f'<li class="more-on__i"><span class="screen-reader-text">list {i + 1} of 3</span><a href="/a/{i}"><span>{e(TEASERS[i][0])}</span></a></li>' for i in range(3)) + '</ul><span class="screen-reader-text">end of list</span></div>'
    return doc(s, f'<div class="site-header">{links(SECTIONS)}</div><main id="main-content-area"><header class="article-header"><div class="topics"><a href="/e">Economy</a></div><h1>{e(s["title"])}</h1><p class="article__subhead"><em>{e(s["standfirst"])}</em></p></header><figure class="article-featured-image"><img src="1.jpg"><figcaption>Finance minister Jorun Weck [File: Ola Berg/Handelspost]</figcaption></figure><div class="article-info-block"><div class="article-b-l"><span>By</span> <a href="/a">Henrike Solberg</a></div><div class="date-simple"><span class="screen-reader-text">Published On 18 Nov 2025</span><span aria-hidden="true">18 Nov 2025</span></div></div>'
               f'<div class="wysiwyg wysiwyg--all-content">{ps(b[:3])}{more}{ps(b[3:6])}<div class="newsletter-widget"><h3>Sign up for Handelspost</h3><p>Economy news for people who do not have much time.</p></div>{ps(b[6:])}<hr></div></main>', ld(s))


FACTS = ["Key facts", "The shop opened in 1921", "It has had three owners, all of one family", "The bus comes on Tuesdays"]


@page("village", extra=lambda s: s["body"][:4] + FACTS + s["body"][4:])
def kit_blocks(s):
    b = s["body"]
    facts = f'<div class="wp-block-group has-background" style="background-color:#eee"><div class="wp-block-group__inner-container"><h3>{FACTS[0]}</h3><ul>' + "".join(f"<li>{x}</li>" for x in FACTS[1:]) + "</ul></div></div>"
    pull = '<figure class="wp-block-pullquote"><blockquote><p>I will have to talk to my dog</p><cite>Old Mr. Brandvik</cite></blockquote></figure>'
    return doc(s, f'<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">Nordlys</a></p>{links(SECTIONS)}</header><main class="wp-block-group" id="wp--skip-link--target"><div class="wp-block-group has-global-padding"><h1 class="wp-block-post-title">{e(s["title"])}</h1><div class="wp-block-post-date"><time datetime="2025-02-22">22 February 2025</time></div><figure class="wp-block-post-featured-image"><img src="1.jpg"></figure></div>'
               f'<div class="entry-content wp-block-post-content has-global-padding is-layout-constrained"><!-- wp:paragraph -->{ps(b[:4])}<!-- /wp:paragraph -->{facts}{ps(b[4:7])}{pull}{ps(b[7:])}<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/d">Donate</a></div></div><div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Tweet</a></li></ul></div><div class="sharedaddy sd-block sd-like jetpack-likes-widget-wrapper"><h3 class="sd-title">Like this:</h3><div><span>Like</span> <span>Loading...</span></div></div></div>'
               f'<div class="wp-block-group"><div class="wp-block-post-navigation-link"><a href="/p">Previous: {e(TEASERS[0][0])}</a></div><div><a href="/n">Next: {e(TEASERS[1][0])}</a></div></div><div class="wp-block-comments"><h2>6 responses to \u201cThe last shop\u201d</h2><ol>' + thread('<li class="comment"><div><b class="fn">{name}</b> <time>Feb 23</time><p>{text}</p><a class="comment-reply-link" href="#r">Reply</a></div></li>') + "</ol></div></main></div>", og(s))


@page("trial")
def kit_blog(s):
    text = "<br />\n<br />\n".join(e(t) for t in s["body"][:4]) + "<br />\n<a name='more'></a><br />\n" + "<br />\n<br />\n".join(e(t) for t in s["body"][4:])
    talk = "".join(f"<dt class='comment-author' id='c{i}'><a href='/u'>{e(n)}</a> said...</dt><dd class='comment-body'><p>{e(t)}</p></dd><dd class='comment-footer'><span class='comment-timestamp'><a href='#c{i}'>December 12, 2024 at 9:0{i} AM</a></span></dd>" for i, (n, t) in enumerate(COMMENTS))
    return doc(s, f"<div id='outer-wrapper'><div id='header'><h1 class='title'><a href='/'>Notes from the Portway court</a></h1><p class='description'><span>What the papers leave out, by somebody who sits there every day.</span></p></div><div id='main'><h2 class='date-header'>Wednesday, December 11, 2024</h2><div class='post hentry'><h3 class='post-title entry-title'>{e(s['title'])}</h3><div class='post-body entry-content' id='post-body-77'><div class='separator' style='clear: both;'><a href='1.jpg'><img src='1.jpg'></a></div>{text}<div style='clear: both;'></div></div>"
               f"<div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn'>Teo</span></span> <span>at <a href='/x'>4:20 PM</a></span> <span class='post-labels'>Labels: <a href='/l'>court</a></span></div></div><div class='comments' id='comments'><h4>6 comments:</h4><dl id='comments-block'>{talk}</dl></div></div><div id='sidebar-wrapper'><div class='widget BlogArchive'><h2>Blog Archive</h2><ul>{headlines()}</ul></div><div class='widget Profile'><h2>About Me</h2><p>I have written about courts since 1998 and have never been sued. Opinions are mine and nobody else\u2019s.</p></div></div></div>", "")


@page("village", standfirst=True)
def kit_stories(s):
    a = 'class="pw-post-body-paragraph mm mn gt mo b mp mq mr ms mt"'
    claps = '<div class="ab q"><div class="kl"><button></button><p class="bf b">1.2K</p></div><div class="pw-multi-vote"><button><p class="bf b"><span class="pw-responses-count">34</span></p></button></div></div>'
    return doc(s, f'<div class="l c"><div class="l m n"><a href="/">Open in app</a><p><a href="/s">Sign up</a></p><p><a href="/i">Sign in</a></p></div><article><div class="l"><section><div><div class="ab ca"><div class="ch bg fy"><div><p class="bf">Member-only story</p></div><h1 id="4e" class="pw-post-title">{e(s["title"])}</h1><h2 id="5f" class="pw-subtitle-paragraph">{e(s["standfirst"])}</h2><div class="speechify"><div><a href="/@m">Marit Obel</a> &middot; <a href="/f">Follow</a></div><div>9 min read \u00b7 <span>Feb 22, 2025</span></div></div>{claps}<div><button>Listen</button><button>Share</button></div>'
               f'{ps(s["body"][:5], a)}<blockquote class="ni nj nk"><p class="mm {"nl"}">\u201cThe numbers never worked.\u201d</p></blockquote>{ps(s["body"][5:], a)}</div></div></div></section></div></article>{claps}<div class="ab q"><h2><a href="/@m">Written by Marit Obel</a></h2><p>2.1K Followers</p><p>Writer in the north. Boats, bread and the people in between. Likes rain.</p></div><div><h2>Recommended from our readers</h2>' +
               teasers('<div class="mn"><article><a href="{url}"><h2>{title}</h2><h3>{text}</h3></a><span>4d ago</span></article></div>') + "</div></div>", og(s))


GERMAN = SHORT["wal"]


@page("wal", standfirst=True, floor=0.96)  # no list says what an advertisement is called in German
def kit_rich_text(s):
    b = s["body"]
    box = ('<section data-area="contentbox" class="relative"><div class="shadow"><h3>Zwergwale</h3><div class="RichText"><p>Zwergwale werden bis zu zehn Meter lang und leben meist allein. Sie ern\u00e4hren sich von kleinen Fischen und Krebsen.</p></div></div></section>')
    ad = '<div data-area="text"><div class="lg:mt-32">Anzeige</div></div>'
    rel = f'<section data-area="related_articles" class="mb-32"><span>Mehr zum Thema</span><div>{teasers("<article><a href={url} title=x><span>{title}</span></a></article>", 2)}</div></section>'
    rich = lambda ts: f'<div data-area="text" data-pos="1"><section class="relative"><div class="RichText RichText--iconLinks lg:w-8/12">{ps(ts)}</div></section></div>'
    return doc(s, f'<div data-area="navigation">{links(SECTIONS)}</div><main><article aria-label="{e(s["title"])}"><header data-area="intro"><h2><span class="text-primary-base">Tier in Not</span> <span class="align-middle">{e(s["title"])}</span></h2><div class="RichText RichText--sans leading-loose">{e(s["standfirst"])}</div><div>Von <a href="/a">{s["author"]}</a></div><time datetime="x">11. Februar 2025, 9.00 Uhr</time></header><section data-area="body">{rich(b[:2])}{ad}{rich(b[2:4])}{rel}{rich(b[4:])}</section></article></main><footer>{links(("Impressum", "Datenschutz"))}</footer>', ld(s))


RUSSIAN = {"title": "В Верхнем Лоре открыли мост после ремонта", "standfirst": "", "author": "Анна Родина", "published": "2025-06-02", "site": "Лорские вести", "language": "ru",
           "body": ["Мост через реку Лору открыли для движения в понедельник утром, сообщила администрация города.", "Ремонт продолжался одиннадцать месяцев и обошелся бюджету в 240 миллионов крон.",
                    "«Мы обещали закончить к лету и закончили», — сказала мэр города Вера Талина на церемонии.", "Первым по мосту проехал автобус номер семь. Его водитель, Пётр Зимин, работает на маршруте с 1998 года.",
                    "«Я скучал по этому виду», — признался он."]}
page_ru = pages_of({"ru": RUSSIAN})


@page_ru("ru")
def kit_russian(s):
    b = s["body"]
    return doc(s, f'<div class="header__wrap">{links(("Политика", "Экономика", "Спорт", "Культура"))}</div><div class="article__wrap"><div class="article__title-wrap"><h1>{e(s["title"])}</h1></div><div class="article__info"><a href="#">08:15 02.06.2025</a> <span>1 204</span></div><div class="article__body"><div class="article__block" data-type="text"><div class="article__text">{e(b[0])}</div></div><div class="article__block" data-type="text"><div class="article__text">{e(b[1])}</div></div><div class="article__block" data-type="article"><div class="article__article"><a href="/a/1">В Лоре подорожал проезд</a></div></div>' +
               "".join(f'<div class="article__block" data-type="text"><div class="article__text">{e(t)}</div></div>' for t in b[2:]) + '</div><div class="article__tags"><a href="/t">Мосты</a><a href="/t2">Лора</a></div></div>', og(s))


@page("budget")
def kit_fields(s):
    return doc(s, f'<div id="page-wrapper"><div class="region region-header"><div class="block block-menu">{links(SECTIONS)}</div></div><div id="content" class="column"><div class="section"><h1 class="title" id="page-title">{e(s["title"])}</h1><div class="tabs"></div><div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content"><div id="node-77" class="node node-article node-promoted clearfix" about="/n/77"><div class="meta submitted">Submitted by <span class="username">h.solberg</span> on Tue, 18/11/2025 - 11:05</div><div class="content clearfix">'
               f'<div class="field field-name-field-image field-type-image"><div class="field-items"><div class="field-item even"><img src="1.jpg" title="The minister with his folder."></div></div></div><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{ps(s["body"])}</div></div></div><div class="field field-name-field-tags field-type-taxonomy"><h3 class="field-label">Tags: </h3><ul class="links"><li><a href="/t">Budget</a></li></ul></div></div><ul class="links inline"><li class="print"><a href="/print">Printer-friendly version</a></li><li><a href="/login">Log in</a> or <a href="/register">register</a> to post comments</li></ul></div></div></div></div></div></div>'
               f'<div id="sidebar-second"><div class="region region-sidebar-second"><div class="block block-views"><h2>Popular content</h2><div class="view-content">{teasers("<div class=views-row><div class=views-field-title><a href={url}>{title}</a></div><div class=views-field-body><p>{text}</p></div></div>")}</div></div></div></div></div>', "")


@page("match")
def kit_rows(s):
    def block(inner, kind="html"):
        return f'<div class="row sqs-row"><div class="col sqs-col-12 span-12"><div class="sqs-block {kind}-block sqs-block-{kind}"><div class="sqs-block-content"><div class="sqs-html-content">{inner}</div></div></div></div></div>'
    image = '<div class="row sqs-row"><div class="col"><div class="sqs-block image-block"><div class="sqs-block-content"><div class="image-block-outer-wrapper"><figure><img src="1.jpg"><figcaption class="image-caption-wrapper"><div class="image-caption"><p>Nobody left before the bandage came off.</p></div></figcaption></figure></div></div></div></div></div>'
    b = s["body"]
    return doc(s, f'<header id="header">{links(SECTIONS)}</header><main><article class="BlogItem hentry"><div class="BlogItem-meta"><time>May 7, 2025</time></div><h1 class="BlogItem-title">{e(s["title"])}</h1><div class="sqs-layout">{block(ps(b[:3], "style=white-space:pre-wrap"))}{image}{block(ps(b[3:6]))}{block("", "spacer")}{block(ps(b[6:]))}</div><div class="BlogItem-share"><a href="#">0 Likes</a></div></article><section class="BlogItem-pagination"><a href="/n">Next<h2>{e(TEASERS[2][0])}</h2></a></section></main><footer>{block("<p>Touchline is made in a shed near the ground. Write to the shed if you like, or come by on match days.</p>")}</footer>', og(s))


@page("strike")
def kit_guarded(s):
    f = lambda t: f'<p class="font_8" style="font-size:16px; line-height:1.6em;"><span style="font-family:avenir-lt-w01;"><span class="wixGuard">\u200b</span>{e(t)}</span></p><p class="font_8"><span class="wixGuard">\u200b</span></p>'
    rich = lambda i, inner: f'<div id="comp-k{i}" class="KcpHeO tz5f0K comp-k{i} wixui-rich-text" data-testid="richTextElement">{inner}</div>'
    return doc(s, f'<div id="SITE_CONTAINER"><div id="SITE_HEADER" class="x4zVYf">{"".join(rich(i, f"<p class=font_8><a href=/{i}>{x}</a></p>") for i, x in enumerate(SECTIONS[:6]))}</div><div id="PAGES_CONTAINER"><div id="Containerc1"><section class="Oqnisf"><div>{rich(20, "<h1 class=font_0>" + e(s["title"]) + "</h1>")}{rich(21, "<p class=font_8>Posted on January 20, 2025</p>")}{rich(22, "".join(f(t) for t in s["body"]))}</div></section></div></div>'
               f'<div id="SITE_FOOTER">{rich(30, "<p class=font_8>Northgate News is written by neighbours for neighbours and is free as the wind.</p>")}{rich(31, "<p class=font_8>&copy; 2025 by Northgate News. Proudly created with our own hands.</p>")}</div></div>', "")


@page("flood", zones=QUOTED)
def kit_portal(s):
    b = s["body"]
    return doc(s, f'<div id="Masthead"><ul>{headlines("<li>{}</li>", 5)}</ul></div><div class="caas-container"><article class="caas-container" role="article"><div class="caas-inner-body"><header class="caas-header"><div class="caas-logo"><a href="/o">The Orrel Dispatch</a></div><div class="caas-title-wrapper"><h1 data-test-locator="headline">{e(s["title"])}</h1></div></header><div class="caas-content-wrapper"><div class="caas-content"><div class="caas-attr"><div class="caas-attr-meta"><div class="caas-attr-item-author">Noor Valdane</div><div class="caas-attr-time-style"><time>Fri, October 3, 2025 at 9:45 AM</time><span class="caas-attr-separator">\u00b7</span><span class="caas-attr-mins-read">3 min read</span></div></div></div><div class="caas-body">{ps(b[:5])}'
               f'<div class="caas-da"><div id="defaultINARTICLE">Story continues</div></div>{ps(b[5:10])}<div class="caas-iframe"></div><p>Story continues</p>{ps(b[10:])}<p><strong>More from The Orrel Dispatch:</strong></p><ul class="caas-list caas-list-bullet"><li><p><a href="/a/1">{e(TEASERS[0][0])}</a></p></li><li><p><a href="/a/2">{e(TEASERS[1][0])}</a></p></li></ul></div></div></div><div class="caas-readmore"><button>View comments</button></div></div></article></div><div id="Stream"><ul>' + teasers('<li class="stream-item"><div><div>{text}</div><h3><a href="{url}">{title}</a></h3><p>{text}</p></div></li>') * 2 + "</ul></div>", og(s))


RELEASE = ["PORTWAY, Jan. 14, 2025 /WireLine/ -- Tern Maritime, a builder of small ferries, today announced that it will open a new yard in Castleford in the third quarter of the year.",
           "\u201cCastleford has everything that a yard needs: deep water, good people and patience,\u201d said Lorna Dane, chief executive of Tern Maritime. \u201cWe are proud to build here.\u201d",
           "The yard will employ 140 people at first and 220 when it is complete. Applications are open from today.", "About Tern Maritime",
           "Tern Maritime has built ferries since 1958. The company has its seat in Portway and employs 600 people in three countries."]


@page("trial", body_only=RELEASE, title="Tern Maritime to open yard in Castleford")
def kit_release(s):
    b = RELEASE
    return doc({**s, "title": "Tern Maritime to open yard in Castleford", "site": "WireLine"}, f'<header>{links(("News", "Products", "Contact"))}</header><article class="news-release"><div class="container"><h1>Tern Maritime to open yard in Castleford</h1><div class="row detail-headline"><img alt="Tern Logo"></div><p class="mb-no">News provided by</p><p><a href="/c"><strong>Tern Maritime</strong></a></p><p class="mb-no">Jan 14, 2025, 08:00 ET</p><div class="share">Share this article</div></div>'
               f'<section class="release-body container"><div class="row"><div class="col-lg-10 col-lg-offset-1"><p><span class="legendSpanClass"><span class="xn-location">PORTWAY</span></span>, <span class="legendSpanClass"><span class="xn-chron">Jan. 14, 2025</span></span> /WireLine/ -- {e(b[0].split("-- ")[1])}</p>{ps(b[1:3])}<p><b>{b[3]}</b></p>{p(b[4])}</div></div></section></article><div class="container"><h2>Modal title</h2><h3>Also from this source</h3>{teasers("<div class=card><h3><a href={url}>{title}</a></h3><p>{text}</p></div>", 3)}</div>', "")


@page("quake")
def kit_widgets(s):
    b = s["body"]
    ticker = '<div class="tkr"><span>BREAKING</span><marquee>Council votes on Monday. Ferries run every hour. Rain expected in the west. Trams are back.</marquee></div><div class="wth"><b>9\u00b0</b> Light rain in the morning, dry and windy from noon on. Tomorrow: much the same, with a little sun at the end of the day.</div>'
    poll = '<div class="pl"><h4>Poll</h4><p>Should the valley get a second road?</p><label><input type="radio" name="q">Yes, whatever it costs</label><label><input type="radio" name="q">No, leave the mountain alone</label><button>Vote</button></div>'
    post = '<blockquote class="instagram-media" data-instgrm-version="14"><div><a href="/i">View this post on Instagram</a><p><a href="/i">A post shared by Valley Rescue (@valleyrescue)</a></p></div></blockquote>'
    return doc(s, f'{ticker}<div class="nv">{links(SECTIONS)}</div><div class="ct"><h1>{e(s["title"])}</h1><div class="bd">{ps(b[:2])}{poll}{ps(b[2:5])}{post}{ps(b[5:])}</div></div>', og(s))


@page("museum")
def kit_wrapped_twice(s):
    return doc(s, f'<article class="t"><header><h1>{e(s["title"])}</h1></header></article><article class="t"><div class="t1"><div class="t2">{p(s["body"][0])}</div><div class="t2">{ps(s["body"][1:4])}</div></div></article><article class="t"><div class="t1"><div class="t2">{ps(s["body"][4:])}</div></div></article><article class="t"><h3><a href="/a/1">{e(TEASERS[1][0])}</a></h3><p>{e(TEASERS[1][1])}</p></article>', og(s))


@page("strike")
def kit_half_in_scripts(s):
    """The first paragraphs are drawn by the server; the rest comes with the page as data."""
    data = {"post": {"title": s["title"], "sections": [{"kind": "p", "text": t} for t in s["body"]]}, "next": [{"title": t, "text": x} for t, x in TEASERS[:3]]}
    return doc(s, f'<div id="__nuxt"><div class="hd">{links(SECTIONS)}</div><h1>{e(s["title"])}</h1><div class="tx">{ps(s["body"][:3])}</div><div class="sk"></div></div><script>window.__NUXT__={json.dumps(data)}</script>', og(s))
