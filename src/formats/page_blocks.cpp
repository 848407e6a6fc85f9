#include "formats/page_blocks.hpp"

#include <algorithm>

namespace whosaid::formats {
namespace {

constexpr std::uint32_t shortest_prose = 50;       // letters; below, even a sentence may be a label
constexpr std::uint32_t long_prose = 200;          // beyond, no full stop is asked for
constexpr std::uint32_t shortest_broken_line = 60; // a line that ends here by <br> is a paragraph when its sentence ends

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Whether `text` ends with . ! ? … or a colon, closing marks and brackets passed over.
bool ends_sentence(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    auto const c = text[at - 1];
    if (c == '.' || c == '!' || c == '?' || c == ':') return true;
    if (c == '"' || c == '\'' || c == ')' || c == ']' || is_space(c)) {
      --at;
      continue;
    }
    if (at < 2) return false;
    if (at >= 3) {
      auto const last = text.substr(at - 3, 3);
      // ” ’ » … 。 ！ ？
      if (last == "\xE2\x80\x9D" || last == "\xE2\x80\x99" || last == "\xE2\x80\x9C") {
        at -= 3;
        continue;
      }
      if (last == "\xE2\x80\xA6" || last == "\xE3\x80\x82" || last == "\xEF\xBC\x81" || last == "\xEF\xBC\x9F") return true;
    }
    auto const two = text.substr(at - 2, 2);
    if (two == "\xC2\xBB" || two == "\xC2\xA0") {
      at -= 2;
      continue;
    }
    return false;
  }
  return false;
}

// A sentence ends inside: ". A".
bool holds_sentence(std::string_view text) {
  for (auto at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1))
    if (at > 30) return true;
  return false;
}

class Cutter {
 public:
  Cutter(Page const& page, PageBlocks& out) : page_(page), nodes_(page.nodes()), out_(out) {}

  void run() {
    std::vector<std::uint32_t> open;  // elements whose end is still to come
    for (std::uint32_t i = 0; i < nodes_.size();) {
      while (!open.empty() && nodes_[open.back()].end <= i) {
        leave(open.back());
        open.pop_back();
      }
      auto const tag = nodes_[i].tag;
      if (tag == Tag::text) {
        add_text(i);
      } else if (tag == Tag::script || tag == Tag::style || tag == Tag::hidden || tag == Tag::control || tag == Tag::head || tag == Tag::title) {
        i = nodes_[i].end;
        continue;
      } else {
        enter(i);
        open.push_back(i);
      }
      ++i;
    }
    while (!open.empty()) {
      leave(open.back());
      open.pop_back();
    }
    flush();
  }

 private:
  void enter(std::uint32_t node) {
    auto const tag = nodes_[node].tag;
    if (tag == Tag::br) return line_break();
    if (tag == Tag::a && page_.has_attribute(node, "href")) ++links_;
    if (tag == Tag::quote) quotation("\xE2\x80\x9C");
    if (tag == Tag::pre) ++preformatted_;
    if (tag == Tag::cell) return new_cell();
    if (is_block(tag)) flush();
  }
  void leave(std::uint32_t node) {
    auto const tag = nodes_[node].tag;
    if (tag == Tag::a && page_.has_attribute(node, "href")) --links_;
    if (tag == Tag::quote) quotation("\xE2\x80\x9D");
    if (tag == Tag::cell && size() < shortest_prose) return;  // a table of figures: the row is the block
    if (is_block(tag)) flush();
    if (tag == Tag::pre) --preformatted_;
  }
  void new_cell() {
    if (size() == 0) return;
    space_ = false;
    out_.text += '\t';
  }
  // Marks that the browser would draw, unless the page has written them too.
  void quotation(std::string_view mark) {
    if (space_ && size()) {
      out_.text += ' ';
      space_ = false;
    }
    out_.text += mark;
  }

  void line_break() {
    if (breaks_ > 0 || (size() >= shortest_broken_line && ends_sentence(current()))) {
      flush();
      after_break_ = true;
    } else if (size()) {
      space_ = false;
      out_.text += '\n';
    }
    ++breaks_;
  }

  void add_text(std::uint32_t node) {
    for (char const c : nodes_[node].text) {
      if (is_space(c)) {
        if (preformatted_ && c == '\n') line_break();
        else space_ = true;
        continue;
      }
      if (!begun_) {
        block_.first = node;
      } else if (space_ && out_.text.back() != '\n' && out_.text.back() != '\t') {
        out_.text += ' ';
      }
      space_ = false;
      breaks_ = 0;
      begun_ = true;
      out_.text += c;
      ++block_.letters;
      block_.linked += links_ > 0;
    }
  }

  [[nodiscard]] std::size_t size() const { return out_.text.size() - start_; }
  [[nodiscard]] std::string_view current() const { return std::string_view(out_.text).substr(start_); }

  void flush() {
    while (size() && is_space(out_.text.back())) out_.text.pop_back();
    if (begun_ && size()) {
      block_.begin = static_cast<std::uint32_t>(start_);
      block_.size = static_cast<std::uint32_t>(size());
      auto node = nodes_[block_.first].parent;
      while (node != no_node && !is_block(nodes_[node].tag)) node = nodes_[node].parent;
      block_.node = node == no_node ? 0 : node;
      block_.sentence = ends_sentence(current()) || holds_sentence(current());
      block_.after_break = after_break_;
      if (!only_blank()) out_.list.push_back(block_);
      else out_.text.resize(start_);
    } else {
      out_.text.resize(start_);
    }
    start_ = out_.text.size();
    block_ = {};
    space_ = begun_ = after_break_ = false;
    breaks_ = 0;
  }
  // No-break spaces and zero-width characters alone.
  [[nodiscard]] bool only_blank() const {
    auto const text = current();
    for (std::size_t i = 0; i < text.size();) {
      if (is_space(text[i])) ++i;
      else if (text.substr(i, 2) == "\xC2\xA0") i += 2;
      else if (text.substr(i, 3) == "\xE2\x80\x8B" || text.substr(i, 3) == "\xEF\xBB\xBF") i += 3;
      else return false;
    }
    return true;
  }

  Page const& page_;
  std::vector<PageNode> const& nodes_;
  PageBlocks& out_;
  PageBlock block_;
  std::size_t start_ = 0;
  unsigned links_ = 0, breaks_ = 0, preformatted_ = 0;
  bool space_ = false, begun_ = false, after_break_ = false;
};

}  // namespace

void cut_blocks(Page const& page, PageBlocks& out) {
  out.text.clear();
  out.list.clear();
  Cutter(page, out).run();
}

bool is_prose(PageBlock const& block) {
  return block.letters >= shortest_prose && block.linked * 2 < block.letters && (block.sentence || block.letters >= long_prose);
}

}  // namespace whosaid::formats
