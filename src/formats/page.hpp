// A parsed HTML page as one flat list of nodes. Whoever reads pages looks at this and never at the parser behind it.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::formats {

// The elements that reading an article tells apart; all others are `inline_other` or, custom elements, `block_other`.
enum class Tag : unsigned char {
  text, inline_other, block_other, html, head, body, title, meta, link, base, script, style, hidden, control, form, br, hr, a,
  h1, h2, h3, h4, h5, h6, p, div, section, article, main, header, footer, nav, aside, address, blockquote, pre, ul, ol, li,
  dl, dt, dd, table, caption, row, cell, figure, figcaption, image, media, time, quote, summary, details, dialog,
};

inline constexpr std::uint32_t no_node = 0xFFFFFFFFu;

// Nodes stand in document order, so a subtree is the stretch [index, end).
struct PageNode {
  Tag tag = Tag::inline_other;
  std::uint32_t end = 0;        // index behind the last node of the subtree
  std::uint32_t parent = no_node;
  std::string_view text;        // of text nodes, entities decoded
  void const* element = nullptr;  // the parser's own
};

// Owns everything that its nodes view. Reused from page to page; one per thread.
class Page {
 public:
  Page();
  ~Page();
  Page(Page&&) noexcept;
  Page& operator=(Page&&) noexcept;

  // Why a page could not be parsed: "" = it was. `html` must be UTF-8 and outlive the page. Linear: nesting deeper and tags with
  // more attributes than any real page has, and memory beyond 64 times the page, are refused. Broken markup is repaired as browsers do.
  [[nodiscard]] std::string_view parse(std::string_view html);

  [[nodiscard]] std::vector<PageNode> const& nodes() const { return nodes_; }
  // "" when the element has no such attribute; `name` in lower case.
  [[nodiscard]] std::string_view attribute(std::uint32_t node, char const* name) const;
  [[nodiscard]] bool has_attribute(std::uint32_t node, char const* name) const;
  // The name as in the page, "p" or "amp-ad"; "" for text.
  [[nodiscard]] std::string_view name(std::uint32_t node) const;
  // "html/body/main/article/p[3]": where to find the element again. Counts among siblings of the same name, from 1; [1] is
  // left out for an only one. Of a path of more than 64 steps the last ones stand behind "…/". The first call on a page
  // counts all children; then it costs the depth.
  [[nodiscard]] std::string path(std::uint32_t node) const;
  // All text below a node, white space runs as one space.
  [[nodiscard]] std::string text_below(std::uint32_t node) const;

 private:
  void number_children() const;

  struct Arena;
  std::unique_ptr<Arena> arena_;
  std::vector<PageNode> nodes_;
  mutable std::vector<std::uint32_t> places_;  // filled by the first path()
};

[[nodiscard]] bool is_block(Tag tag);
[[nodiscard]] inline bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

}  // namespace whosaid::formats
