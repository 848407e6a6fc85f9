// What each block of the article is: paragraph, quotation, caption, a line of the site between two paragraphs.
// Tests: tests/html/ (pages with expected text).
#include "formats/find_article.hpp"

#include <algorithm>
#include <unordered_set>

#include "formats/page_hints.hpp"
#include "formats/page_outline.hpp"

namespace whosaid::formats {
namespace {

constexpr std::uint32_t shortest_sentence = 20;   // letters of a short paragraph
constexpr std::uint32_t longest_label = 200;      // letters; beyond, a line is no label whatever its first words are
constexpr std::uint32_t shortest_inline = 40;
constexpr std::uint32_t longest_caption = 220;     // letters of a caption that nothing but its picture tells
constexpr std::uint32_t most_nodes_of_figure = 40;
constexpr std::size_t shortest_description = 30;  // letters and digits of a description that is believed to be repeated
constexpr std::uint32_t shortest_standfirst = 60; // letters of one without a full stop
constexpr std::uint32_t shortest_finished = 30;   // of one with it
constexpr std::uint32_t longest_biography = 400;
constexpr std::ptrdiff_t most_of_biography = 3;   // pieces
constexpr std::size_t shortest_name = 6;
constexpr std::uint32_t longest_name = 60;
constexpr std::size_t shortest_pull = 15;         // letters and digits of a pull quote
constexpr std::uint32_t least_copy = 40;          // letters of a block that is not said twice by chance

class Finder {
 public:
  Finder(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases, KnownOfArticle const& known)
      : page_(page), nodes_(page.nodes()), blocks_(blocks), known_(known), outline_(outline_page(page, blocks, phrases)), hints_(outline_.hints),
        inherited_(outline_.inherited), left_out_(outline_.left_out), roots_(outline_.roots), card_(outline_.card), fragment_(outline_.fragment) {}

  Article run() {
    if (nodes_.empty() || blocks_.list.empty()) return {};
    find_headline();
    take_pieces();
    trim();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool inside(std::uint32_t node, std::uint32_t outer) const { return outer <= node && node < nodes_[outer].end; }
  [[nodiscard]] PageBlock const& block(std::uint32_t index) const { return blocks_.list[index]; }

  // Letters and digits alone, in small letters where that is cheap: what a copy has in common with its original.
  static std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      auto const u = static_cast<unsigned char>(text[i]);
      bool const mark = u == 0xE2 && i + 2 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xFE) == 0x80;  // General Punctuation
      if (mark) i += 2;
      else if ((u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || u >= 0xC3) out += text[i];
      else if (u >= 'A' && u <= 'Z') out += static_cast<char>(u + 32);
      else if (u >= 0x80 && !out.empty() && static_cast<unsigned char>(out.back()) >= 0xC3) out += text[i];
    }
    return out;
  }

  [[nodiscard]] bool in_roots(std::uint32_t node) const {
    auto const behind = std::upper_bound(roots_.begin(), roots_.end(), node);
    return behind != roots_.begin() && inside(node, *std::prev(behind));
  }

  // The last <h1> (or block that says it is the headline, or repeats the title) before the end of the text.
  void find_headline() {
    auto const title = plain(known_.title);
    int best = 0;
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b) {
      auto const& one = block(b);
      if (one.first >= nodes_[roots_.back()].end || one.letters > 400) continue;
      auto const tag = nodes_[one.node].tag;
      bool const named = (hints_[one.node] | (nodes_[one.node].parent == no_node ? 0 : hints_[nodes_[one.node].parent])) & hint::headline;
      auto const words = title.size() > 12 ? plain(blocks_.text_of(one)) : std::string();
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

  static bool has_mark(std::string_view text) {
    for (auto const* mark : {"\"", "\xE2\x80\x9C", "\xE2\x80\x98", "\xC2\xAB", "\xE2\x80\x9E"})
      if (text.find(mark) != std::string_view::npos) return true;
    return false;
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
  };

  // What a block inside the article is.
  [[nodiscard]] Verdict judge(std::uint32_t b) {
    auto const& one = block(b);
    auto const text = blocks_.text_of(one);
    // A short block may be one inline element, which says what it is.
    auto const marks = one.letters < shortest_inline ? inherited_[one.first] : inherited_[one.node];
    bool const quoted = has_mark(text);
    if (b == out_.headline) return {quoted, Section::headline};
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
    if (below_image(one)) return {quoted, Section::caption};
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
    auto const words = plain(text);
    return std::any_of(known_.authors.begin(), known_.authors.end(), [&](std::string const& author) {
      auto const name = plain(author);
      return name.size() >= shortest_name && (words.starts_with("by" + name) || words == name);
    });
  }
  // "1.2K", "* * *".
  static bool has_word(std::string_view text) {
    int letters = 0;
    for (char const c : text) {
      bool const letter = static_cast<unsigned char>(c) >= 0xC3 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      letters = letter ? letters + 1 : static_cast<unsigned char>(c) >= 0x80 ? letters : 0;
      if (letters >= 2) return true;
    }
    return false;
  }
  static bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  // The only text of an element that shows a picture is its caption.
  [[nodiscard]] bool below_image(PageBlock const& one) const {
    if (one.letters > longest_caption) return false;
    auto node = one.node;
    for (int steps = 0; steps < 3 && node != no_node && !std::binary_search(roots_.begin(), roots_.end(), node); ++steps, node = nodes_[node].parent) {
      if (nodes_[node].end - node > most_nodes_of_figure) return false;
      std::uint32_t text = 0;
      bool image = false;
      for (auto i = node; i < nodes_[node].end; ++i) {
        if (is_heading(nodes_[i].tag)) return false;  // the next of several texts, each with its picture
        text += static_cast<std::uint32_t>(nodes_[i].text.size());
        image = image || (nodes_[i].tag == Tag::image && i < one.first);
      }
      if (text > 2 * longest_caption) return false;
      if (image) return true;
    }
    return false;
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
      if (verdict.keep) out_.pieces.push_back({b, verdict.section});
    }
  }

  // Another headline of the first rank, behind text of this article: the next story, loaded below.
  [[nodiscard]] bool begins_another(std::uint32_t b) const {
    auto const heading = block(b).node;
    if (!sure_headline_ || b <= out_.headline || nodes_[heading].tag != Tag::h1 || nodes_[heading].end - heading > most_nodes_of_figure || out_.pieces.empty() || plain(blocks_.text_of(block(b))) == plain(known_.title)) return false;
    return std::any_of(out_.pieces.begin(), out_.pieces.end(), [&](ArticlePiece const& piece) { return piece.section == Section::body && is_prose(block(piece.block)); });
  }

  // The last piece is the heading of a box of which nothing was kept before block `b`.
  [[nodiscard]] bool heads_nothing(std::uint32_t b) const {
    if (out_.pieces.empty() || out_.pieces.back().section != Section::body || out_.pieces.back().block + 1 >= b) return false;
    auto const last = out_.pieces.back().block;
    auto const heading = block(last).node;
    auto const box = nodes_[heading].parent;
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
    if (!in_roots(headline.first) && has_mark(blocks_.text_of(headline))) out_.pieces.push_back({out_.headline, Section::headline});
    if (headline.first > roots_.front()) return;
    for (auto b = out_.headline + 1; b < blocks_.list.size() && block(b).first < roots_.front(); ++b) {
      auto const& one = block(b);
      if (in_roots(one.first) || left_out_[one.first] || card_[b] || one.linked * 2 > one.letters) continue;
      auto const marks = inherited_[one.node];
      bool const quoted = has_mark(blocks_.text_of(one));
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
    auto const words = plain(blocks_.text_of(block(b))), description = plain(known_.description);
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

  // "Ann Odeby has written about the coast since 2011": at the end, beginning with the author's own name.
  [[nodiscard]] bool is_biography(ArticlePiece const& piece) const {
    auto const& one = block(piece.block);
    if (one.letters > longest_biography) return false;
    auto const words = plain(blocks_.text_of(one));
    return std::any_of(known_.authors.begin(), known_.authors.end(), [&](std::string const& author) {
      auto const name = plain(author);
      if (author.find(' ') == std::string::npos || name.size() < shortest_name || !(words.starts_with(name) || words.starts_with("by" + name))) return false;
      // Of whom the text itself speaks (a company that publishes its own news), it may speak at the end.
      return std::none_of(out_.pieces.begin(), out_.pieces.end() - std::min<std::ptrdiff_t>(std::ssize(out_.pieces), most_of_biography), [&](ArticlePiece const& other) {
        return other.section == Section::body && is_prose(block(other.block)) && plain(blocks_.text_of(block(other.block))).find(name) != std::string::npos;
      });
    });
  }

  [[nodiscard]] bool is_text(ArticlePiece const& piece) const {
    auto const& one = block(piece.block);
    if (piece.section != Section::body && piece.section != Section::blockquote) return false;
    if (is_prose(one) || (piece.section == Section::blockquote && one.linked == 0)) return true;
    if (fragment_ && one.linked == 0 && nodes_[one.node].tag == Tag::p) return true;
    bool const ends = one.sentence || has_mark(blocks_.text_of(one));
    return ends && one.letters >= shortest_sentence && one.linked * 2 < one.letters && !is_heading(nodes_[one.node].tag);
  }

  // Scraps above the first and below the last paragraph, headings that nothing follows, second copies.
  void trim() {
    auto& pieces = out_.pieces;
    drop_copies();
    std::size_t first = 0, last = pieces.size();
    while (first < pieces.size() && !is_text(pieces[first])) ++first;
    while (last > first && (!is_text(pieces[last - 1]) || (last - first > 3 && is_biography(pieces[last - 1])))) --last;
    // A list or a table at the end belongs to the text when it is no list of links.
    auto const tail = [&](ArticlePiece const& piece) {
      auto const tag = nodes_[block(piece.block).node].tag;
      return piece.section == Section::body && (tag == Tag::li || tag == Tag::row || tag == Tag::cell || tag == Tag::dd) && block(piece.block).linked == 0;
    };
    while (last < pieces.size() && last > first && tail(pieces[last])) ++last;
    std::vector<ArticlePiece> kept;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      auto const& piece = pieces[i];
      bool const own = piece.section == Section::body || piece.section == Section::blockquote;
      // Teasers above and below the text are the site's.
      if (piece.section == Section::related && first < last && (i < first || i >= last)) continue;
      if (piece.section == Section::caption && first < last && i >= last && !named_caption(piece)) continue;
      if (own && first < last && (i < first || i >= last) && !(i < first && leads_in(piece))) continue;
      kept.push_back(piece);
      if (own) out_.body_letters += block(piece.block).letters;
    }
    std::size_t count = kept.size();
    while (count > 0 && is_heading(nodes_[block(kept[count - 1].block).node].tag) && kept[count - 1].section == Section::body) --count;
    kept.resize(count);
    pieces = std::move(kept);
  }
  [[nodiscard]] bool named_caption(ArticlePiece const& piece) const {
    auto const& one = block(piece.block);
    return (inherited_[one.node] & hint::caption) || within(one.node, Tag::figure);
  }
  // A heading that stands right above the first paragraph, inside the text's own element.
  [[nodiscard]] bool leads_in(ArticlePiece const& piece) const {
    auto const tag = nodes_[block(piece.block).node].tag;
    return is_heading(tag) && tag != Tag::h1 && piece.block != out_.headline && out_.headline != no_node && piece.block > out_.headline;
  }

  // The same words again (a copy for print, for small screens, a pull quote) are left out; the body's own copy stays.
  void drop_copies() {
    std::unordered_set<std::string> seen;
    std::string everything;
    for (auto const& piece : out_.pieces)
      if (piece.section == Section::body) everything += plain(blocks_.text_of(block(piece.block)));
    auto const title = out_.headline == no_node ? std::string() : plain(blocks_.text_of(block(out_.headline)));
    std::size_t searched = 0;
    std::uint32_t dropped = no_node;  // the block of a pull quote; who said it may stand below
    std::erase_if(out_.pieces, [&](ArticlePiece const& piece) {
      auto const& one = block(piece.block);
      auto words = plain(blocks_.text_of(one));
      if (piece.section == Section::body && !title.empty() && words == title) return true;
      bool const set_apart = piece.section == Section::blockquote;
      if (words.size() < least_copy && !set_apart) return false;
      if (set_apart && dropped != no_node && piece.block == dropped + 1 && one.letters <= longest_name && !one.sentence) return true;
      bool const pulled = set_apart && (words.size() >= shortest_pull || (inherited_[one.node] & hint::pull_quote));
      // Searching costs the length of the text each time; a page has a few pull quotes.
      if (pulled && searched++ < 20 && everything.find(words) != std::string::npos) {
        dropped = piece.block;
        return true;
      }
      if (words.size() < least_copy) return false;
      return !seen.insert(std::move(words)).second;
    });
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
  bool sure_headline_ = false;  // a heading that repeats the title
};

}  // namespace

Article find_article(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases, KnownOfArticle const& known) {
  return Finder(page, blocks, phrases, known).run();
}

}  // namespace whosaid::formats
