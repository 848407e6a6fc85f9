// Teasers come in runs: a linked title, one short text, a linked title, one short text. An article may hold a link between
// two paragraphs, but hardly three times in a row with one short paragraph after each. Or they are siblings of one shape,
// each with a linked title.
// Tests: tests/html/ (pages with expected text).
#include "formats/page_teasers.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "formats/page_hints.hpp"
#include "formats/page_sums.hpp"

namespace whosaid::formats {
namespace {

constexpr std::uint32_t longest_teaser = 300;    // letters of a teaser's text
constexpr std::uint32_t shortest_headline = 12;  // letters of its title
constexpr std::uint32_t longest_scrap = 40;      // letters of what may stand between: a date, "more"
constexpr int teaser_height = 5;                 // levels between its title and the list
constexpr std::uint32_t longest_head_of_teasers = 60;  // letters of a line above teasers
constexpr int label_height = 4;                  // levels between it and what holds them all
constexpr std::size_t least_run = 3;             // teasers one after the other

class Teasers {
 public:
  Teasers(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out)
      : page_(page), nodes_(page.nodes()), blocks_(blocks), kinds_(kinds), out_(out) {}

  void mark_all() {
    mark_runs();
    mark_siblings();
    mark_labels();
  }

 private:
  enum class Part : unsigned char { title, text, both, scrap, other };

  [[nodiscard]] PageBlock const& block(std::uint32_t index) const { return blocks_.list[index]; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(blocks_.list.size()); }
  [[nodiscard]] std::int64_t prose_left() const {
    std::int64_t sum = 0;
    for (std::uint32_t b = 0; b < count(); ++b)
      if (out_.counts(blocks_, b)) sum += block(b).letters;
    return sum;
  }

  // What a block can be in a run of teasers.
  [[nodiscard]] Part part_of(std::uint32_t b) const {
    auto const& one = block(b);
    auto const tag = nodes_[one.node].tag;
    if (tag == Tag::h1 || out_.left_out[one.first]) return Part::other;
    if (one.linked * 10 >= one.letters * 9) {
      if (points_at_itself(page_, one)) return Part::other;
      return one.letters >= shortest_headline && kinds_[b] == PhraseKind::none && has_words(one) ? Part::title : Part::scrap;
    }
    if (one.letters > longest_teaser) return Part::other;
    auto const text = blocks_.text_of(one);
    auto const line = text.substr(0, text.find('\n'));
    if (line.size() < text.size() && one.linked >= shortest_headline && one.linked >= letters_of(line)) return Part::both;
    if (one.letters <= longest_scrap && !is_heading(tag)) return Part::scrap;
    return one.linked * 2 < one.letters && !is_heading(tag) && one.sentence ? Part::text : Part::other;
  }
  [[nodiscard]] bool has_words(PageBlock const& one) const {
    auto const text = blocks_.text_of(one);
    return std::count(text.begin(), text.end(), ' ') >= 2;
  }
  static std::uint32_t letters_of(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n' && c != '\t'; }));
  }

  void mark_runs() {
    auto const all = prose_left();
    std::vector<std::uint32_t> run;  // blocks of the teasers so far
    std::size_t teasers = 0;
    std::int64_t letters = 0;
    bool titled = false;
    std::uint32_t last_text = 0;  // behind the last block of the last whole teaser, in `run`
    auto const close = [&] {
      if (teasers >= least_run && all - letters >= least_left && (all - letters) * largest_share >= letters) {
        for (std::uint32_t i = 0; i < last_text; ++i) out_.card[run[i]] = true;
      }
      run.clear();
      teasers = 0;
      letters = 0;
      last_text = 0;
      titled = false;
    };
    for (std::uint32_t b = 0; b < count(); ++b) {
      auto part = part_of(b);
      if (part == Part::text && !titled) part = Part::other;
      if (part == Part::other) {
        close();
        continue;
      }
      if (part == Part::scrap && run.empty()) continue;
      run.push_back(b);
      if (part == Part::scrap) continue;
      titled = part == Part::title;
      if (part == Part::title) continue;
      ++teasers;
      if (out_.counts(blocks_, b)) letters += block(b).letters;
      last_text = static_cast<std::uint32_t>(run.size());
    }
    close();
  }

  // Three siblings and more of one shape, nearly all of which are short and hold a linked title.
  void mark_siblings() {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> lists;  // children with a title, by parent
    auto const letters = sum_blocks(page_, blocks_, [&](std::uint32_t b) { return std::int64_t{block(b).letters}; });
    for (std::uint32_t b = 0; b < count(); ++b) {
      auto const part = part_of(b);
      if (part != Part::title && part != Part::both) continue;
      auto node = block(b).first;
      for (int height = 0; height < teaser_height && nodes_[node].parent != no_node && sum_below(letters, page_, node) <= largest_teaser; ++height, node = nodes_[node].parent) {
        auto& children = lists[nodes_[node].parent];
        if (nodes_[node].element && (children.empty() || children.back() != node)) children.push_back(node);
      }
    }
    auto const prose = sum_blocks(page_, blocks_, [&](std::uint32_t b) { return out_.counts(blocks_, b) ? std::int64_t{block(b).letters} : 0; });
    std::vector<std::uint32_t> parents;
    for (auto const& [parent, children] : lists)
      if (children.size() >= least_run) parents.push_back(parent);
    std::sort(parents.begin(), parents.end());
    for (auto const parent : parents) {
      std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> shapes;  // children with text, and with a title
      auto const& titled = lists[parent];
      for (auto i = parent + 1; i < nodes_[parent].end; i = nodes_[i].end)
        if (nodes_[i].element && sum_below(letters, page_, i) > 0) ++shapes[shape_name(page_, i)].first;
      for (auto const child : titled) ++shapes[shape_name(page_, child)].second;
      for (auto const child : titled) {
        auto const [all, some] = shapes[shape_name(page_, child)];
        auto const own = sum_below(prose, page_, child);
        if (some < least_run || some * 10 < all * 7 || out_.headings_below(nodes_, child) || prose.back() - own < least_left) continue;
        mark(child);
      }
    }
  }
  void mark(std::uint32_t node) {
    for (auto b = first_block_in(blocks_, node); b < count() && block(b).first < nodes_[node].end; ++b) out_.card[b] = true;
  }

  // "More on this" above teasers, with nothing but them in its element.
  void mark_labels() {
    auto const others = sum_blocks(page_, blocks_, [&](std::uint32_t b) {
      auto const& one = block(b);
      bool const away = out_.card[b] || (one.linked * 10 >= one.letters * 8 && !points_at_itself(page_, one));
      return std::int64_t{!away && !is_label(one)};
    });
    auto const cards = sum_blocks(page_, blocks_, [&](std::uint32_t b) { return std::int64_t{out_.card[b] || part_of(b) == Part::title}; });
    for (std::uint32_t b = 0; b < count(); ++b) {
      if (out_.card[b] || !is_label(block(b))) continue;
      auto node = block(b).node;
      for (int height = 0; height < label_height && node != no_node; ++height, node = nodes_[node].parent) {
        if (sum_below(others, page_, node) > 0) break;
        if (sum_below(cards, page_, node) >= 2) out_.card[b] = true;
      }
    }
    mark_announced();
  }
  // "What to read next" above linked titles, each with a text or without, and nothing else in its element.
  void mark_announced() {
    for (std::uint32_t b = 0; b < count(); ++b) {
      if (out_.card[b] || kinds_[b] != PhraseKind::related || !is_label(block(b))) continue;
      auto node = block(b).node;
      for (int height = 0; height < label_height && nodes_[node].parent != no_node && first_block_in(blocks_, nodes_[node].parent) == b; ++height) node = nodes_[node].parent;
      if (first_block_in(blocks_, node) == b && announces(node, b)) mark(node);
    }
  }
  [[nodiscard]] bool announces(std::uint32_t node, std::uint32_t label) const {
    bool titled = false, any = false;
    for (auto b = label + 1; b < count() && block(b).first < nodes_[node].end; ++b) {
      auto const part = part_of(b);
      if (part == Part::other || (part == Part::text && !titled)) return false;
      any = any || part == Part::title || part == Part::both;
      titled = part == Part::title || (part == Part::scrap && titled);
    }
    return any;
  }
  [[nodiscard]] bool is_label(PageBlock const& one) const {
    auto const text = blocks_.text_of(one);
    return one.letters <= longest_head_of_teasers && one.linked == 0 && nodes_[one.node].tag != Tag::h1 && (!one.sentence || text.back() == ':');
  }

  Page const& page_;
  std::vector<PageNode> const& nodes_;
  PageBlocks const& blocks_;
  std::vector<PhraseKind> const& kinds_;
  PageOutline& out_;
};

}  // namespace

void mark_teasers(Page const& page, PageBlocks const& blocks, std::vector<PhraseKind> const& kinds, PageOutline& out) {
  Teasers(page, blocks, kinds, out).mark_all();
}

}  // namespace whosaid::formats
