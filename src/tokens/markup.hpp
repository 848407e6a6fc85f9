// Markup that was left in a text: "<p>In a letter he wrote:</p><blockquote>…</blockquote>". It is no part of what is said.
#pragma once
#include <cstddef>
#include <string_view>

namespace whosaid {

struct Markup {
  std::size_t size = 0;  // bytes; 0 = no markup stands here
  bool block = false;    // it ends a paragraph, as <p>, <li> and <br> do; <b> and <a> do not
};

// The tag or comment that begins at `at`, where a '<' stands. Only names of HTML count, with attributes as they are written:
// "a <b and c> d" holds none. Looks at most 1000 bytes ahead.
[[nodiscard]] Markup markup_at(std::string_view text, std::size_t at);

}  // namespace whosaid
