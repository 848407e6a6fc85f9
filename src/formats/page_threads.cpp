// The idea: comments are siblings of one shape, each with a line like "Reply". Where that line is in no list of words, they
// still begin with a name, hold a text and repeat one short line.
// It fails on: a list of things to buy, each with its name, a text and the same button.
// Tests: tests/html/ (pages with expected text).
#include "formats/page_threads.hpp"

#include <algorithm>
#include <unordered_map>

#include "formats/page_hints.hpp"
#include "formats/page_sums.hpp"
#include "text/ascii.hpp"

namespace whosaid::formats {
namespace {

constexpr std::uint32_t longest_reply = 40;      // letters of a line that asks for an answer
constexpr int reply_height = 8;                  // levels between that line and the list of comments
constexpr std::size_t least_repeats = 3;         // comments that repeat a line

class Threads {
 public:
  Threads(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out)
      : page_(page), nodes_(page.nodes()), blocks_(blocks), kinds_(kinds), out_(out) {}

  void leave_out_threads() {
    // Of each element: how many of its children hold a line like "Reply".
    Lists lists;
    auto const add = [&](std::uint32_t node) {
      for (int height = 0; height < reply_height && nodes_[node].parent != no_node; ++height, node = nodes_[node].parent) {
        auto& children = lists[nodes_[node].parent];
        if (children.empty() || children.back() != node) children.push_back(node);
      }
    };
    for (std::uint32_t b = 0; b < count(); ++b)
      if (kinds_[b] == PhraseKind::reply && block(b).letters <= longest_reply) add(block(b).first);
    for (auto const control : out_.replies) add(control);
    add_repeated(lists);
    auto const prose = sum_blocks(page_, blocks_, [&](std::uint32_t b) { return out_.counts(blocks_, b) ? std::int64_t{block(b).letters} : 0; });
    // Inner lists (answers to a comment, a row of buttons) go with the outer ones.
    std::vector<std::uint32_t> parents;
    for (auto const& [parent, children] : lists)
      if (children.size() >= 2 && sum_below(prose, page_, parent) > 0) parents.push_back(parent);
    std::sort(parents.begin(), parents.end());
    std::uint32_t done = 0;
    auto const all = prose.back();
    for (auto const parent : parents) {
      if (parent < done) continue;
      auto& children = lists[parent];
      std::int64_t own = 0;
      for (auto const child : children) own += sum_below(prose, page_, child);
      // Nothing but the thread: what it began with is the text.
      if (auto const first = sum_below(prose, page_, children.front()); all - own < least_left && first >= least_left && children.size() > 2) {
        own -= first;
        children.erase(children.begin());
      }
      if (own == 0 || all - own < least_left || (all - own) * largest_share < own || out_.headings_below(nodes_, parent)) continue;
      for (auto const child : children) std::fill(out_.left_out.begin() + child, out_.left_out.begin() + nodes_[child].end, hint::comments);
      done = nodes_[parent].end;
    }
  }

 private:
  using Lists = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

  [[nodiscard]] PageBlock const& block(std::uint32_t index) const { return blocks_.list[index]; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(blocks_.list.size()); }

  // Comments whose answer lines are in no list of words: siblings of one shape that each begin with a name, hold a text and
  // repeat one short line ("Valorar", "▲"). What a page says itself begins with a heading, or with the time.
  void add_repeated(Lists& threads) const {
    std::unordered_map<std::string, std::vector<std::uint32_t>> repeated;  // children, by parent, shape and line
    for (std::uint32_t b = 0; b < count(); ++b) {
      auto const& one = block(b);
      if (one.letters > longest_reply || is_heading(nodes_[one.node].tag) || out_.left_out[one.first]) continue;
      auto line = without_digits(blocks_.text_of(one));
      if (line.empty()) continue;
      auto node = one.first;
      for (int height = 0; height < reply_height && nodes_[node].parent != no_node; ++height, node = nodes_[node].parent) {
        if (!nodes_[node].element) continue;
        auto& children = repeated[std::to_string(nodes_[node].parent) + ' ' + shape_name(page_, node) + ' ' + line];
        if (children.empty() || children.back() != node) children.push_back(node);
      }
    }
    for (auto const& [key, children] : repeated) {
      if (children.size() < least_repeats) continue;
      auto const remarks = std::count_if(children.begin(), children.end(), [&](auto child) { return is_remark(child); });
      if (static_cast<std::size_t>(remarks) * 10 < children.size() * 8 || one_opening(children)) continue;
      // The whole family, also those without the line.
      auto const parent = nodes_[children.front()].parent;
      auto& all = threads[parent];
      auto const shape = shape_name(page_, children.front());
      for (auto i = parent + 1; i < nodes_[parent].end; i = nodes_[i].end)
        if (nodes_[i].element && shape_name(page_, i) == shape) all.push_back(i);
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
    }
  }
  static std::string without_digits(std::string_view text) {
    std::string out;
    for (char const c : text)
      if (!is_ascii_digit(c) && c != ' ' && c != '\n') out += c;
    return out;
  }
  // A name, then a text, neither heading nor picture.
  [[nodiscard]] bool is_remark(std::uint32_t node) const {
    auto const first = first_seen_in(node);
    if (first == count() || block(first).first >= nodes_[node].end) return false;
    auto const& name = block(first);
    if (name.letters > longest_reply || name.sentence || kinds_[first] == PhraseKind::related || is_time(page_, blocks_, name)) return false;
    bool text = false;
    for (auto b = first; b < count() && block(b).first < nodes_[node].end; ++b) {
      auto const& one = block(b);
      if (out_.left_out[one.first]) continue;
      auto const tag = nodes_[one.node].tag;
      if (tag == Tag::cell || (is_heading(tag) && (b == first || without_digits(blocks_.text_of(one)).size() > 1))) return false;  // "#11" is no heading
      text = text || (b > first && one.sentence && one.linked * 2 < one.letters);
    }
    return text && std::none_of(nodes_.begin() + node, nodes_.begin() + nodes_[node].end, [](PageNode const& one) { return one.tag == Tag::figure; });
  }
  [[nodiscard]] std::uint32_t first_seen_in(std::uint32_t node) const {
    auto b = first_block_in(blocks_, node);
    while (b < count() && out_.left_out[block(b).first] && block(b).first < nodes_[node].end) ++b;
    return b;
  }
  // All begin with the same words: no names.
  [[nodiscard]] bool one_opening(std::vector<std::uint32_t> const& children) const {
    auto const opening = [&](std::uint32_t child) {
      auto const b = first_seen_in(child);
      return b < count() ? without_digits(blocks_.text_of(block(b))) : std::string();
    };
    auto const words = opening(children.front());
    return std::all_of(children.begin(), children.end(), [&](auto child) { return opening(child) == words; });
  }

  Page const& page_;
  std::vector<PageNode> const& nodes_;
  PageBlocks const& blocks_;
  std::vector<PhraseKind> const& kinds_;
  PageOutline& out_;
};

}  // namespace

void leave_out_threads(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out) {
  Threads(page, blocks, kinds, out).leave_out_threads();
}

}  // namespace whosaid::formats
