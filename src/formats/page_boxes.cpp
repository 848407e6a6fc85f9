// An article's paragraphs share one shape: the chain of tags and classes above them. An element without a paragraph of
// that shape in which something is to be filled in, or in which a line says that it wants a reader's address or
// somebody's money, is a box, up to the largest such element.
// Fails on: a box whose paragraphs are marked up as the article's own, beside them in the same element; an article whose
// paragraphs are all shaped differently.
// Tests: tests/html/ (pages with expected text).
#include "formats/page_boxes.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

#include "formats/page_hints.hpp"
#include "formats/page_sums.hpp"
#include "formats/page_teasers.hpp"

namespace whosaid::formats {
namespace {

constexpr std::int64_t largest_box = 1500;  // letters

class Boxes {
 public:
  Boxes(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out)
      : page_(page), nodes_(page.nodes()), blocks_(blocks), kinds_(kinds), out_(out) {}

  void leave_out_all() {
    find_shape();
    leave_out_boxes();
  }

 private:
  [[nodiscard]] PageBlock const& block(std::uint32_t index) const { return blocks_.list[index]; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(blocks_.list.size()); }
  void leave_out(std::uint32_t node, std::uint32_t why) {
    std::fill(out_.left_out.begin() + node, out_.left_out.begin() + nodes_[node].end, why);
  }

  // Gives each node a number that stands for the tags and classes from it upwards, digits in names aside.
  void find_shape() {
    shapes_.assign(nodes_.size(), 0);
    std::unordered_map<std::size_t, std::int64_t> letters;
    std::string name;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!nodes_[i].element) continue;
      name.clear();
      for (char const c : page_.attribute(i, "class"))
        if (c < '0' || c > '9') name += c;
      auto const above = nodes_[i].parent == no_node ? std::size_t{0} : shapes_[nodes_[i].parent];
      shapes_[i] = (above * 1099511628211u) ^ (std::hash<std::string>()(name) * 31 + static_cast<std::size_t>(nodes_[i].tag));
    }
    std::int64_t most = 0;
    for (std::uint32_t b = 0; b < count(); ++b)
      if (out_.counts(blocks_, b)) most = std::max(most, letters[shapes_[block(b).node]] += block(b).letters);
    own_ = sum_blocks(page_, blocks_, [&](std::uint32_t b) -> std::int64_t {
      return out_.counts(blocks_, b) && letters[shapes_[block(b).node]] * 5 >= most * 2;
    });
  }

  void leave_out_boxes() {
    letters_ = sum_blocks(page_, blocks_, [&](std::uint32_t b) { return std::int64_t{block(b).letters}; });
    prose_ = sum_blocks(page_, blocks_, [&](std::uint32_t b) { return out_.counts(blocks_, b) ? std::int64_t{block(b).letters} : 0; });
    for (std::uint32_t b = 0; b < count(); ++b) {
      if (kinds_[b] != PhraseKind::box || out_.left_out[block(b).first]) continue;
      if (is_heading(nodes_[block(b).node].tag)) leave_out_wall(b);
      if (!out_.left_out[block(b).first]) leave_out_around(block(b).node);
    }
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
      if (asks_for_input(i) && !out_.left_out[i]) leave_out_around(i);
    leave_out_offers();
  }

  // Below the first paragraphs of a page that is sold stands more about subscriptions than there is of the article: what the
  // heading stands at the beginning of, with a button, goes though its paragraphs are alike.
  void leave_out_wall(std::uint32_t b) {
    auto const box = nodes_[block(b).node].parent;
    if (box == no_node || first_block_in(blocks_, box) != b || sum_below(letters_, page_, box) > largest_box || out_.headings_below(nodes_, box)) return;
    auto const tag = nodes_[box].tag;
    if (tag == Tag::body || tag == Tag::main || tag == Tag::article) return;
    bool const button = std::any_of(nodes_.begin() + box, nodes_.begin() + nodes_[box].end, [&](PageNode const& one) { return one.tag == Tag::control; });
    if (button && prose_.back() - sum_below(prose_, page_, box) >= least_left) leave_out(box, hint::newsletter);
  }

  // A field to write into or to choose from; buttons stand in articles as well.
  [[nodiscard]] bool asks_for_input(std::uint32_t node) const {
    if (nodes_[node].tag != Tag::control || page_.name(node) != "input") return false;
    auto const label = nodes_[node].parent;  // one that is text stands before something to tick off
    if (label != no_node && nodes_[label].tag == Tag::inline_other && page_.name(label) == "label") return false;
    auto const type = page_.attribute(node, "type");
    return type.empty() || type == "email" || type == "text" || type == "tel" || type == "radio" || type == "checkbox";
  }

  // A heading, a line or two and a button, below the article's last paragraph: it offers something.
  void leave_out_offers() {
    std::uint32_t last = 0;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
      if (own_[i + 1] > own_[i]) last = i;
    for (auto i = last; i < nodes_.size(); ++i) {
      if (nodes_[i].tag != Tag::control || page_.name(i) != "button" || out_.left_out[i]) continue;
      auto const box = nodes_[i].parent;
      if (box == no_node || box < last || !is_box(box) || sum_below(letters_, page_, box) > largest_teaser) continue;
      auto const first = first_block_in(blocks_, box);
      if (first < count() && block(first).first < nodes_[box].end && is_heading(nodes_[block(first).node].tag)) leave_out_around(i);
    }
  }

  void leave_out_around(std::uint32_t node) {
    if (!is_box(node)) return;
    for (auto parent = nodes_[node].parent; parent != no_node && is_box(parent); parent = nodes_[node].parent) node = parent;
    if (prose_.back() - sum_below(prose_, page_, node) >= least_left) leave_out(node, hint::newsletter);
  }
  [[nodiscard]] bool is_box(std::uint32_t node) const {
    auto const tag = nodes_[node].tag;
    if (tag == Tag::body || tag == Tag::html || tag == Tag::main || tag == Tag::article || tag == Tag::h1) return false;
    return sum_below(own_, page_, node) == 0 && sum_below(letters_, page_, node) <= largest_box && !out_.headings_below(nodes_, node) &&
           sum_below(prose_, page_, node) * 3 <= prose_.back();
  }

  Page const& page_;
  std::vector<PageNode> const& nodes_;
  PageBlocks const& blocks_;
  std::vector<PhraseKind> const& kinds_;
  PageOutline& out_;
  std::vector<std::size_t> shapes_;
  PageSums own_, letters_, prose_;
};

}  // namespace

std::vector<PhraseKind> kinds_of_blocks(PageBlocks const& blocks, PagePhrases const& phrases) {
  std::vector<PhraseKind> out(blocks.list.size(), PhraseKind::none);
  for (std::size_t b = 0; b < out.size(); ++b) out[b] = phrases.kind_of(blocks.text_of(blocks.list[b]));
  return out;
}

void leave_out_boxes(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out) {
  Boxes(page, blocks, kinds, out).leave_out_all();
}

}  // namespace whosaid::formats
