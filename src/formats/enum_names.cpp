// The contract's words for the enumerations.
#include <array>

#include "formats/make_table.hpp"

namespace whosaid::formats {
namespace {

template <std::size_t n, class Enum>
std::string_view pick(std::array<std::string_view, n> const& names, Enum value) {
  auto const index = static_cast<std::size_t>(value);
  return index < n ? names[index] : std::string_view("unknown");
}

}  // namespace

std::string_view name_of(QuoteKind kind) {
  static constexpr std::array<std::string_view, 3> names{"direct", "mixed", "indirect"};
  return pick(names, kind);
}
std::string_view name_of(Section section) {
  static constexpr std::array<std::string_view, 7> names{"headline",   "standfirst", "body",       "caption",
                                                         "blockquote", "related",    "boilerplate"};
  return pick(names, section);
}
std::string_view name_of(Status status) {
  static constexpr std::array<std::string_view, 6> names{"asserted",  "denied",    "hypothetical",
                                                         "scheduled", "retracted", "thought"};
  return pick(names, status);
}
std::string_view name_of(Basis basis) {
  static constexpr std::array<std::string_view, 4> names{"none", "explicit", "anaphoric", "inferred"};
  return pick(names, basis);
}
std::string_view name_of(DateBasis basis) {
  static constexpr std::array<std::string_view, 4> names{"none", "explicit", "event", "published"};
  return pick(names, basis);
}
std::string_view name_of(MentionForm form) {
  static constexpr std::array<std::string_view, 4> names{"name", "nominal", "pronoun", "organisation"};
  return pick(names, form);
}
std::string_view name_of(SpeakerType type) {
  static constexpr std::array<std::string_view, 6> names{"person", "organisation", "group", "anonymous", "document", "unknown"};
  return pick(names, type);
}

}  // namespace whosaid::formats
