// Finding the article without knowing the site.
//
// The idea: blocks of running text count for an element, links and scraps count against it, and the element with the best
// sum is the article: a larger one takes in the site's links, a smaller one leaves paragraphs out. What an element says it
// is (itemprop, class, role, <article>) is believed as far as the text bears it out: nothing that holds most of a page's
// running text is a sidebar, whatever its name. Then the blocks inside are judged one by one.
// It fails on: a page whose comments are longer than its article and are called by no telling name.
// Tests: tests/html/ (pages with expected text), tests/unit/formats_find_article_test.cpp.
#include "formats/find_article.hpp"

#include <algorithm>
#include <unordered_set>

#include "formats/page_hints.hpp"

namespace whosaid::formats {
namespace {

constexpr std::int64_t scrap_cost = 15;           // what a short block costs beside its length
constexpr std::uint32_t shortest_sentence = 20;   // letters of a short paragraph
constexpr std::int64_t smallest_page = 600;        // letters; a page with fewer is a fragment, and all of it counts
constexpr std::uint32_t largest_card = 450;       // letters of a teaser: a linked heading and a summary
constexpr std::int64_t least_left = 200;          // letters of running text that must remain when something is left out
constexpr std::uint32_t longest_label = 200;      // letters; beyond, a line is no label whatever its first words are
constexpr std::uint32_t least_entry = 120;        // letters of an entry of a live blog
constexpr std::uint32_t least_copy = 40;          // letters of a block that is not said twice by chance

class Finder {
 public:
  Finder(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases, std::string_view title)
      : page_(page), nodes_(page.nodes()), blocks_(blocks), phrases_(phrases), title_(title) {}

  Article run() {
    if (nodes_.empty() || blocks_.list.empty()) return {};
    read_hints();
    leave_out_noise();
    mark_cards();
    weigh();
    choose_roots();
    find_headline();
    take_pieces();
    trim();
    return std::move(out_);
  }

 private:
  using Sum = std::vector<std::int64_t>;

  // Sum over a subtree from running totals by node.
  [[nodiscard]] std::int64_t under(Sum const& totals, std::uint32_t node) const { return totals[nodes_[node].end] - totals[node]; }
  [[nodiscard]] bool inside(std::uint32_t node, std::uint32_t outer) const { return outer <= node && node < nodes_[outer].end; }
  [[nodiscard]] PageBlock const& block(std::uint32_t index) const { return blocks_.list[index]; }

  template <class Value>
  Sum totals_of(Value value) const {
    Sum out(nodes_.size() + 1, 0);
    std::size_t at = 0;
    for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
      std::int64_t here = 0;
      for (; at < blocks_.list.size() && blocks_.list[at].first == node; ++at) here += value(static_cast<std::uint32_t>(at));
      out[node + 1] = out[node] + here;
    }
    return out;
  }

  void read_hints() {
    hints_.assign(nodes_.size(), 0);
    inherited_.assign(nodes_.size(), 0);
    headings_.assign(nodes_.size() + 1, 0);
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].element) hints_[i] = hints_of(page_, i);
      headings_[i + 1] = headings_[i] + (nodes_[i].tag == Tag::h1);
    }
    letters_ = totals_of([&](std::uint32_t b) { return std::int64_t{block(b).letters}; });
    paragraphs_ = totals_of([&](std::uint32_t b) { return std::int64_t{is_prose(block(b))}; });
    fragment_ = letters_.back() <= smallest_page;
  }

  // Believes the names of noise where enough running text is left without it; the surest names first, so that a page
  // of many comments does not make its article look small.
  void leave_out_noise() {
    left_out_.assign(nodes_.size(), 0);
    constexpr std::uint32_t sure = hint::comments | hint::advert | hint::related | hint::newsletter;
    constexpr std::uint32_t likely = hint::site | hint::biography | hint::unseen;
    for (std::uint32_t const kinds : {sure, likely, std::uint32_t{hint::side}}) {
      auto const prose = totals_of([&](std::uint32_t b) {
        return is_prose(block(b)) && !left_out_[block(b).first] ? std::int64_t{block(b).letters} : 0;
      });
      std::int64_t const all = prose[nodes_.size()];
      for (std::uint32_t i = 0; i < nodes_.size();) {
        auto const own = hints_[i] & kinds;
        if (!own || left_out_[i] || !believe(i, own, under(prose, i), all)) {
          ++i;
          continue;
        }
        std::fill(left_out_.begin() + i, left_out_.begin() + nodes_[i].end, own);
        i = nodes_[i].end;
      }
    }
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      auto const parent = nodes_[i].parent;
      inherited_[i] = hints_[i] | (parent == no_node ? 0u : inherited_[parent] & ~(hint::content | hint::stated));
    }
  }

  [[nodiscard]] bool believe(std::uint32_t node, std::uint32_t kinds, std::int64_t own, std::int64_t all) const {
    auto const left = all - own;
    if (hints_[node] & hint::stated) return false;
    if (nodes_[node].tag == Tag::main || (nodes_[node].tag == Tag::article && !(kinds & (hint::comments | hint::related)))) return false;
    if (own == 0) return !(kinds & hint::unseen && under(letters_, node) > 2000);
    if (kinds & (hint::comments | hint::related | hint::advert)) return left >= least_left && left * 8 >= own;
    if (kinds & (hint::newsletter | hint::unseen)) return left >= least_left && left * 2 >= own;
    // A headline inside: this is a frame around the article, or its header.
    bool const holds_headline = headings_[nodes_[node].end] > headings_[node];
    return left >= least_left && left >= own && !(holds_headline && own * 3 > all);
  }

  // A teaser: a linked heading with a summary.
  void mark_cards() {
    card_.assign(blocks_.list.size(), false);
    std::uint32_t done = 0;  // blocks before are judged
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b) {
      auto const& heading = block(b);
      auto const tag = nodes_[heading.node].tag;
      bool const linked = heading.linked * 10 >= heading.letters * 9 && heading.letters > 12;
      if (!linked || b < done || tag == Tag::h1 || !(is_heading(tag) || heading_above(heading.node)) || anchor_of_itself(heading)) continue;
      auto card = heading.node;
      while (nodes_[card].parent != no_node && is_card(nodes_[card].parent)) card = nodes_[card].parent;
      for (auto i = b; i < blocks_.list.size() && inside(block(i).first, card); ++i) {
        card_[i] = true;
        done = i + 1;
      }
      for (auto i = b; i > 0 && inside(block(i - 1).first, card); --i) card_[i - 1] = true;
    }
  }
  [[nodiscard]] bool is_card(std::uint32_t node) const {
    return nodes_[node].tag != Tag::body && under(letters_, node) <= largest_card && under(paragraphs_, node) <= 1 &&
           headings_[nodes_[node].end] == headings_[node];
  }
  [[nodiscard]] bool heading_above(std::uint32_t node) const {
    for (int steps = 0; node != no_node && steps < 3; ++steps, node = nodes_[node].parent)
      if (is_heading(nodes_[node].tag) && nodes_[node].tag != Tag::h1) return true;
    return false;
  }
  // A heading that links to its own place in the page.
  [[nodiscard]] bool anchor_of_itself(PageBlock const& heading) const {
    for (auto node = heading.first; node != no_node && node != heading.node; node = nodes_[node].parent)
      if (nodes_[node].tag == Tag::a) return page_.attribute(node, "href").starts_with('#');
    return false;
  }

  [[nodiscard]] bool counts(std::uint32_t b) const { return is_prose(block(b)) && !left_out_[block(b).first] && !card_[b]; }

  void weigh() {
    weights_ = totals_of([&](std::uint32_t b) -> std::int64_t {
      auto const& one = block(b);
      if (left_out_[one.first]) return 0;
      if (counts(b)) return std::int64_t{one.letters} - one.linked;
      if (card_[b]) return -std::int64_t{one.letters} - scrap_cost;
      auto const tag = nodes_[one.node].tag;
      if (is_heading(tag) && one.linked == 0) return 0;
      if (one.sentence && one.letters >= shortest_sentence && one.linked * 2 < one.letters) return one.letters / 3;
      if (tag == Tag::p && one.linked == 0) return 0;
      if (one.linked * 2 >= one.letters) return -std::int64_t{one.linked} - scrap_cost;
      return tag == Tag::li || tag == Tag::blockquote || tag == Tag::cell || tag == Tag::row || one.after_break ? 0 : -scrap_cost;
    });
  }

  [[nodiscard]] std::uint32_t best_in(std::uint32_t outer) const {
    std::uint32_t best = outer;
    for (auto i = outer; i < nodes_[outer].end; ++i)
      if (nodes_[i].element && !left_out_[i] && under(weights_, i) >= under(weights_, best)) best = i;
    return best;
  }

  // Elements that carry the text by their own word; the outermost ones.
  [[nodiscard]] std::vector<std::uint32_t> stated_roots(std::uint32_t wanted, std::int64_t least) const {
    std::vector<std::uint32_t> out;
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i < nodes_.size();) {
      if ((hints_[i] & wanted) == wanted && !left_out_[i] && under(weights_, i) > 0 && !(hints_[i] & hint::noise)) {
        out.push_back(i);
        sum += under(weights_, i);
        i = nodes_[i].end;
      } else {
        ++i;
      }
    }
    if (sum < least) out.clear();
    return out;
  }

  void choose_roots() {
    auto const best = best_in(0);
    auto const most = under(weights_, best);
    if (most <= 0 || fragment_) {
      roots_ = {0};  // nothing that looks like an article: all there is
      return;
    }
    auto const articles = article_elements();
    // A second article on the same page (the next story, loaded below) must not be taken for a part of the first.
    std::uint32_t scope = 0;
    if (articles.size() == 1 && under(weights_, articles[0]) * 10 >= most * 6) scope = articles[0];
    for (auto const wanted : {hint::content | hint::stated, std::uint32_t{hint::content}}) {
      auto roots = stated_roots(wanted, most * 6 / 10);
      std::erase_if(roots, [&](auto root) { return scope != 0 && !inside(root, scope) && !inside(scope, root); });
      if (wanted == hint::content && roots.size() > 1) keep_first_story(roots);
      std::int64_t sum = 0;
      for (auto const root : roots) sum += under(weights_, root);
      if (sum * 10 < most * 5) continue;
      for (auto& root : roots) root = roots.size() == 1 ? best_in(root) : root;
      roots_ = std::move(roots);
      return;
    }
    if (articles.size() > 1) {
      roots_ = articles;
      return;
    }
    roots_ = {scope ? best_in(scope) : best};
  }

  // Several containers of text: pieces of one article, or several articles, each with a headline of its own.
  void keep_first_story(std::vector<std::uint32_t>& roots) const {
    for (std::size_t i = 1; i < roots.size(); ++i) {
      if (headings_[roots[i]] > headings_[nodes_[roots[i - 1]].end] && headings_[roots[0]] > 0) {
        roots.resize(i);
        return;
      }
    }
  }

  // The <article> that holds most of the text; several when they are entries of a live blog.
  [[nodiscard]] std::vector<std::uint32_t> article_elements() const {
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < nodes_.size();) {
      bool const candidate = (nodes_[i].tag == Tag::article || (hints_[i] & hint::entry)) && !left_out_[i] && under(weights_, i) >= least_entry;
      if (candidate) all.push_back(i);
      i = candidate ? nodes_[i].end : i + 1;
    }
    if (all.size() < 2) return all;
    auto const largest = *std::max_element(all.begin(), all.end(), [&](auto a, auto b) { return under(weights_, a) < under(weights_, b); });
    std::int64_t sum = 0;
    std::uint32_t headed = 0;
    for (auto const one : all) {
      sum += under(weights_, one);
      headed += headings_[nodes_[one].end] - headings_[one];
    }
    bool const entries = all.size() >= 3 && headed <= 1 && under(weights_, largest) * 10 < sum * 7;
    if (entries) return all;
    // Stories one below the other: the first of those that are about as long as the longest.
    for (auto const one : all)
      if (under(weights_, one) * 3 >= under(weights_, largest)) return {one};
    return {largest};
  }

  static std::string plain(std::string_view text) {
    std::string out;
    for (char const c : text) {
      auto const u = static_cast<unsigned char>(c);
      if ((u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || u >= 0xC3) out += c;
      else if (u >= 'A' && u <= 'Z') out += static_cast<char>(c + 32);
    }
    return out;
  }

  [[nodiscard]] bool in_roots(std::uint32_t node) const {
    return std::any_of(roots_.begin(), roots_.end(), [&](auto root) { return inside(node, root); });
  }

  // The last <h1> (or block that says it is the headline, or repeats the title) before the end of the text.
  void find_headline() {
    auto const title = plain(title_);
    int best = 0;
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b) {
      auto const& one = block(b);
      if (one.first >= nodes_[roots_.back()].end || one.letters > 400) continue;
      auto const tag = nodes_[one.node].tag;
      bool const named = (hints_[one.node] | (nodes_[one.node].parent == no_node ? 0 : hints_[nodes_[one.node].parent])) & hint::headline;
      auto const words = title.size() > 12 ? plain(blocks_.text_of(one)) : std::string();
      bool const same = words.size() > 12 && (title == words || title.starts_with(words));
      int const score = 4 * same + 2 * (tag == Tag::h1 || in_h1(one.node)) + named - (left_out_[one.first] != 0);
      if (score > best || (score == best && score > 0 && one.first < first_prose())) {
        if (score > best || !same) out_.headline = b;
        best = score;
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
      if (counts(b) && in_roots(block(b).first)) return first_prose_ = block(b).first;
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
  };

  // What a block inside the article is.
  [[nodiscard]] Verdict judge(std::uint32_t b) {
    auto const& one = block(b);
    auto const text = blocks_.text_of(one);
    auto const marks = inherited_[one.node];
    bool const quoted = has_mark(text);
    if (b == out_.headline) return {quoted, Section::headline};
    if (auto const out = left_out_[one.first]) {
      bool const pulled = (marks & hint::pull_quote) && !(out & (hint::comments | hint::advert | hint::unseen));
      if (pulled) return {true, Section::blockquote};
      return {(out & hint::related) && quoted && !(out & hint::unseen), Section::related};
    }
    if (card_[b]) return {quoted, Section::related};
    auto const tag = nodes_[one.node].tag;
    if (tag == Tag::h1 && out_.headline != no_node && b < out_.headline) return {};
    if (marks & hint::pull_quote) return {true, Section::blockquote};
    bool const figure = within(one.node, Tag::figure);
    if (marks & hint::caption || (figure && !within(one.node, Tag::blockquote) && tag != Tag::cell)) return {quoted, Section::caption};
    if (marks & hint::post) return {one.linked * 2 < one.letters, Section::blockquote};
    if ((marks & hint::byline) && !(one.sentence && one.letters > 120)) {
      if (out_.byline == no_node) out_.byline = b;
      return {};
    }
    if (only_time(one)) return {};
    bool const prose = is_prose(one);
    auto const phrase = one.letters <= longest_label || one.linked > 0 ? phrases_.kind_of(text) : PhraseKind::none;
    if (phrase == PhraseKind::furniture && (!quoted || one.linked)) return {};
    if (phrase == PhraseKind::related && (one.linked || !one.sentence)) return {quoted, Section::related};
    if (phrase == PhraseKind::credit && one.letters < 120 && !(prose && one.letters > 80)) return {quoted, Section::caption};
    if (one.linked * 10 >= one.letters * 8 && tag != Tag::cell && tag != Tag::row && !(is_heading(tag) && anchor_of_itself(one))) {
      // A paragraph that is one link leads away; a sentence that links all its words is rare.
      if (!(prose && one.letters > 250)) return {quoted, Section::related};
    }
    if ((marks & hint::standfirst) && one.first < first_prose_after_header()) return {true, Section::standfirst};
    return {true, within(one.node, Tag::blockquote) ? Section::blockquote : Section::body};
  }
  [[nodiscard]] bool only_time(PageBlock const& one) const {
    auto const node = nodes_[one.first].parent;
    return one.letters < 40 && node != no_node && nodes_[node].tag == Tag::time;
  }
  // A standfirst stands above the text: beyond its third paragraph the word means something else.
  [[nodiscard]] std::uint32_t first_prose_after_header() {
    if (header_end_ != no_node) return header_end_;
    int seen = 0;
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b)
      if (counts(b) && in_roots(block(b).first) && ++seen == 3) return header_end_ = block(b).first;
    return header_end_ = static_cast<std::uint32_t>(nodes_.size());
  }

  void take_pieces() {
    take_header();
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b) {
      if (!in_roots(block(b).first)) continue;
      auto const verdict = judge(b);
      if (verdict.keep) out_.pieces.push_back({b, verdict.section});
    }
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
      } else if (marks & hint::standfirst || (is_prose(one) && !(marks & hint::byline))) {
        out_.pieces.push_back({b, Section::standfirst});
      } else if (marks & hint::byline && out_.byline == no_node) {
        out_.byline = b;
      }
    }
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
    while (last > first && !is_text(pieces[last - 1])) --last;
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
      if (own && first < last && (i < first || i >= last) && !(i < first && leads_in(piece))) continue;
      kept.push_back(piece);
      if (own) out_.body_letters += block(piece.block).letters;
    }
    std::size_t count = kept.size();
    while (count > 0 && is_heading(nodes_[block(kept[count - 1].block).node].tag) && kept[count - 1].section == Section::body) --count;
    kept.resize(count);
    pieces = std::move(kept);
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
    std::erase_if(out_.pieces, [&](ArticlePiece const& piece) {
      auto words = plain(blocks_.text_of(block(piece.block)));
      if (piece.section == Section::body && !title.empty() && words == title) return true;
      if (words.size() < least_copy && piece.section != Section::blockquote) return false;
      bool const pulled = piece.section == Section::blockquote && (inherited_[block(piece.block).node] & hint::pull_quote);
      // Searching costs the length of the text each time; a page has a few pull quotes.
      if (pulled && searched++ < 20 && everything.find(words) != std::string::npos) return true;
      if (words.size() < least_copy) return false;
      return !seen.insert(std::move(words)).second;
    });
  }

  Page const& page_;
  std::vector<PageNode> const& nodes_;
  PageBlocks const& blocks_;
  PagePhrases const& phrases_;
  std::string_view title_;
  std::vector<std::uint32_t> hints_, inherited_, left_out_, headings_, roots_;
  std::vector<bool> card_;
  Sum letters_, paragraphs_, weights_;
  bool fragment_ = false;
  std::uint32_t first_prose_ = no_node, header_end_ = no_node;
  Article out_;
};

}  // namespace

Article find_article(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases, std::string_view title) {
  return Finder(page, blocks, phrases, title).run();
}

}  // namespace whosaid::formats
