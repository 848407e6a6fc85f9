// The only file that knows the HTML parser (gumbo). Its memory comes from an arena, for two reasons: pages are parsed
// one after the other, and the parser's own way of giving memory back calls itself once per level of nesting.
#include "formats/page.hpp"

#include <gumbo.h>
#include <strings.h>

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <cstring>

#include "formats/page_limits.hpp"

namespace whosaid::formats {
namespace {

constexpr std::size_t most_attributes = 512;   // of one tag: each is compared with all others
constexpr std::size_t arena_block = std::size_t{1} << 18;
constexpr std::size_t arena_floor = std::size_t{64} << 20;
constexpr std::size_t arena_factor = 64;
constexpr std::string_view too_large = "the page takes too much memory";

Tag tag_of(GumboElement const& element) {
  switch (element.tag) {
    case GUMBO_TAG_HTML: return Tag::html;
    case GUMBO_TAG_HEAD: return Tag::head;
    case GUMBO_TAG_BODY: return Tag::body;
    case GUMBO_TAG_TITLE: return element.tag_namespace == GUMBO_NAMESPACE_HTML ? Tag::title : Tag::hidden;
    case GUMBO_TAG_META: return Tag::meta;
    case GUMBO_TAG_LINK: return Tag::link;
    case GUMBO_TAG_BASE: return Tag::base;
    case GUMBO_TAG_SCRIPT: return Tag::script;
    case GUMBO_TAG_STYLE: return Tag::style;
    case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_SVG: case GUMBO_TAG_MATH: case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT: case GUMBO_TAG_EMBED: case GUMBO_TAG_APPLET: case GUMBO_TAG_CANVAS: case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_MAP: case GUMBO_TAG_AREA: return Tag::hidden;
    case GUMBO_TAG_BUTTON: case GUMBO_TAG_INPUT: case GUMBO_TAG_SELECT: case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_LABEL:
    case GUMBO_TAG_OPTION: case GUMBO_TAG_DATALIST: case GUMBO_TAG_PROGRESS: case GUMBO_TAG_METER: return Tag::control;
    case GUMBO_TAG_FORM: return Tag::form;
    case GUMBO_TAG_BR: return Tag::br;
    case GUMBO_TAG_HR: return Tag::hr;
    case GUMBO_TAG_A: return Tag::a;
    case GUMBO_TAG_H1: return Tag::h1;
    case GUMBO_TAG_H2: return Tag::h2;
    case GUMBO_TAG_H3: return Tag::h3;
    case GUMBO_TAG_H4: return Tag::h4;
    case GUMBO_TAG_H5: return Tag::h5;
    case GUMBO_TAG_H6: return Tag::h6;
    case GUMBO_TAG_P: return Tag::p;
    case GUMBO_TAG_DIV: case GUMBO_TAG_CENTER: return Tag::div;
    case GUMBO_TAG_SECTION: case GUMBO_TAG_HGROUP: case GUMBO_TAG_FIELDSET: return Tag::section;
    case GUMBO_TAG_ARTICLE: return Tag::article;
    case GUMBO_TAG_MAIN: return Tag::main;
    case GUMBO_TAG_HEADER: return Tag::header;
    case GUMBO_TAG_FOOTER: return Tag::footer;
    case GUMBO_TAG_NAV: case GUMBO_TAG_MENU: return Tag::nav;
    case GUMBO_TAG_ASIDE: return Tag::aside;
    case GUMBO_TAG_ADDRESS: return Tag::address;
    case GUMBO_TAG_BLOCKQUOTE: return Tag::blockquote;
    case GUMBO_TAG_PRE: case GUMBO_TAG_LISTING: case GUMBO_TAG_XMP: return Tag::pre;
    case GUMBO_TAG_UL: case GUMBO_TAG_DIR: return Tag::ul;
    case GUMBO_TAG_OL: return Tag::ol;
    case GUMBO_TAG_LI: return Tag::li;
    case GUMBO_TAG_DL: return Tag::dl;
    case GUMBO_TAG_DT: return Tag::dt;
    case GUMBO_TAG_DD: return Tag::dd;
    case GUMBO_TAG_TABLE: return Tag::table;
    case GUMBO_TAG_CAPTION: return Tag::caption;
    case GUMBO_TAG_TR: case GUMBO_TAG_THEAD: case GUMBO_TAG_TBODY: case GUMBO_TAG_TFOOT: return Tag::row;
    case GUMBO_TAG_TD: case GUMBO_TAG_TH: return Tag::cell;
    case GUMBO_TAG_FIGURE: return Tag::figure;
    case GUMBO_TAG_FIGCAPTION: return Tag::figcaption;
    case GUMBO_TAG_IMG: case GUMBO_TAG_IMAGE: return Tag::image;
    case GUMBO_TAG_VIDEO: case GUMBO_TAG_AUDIO: return Tag::media;
    case GUMBO_TAG_TIME: return Tag::time;
    case GUMBO_TAG_Q: return Tag::quote;
    case GUMBO_TAG_SUMMARY: return Tag::summary;
    case GUMBO_TAG_DETAILS: return Tag::details;
    default: break;
  }
  if (element.tag != GUMBO_TAG_UNKNOWN) return Tag::inline_other;
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  std::string_view const own(name.data ? name.data : "", name.data ? name.length : 0);
  if (own.size() == 6 && strncasecmp(own.data(), "dialog", 6) == 0) return Tag::dialog;
  if (own.size() == 5 && strncasecmp(own.data(), "image", 5) == 0) return Tag::image;
  if (own.size() > 4 && strncasecmp(own.data(), "amp-", 4) == 0) {
    auto const rest = own.substr(4);
    for (auto const* hidden : {"ad", "sidebar", "consent", "embed", "sticky-ad", "iframe", "analytics", "state", "list", "social-share",
                               "user-notification", "geo", "script", "next-page"})
      if (rest.size() == std::strlen(hidden) && strncasecmp(rest.data(), hidden, rest.size()) == 0) return Tag::hidden;
  }
  return own.find('-') == std::string_view::npos ? Tag::inline_other : Tag::block_other;
}

// A template that the browser draws as the content of the element around it.
bool is_shadow_root(GumboElement const& element) {
  return element.tag == GUMBO_TAG_TEMPLATE && (gumbo_get_attribute(&element.attributes, "shadowrootmode") || gumbo_get_attribute(&element.attributes, "shadowroot"));
}

// An item of a list to tick off, outside any form: the label is its text.
bool labels_item(GumboNode const* node) {
  auto const is = [](GumboNode const* one, GumboTag tag) { return one->type == GUMBO_NODE_ELEMENT && one->v.element.tag == tag; };
  if (!is(node, GUMBO_TAG_LABEL) || !is(node->parent, GUMBO_TAG_LI)) return false;
  for (auto const* one = node->parent; one; one = one->parent)
    if (is(one, GUMBO_TAG_FORM)) return false;
  return true;
}

}  // namespace

// Memory that is given back all at once. Beyond its limit it jumps out of the parser, which has no way to be told no. The
// parser takes a piece for each attribute that its tag does not have yet, and one for each node: attributes without a node
// between them are one tag's.
struct Page::Arena {
  static_assert(sizeof(GumboAttribute) != sizeof(GumboNode));
  std::vector<char*> blocks;
  std::vector<std::size_t> sizes;
  std::size_t block = 0, used = 0, total = 0, limit = 0, attributes = 0;
  std::string_view reason;  // why `full` was jumped to
  std::jmp_buf full;

  ~Arena() {
    for (auto* one : blocks) std::free(one);
  }
  void reset(std::size_t most) {
    while (blocks.size() > 16) {
      std::free(blocks.back());
      blocks.pop_back();
      sizes.pop_back();
    }
    block = used = total = attributes = 0;
    limit = most;
  }
  [[noreturn]] void refuse(std::string_view why) {
    reason = why;
    std::longjmp(full, 1);
  }
  void* take(std::size_t size) {
    if (size == sizeof(GumboNode)) attributes = 0;
    else if (size == sizeof(GumboAttribute) && ++attributes > most_attributes) refuse(too_many_attributes);
    size = (size + 15) & ~std::size_t{15};
    total += size;
    if (total > limit) refuse(too_large);
    while (block < blocks.size() && used + size > sizes[block]) {
      ++block;
      used = 0;
    }
    if (block == blocks.size()) {
      std::size_t const capacity = std::max(size, arena_block);
      auto* fresh = static_cast<char*>(std::malloc(capacity));
      if (!fresh) refuse(too_large);
      blocks.push_back(fresh);
      sizes.push_back(capacity);
    }
    void* const out = blocks[block] + used;
    used += size;
    return out;
  }

  static void* allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); }
  static void release(void*, void*) {}

  // nullptr when the limit was met. No object with a destructor may live in here: see take().
  GumboOutput* run(GumboOptions const* options, char const* html, std::size_t size) {
    if (setjmp(full) != 0) return nullptr;
    return gumbo_parse_with_options(options, html, size);
  }
};

Page::Page() : arena_(std::make_unique<Arena>()) {}
Page::~Page() = default;
Page::Page(Page&&) noexcept = default;
Page& Page::operator=(Page&&) noexcept = default;

std::string_view Page::parse(std::string_view html) {
  nodes_.clear();
  places_.clear();
  if (auto const reason = too_much(html); !reason.empty()) return reason;
  arena_->reset(std::max(arena_floor, html.size() * arena_factor));
  arena_->blocks.reserve(arena_->blocks.size() + html.size() * arena_factor / arena_block + 1024);
  arena_->sizes.reserve(arena_->blocks.capacity());
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::release;
  options.userdata = arena_.get();
  options.max_errors = 0;
  GumboOutput const* const output = arena_->run(&options, html.data(), html.size());
  if (!output) return arena_->reason;

  struct Open {
    GumboVector const* children;
    unsigned int next;
    std::uint32_t node;
  };
  std::vector<Open> open;
  auto const enter = [&](GumboNode const* node, std::uint32_t parent) {
    PageNode one;
    one.parent = parent;
    auto const index = static_cast<std::uint32_t>(nodes_.size());
    one.end = index + 1;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      one.tag = Tag::text;
      one.text = node->v.text.text;
      nodes_.push_back(one);
    } else if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      one.tag = tag_of(node->v.element);
      if (one.tag == Tag::control && labels_item(node)) one.tag = Tag::inline_other;
      if (one.tag == Tag::hidden && is_shadow_root(node->v.element)) one.tag = Tag::block_other;
      one.element = &node->v.element;
      nodes_.push_back(one);
      open.push_back({&node->v.element.children, 0, index});
    }
  };
  enter(output->root, no_node);
  while (!open.empty()) {
    auto& top = open.back();
    if (top.next == top.children->length) {
      nodes_[top.node].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
      continue;
    }
    auto const parent = top.node;
    enter(static_cast<GumboNode const*>(top.children->data[top.next++]), parent);
  }
  return {};
}

std::string_view Page::attribute(std::uint32_t node, char const* name) const {
  if (!nodes_[node].element) return {};
  auto const* found = gumbo_get_attribute(&static_cast<GumboElement const*>(nodes_[node].element)->attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

bool Page::has_attribute(std::uint32_t node, char const* name) const {
  return nodes_[node].element &&
         gumbo_get_attribute(&static_cast<GumboElement const*>(nodes_[node].element)->attributes, name) != nullptr;
}

std::string_view Page::name(std::uint32_t node) const {
  if (!nodes_[node].element) return {};
  auto const& element = *static_cast<GumboElement const*>(nodes_[node].element);
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return piece.data ? std::string_view(piece.data, piece.length) : std::string_view("unknown");
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::text: case Tag::inline_other: case Tag::a: case Tag::br: case Tag::time: case Tag::quote: case Tag::image: case Tag::control:
    case Tag::hidden: case Tag::script: case Tag::style: case Tag::title: case Tag::meta: case Tag::link: case Tag::base: return false;
    default: return true;
  }
}

}  // namespace whosaid::formats
