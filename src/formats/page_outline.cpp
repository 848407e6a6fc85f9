// Finding the article's element without knowing the site.
//
// The idea: blocks of running text count for an element, links and scraps count against it, and the element with the best
// sum is the article: a larger one takes in the site's links, a smaller one leaves paragraphs out. What an element says it
// is (itemprop, class, role, <article>) is believed as far as the text bears it out: nothing that holds most of a page's
// running text is a sidebar, whatever its name.
// It fails on: a page whose comments are longer than its article and are called by no telling name.
// Tests: tests/html/ (pages with expected text).
#include "formats/page_outline.hpp"

#include <algorithm>
#include <unordered_map>

#include "formats/page_boxes.hpp"
#include "formats/page_hints.hpp"
#include "formats/page_roots.hpp"
#include "formats/page_sums.hpp"
#include "formats/page_teasers.hpp"
#include "formats/page_threads.hpp"
#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

constexpr std::int64_t smallest_page = 600;       // letters; a page with fewer is a fragment, and all of it counts
constexpr std::uint32_t largest_card = 450;       // letters of a teaser: a linked heading and a summary
constexpr std::int64_t least_prose_left = 100;          // letters of running text that must remain when something is left out
constexpr std::uint32_t longest_time = 40;        // letters
constexpr std::uint32_t most_letters_of_time = 8; // beside its digits
constexpr std::uint32_t longest_button = 8;       // nodes of a button with an icon

class Outliner {
 public:
  Outliner(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases, PageOutline& out)
      : page_(page), nodes_(page.nodes()), blocks_(blocks), phrases_(phrases), hints_(out.hints), inherited_(out.inherited), left_out_(out.left_out),
        card_(out.card), fragment_(out.fragment), headings_(out.headings), out_(out) {}

  void run() {
    read_hints();
    mark_cards();
    mark_teasers(page_, blocks_, out_.kinds, out_);
    leave_out_noise();
    leave_out_threads(page_, blocks_, out_.kinds, out_);
    leave_out_boxes(page_, blocks_, out_.kinds, out_);
    choose_roots(page_, blocks_, out_);
  }

 private:
  // Sum over a subtree from running totals by node.
  [[nodiscard]] std::int64_t under(PageSums const& totals, std::uint32_t node) const { return sum_below(totals, page_, node); }
  [[nodiscard]] bool inside(std::uint32_t node, std::uint32_t outer) const { return outer <= node && node < nodes_[outer].end; }
  [[nodiscard]] PageBlock const& block(std::uint32_t index) const { return blocks_.list[index]; }

  template <class Value>
  PageSums totals_of(Value value) const {
    return sum_blocks(page_, blocks_, value);
  }

  void read_hints() {
    hints_.assign(nodes_.size(), 0);
    inherited_.assign(nodes_.size(), 0);
    left_out_.assign(nodes_.size(), 0);
    card_.assign(blocks_.list.size(), false);
    headings_.assign(nodes_.size() + 1, 0);
    out_.kinds = kinds_of_blocks(blocks_, phrases_);
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].element) hints_[i] = hints_of(page_, i);
      if (nodes_[i].tag == Tag::control && nodes_[i].end - i <= longest_button && phrases_.kind_of(page_.text_below(i)) == PhraseKind::reply) out_.replies.push_back(i);
      headings_[i + 1] = headings_[i] + (nodes_[i].tag == Tag::h1);
    }
    letters_ = totals_of([&](std::uint32_t b) { return std::int64_t{block(b).letters}; });
    linked_ = totals_of([&](std::uint32_t b) { return std::int64_t{block(b).linked}; });
    paragraphs_ = totals_of([&](std::uint32_t b) { return std::int64_t{is_prose(block(b))}; });
    fragment_ = letters_.back() <= smallest_page;
  }

  // Believes the names of noise where enough running text is left without it; the surest names first, so that a page
  // of many comments does not make its article look small.
  void leave_out_noise() {
    constexpr std::uint32_t sure = hint::comments | hint::advert | hint::related | hint::newsletter;
    constexpr std::uint32_t likely = hint::site | hint::biography | hint::unseen | hint::gallery;
    for (std::uint32_t const kinds : {std::uint32_t{hint::consent}, sure, likely, std::uint32_t{hint::side}}) {
      auto const prose = totals_of([&](std::uint32_t b) {
        return counts(b) ? std::int64_t{block(b).letters} : 0;
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

  [[nodiscard]] bool believe(std::uint32_t node, std::uint32_t kinds, std::int64_t own, std::int64_t all) {
    auto const left = all - own;
    if (hints_[node] & hint::stated) return false;
    if (nodes_[node].tag == Tag::main || (nodes_[node].tag == Tag::article && !(kinds & (hint::comments | hint::related)))) return false;
    // A headline inside: this is a frame around the article, or its header.
    bool const holds_headline = headings_[nodes_[node].end] > headings_[node];
    if (holds_headline && own * 8 > all) return false;
    if (own == 0) return !(kinds & hint::unseen && under(letters_, node) > 2000);
    // A box of links to other articles holds links; a widget without any may be a paragraph of the article.
    bool const links = under(linked_, node) * 10 >= under(letters_, node);
    if ((kinds & (hint::comments | hint::advert)) == 0) {
      if ((kinds & hint::related) && !links && (own > largest_card || under(paragraphs_, node) > 1)) return false;
      if (kinds == hint::side && !links && in_text(node)) return false;
      if (kinds == hint::side && !links && nodes_[node].tag != Tag::aside && page_.attribute(node, "role") != "complementary") return false;
    }
    if (kinds & hint::consent) return left >= least_prose_left;
    if (kinds & (hint::comments | hint::related)) return left >= least_prose_left && left * 8 >= own;
    if (kinds & (hint::newsletter | hint::unseen)) return left >= least_prose_left && left * 2 >= own;
    return left >= least_prose_left && left >= own;
  }

  // Between two paragraphs, in the element that holds them, and nothing in it wants something of the reader: a box of facts.
  [[nodiscard]] bool in_text(std::uint32_t node) {
    if (wants_.empty()) {
      // Lines known by their words, forms and buttons.
      wants_ = totals_of([&](std::uint32_t b) { return std::int64_t{out_.kinds[b] != PhraseKind::none && out_.kinds[b] != PhraseKind::credit}; });
      std::int64_t controls = 0;
      for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        wants_[i] += controls;
        controls += nodes_[i].tag == Tag::form || nodes_[i].tag == Tag::control;
      }
      wants_.back() += controls;
      for (auto const& one : blocks_.list) {
        if (!is_prose(one) || nodes_[one.node].parent == no_node) continue;
        auto& ends = paragraphs_of_.try_emplace(nodes_[one.node].parent, one.first, one.first).first->second;
        ends.second = one.first;
      }
    }
    auto const around = paragraphs_of_.find(nodes_[node].parent);
    if (around == paragraphs_of_.end() || around->second.first > node || around->second.second < nodes_[node].end) return false;
    return under(wants_, node) == 0;
  }

  // A teaser: a linked heading with a summary.
  void mark_cards() {
    titles_ = totals_of([&](std::uint32_t b) { return std::int64_t{is_heading(nodes_[block(b).node].tag) && block(b).linked == 0}; });
    std::uint32_t done = 0;  // blocks before are judged
    for (std::uint32_t b = 0; b < blocks_.list.size(); ++b) {
      auto const& heading = block(b);
      auto const tag = nodes_[heading.node].tag;
      bool const linked = heading.linked * 10 >= heading.letters * 9 && heading.letters > 12;
      if (!linked || b < done || tag == Tag::h1 || !(is_heading(tag) || heading_above(heading.node)) || points_at_itself(page_, heading)) continue;
      auto card = heading.node;
      while (nodes_[card].tag != Tag::article && nodes_[card].parent != no_node && is_card(nodes_[card].parent)) card = nodes_[card].parent;
      for (auto i = b; i < blocks_.list.size() && inside(block(i).first, card); ++i) {
        card_[i] = true;
        done = i + 1;
      }
      for (auto i = b; i > 0 && inside(block(i - 1).first, card); --i) card_[i - 1] = true;
    }
  }
  [[nodiscard]] bool is_card(std::uint32_t node) const {
    return nodes_[node].tag != Tag::body && under(letters_, node) <= largest_card && under(paragraphs_, node) <= 1 && under(titles_, node) == 0 &&
           headings_[nodes_[node].end] == headings_[node];
  }
  [[nodiscard]] bool heading_above(std::uint32_t node) const {
    for (int steps = 0; node != no_node && steps < 3; ++steps, node = nodes_[node].parent)
      if (is_heading(nodes_[node].tag) && nodes_[node].tag != Tag::h1) return true;
    return false;
  }
  [[nodiscard]] bool counts(std::uint32_t b) const { return out_.counts(blocks_, b); }

  Page const& page_;
  std::vector<PageNode> const& nodes_;
  PageBlocks const& blocks_;
  PagePhrases const& phrases_;
  std::vector<std::uint32_t>&hints_, &inherited_, &left_out_;
  std::vector<bool>& card_;
  bool& fragment_;
  std::vector<std::uint32_t>& headings_;
  PageOutline& out_;
  std::unordered_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> paragraphs_of_;  // first and last of each element
  PageSums letters_, linked_, paragraphs_, wants_;
  PageSums titles_;  // headings that lead nowhere
};

}  // namespace

bool PageOutline::counts(PageBlocks const& blocks, std::uint32_t b) const {
  return is_prose(blocks.list[b]) && !left_out[blocks.list[b].first] && !card[b];
}

bool is_time(Page const& page, PageBlocks const& blocks, PageBlock const& block) {
  if (block.letters > longest_time) return false;
  auto const& nodes = page.nodes();
  auto const parent = nodes[block.first].parent;
  if (parent != no_node && nodes[parent].tag == Tag::time) return true;
  // "17.42 CEST", "Nov 18, 2025 15:35": more digits than a label has.
  auto const text = blocks.text_of(block);
  auto const digits = std::count_if(text.begin(), text.end(), is_ascii_digit);
  bool const clock = text.find(':') != std::string_view::npos || text.find('.') != std::string_view::npos;
  return digits >= 3 && clock && block.letters <= static_cast<std::uint32_t>(digits) + most_letters_of_time && !is_heading(nodes[block.node].tag);
}

bool points_at_itself(Page const& page, PageBlock const& heading) {
  auto const& nodes = page.nodes();
  for (auto node = heading.first; node != no_node && node != heading.node; node = nodes[node].parent)
    if (nodes[node].tag == Tag::a) return page.attribute(node, "href").starts_with('#');
  return false;
}

PageOutline outline_page(Page const& page, PageBlocks const& blocks, PagePhrases const& phrases) {
  PageOutline out;
  if (!page.nodes().empty()) Outliner(page, blocks, phrases, out).run();
  return out;
}

}  // namespace whosaid::formats
