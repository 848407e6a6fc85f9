// What the names in a page's markup say about an element: class="related-stories", role="navigation", <aside>.
#pragma once
#include <cstdint>

#include "formats/page.hpp"

namespace whosaid::formats {

// Bits. An element may carry several.
namespace hint {
enum : std::uint32_t {
  site = 1u << 0,         // navigation, footer, masthead, share buttons, tags, cookie notes, dialogs
  advert = 1u << 1,
  related = 1u << 2,
  newsletter = 1u << 3,   // also paywall offers
  comments = 1u << 4,
  biography = 1u << 5,    // who the author is
  side = 1u << 6,         // <aside>, sidebars, widgets: often the site's, sometimes a box of the article
  caption = 1u << 7,
  byline = 1u << 8,       // also dates of publication
  headline = 1u << 9,
  standfirst = 1u << 10,
  pull_quote = 1u << 11,
  post = 1u << 12,        // an embedded post
  correction = 1u << 13,
  content = 1u << 14,     // the article's text
  entry = 1u << 15,       // of a live blog
  unseen = 1u << 16,      // hidden by attribute, style or class
  stated = 1u << 17,      // with `content`: itemprop says so, not only a class
  gallery = 1u << 19,     // pictures to leaf through, with their captions
  consent = 1u << 18,     // notes on cookies and what lies above the page until it is answered
};
// Kinds that are no part of an article.
inline constexpr std::uint32_t noise = site | advert | related | newsletter | comments | biography | side | unseen | gallery | consent;
}  // namespace hint

// Linear in the element's attributes.
[[nodiscard]] std::uint32_t hints_of(Page const& page, std::uint32_t node);

}  // namespace whosaid::formats
