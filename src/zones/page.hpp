// A page while its lines are being told apart: private to the zones floor.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "zones/lines.hpp"
#include "zones/zones.hpp"

namespace whosaid {

struct Page {
  TokenTable const& table;
  std::vector<Line> const& lines;
  std::vector<Section> sections;  // of each line
  std::size_t header_end = 0;     // lines before it are the header
  bool has_headline = false;
};

inline constexpr std::uint32_t longest_headline = 30;  // tokens

[[nodiscard]] inline std::uint16_t bit(LineKind kind) { return static_cast<std::uint16_t>(kind); }

// The grammar knows what the line is, and not only what it may be.
[[nodiscard]] inline bool told(Line const& line) { return (line.kinds & ~(bit(LineKind::name_line) | bit(LineKind::ticker))) != 0; }

// The text of tokens [first, last); "" when there are none.
[[nodiscard]] inline std::string_view text_of(TokenTable const& table, std::uint32_t first, std::uint32_t last) {
  return first < last ? table.span(first, last).in(table.text) : std::string_view{};
}

// How many lines from the top belong to the header.
[[nodiscard]] std::size_t find_header_end(TokenTable const& table, std::vector<Line> const& lines);
// Finds headline, standfirst and names; may move `page.header_end` down. Sets the title and author of `out`.
void mark_header(Page& page, Document const& document, Zones& out);
// The entries of a live blog have headlines of their own, right behind their time.
void mark_entries(Page& page);
// The words of a picture that scraping wrote twice without a space.
void mark_doubled(Page& page);

}  // namespace whosaid
