// What each block of the article is: paragraph, quotation, caption, a line of the site between two paragraphs.
// Tests: tests/html/ (pages with expected text).
#include "formats/find_article.hpp"

#include <algorithm>
#include <optional>

#include "formats/article_words.hpp"
#include "formats/page_captions.hpp"
#include "formats/page_hints.hpp"
#include "formats/page_outline.hpp"
#include "formats/page_sums.hpp"
#include "formats/trim_article.hpp"

namespace whosaid::formats {
namespace {

constexpr std::uint32_t longest_label = 200;      // letters; beyond, a line is no label whatever its first words are
constexpr std::uint32_t shortest_inline = 40;
constexpr std::uint32_t least_slides = 3;         // sentences below pictures that make a story
constexpr std::uint32_t shortest_standfirst = 60; // letters of one without a full stop
constexpr std::uint32_t shortest_finished = 30;   // of one with it

class Finder {
 public:
  Finder(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases, KnownOfArticle const& known)
      : page_(page), nodes_(page.nodes()), blocks_(blocks), known_(known), outline_(outline_page(page, blocks, phrases)), hints_(outline_.hints),
        inherited_(outline_.inherited), left_out_(outline_.left_out), roots_(outline_.roots), card_(outline_.card), fragment_(outline_.fragment) {}

  Article run() {
    if (nodes_.empty() || blocks_.list.empty()) return {};
    find_headline();
    take_pieces();
    trim_article(page_, blocks_, outline_, known_, first_prose(), out_);
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool inside(std::uint32_t node, std::uint32_t outer) const { return outer <= node && node < nodes_[outer].end; }
  [[nodiscard]] PageBlock const& block(std::uint32_t index) const { return blocks_.list[index]; }

  [[nodiscard]] bool in_roots(std::uint32_t node) const {
    auto const behind = std::upper_bound(roots_.begin(), roots_.end(), node);
    return behind != roots_.begin() && inside(node, *std::prev(behind));
  }

  // The last <h1> (or block that says it is the headline, or repeats the title) before the end of the text.
  void find_headline() {
    auto const title = plain_words(known_.title);
    int best = 0;
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b) {
      auto const& one = block(b);
      if (one.first >= nodes_[roots_.back()].end || one.letters > 400) continue;
      auto const tag = nodes_[one.node].tag;
      bool const named = (hints_[one.node] | (nodes_[one.node].parent == no_node ? 0 : hints_[nodes_[one.node].parent])) & hint::headline;
      auto const words = title.size() > 12 ? plain_words(blocks_.text_of(one)) : std::string();
      bool const same = words.size() > 12 && (title == words || title.starts_with(words) || (words.ends_with(title) && words.size() < 2 * title.size()));
      int const score = 4 * same + 2 * (tag == Tag::h1 || in_h1(one.node)) + named - (left_out_[one.first] != 0);
      if (score > best || (score == best && score > 0 && one.first < first_prose())) {
        if (score > best || !same) out_.headline = b;
        best = score;
        sure_headline_ = same && (named || is_heading(tag) || in_h1(one.node));
      }
    }
  }
  [[nodiscard]] bool in_h1(std::uint32_t node) const {
    for (int steps = 0; node != no_node && steps < 3; ++steps, node = nodes_[node].parent)
      if (nodes_[node].tag == Tag::h1) return true;
    return false;
  }
  [[nodiscard]] std::uint32_t first_prose() {
    if (first_prose_ != no_node) return first_prose_;
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b)
      if (outline_.counts(blocks_, b) && in_roots(block(b).first)) return first_prose_ = block(b).first;
    return first_prose_ = static_cast<std::uint32_t>(nodes_.size());
  }

  [[nodiscard]] bool within(std::uint32_t node, Tag tag) const {
    for (; node != no_node; node = nodes_[node].parent)
      if (nodes_[node].tag == tag) return true;
    return false;
  }

  struct Verdict {
    bool keep = false;
    Section section = Section::body;
    bool line_of_site = false;  // told by its words
    bool whose = false;         // says whose the quotation before it is
  };

  // What a block inside the article is.
  [[nodiscard]] Verdict judge(std::uint32_t b) {
    auto const& one = block(b);
    auto const text = blocks_.text_of(one);
    // A short block may be one inline element, which says what it is.
    auto const marks = one.letters < shortest_inline ? inherited_[one.first] : inherited_[one.node];
    bool const quoted = has_quotation_mark(text);
    if (b == out_.headline) return {quoted, Section::headline};
    if (says_whose(page_, blocks_, outline_, b)) return {true, Section::blockquote, false, true};
    if (auto const out = left_out_[one.first]) {
      bool const pulled = (marks & hint::pull_quote) && !(out & (hint::comments | hint::advert | hint::unseen));
      if (pulled) return {true, Section::blockquote};
      if (out & hint::gallery) return {quoted, Section::caption};
      return {(out & hint::related) && quoted && !(out & hint::unseen), Section::related};
    }
    if (card_[b]) return {quoted, Section::related};
    auto const tag = nodes_[one.node].tag;
    if (tag == Tag::h1 && out_.headline != no_node && b < out_.headline) return {};
    if (marks & hint::pull_quote) return {true, Section::blockquote};
    bool const figure = within(one.node, Tag::figure);
    if (marks & hint::caption || (figure && !within(one.node, Tag::blockquote) && tag != Tag::cell)) return {quoted, Section::caption};
    if (below_image(page_, outline_, one) && !(one.sentence && told_in_pictures())) return {quoted, Section::caption};
    if (marks & hint::post) return {one.linked * 2 < one.letters, Section::blockquote};
    if ((marks & hint::byline) && !(one.sentence && one.letters > 120)) {
      if (out_.byline == no_node) out_.byline = b;
      return {};
    }
    if (!one.sentence && one.letters <= longest_label && one.first < first_prose() && names_author(text)) return {};
    if (tag != Tag::cell && tag != Tag::row && tag != Tag::dt && is_time(page_, blocks_, one)) return {};
    if (tag != Tag::cell && tag != Tag::row && tag != Tag::dt && !is_heading(tag) && !has_word(text) && !(tag == Tag::li && has_digit(text))) return {};
    bool const prose = is_prose(one);
    auto const phrase = one.letters <= longest_label || one.linked > 0 ? outline_.kinds[b] : PhraseKind::none;
    bool const of_site = phrase == PhraseKind::furniture || phrase == PhraseKind::box || phrase == PhraseKind::reply;
    if (of_site && (!quoted || one.linked)) return {false, Section::boilerplate, true};
    if (phrase == PhraseKind::related && (one.linked || !one.sentence || text.ends_with(':'))) return {quoted, Section::related, true};
    if (phrase == PhraseKind::credit && one.letters < 120 && !(prose && one.letters > 80)) return {quoted, Section::caption};
    if (one.linked * 10 >= one.letters * 8 && tag != Tag::cell && tag != Tag::row && !(is_heading(tag) && points_at_itself(page_, one))) {
      // A paragraph that is one link leads away; a sentence that links all its words is rare.
      if (!(prose && one.letters > 250)) return {quoted, Section::related};
    }
    if (one.first < first_prose_after_header() && ((marks & hint::standfirst) || stands_first(b))) return {true, Section::standfirst};
    return {true, within(one.node, Tag::blockquote) ? Section::blockquote : Section::body};
  }
  // "By Ann Odeby, Staff Writer | 2 hours ago".
  [[nodiscard]] bool names_author(std::string_view text) const {
    auto const words = plain_words(text);
    return std::any_of(known_.authors.begin(), known_.authors.end(), [&](std::string const& author) {
      auto const name = plain_words(author);
      return name.size() >= shortest_name && (words.starts_with("by" + name) || words == name);
    });
  }
  // A gallery that tells a story: its sentences stand below pictures, and hardly any elsewhere.
  [[nodiscard]] bool told_in_pictures() {
    if (told_in_pictures_) return *told_in_pictures_;
    std::uint32_t below = 0, elsewhere = 0, texts = 0;
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b) {
      auto const& one = block(b);
      if (!one.sentence || one.letters < shortest_finished || one.linked * 2 > one.letters || !in_roots(one.first) || left_out_[one.first] || card_[b] || b == out_.headline) continue;
      bool const pictured = below_image(page_, outline_, one) && !within(one.node, Tag::figure) && !(inherited_[one.node] & hint::caption);
      (pictured ? below : elsewhere) += one.letters;
      texts += pictured;
    }
    told_in_pictures_ = texts >= least_slides && below > 2 * elsewhere;
    return *told_in_pictures_;
  }
  // A standfirst stands above the text: beyond its third paragraph the word means something else.
  [[nodiscard]] std::uint32_t first_prose_after_header() {
    if (header_end_ != no_node) return header_end_;
    int seen = 0;
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b)
      if (outline_.counts(blocks_, b) && in_roots(block(b).first) && ++seen == 3) return header_end_ = block(b).first;
    return header_end_ = static_cast<std::uint32_t>(nodes_.size());
  }

  void take_pieces() {
    take_header();
    auto const begin = sure_headline_ ? out_.headline : 0;  // a ticker, the site's own words: above the headline is no text
    for (std::uint32_t b = begin; b < blocks_.list.size(); ++b) {
      if (!in_roots(block(b).first)) continue;
      if (begins_another(b)) break;
      auto const verdict = judge(b);
      if (verdict.line_of_site && headed_by_last(b)) out_.pieces.pop_back();
      if (verdict.keep && heads_nothing(b)) out_.pieces.pop_back();
      if (verdict.whose && (out_.pieces.empty() || out_.pieces.back().block + 1 != b)) continue;  // the quotation itself was left out
      if (verdict.keep) out_.pieces.push_back({b, verdict.section, verdict.whose});
    }
  }

  // Another headline of the first rank, behind text of this article: the next story, loaded below.
  [[nodiscard]] bool begins_another(std::uint32_t b) const {
    auto const heading = block(b).node;
    if (!sure_headline_ || b <= out_.headline || nodes_[heading].tag != Tag::h1 || nodes_[heading].end - heading > most_nodes_of_figure || out_.pieces.empty() || plain_words(blocks_.text_of(block(b))) == plain_words(known_.title)) return false;
    return std::any_of(out_.pieces.begin(), out_.pieces.end(), [&](ArticlePiece const& piece) { return piece.section == Section::body && is_prose(block(piece.block)); });
  }

  // The last piece is the heading of a box of which nothing was kept before block `b`.
  [[nodiscard]] bool heads_nothing(std::uint32_t b) const {
    if (out_.pieces.empty() || out_.pieces.back().section != Section::body || out_.pieces.back().block + 1 >= b) return false;
    auto const last = out_.pieces.back().block;
    auto const heading = block(last).node;
    auto box = nodes_[heading].parent;
    if (box != no_node && nodes_[box].tag == Tag::header) box = nodes_[box].parent;  // a header heads what it stands above
    if (!is_heading(nodes_[heading].tag) || box == no_node || inside(block(b).first, box)) return false;
    return inside(block(last + 1).first, box);
  }

  // The last piece is the heading of the box that block `b` stands in.
  [[nodiscard]] bool headed_by_last(std::uint32_t b) const {
    if (out_.pieces.empty() || out_.pieces.back().block + 1 != b) return false;
    auto const heading = block(b - 1).node;
    return is_heading(nodes_[heading].tag) && nodes_[heading].parent == nodes_[block(b).node].parent;
  }

  // Between the headline and the text: the standfirst, and captions that hold a quotation.
  void take_header() {
    if (out_.headline == no_node) return;
    auto const& headline = block(out_.headline);
    if (!in_roots(headline.first) && has_quotation_mark(blocks_.text_of(headline))) out_.pieces.push_back({out_.headline, Section::headline});
    if (headline.first > roots_.front()) return;
    for (auto b = out_.headline + 1; b < blocks_.list.size() && block(b).first < roots_.front(); ++b) {
      auto const& one = block(b);
      if (in_roots(one.first) || left_out_[one.first] || card_[b] || one.linked * 2 > one.letters) continue;
      auto const marks = inherited_[one.node];
      bool const quoted = has_quotation_mark(blocks_.text_of(one));
      if (marks & hint::caption || within(one.node, Tag::figure)) {
        if (quoted) out_.pieces.push_back({b, Section::caption});
      } else if (marks & hint::standfirst || (!(marks & hint::byline) && (is_prose(one) || says_what_it_is_about(b)))) {
        out_.pieces.push_back({b, Section::standfirst});
      } else if (marks & hint::byline && out_.byline == no_node) {
        out_.byline = b;
      }
    }
  }

  // Below the headline and in one header with it, or what the page gives as its description; the text begins later.
  [[nodiscard]] bool stands_first(std::uint32_t b) {
    if (out_.headline == no_node || b <= out_.headline || b > out_.headline + 2 || b + 1 == blocks_.list.size()) return false;
    auto const& one = block(b);
    if (one.linked > 0 || outline_.kinds[b] != PhraseKind::none || is_time(page_, blocks_, one)) return false;
    if (within(one.node, Tag::header) && within(block(out_.headline).node, Tag::header) && one.sentence && one.letters >= shortest_finished) return true;
    return (nodes_[one.node].tag == Tag::h2 || (nodes_[one.node].parent != nodes_[block(b + 1).node].parent && repeats_description(b))) && says_what_it_is_about(b);
  }
  [[nodiscard]] bool repeats_description(std::uint32_t b) const {
    auto const words = plain_words(blocks_.text_of(block(b))), description = plain_words(known_.description);
    return words.size() >= shortest_description && description.size() >= shortest_description && (description.starts_with(words) || words.starts_with(description));
  }
  // A standfirst without a full stop: what the page gives as its description, or a long line below the headline.
  [[nodiscard]] bool says_what_it_is_about(std::uint32_t b) const {
    auto const& one = block(b);
    if (one.linked > 0 || outline_.kinds[b] != PhraseKind::none || is_time(page_, blocks_, one)) return false;
    if (repeats_description(b)) return true;
    auto const tag = nodes_[one.node].tag;
    bool const line = tag == Tag::p || tag == Tag::h2;
    return one.letters >= (line && one.sentence ? shortest_finished : shortest_standfirst) && (line || tag == Tag::div);
  }

  Page const& page_;
  std::vector<PageNode> const& nodes_;
  PageBlocks const& blocks_;
  KnownOfArticle const& known_;
  PageOutline outline_;
  std::vector<std::uint32_t> const &hints_, &inherited_, &left_out_, &roots_;
  std::vector<bool> const& card_;
  bool const fragment_;
  std::uint32_t first_prose_ = no_node, header_end_ = no_node;
  Article out_;
  std::optional<bool> told_in_pictures_;
  bool sure_headline_ = false;  // a heading that repeats the title
};

}  // namespace

Article find_article(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases, KnownOfArticle const& known) {
  return Finder(page, blocks, phrases, known).run();
}

}  // namespace whosaid::formats
