// Blocks of running text count for an element, links and scraps count against it, and the element with the best sum is the
// article: a larger one takes in the site's links, a smaller one leaves paragraphs out.
#include "formats/page_roots.hpp"

#include <algorithm>

#include "formats/page_hints.hpp"
#include "formats/page_sums.hpp"

namespace whosaid::formats {
namespace {

constexpr std::int64_t scrap_cost = 15;           // what a short block costs beside its length
constexpr std::uint32_t least_entry = 120;        // letters of an entry of a live blog

class Roots {
 public:
  Roots(Page const& page, PageBlocks const& blocks, PageOutline& out)
      : page_(page), nodes_(page.nodes()), blocks_(blocks), hints_(out.hints), left_out_(out.left_out), headings_(out.headings), card_(out.card),
        roots_(out.roots), fragment_(out.fragment), out_(out) {}

  void run() {
    weigh();
    choose_roots();
  }

 private:
  // Sum over a subtree from running totals by node.
  [[nodiscard]] std::int64_t under(PageSums const& totals, std::uint32_t node) const { return sum_below(totals, page_, node); }
  [[nodiscard]] bool inside(std::uint32_t node, std::uint32_t outer) const { return outer <= node && node < nodes_[outer].end; }
  [[nodiscard]] PageBlock const& block(std::uint32_t index) const { return blocks_.list[index]; }
  [[nodiscard]] bool counts(std::uint32_t b) const { return out_.counts(blocks_, b); }
  template <class Value>
  PageSums totals_of(Value value) const {
    return sum_blocks(page_, blocks_, value);
  }

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
    if (best == outer) return best;
    best = with_paragraphs_beside(best);
    // What stands in a quotation is introduced by something, and a header stands above something.
    constexpr int highest = 4;
    auto around = best;
    for (int height = 0; height < highest && nodes_[around].parent != no_node; ++height, around = nodes_[around].parent)
      if (nodes_[around].tag == Tag::blockquote || nodes_[around].tag == Tag::header) best = nodes_[around].parent;
    return best;
  }
  // One long paragraph outweighs its article where links stand between the paragraphs; it has siblings of its own kind then.
  [[nodiscard]] std::uint32_t with_paragraphs_beside(std::uint32_t best) const {
    auto const tag = nodes_[best].tag;
    if (tag != Tag::p && tag != Tag::li && tag != Tag::div) return best;
    if (blocks_in(best) != 1) return best;
    auto const parent = nodes_[best].parent;
    for (auto i = parent + 1; i < nodes_[parent].end; i = nodes_[i].end) {
      if (i == best || left_out_[i] || shape_name(page_, i) != shape_name(page_, best) || blocks_in(i) != 1) continue;
      if (counts(first_block_in(blocks_, i))) return parent;
    }
    return best;
  }
  [[nodiscard]] std::uint32_t blocks_in(std::uint32_t node) const { return first_block_in(blocks_, nodes_[node].end) - first_block_in(blocks_, node); }

  // Elements that carry the text by their own word; the outermost ones.
  [[nodiscard]] std::vector<std::uint32_t> stated_roots(std::uint32_t wanted, std::int64_t least) const {
    std::vector<std::uint32_t> out;
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i < nodes_.size();) {
      bool const container = nodes_[i].tag != Tag::p && nodes_[i].tag != Tag::li && !is_heading(nodes_[i].tag);
      if (container && (hints_[i] & wanted) == wanted && !left_out_[i] && under(weights_, i) > 0 && ((hints_[i] & hint::stated) || !(hints_[i] & hint::noise))) {
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
    bool stacked = false;
    auto const articles = article_elements(stacked);
    // A second article on the same page (the next story, loaded below) must not be taken for a part of the first.
    std::uint32_t scope = 0;
    if (articles.size() == 1 && under(weights_, articles[0]) * 10 >= most * (stacked ? 2 : 6)) scope = articles[0];
    for (auto const wanted : {hint::content | hint::stated, std::uint32_t{hint::content}}) {
      auto roots = stated_roots(wanted, most * 6 / 10);
      std::erase_if(roots, [&](auto root) { return scope != 0 && !inside(root, scope) && !inside(scope, root); });
      if (wanted == hint::content && roots.size() > 1) keep_first_story(roots);
      std::int64_t sum = 0;
      for (auto const root : roots) sum += under(weights_, root);
      if (sum * 10 < most * 5) continue;
      if (roots.size() == 1) roots[0] = best_in(roots[0]);
      else if (auto const around = common_element(roots); under(weights_, around) * 10 >= sum * 8) roots = {around};
      roots_ = std::move(roots);
      return;
    }
    if (articles.size() > 1) {
      roots_ = articles;
      return;
    }
    roots_ = {with_entries_beside(scope ? best_in(scope) : best)};
  }

  // The best element may be, or stand in, one entry of many of the same shape, each with its time: then the text is all of them.
  [[nodiscard]] std::uint32_t with_entries_beside(std::uint32_t root) const {
    constexpr int highest = 4;
    auto const sentences = totals_of([&](std::uint32_t b) {
      auto const& one = block(b);
      return one.sentence && one.letters >= shortest_sentence && one.linked * 2 < one.letters && !left_out_[one.first] && !card_[b] ? std::int64_t{one.letters} : 0;
    });
    auto const times = totals_of([&](std::uint32_t b) { return std::int64_t{is_time(page_, blocks_, block(b))}; });
    auto entry = root;
    for (int height = 0; height < highest && nodes_[entry].parent != no_node; ++height, entry = nodes_[entry].parent) {
      auto const name = page_.attribute(entry, "class");
      auto const parent = nodes_[entry].parent;
      int entries = 0;
      std::int64_t others = 0;
      bool stories = false;  // each with a headline of its own
      for (auto i = parent + 1; i < nodes_[parent].end; i = nodes_[i].end) {
        if (nodes_[i].tag != nodes_[entry].tag || page_.attribute(i, "class") != name || under(sentences, i) == 0 || under(times, i) == 0) continue;
        ++entries;
        if (i != entry) others += under(sentences, i);
        stories = stories || out_.headings_below(nodes_, i) > 0;
      }
      if (entries >= 3 && !stories && others * 2 >= under(sentences, root)) return parent;
    }
    return root;
  }

  // The smallest element around all of them: what stands between pieces of a text (a heading, a list) belongs to it.
  [[nodiscard]] std::uint32_t common_element(std::vector<std::uint32_t> const& roots) const {
    auto out = nodes_[roots.front()].parent;
    while (out != no_node && nodes_[out].parent != no_node && !inside(roots.back(), out)) out = nodes_[out].parent;
    return out == no_node ? 0 : out;
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

  // The <article> that holds most of the text; several when they are entries of a live blog. `stacked`: there were several
  // stories, each with a headline.
  [[nodiscard]] std::vector<std::uint32_t> article_elements(bool& stacked) const {
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
    if (entries || (headed == 0 && are_pieces(all))) return all;
    // Stories one below the other: the first of those that are about as long as the longest.
    stacked = headed > 1;
    for (auto const one : all)
      if (under(weights_, one) * 3 >= under(weights_, largest)) return {one};
    return {largest};
  }

  // Siblings of which none begins with a heading: one text that its site has cut.
  [[nodiscard]] bool are_pieces(std::vector<std::uint32_t> const& all) const {
    return std::all_of(all.begin(), all.end(), [&](auto one) {
      auto const first = first_block_in(blocks_, one);
      return nodes_[one].parent == nodes_[all.front()].parent && first < blocks_.list.size() && !is_heading(nodes_[block(first).node].tag);
    });
  }

  Page const& page_;
  std::vector<PageNode> const& nodes_;
  PageBlocks const& blocks_;
  std::vector<std::uint32_t> const &hints_, &left_out_, &headings_;
  std::vector<bool> const& card_;
  std::vector<std::uint32_t>& roots_;
  bool const fragment_;
  PageOutline const& out_;
  PageSums weights_;
};

}  // namespace

void choose_roots(Page const& page, PageBlocks const& blocks, PageOutline& outline) { Roots(page, blocks, outline).run(); }

}  // namespace whosaid::formats
