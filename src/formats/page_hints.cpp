// The words here are names that page builders give to elements, in whatever language the page is written; they are no
// words of a text. A name is cut into its words (article__body, articleBody, article-body), which are looked up alone and
// in pairs.
#include "formats/page_hints.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

using Entry = std::pair<std::string_view, std::uint32_t>;

// Sorted, for binary search.
constexpr std::array single_words = std::to_array<Entry>({
    {"ad", hint::advert}, {"addthis", hint::site}, {"ads", hint::advert}, {"adslot", hint::advert}, {"adunit", hint::advert},
    {"advert", hint::advert}, {"advertisement", hint::advert}, {"advertising", hint::advert}, {"articlebody", hint::content},
    {"author", hint::byline}, {"authors", hint::byline}, {"bio", hint::biography}, {"biography", hint::biography},
    {"breadcrumb", hint::site}, {"breadcrumbs", hint::site}, {"byline", hint::byline}, {"caption", hint::caption},
    {"carousel", hint::gallery}, {"clarification", hint::correction}, {"colophon", hint::site}, {"comment", hint::comments},
    {"commentlist", hint::comments}, {"comments", hint::comments}, {"condolences", hint::comments}, {"consent", hint::consent}, {"cookie", hint::consent},
    {"cookies", hint::consent}, {"copyright", hint::site}, {"correction", hint::correction}, {"corrections", hint::correction},
    {"credit", hint::caption}, {"cutline", hint::caption}, {"datetime", hint::byline}, {"deck", hint::standfirst},
    {"dek", hint::standfirst}, {"disqus", hint::comments}, {"donate", hint::newsletter}, {"donation", hint::newsletter},
    {"figcaption", hint::caption}, {"followus", hint::site}, {"footer", hint::site}, {"gallery", hint::gallery},
    {"gdpr", hint::consent}, {"guestbook", hint::comments}, {"headline", hint::headline}, {"hidden", hint::unseen}, {"instagram", hint::post},
    {"keywords", hint::site}, {"kicker", hint::site}, {"leaderboard", hint::advert}, {"masthead", hint::site},
    {"menu", hint::site}, {"metered", hint::newsletter}, {"modal", hint::consent}, {"mpu", hint::advert}, {"nav", hint::site},
    {"navbar", hint::site}, {"navigation", hint::site}, {"newsletter", hint::newsletter}, {"newsletters", hint::newsletter},
    {"noprint", hint::site}, {"onetrust", hint::consent}, {"outbrain", hint::related}, {"pager", hint::site},
    {"pagination", hint::site}, {"paywall", hint::newsletter}, {"piano", hint::newsletter}, {"popular", hint::related},
    {"popup", hint::consent}, {"promo", hint::related}, {"promos", hint::related}, {"promoted", hint::advert},
    {"pullquote", hint::pull_quote}, {"rail", hint::side}, {"readmore", hint::related}, {"recirc", hint::related},
    {"recirculation", hint::related}, {"recommendations", hint::related}, {"recommended", hint::related},
    {"regwall", hint::newsletter}, {"related", hint::related}, {"respond", hint::comments}, {"share", hint::site},
    {"sharedaddy", hint::site}, {"sharethis", hint::site}, {"sharing", hint::site}, {"sidebar", hint::side},
    {"signup", hint::newsletter}, {"skip", hint::site}, {"skyscraper", hint::advert}, {"slider", hint::gallery},
    {"slideshow", hint::gallery}, {"social", hint::site}, {"sponsor", hint::advert}, {"sponsored", hint::advert},
    {"standfirst", hint::standfirst}, {"subheadline", hint::standfirst}, {"subscribe", hint::newsletter},
    {"subscription", hint::newsletter}, {"subscriptions", hint::newsletter}, {"taboola", hint::related},
    {"taglist", hint::site}, {"tags", hint::site}, {"teaser", hint::related}, {"teasers", hint::related},
    {"timestamp", hint::byline}, {"toolbar", hint::site}, {"tooltip", hint::site}, {"topics", hint::site},
    {"trending", hint::related}, {"tweet", hint::post}, {"widget", hint::side}, {"widgets", hint::side},
});

// Two neighbouring words of one name, joined by a hyphen. Sorted.
constexpr std::array word_pairs = std::to_array<Entry>({
    {"about-author", hint::biography}, {"also-like", hint::related}, {"also-read", hint::related},
    {"article-body", hint::content}, {"article-content", hint::content}, {"article-copy", hint::content},
    {"article-date", hint::byline}, {"article-deck", hint::standfirst}, {"article-dek", hint::standfirst},
    {"article-description", hint::standfirst}, {"article-footer", hint::site}, {"article-info", hint::byline},
    {"article-links", hint::related}, {"article-meta", hint::byline}, {"article-subhead", hint::standfirst},
    {"article-subheading", hint::standfirst}, {"article-subtitle", hint::standfirst}, {"article-summary", hint::standfirst},
    {"article-tags", hint::site}, {"article-text", hint::content}, {"author-bio", hint::biography},
    {"author-box", hint::biography}, {"author-card", hint::biography}, {"author-info", hint::biography},
    {"body-content", hint::content}, {"body-copy", hint::content}, {"body-text", hint::content},
    {"call-action", hint::newsletter}, {"content-body", hint::content}, {"cookie-banner", hint::consent},
    {"display-none", hint::unseen}, {"editor-note", hint::correction}, {"editors-note", hint::correction},
    {"email-signup", hint::newsletter}, {"entry-content", hint::content}, {"entry-date", hint::byline},
    {"entry-meta", hint::byline}, {"entry-title", hint::headline}, {"fb-post", hint::post}, {"follow-us", hint::site},
    {"image-caption", hint::caption}, {"image-credit", hint::caption}, {"inline-promo", hint::related},
    {"instagram-media", hint::post}, {"latest-news", hint::related}, {"live-entry", hint::entry}, {"live-post", hint::entry},
    {"live-update", hint::entry}, {"mailing-list", hint::newsletter}, {"media-caption", hint::caption},
    {"more-from", hint::related}, {"more-like", hint::related}, {"more-news", hint::related}, {"more-on", hint::related},
    {"more-stories", hint::related}, {"most-popular", hint::related}, {"most-read", hint::related},
    {"news-body", hint::content}, {"news-content", hint::content}, {"news-text", hint::content},
    {"photo-credit", hint::caption}, {"post-body", hint::content}, {"post-content", hint::content},
    {"post-date", hint::byline}, {"post-embed", hint::post}, {"post-meta", hint::byline}, {"post-tags", hint::site},
    {"post-text", hint::content}, {"post-title", hint::headline}, {"print-only", hint::unseen}, {"publish-date", hint::byline},
    {"pull-quote", hint::pull_quote}, {"read-also", hint::related}, {"read-more", hint::related}, {"read-next", hint::related},
    {"reader-comments", hint::comments}, {"reading-time", hint::byline}, {"recommended-articles", hint::related},
    {"recommended-stories", hint::related}, {"related-articles", hint::related}, {"screen-reader", hint::unseen},
    {"see-also", hint::related}, {"sign-up", hint::newsletter}, {"sr-only", hint::unseen}, {"story-body", hint::content},
    {"story-content", hint::content}, {"story-copy", hint::content}, {"story-text", hint::content},
    {"sub-headline", hint::standfirst}, {"sub-title", hint::standfirst}, {"tag-list", hint::site}, {"tags-list", hint::site},
    {"top-stories", hint::related}, {"twitter-tweet", hint::post}, {"up-next", hint::related},
    {"visually-hidden", hint::unseen}, {"wp-caption", hint::caption}, {"you-may", hint::related},
});

template <std::size_t n>
std::uint32_t look_up(std::array<Entry, n> const& table, std::string_view word) {
  auto const at = std::lower_bound(table.begin(), table.end(), word, [](Entry const& entry, std::string_view w) { return entry.first < w; });
  return at != table.end() && at->first == word ? at->second : 0;
}

template <std::size_t n>
constexpr bool sorted(std::array<Entry, n> const& table) {
  for (std::size_t i = 1; i < n; ++i)
    if (!(table[i - 1].first < table[i].first)) return false;
  return true;
}

// Hints of one attribute value: several names, each cut into words.
std::uint32_t of_names(std::string_view names) {
  std::uint32_t out = 0;
  std::string word, before, pair;
  auto const end_word = [&] {
    if (word.empty()) return;
    out |= look_up(single_words, word);
    if (!before.empty()) {
      pair = before;
      pair += '-';
      pair += word;
      out |= look_up(word_pairs, pair);
    }
    std::swap(before, word);
    word.clear();
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    char const c = names[i];
    if (is_ascii_letter(c)) {
      if (is_ascii_upper(c) && i > 0 && is_ascii_letter(names[i - 1]) && !is_ascii_upper(names[i - 1])) end_word();
      word += ascii_lower(c);
      continue;
    }
    end_word();
    if (c == ' ' || c == '\t' || c == '\n') before.clear();
  }
  end_word();
  return out;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::uint32_t of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav: return hint::site;
    case Tag::dialog: return hint::consent;
    case Tag::footer: return hint::site;
    case Tag::aside: return hint::side;
    case Tag::figcaption: case Tag::caption: return hint::caption;
    case Tag::address: return hint::byline;
    default: return 0;
  }
}

std::uint32_t of_role(std::string_view role) {
  if (role == "dialog" || role == "alertdialog") return hint::consent;
  if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "search" ||
      role == "toolbar" || role == "menu" || role == "menubar" || role == "alert")
    return hint::site;
  if (role == "complementary") return hint::side;
  return 0;
}

std::uint32_t of_property(std::string_view property) {
  if (contains(property, "articleBody") || contains(property, "reviewBody")) return hint::content | hint::stated;
  if (contains(property, "headline")) return hint::headline;
  if (contains(property, "comment")) return hint::comments;
  if (property == "author" || property == "datePublished" || property == "dateModified") return hint::byline;
  if (property == "caption") return hint::caption;
  return 0;
}

bool hides(std::string_view style) {
  for (auto const* property : {"display", "visibility"}) {
    auto at = style.find(property);
    if (at == std::string_view::npos) continue;
    at = style.find(':', at);
    if (at == std::string_view::npos) continue;
    at = style.find_first_not_of(" \t", at + 1);
    if (at != std::string_view::npos && (style.substr(at, 4) == "none" || style.substr(at, 6) == "hidden")) return true;
  }
  return false;
}

}  // namespace

std::uint32_t hints_of(Page const& page, std::uint32_t node) {
  static_assert(sorted(single_words) && sorted(word_pairs));
  auto const tag = page.nodes()[node].tag;
  std::uint32_t out = of_tag(tag);
  if (tag == Tag::body || tag == Tag::html || tag == Tag::text) return 0;
  if (auto const names = page.attribute(node, "class"); !names.empty()) out |= of_names(names);
  if (auto const name = page.attribute(node, "id"); !name.empty()) out |= of_names(name);
  for (auto const* key : {"data-testid", "data-test-id", "data-qa", "data-component", "data-component-name", "data-name", "data-gu-name", "data-module", "data-area", "data-type"})
    if (auto const name = page.attribute(node, key); !name.empty()) out |= of_names(name);
  if (auto const role = page.attribute(node, "role"); !role.empty()) out |= of_role(role);
  if (auto const property = page.attribute(node, "itemprop"); !property.empty()) out |= of_property(property);
  if (auto const property = page.attribute(node, "property"); !property.empty()) out |= of_property(property);
  if (page.has_attribute(node, "hidden") || page.attribute(node, "aria-hidden") == "true" || page.attribute(node, "aria-modal") == "true" ||
      hides(page.attribute(node, "style")))
    out |= hint::unseen;
  // A link's class or a single word in the text says nothing about what it stands in.
  if (tag == Tag::a || tag == Tag::inline_other) out &= hint::caption | hint::byline | hint::unseen | hint::newsletter | hint::site | hint::advert;
  // The two meet in "article-body__related": a part of the body that is something else.
  if (out & (hint::noise | hint::caption | hint::pull_quote | hint::byline)) out &= ~(out & hint::stated ? 0u : std::uint32_t{hint::content});
  return out;
}

}  // namespace whosaid::formats
